"""A pulled card and a long silence: the place is kept, and given back or left."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.effects import ReadCard, RingChime, Wake
from kiosk.visit.events import (
    Answer,
    CardGone,
    CardRead,
    CardSeen,
    CoverAsked,
    EndAsked,
    Event,
    PaceChosen,
    ReaderLost,
    Said,
    StillHere,
    TimeCame,
    TimeIsShort,
    TroubleCame,
)
from kiosk.visit.moves import Move, cover, leave, move, number, stay
from kiosk.visit.seen import SIGNS_OF_LIFE
from kiosk.visit.states import Covered, Identifying, Refused, Setback, SignedIn, State, Visit, Warned, Why
from kiosk.visit.step_entry import step_identifying, step_refused
from kiosk.visit.step_signed_in import step_signed_in
from kiosk.visit.trouble import Trouble


def step_covered(visit: Visit, state: Covered, event: Event) -> Move:
    """Nothing is shown until the very same card is back; answers still reach the place behind the cover."""
    match event:
        case CardSeen(mute):
            return _look_at_card(visit, state, mute)
        case CardRead(order, certificate) if order == state.reading:
            return _card_is_back(visit, state, certificate)
        case TroubleCame(order, trouble) if order == state.reading:
            return move(visit, Covered(state.kept, state.timer, setback=Setback(trouble)))
        case CardGone():
            # Whatever the look at that card brings, the card is out again.
            return move(visit, replace(state, reading=None))
        case ReaderLost():
            return move(visit, Covered(state.kept, state.timer))
        case EndAsked():
            return leave(visit, Why.ASKED, state.kept)
        case TimeCame(order) if order == state.timer:
            return _time_is_over(visit, state)
        case _ if isinstance(event, Answer):
            return behind(visit, state.kept, event, lambda kept: replace(state, kept=kept))
        case _:
            return stay(visit)


def _look_at_card(visit: Visit, state: Covered, mute: bool) -> Move:
    if mute:
        return move(visit, Covered(state.kept, state.timer, setback=Setback(Trouble.CARD_UNREADABLE)))
    order = number(visit)
    return move(visit, Covered(state.kept, state.timer, order), ReadCard(order))


def _time_is_over(visit: Visit, state: Covered) -> Move:
    """A card put in before it was over has come in time: as long again, for that one look and what it brings."""
    if state.reading is None or state.reading < state.timer:
        return leave(visit, Why.READER_LOST if visit.reader else Why.CARD_OUT, state.kept)
    timer = number(visit)
    return move(visit, replace(state, timer=timer), Wake(timer, visit.limits.cover))


def _card_is_back(visit: Visit, state: Covered, certificate: bytes) -> Move:
    if certificate == state.kept.session.certificate:
        return move(visit, state.kept)
    return leave(visit, Why.ANOTHER_CARD, state.kept)


def behind(visit: Visit, kept: SignedIn, event: Answer, covered: Callable[[SignedIn], State]) -> Move:
    """An answer reaches the place behind a cover; ``covered`` puts the cover over it again."""
    after, effects = step_signed_in(visit, kept, event)
    return move(after, covered(after.state), *effects) if isinstance(after.state, SignedIn) else stay(visit)


def step_warned(visit: Visit, state: Warned, event: Event) -> Move:
    """Only an answer to the warning gives the place back; whatever else happens, happens behind it."""
    match event:
        case StillHere() | PaceChosen():
            return move(visit, state.kept)
        case CoverAsked() if isinstance(state.kept, SignedIn):
            return cover(visit, state.kept)
        case EndAsked() if isinstance(state.kept, SignedIn):
            return step_signed_in(visit, state.kept, event)
        case EndAsked():
            return leave(visit, Why.ASKED, None)
        case TimeCame(order) if order == state.timer:
            return leave(visit, Why.SILENCE, _inside(state))
        case TimeCame(order) if order == state.bell:
            bell = number(visit)
            again = replace(state, bell=bell)
            return move(visit, again, RingChime(), Wake(bell, visit.limits.warning / 3))
        case _ if isinstance(event, Said | TimeIsShort):
            return stay(visit)
        case _:
            return _behind_the_warning(visit, state, event)


def _inside(state: Warned) -> SignedIn | None:
    return state.kept if isinstance(state.kept, SignedIn) else None


def _behind_the_warning(visit: Visit, state: Warned, event: Event) -> Move:
    """A card put in or pulled out is a sign of life and takes the warning away; nothing else does."""
    after, effects = _step_kept(replace(visit, state=state.kept), state.kept, event)
    if isinstance(event, SIGNS_OF_LIFE) or not isinstance(after.state, Identifying | Refused | SignedIn):
        return after, effects
    return move(after, replace(state, kept=after.state), *effects)


def _step_kept(visit: Visit, kept: Identifying | Refused | SignedIn, event: Event) -> Move:
    match kept:
        case Identifying():
            return step_identifying(visit, kept, event)
        case Refused():
            return step_refused(visit, kept, event)
        case SignedIn():
            return step_signed_in(visit, kept, event)
