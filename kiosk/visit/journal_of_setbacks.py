"""What is written down where something did not work and is asked again: what it was, never what was typed."""

from kiosk.visit.events import CardSeen, Event, TroubleCame
from kiosk.visit.notes import Note, What
from kiosk.visit.states import (
    Covered,
    Identifying,
    Returning,
    Setback,
    SignedIn,
    SigningMandate,
    State,
    Warned,
)


def setback_notes(before: State, event: Event, after: State) -> tuple[Note, ...]:
    """Named as it happened: beside the last try of a PIN, the citizen is told another trouble than a wrong one."""
    setback = _setback(after)
    if setback is None or setback is _setback(before):
        return ()
    match event:
        case TroubleCame(_, trouble, tries_left):
            return (Note(What.SET_BACK, trouble, tries_left),)
        case CardSeen():
            return (Note(What.SET_BACK, setback.trouble),)
        case _:
            return ()


def _setback(state: State) -> Setback | None:
    match state:
        case Identifying(way):
            return getattr(way, "setback", None)
        case Covered(setback=setback):
            return setback
        case Returning(proof=behind) | SignedIn(place=SigningMandate(proof=behind)) | Warned(behind):
            return _setback(behind)
        case _:
            return None
