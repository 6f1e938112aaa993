"""What is written down of an order that changes something, and that nobody heard the answer of."""

from kiosk.visit.events import Event, TroubleCame
from kiosk.visit.journal_of_acting import reference_in
from kiosk.visit.mandates import Privilege, Right
from kiosk.visit.moves import inside_of
from kiosk.visit.notes import Note, What
from kiosk.visit.states import (
    DoingErrand,
    Hindered,
    SendingMandate,
    ServingLetter,
    SignedIn,
    TellingPrincipal,
    Visit,
)
from kiosk.visit.trouble import Trouble


def doubtful_notes(before: Visit, event: Event, after: Visit) -> tuple[Note, ...]:
    """The citizen was told that nobody knows, or left before the answer."""
    was, now = inside_of(before.state), inside_of(after.state)
    if was is None or not _in_doubt(now):
        return ()
    behind = (Note(What.TROUBLE_BEHIND, event.trouble),) if isinstance(event, TroubleCame) else ()
    return tuple(note for perhaps in _perhaps(was) for note in (*behind, perhaps))


def _in_doubt(now: SignedIn | None) -> bool:
    if now is None or isinstance(now.place, TellingPrincipal):
        return True
    return isinstance(now.place, Hindered) and now.place.trouble is Trouble.OUTCOME_UNKNOWN


def _perhaps(was: SignedIn) -> tuple[Note, ...]:
    match was.place:
        case ServingLetter():
            return (Note(What.LETTER_SERVED_PERHAPS),)
        case DoingErrand(privilege=Privilege(right=Right.HANDLE)):
            return (Note(What.ERRAND_PERHAPS_DONE, reference_in(was)),)
        case SendingMandate():
            return (Note(What.MANDATE_PERHAPS_CHANGED),)
        case _:
            return ()
