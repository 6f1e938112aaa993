"""At the services: what may be done there, read back, done, and called by a reference."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.acting import AtWork
from kiosk.visit.deeds import errand_done, perhaps_done
from kiosk.visit.events import (
    ErrandAnswered,
    ErrandChosen,
    ErrandConfirmed,
    Event,
    PostAsked,
    TroubleCame,
    WentBack,
)
from kiosk.visit.hindrance import hinder
from kiosk.visit.mandates import Act, Privilege, ReadPost, Right, covers
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.opening import go_to_services, open_mailbox
from kiosk.visit.orders_of_mandates import DoErrand
from kiosk.visit.outcomes import is_untold
from kiosk.visit.states import AskingToDo, AtServices, DoingErrand, ErrandDone, Session, SignedIn, Visit
from kiosk.visit.trouble import Trouble


def step_services(visit: Visit, state: SignedIn, place: AtWork, event: Event) -> Move:
    match place:
        case AtServices():
            return _step_at_services(visit, state, event)
        case AskingToDo():
            return _step_asking_to_do(visit, state, place, event)
        case DoingErrand():
            return _step_doing(visit, state, place, event)
        case ErrandDone():
            return _step_done(visit, state, event)
        case _:
            assert_never(place)


def _step_at_services(visit: Visit, state: SignedIn, event: Event) -> Move:
    match event:
        case ErrandChosen(privilege) if privilege.right is not Right.CONTACT:
            return _choose(visit, state, privilege)
        case PostAsked() | WentBack() if _allowed(state.session, ReadPost.READ):
            return open_mailbox(visit, state.session)
        case _:
            return stay(visit)


def _choose(visit: Visit, state: SignedIn, privilege: Privilege) -> Move:
    """The service would refuse as well: this only spares the way."""
    if not _allowed(state.session, privilege):
        return hinder(visit, state, Trouble.MANDATE_NOT_COVERING, AtServices(), ErrandChosen(privilege))
    return move(visit, SignedIn(state.session, AskingToDo(privilege)))


def _allowed(session: Session, act: Act) -> bool:
    return session.acting is None or covers(session.acting.mandate.scope, act)


def _step_asking_to_do(visit: Visit, state: SignedIn, place: AskingToDo, event: Event) -> Move:
    match event:
        case ErrandConfirmed():
            order = number(visit)
            doing = SignedIn(state.session, DoingErrand(order, place.privilege))
            return move(visit, doing, DoErrand(order, state.session.grant_in_use, place.privilege))
        case WentBack():
            return go_to_services(visit, state.session)
        case _:
            return stay(visit)


def _step_doing(visit: Visit, state: SignedIn, place: DoingErrand, event: Event) -> Move:
    match event:
        case ErrandAnswered(order, reference) if order == place.order:
            session = errand_done(visit, state.session, place.privilege)
            return move(visit, SignedIn(session, ErrandDone(place.privilege, reference)))
        case TroubleCame(order, trouble) if order == place.order and _may_have_changed(
            place.privilege, trouble
        ):
            return _perhaps_done(visit, state, place.privilege)
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, AtServices(), ErrandChosen(place.privilege))
        case _:
            return stay(visit)


def _may_have_changed(privilege: Privilege, trouble: Trouble) -> bool:
    return privilege.right is Right.HANDLE and is_untold(trouble)


def _perhaps_done(visit: Visit, state: SignedIn, privilege: Privilege) -> Move:
    """What can be said once more is to look how it stands, where that is allowed."""
    look = replace(privilege, right=Right.READ)
    said = ErrandChosen(look) if _allowed(state.session, look) else None
    after = replace(state, session=perhaps_done(visit, state))
    return hinder(visit, after, Trouble.OUTCOME_UNKNOWN, AtServices(), said)


def _step_done(visit: Visit, state: SignedIn, event: Event) -> Move:
    match event:
        case WentBack():
            return go_to_services(visit, state.session)
        case PostAsked() if _allowed(state.session, ReadPost.READ):
            return open_mailbox(visit, state.session)
        case _:
            return stay(visit)
