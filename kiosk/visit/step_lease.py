"""One person at one machine at a time: taken after the login, kept as long as somebody is in, moved when asked."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from kiosk.visit.effects import Effect, MoveLease, TakeLease, Wake, WarmPress
from kiosk.visit.events import Event, FoundElsewhere, LeaseTaken, MovingAccepted, TimeCame, TroubleCame
from kiosk.visit.moves import Move, inside_of, leave, move, number, stay
from kiosk.visit.opening import ask_for_whom
from kiosk.visit.people import Citizen, OwnGrant
from kiosk.visit.places import ComingIn
from kiosk.visit.states import (
    AskingToMove,
    AtTwoScreens,
    Session,
    SignedIn,
    State,
    TakingLease,
    Visit,
    Why,
)

_TRIES: Final = 3
"""After a third of the time it is tried again what did not work: twice before the lease is over."""


def come_in(visit: Visit, citizen: Citizen, grant: OwnGrant, certificate: bytes | None) -> Move:
    """Somebody is logged in: here only?"""
    order = number(visit)
    inside = SignedIn(Session(citizen, grant, certificate), TakingLease(order))
    return move(visit, inside, TakeLease(order, grant, visit.limits.lease), WarmPress())


def step_coming_in(visit: Visit, state: SignedIn, place: ComingIn, event: Event) -> Move:
    """Nobody is kept out because the provider cannot say it: then it is asked again behind what follows."""
    match place, event:
        case TakingLease(waited), LeaseTaken(order, renew) if order == waited:
            return _go_on(replace(visit, leased=True), state.session, renew)
        case TakingLease(waited), TroubleCame(order) if order == waited:
            return _go_on(visit, state.session, visit.limits.lease / _TRIES)
        case TakingLease(waited), FoundElsewhere(order, since) if order == waited:
            return move(visit, SignedIn(state.session, AskingToMove(since)))
        case AskingToMove(), MovingAccepted():
            order = number(visit)
            return move(visit, SignedIn(state.session, TakingLease(order)), _moving(visit, state.session))
        case _:
            return stay(visit)


def _moving(visit: Visit, session: Session) -> MoveLease:
    return MoveLease(number(visit), session.grant, visit.limits.lease)


def _go_on(visit: Visit, session: Session, renew: timedelta | None) -> Move:
    asking, asked = ask_for_whom(visit, session)
    return _keep(asking, renew, *asked)


def step_lease(visit: Visit, event: TimeCame | LeaseTaken | FoundElsewhere | TroubleCame) -> Move:
    """The lease goes on behind every place and every cover. Only who has been moved away has to go."""
    inside = inside_of(visit.state)
    match event:
        case _ if inside is None:
            return stay(visit)
        case TimeCame():
            order = number(visit)
            renewal = TakeLease(order, inside.session.grant, visit.limits.lease)
            return move(replace(visit, lease=order), visit.state, renewal)
        case LeaseTaken(_, renew):
            return _keep(replace(visit, leased=True, state=_without_question(visit.state)), renew)
        case TroubleCame():
            return _keep(visit, visit.limits.lease / _TRIES)
        case FoundElsewhere() if visit.leased:
            return leave(visit, Why.MOVED, inside)
        case FoundElsewhere(_, since):
            asking = replace(visit, state=_with_question(visit.state, since))
            return _keep(asking, visit.limits.lease / _TRIES)


def _with_question(state: State, since: datetime) -> State:
    """Nobody is asked behind a cover: that has time until it is known anew, a little later."""
    return AtTwoScreens(state, since) if isinstance(state, SignedIn) else state


def _without_question(state: State) -> State:
    """The other machine has let the person go."""
    return state.kept if isinstance(state, AtTwoScreens) else state


def move_here(visit: Visit, state: AtTwoScreens) -> Move:
    """Yes: the place is given back at once, and the answer comes behind it, as to every renewal."""
    moving = _moving(visit, state.kept.session)
    return move(replace(visit, lease=moving.order), state.kept, moving)


def _keep(visit: Visit, renew: timedelta | None, *asked: Effect) -> Move:
    """Renew after so long; never, where there is nothing to renew."""
    if renew is None:
        return move(replace(visit, lease=None), visit.state, *asked)
    timer = number(visit)
    return move(replace(visit, lease=timer), visit.state, *asked, Wake(timer, renew))
