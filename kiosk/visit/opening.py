"""Where a session sets out: to the choice for whom, to the mailbox, to the services."""

from kiosk.visit.effects import Effect, OpenMailbox
from kiosk.visit.moves import Move, move, number
from kiosk.visit.orders_of_mandates import ListMandates
from kiosk.visit.states import AskingForMandates, AtServices, Onward, OpeningMailbox, Session, SignedIn, Visit


def ask_for_whom(
    visit: Visit,
    session: Session,
    *effects: Effect,
    switching: bool = False,
    onward: Onward = Onward.FOR_WHOM,
) -> Move:
    """For whom may the citizen act?"""
    order = number(visit)
    asking = SignedIn(session, AskingForMandates(order, switching, onward))
    return move(visit, asking, *effects, ListMandates(order, session.grant))


def open_mailbox(visit: Visit, session: Session, *effects: Effect) -> Move:
    """The mailbox of whomever the citizen acts for."""
    order = number(visit)
    opening = SignedIn(session, OpeningMailbox(order))
    return move(visit, opening, *effects, OpenMailbox(order, session.grant_in_use))


def go_to_services(visit: Visit, session: Session, *effects: Effect) -> Move:
    return move(visit, SignedIn(session, AtServices()), *effects)
