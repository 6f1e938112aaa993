"""A mandate given, asked for, answered or withdrawn: the citizen's own affairs."""

from kiosk.visit.delegating import Delegating
from kiosk.visit.events import Event
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.orders_of_mandates import ListMandates
from kiosk.visit.states import FetchingMandates, SignedIn, Visit


def open_mandates(visit: Visit, state: SignedIn) -> Move:
    """To the list of what was given and received."""
    order = number(visit)
    fetching = SignedIn(state.session, FetchingMandates(order))
    return move(visit, fetching, ListMandates(order, state.session.grant))


def step_delegating(visit: Visit, state: SignedIn, place: Delegating, event: Event) -> Move:
    return stay(visit)
