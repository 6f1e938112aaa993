"""The screen covered by its citizen: given back to whoever logs in again as the same person, or left."""

from dataclasses import replace

from kiosk.visit.effects import LogOut, RingChime
from kiosk.visit.events import (
    Answer,
    CameBack,
    CardSeen,
    EndAsked,
    Event,
    TimeCame,
    TimeIsShort,
)
from kiosk.visit.moves import Move, covering, leave, move, stay
from kiosk.visit.states import Away, Returning, Visit, Why
from kiosk.visit.step_again import Again, begin, begin_with_card, is_for, step_again
from kiosk.visit.step_entry import types_pin
from kiosk.visit.step_interrupted import behind


def step_away(visit: Visit, state: Away, event: Event) -> Move:
    """Nothing is shown; answers still reach the place behind the cover. A card that is put in says who is back."""
    again = _coming_back(state)
    match event:
        case CameBack():
            return begin(visit, again)
        case CardSeen(mute) if again.by_card:
            return begin_with_card(visit, mute, again)
        case EndAsked():
            return leave(visit, Why.ASKED, state.kept)
        case TimeCame(order) if order == state.timer:
            return leave(visit, Why.AWAY, state.kept)
        case TimeCame(order) if order == state.bell:
            return move(visit, state, RingChime())
        case _ if isinstance(event, Answer):
            return behind(visit, state.kept, event, lambda kept: replace(state, kept=kept))
        case _:
            return stay(visit)


def _coming_back(cover: Away, *, last: bool = False) -> Again:
    """The new login has shown who is here and is given back: the visit goes on with its own."""
    kept = cover.kept
    return Again(
        kept.session,
        asking=lambda proof: Returning(cover, proof, last),
        shown=lambda visit, grant: move(visit, kept, LogOut(grant)),
        turned_back=lambda visit: leave(visit, Why.AWAY, kept) if last else move(visit, cover),
    )


def step_returning(visit: Visit, state: Returning, event: Event) -> Move:
    """Under the cover somebody logs in; answers for the place behind it still reach it."""
    cover, again = state.cover, _coming_back(state.cover, last=state.last)
    match event:
        case TimeIsShort():
            return stay(visit) if types_pin(visit, state.proof) else again.turned_back(visit)
        case EndAsked():
            return leave(visit, Why.ASKED, cover.kept)
        case TimeCame(order) if order == cover.timer:
            return _time_is_over(visit, state)
        case TimeCame(order) if order == cover.bell and state.last:
            return move(visit, state, RingChime())
        case _ if isinstance(event, Answer) and not is_for(state.proof, event):
            return behind(
                visit, cover.kept, event, lambda kept: replace(state, cover=replace(cover, kept=kept))
            )
        case _:
            return step_again(visit, state.proof, event, again)


def _time_is_over(visit: Visit, state: Returning) -> Move:
    """Nobody who has begun is cut off at once, and a PIN has no limit; but nobody else's visit is held for ever."""
    if state.last and not types_pin(visit, state.proof):
        return leave(visit, Why.AWAY, state.cover.kept)
    cover, *waking = covering(visit, state.cover.kept)
    return move(visit, Returning(cover, state.proof, last=True), *waking)
