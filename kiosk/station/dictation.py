"""From what came over the pipe back to a note: only what is on the closed lists is written down."""

import enum

from kiosk.station.wire import GarbledError, NoteTaken
from kiosk.visit.departure import Why
from kiosk.visit.limits import Pace
from kiosk.visit.mandates import Reference
from kiosk.visit.notes import LARGEST_COUNT, Detail, Note, What
from kiosk.visit.paper import Outcome
from kiosk.visit.people import Level, Pseudonym
from kiosk.visit.post import MessageType
from kiosk.visit.trouble import Trouble

_DETAILS: dict[str, type[enum.Enum]] = {
    kind.__name__: kind for kind in (Trouble, Level, MessageType, Outcome, Why, Pace)
}


_NAMES: dict[str, type[Reference | Pseudonym]] = {kind.__name__: kind for kind in (Reference, Pseudonym)}


def as_note(message: NoteTaken) -> Note:
    """Only what is on the closed lists becomes a note. Raises :class:`GarbledError` for all else."""
    if message.count is not None and not 0 <= message.count <= LARGEST_COUNT:
        raise GarbledError
    try:
        return Note(What[message.what], _detail(message.detail), message.count)
    except (KeyError, ValueError):
        raise GarbledError from None


def _detail(text: str | None) -> Detail | None:
    if text is None:
        return None
    kind, name = text.split(".")
    if kind in _NAMES:
        return _NAMES[kind](name)
    member = _DETAILS[kind][name]
    assert isinstance(member, Detail)
    return member
