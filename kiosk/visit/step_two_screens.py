"""Somebody who is in turns out to be at another machine too: asked as at the login, and the place is kept."""

from dataclasses import replace

from kiosk.visit.events import CoverAsked, EndAsked, Event, MovingAccepted, Said
from kiosk.visit.moves import Move, move, stay
from kiosk.visit.states import AtTwoScreens, SignedIn, Visit
from kiosk.visit.step_lease import move_here
from kiosk.visit.step_signed_in import step_signed_in


def step_at_two_screens(visit: Visit, state: AtTwoScreens, event: Event) -> Move:
    """Only the two answers are heard, and what holds everywhere; whatever else happens, happens behind the question."""
    match event:
        case MovingAccepted():
            return move_here(visit, state)
        case CoverAsked() | EndAsked():
            return step_signed_in(visit, state.kept, event)
        case _ if isinstance(event, Said):
            return stay(visit)
        case _:
            return _behind(visit, state, event)


def _behind(visit: Visit, state: AtTwoScreens, event: Event) -> Move:
    """A cover or a warning takes the question away; it comes again with the next try to take the lease."""
    after, effects = step_signed_in(replace(visit, state=state.kept), state.kept, event)
    if after.state is state.kept:
        return replace(after, state=state), effects
    if isinstance(after.state, SignedIn):
        return move(after, replace(state, kept=after.state), *effects)
    return after, effects
