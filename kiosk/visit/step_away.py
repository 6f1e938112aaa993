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
from kiosk.visit.moves import Move, cover, leave, move, stay
from kiosk.visit.states import Away, Returning, SignedIn, Visit, Why
from kiosk.visit.step_again import Again, begin, begin_with_card, is_for, step_again
from kiosk.visit.step_interrupted import behind


def step_away(visit: Visit, state: Away, event: Event) -> Move:
    """Nothing is shown; answers still reach the place behind the cover. A card that is put in says who is back."""
    again = _coming_back(state.kept)
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


def _coming_back(kept: SignedIn) -> Again:
    """The new login has shown who is here and is given back: the visit goes on with its own."""
    return Again(
        kept.session,
        asking=lambda proof: Returning(kept, proof),
        shown=lambda visit, grant: move(visit, kept, LogOut(grant)),
        turned_back=lambda visit: cover(visit, kept),
    )


def step_returning(visit: Visit, state: Returning, event: Event) -> Move:
    """Under the cover somebody logs in; answers for the place behind it still reach it."""
    kept = state.kept
    match event:
        case TimeIsShort():
            return cover(visit, kept)
        case EndAsked():
            return leave(visit, Why.ASKED, kept)
        case _ if isinstance(event, Answer) and not is_for(state.proof, event):
            return behind(visit, kept, event, lambda kept: replace(state, kept=kept))
        case _:
            return step_again(visit, state.proof, event, _coming_back(kept))
