"""The citizen's own mandates: given, received, waiting; looked at, answered and withdrawn."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.acting import ActingEnded, AtServices, ChoosingPrincipal, ErrandDone, NotThisMandate
from kiosk.visit.delegating import (
    Accepting,
    AskingToChange,
    AskingWhich,
    AtMandates,
    Change,
    Declining,
    Delegating,
    Drafting,
    ExplainingMandates,
    FetchingMandates,
    Giving,
    LookingAtMandate,
    MandateSent,
    Origin,
    Requesting,
    SendingMandate,
    SigningMandate,
    Withdrawing,
)
from kiosk.visit.events import (
    AcceptingAsked,
    DecliningAsked,
    Event,
    ExplanationAsked,
    GivingChosen,
    MandateChosen,
    MandatesAsked,
    MandatesListed,
    RequestingChosen,
    SigningAsked,
    TroubleCame,
    WentBack,
    WithdrawingAsked,
)
from kiosk.visit.hindrance import hinder
from kiosk.visit.moves import Move, go, number, stay
from kiosk.visit.orders_of_mandates import ListMandates
from kiosk.visit.reading import InFolder
from kiosk.visit.states import Hindered, SignedIn, Visit
from kiosk.visit.step_drafting import step_drafting
from kiosk.visit.step_signing import sign_or_send, step_sending, step_signing


def open_mandates(visit: Visit, state: SignedIn) -> Move:
    """To the list of what was given and received. Only one's own, and only while one acts for nobody else."""
    match state.place:
        case _ if state.session.acting is not None:
            return stay(visit)
        case NotThisMandate(back=choosing) | Hindered(before=ChoosingPrincipal() as choosing):
            return _fetch(visit, state, choosing)
        case ErrandDone():
            return _fetch(visit, state, AtServices())
        case Hindered(before=InFolder() | AtServices() as origin):
            return _fetch(visit, state, origin)
        case InFolder() | AtServices() | ChoosingPrincipal() | ActingEnded() as origin:
            return _fetch(visit, state, origin)
        case _:
            return stay(visit)


def _fetch(visit: Visit, state: SignedIn, origin: Origin) -> Move:
    order = number(visit)
    return go(visit, state, FetchingMandates(order, origin), ListMandates(order, state.session.grant))


def step_delegating(visit: Visit, state: SignedIn, place: Delegating, event: Event) -> Move:
    if isinstance(place, Drafting):
        return step_drafting(visit, state, place, event)
    match place:
        case FetchingMandates():
            return _step_fetching(visit, state, place, event)
        case AtMandates():
            return _step_list(visit, state, place, event)
        case ExplainingMandates():
            return go(visit, state, place.back) if isinstance(event, WentBack) else stay(visit)
        case LookingAtMandate():
            return _step_looking(visit, state, place, event)
        case AskingToChange():
            return _step_asking_to_change(visit, state, place, event)
        case SigningMandate():
            return step_signing(visit, state, place, event)
        case SendingMandate():
            return step_sending(visit, state, place, event)
        case MandateSent():
            return _step_sent(visit, state, place, event)
        case _:
            assert_never(place)


def _step_fetching(visit: Visit, state: SignedIn, place: FetchingMandates, event: Event) -> Move:
    match event:
        case MandatesListed(order, mandates) if order == place.order:
            return go(visit, state, AtMandates(place.back, mandates))
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.back, MandatesAsked())
        case WentBack():
            return go(visit, state, place.back)
        case _:
            return stay(visit)


def _step_list(visit: Visit, state: SignedIn, place: AtMandates, event: Event) -> Move:
    match event:
        case ExplanationAsked():
            return go(visit, state, ExplainingMandates(place))
        case GivingChosen():
            return go(visit, state, AskingWhich(place, Giving()))
        case RequestingChosen():
            return go(visit, state, AskingWhich(place, Requesting()))
        case MandateChosen(mandate_id):
            return _look(visit, state, place, mandate_id)
        case MandatesAsked():
            return _fetch(visit, state, place.back)
        case WentBack():
            return go(visit, state, _where_from(place))
        case _:
            return stay(visit)


def _where_from(place: AtMandates) -> Origin:
    """The choice for whom to act is offered as the list is now."""
    if isinstance(place.back, ChoosingPrincipal):
        return replace(place.back, mandates=place.mandates)
    return place.back


def _look(visit: Visit, state: SignedIn, place: AtMandates, mandate_id: str) -> Move:
    mandate = place.mandates.find(mandate_id)
    return go(visit, state, LookingAtMandate(place, mandate)) if mandate else stay(visit)


def _step_looking(visit: Visit, state: SignedIn, place: LookingAtMandate, event: Event) -> Move:
    change = _change(place, event)
    if change:
        return go(visit, state, AskingToChange(place, change))
    return go(visit, state, place.back) if isinstance(event, WentBack) else stay(visit)


def _change(place: LookingAtMandate, event: Event) -> Change | None:
    """What was asked for, where it is the citizen's to do."""
    match event:
        case AcceptingAsked() if place.mandate.awaits_me:
            return Accepting()
        case DecliningAsked() if place.mandate.awaits_me:
            return Declining()
        case WithdrawingAsked() if place.mandate.can_be_withdrawn:
            return Withdrawing()
        case _:
            return None


def _step_asking_to_change(visit: Visit, state: SignedIn, place: AskingToChange, event: Event) -> Move:
    match event:
        case SigningAsked():
            return sign_or_send(visit, state, place)
        case WentBack():
            return go(visit, state, place.back)
        case _:
            return stay(visit)


def _step_sent(visit: Visit, state: SignedIn, place: MandateSent, event: Event) -> Move:
    """The list that it began at is out of date."""
    match event:
        case WentBack() | MandatesAsked():
            return _fetch(visit, state, place.back.back)
        case _:
            return stay(visit)
