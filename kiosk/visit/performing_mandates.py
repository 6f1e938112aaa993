"""Carries out what a visit asks of the register of mandates, and of the services under one."""

from contextlib import suppress
from typing import assert_never

from kiosk.visit.events import (
    ActingBegun,
    Answer,
    ErrandAnswered,
    MandatesListed,
    MandateStands,
    MandateTaken,
    PrincipalTold,
)
from kiosk.visit.orders_of_mandates import (
    AcceptMandate,
    ActFor,
    CheckMandate,
    DeclineMandate,
    DoErrand,
    GiveMandate,
    ListMandates,
    RequestMandate,
    TellPrincipal,
    WithdrawMandate,
)
from kiosk.visit.people import Grant
from kiosk.visit.ports import MandateOffice, Ports
from kiosk.visit.trouble import TroubleError

Changing = GiveMandate | RequestMandate | AcceptMandate | DeclineMandate | WithdrawMandate
Answered = ListMandates | ActFor | CheckMandate | DoErrand | Changing | TellPrincipal


def mandate_answer(ports: Ports, effect: Answered) -> Answer:
    """Raises :class:`TroubleError`."""
    office = ports.mandate_office
    match effect:
        case ListMandates(order, grant):
            return MandatesListed(order, office.mandates(grant))
        case ActFor(order, grant, mandate):
            return ActingBegun(order, *office.act_for(grant, mandate))
        case CheckMandate(order, grant):
            office.still_stands(grant)
            return MandateStands(order)
        case DoErrand(order, grant, privilege):
            return ErrandAnswered(order, office.do(grant, privilege))
        case TellPrincipal(order, grant, mandate, deeds):
            receipt = ports.scrivener.compose_receipt(mandate, deeds, mandate.grantor.language)
            office.tell_principal(grant, mandate, receipt)
            return PrincipalTold(order)
        case GiveMandate() | RequestMandate() | AcceptMandate() | DeclineMandate() | WithdrawMandate():
            return _change(office, effect)
        case _:
            assert_never(effect)


def _change(office: MandateOffice, effect: Changing) -> MandateTaken:
    match effect:
        case GiveMandate(order, grant, draft):
            return MandateTaken(order, office.give(grant, draft))
        case RequestMandate(order, grant, draft):
            return MandateTaken(order, office.request(grant, draft))
        case AcceptMandate(order, grant, mandate):
            return MandateTaken(order, office.accept(grant, mandate))
        case DeclineMandate(order, grant, mandate):
            return MandateTaken(order, office.decline(grant, mandate))
        case WithdrawMandate(order, grant, mandate):
            return MandateTaken(order, office.withdraw(grant, mandate))


def stop_acting(ports: Ports, grant: Grant) -> None:
    """Give the token back. One that cannot be given back ends with the citizen's own session."""
    with suppress(TroubleError):
        ports.mandate_office.stop_acting(grant)
