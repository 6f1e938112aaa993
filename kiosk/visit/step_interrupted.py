"""A pulled card and a long silence: the place is kept, and given back or left."""

from dataclasses import replace

from kiosk.visit.effects import ReadCard
from kiosk.visit.events import (
    Answer,
    CardGone,
    CardRead,
    CardSeen,
    EndAsked,
    Event,
    ReaderLost,
    Said,
    StillHere,
    TimeCame,
    TimeRanOut,
    TroubleCame,
)
from kiosk.visit.moves import Move, leave, move, number, stay
from kiosk.visit.seen import SIGNS_OF_LIFE
from kiosk.visit.states import Covered, Identifying, Refused, SignedIn, Visit, Warned, Why
from kiosk.visit.step_entry import step_identifying, step_refused
from kiosk.visit.step_signed_in import step_signed_in


def step_covered(visit: Visit, state: Covered, event: Event) -> Move:
    """Nothing is shown until the very same card is back; answers still reach the place behind the cover."""
    match event:
        case CardSeen(mute=False):
            order = number(visit)
            return move(visit, Covered(state.kept, state.timer, order), ReadCard(order))
        case CardRead(order, certificate) if order == state.reading:
            return _card_is_back(visit, state, certificate)
        case TroubleCame(order) if order == state.reading:
            return move(visit, Covered(state.kept, state.timer))
        case CardGone() | ReaderLost():
            # Whatever the look at that card brings, the card is out again.
            return move(visit, Covered(state.kept, state.timer))
        case EndAsked():
            return leave(visit, Why.CARD_OUT, state.kept)
        case TimeCame(order) if order == state.timer:
            return leave(visit, Why.CARD_OUT, state.kept)
        case _ if isinstance(event, Answer):
            return _behind_the_cover(visit, state, event)
        case _:
            return stay(visit)


def _card_is_back(visit: Visit, state: Covered, certificate: bytes) -> Move:
    if certificate == state.kept.session.certificate:
        return move(visit, state.kept)
    return leave(visit, Why.ANOTHER_CARD, state.kept)


def _behind_the_cover(visit: Visit, state: Covered, event: Answer) -> Move:
    after, effects = step_signed_in(visit, state.kept, event)
    if isinstance(after.state, SignedIn):
        return move(after, Covered(after.state, state.timer, state.reading), *effects)
    return after, effects


def step_warned(visit: Visit, state: Warned, event: Event) -> Move:
    """Only an answer to the warning gives the place back; whatever else happens, happens behind it."""
    match event:
        case StillHere():
            return move(visit, state.kept)
        case TimeRanOut():
            return leave(visit, Why.SILENCE, _inside(state))
        case EndAsked():
            return leave(visit, Why.ASKED, _inside(state))
        case _ if isinstance(event, Said):
            return stay(visit)
        case _:
            return _behind_the_warning(visit, state, event)


def _inside(state: Warned) -> SignedIn | None:
    return state.kept if isinstance(state.kept, SignedIn) else None


def _behind_the_warning(visit: Visit, state: Warned, event: Event) -> Move:
    """A card put in or pulled out is a sign of life and takes the warning away; nothing else does."""
    after, effects = _step_kept(replace(visit, state=state.kept), state.kept, event)
    if not isinstance(event, SIGNS_OF_LIFE) and isinstance(after.state, Identifying | Refused | SignedIn):
        return move(after, Warned(after.state), *effects)
    return after, effects


def _step_kept(visit: Visit, kept: Identifying | Refused | SignedIn, event: Event) -> Move:
    match kept:
        case Identifying():
            return step_identifying(visit, kept, event)
        case Refused():
            return step_refused(visit, kept, event)
        case SignedIn():
            return step_signed_in(visit, kept, event)
