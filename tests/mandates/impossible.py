"""What nobody can write down: every line with the word is refused by the type checker, and no other is."""

from dataclasses import dataclass

from kiosk.visit.acting import ForAnother
from kiosk.visit.events import LoggedIn
from kiosk.visit.mandates import Draft, Mandate
from kiosk.visit.orders_of_mandates import ActFor, GiveMandate, ListMandates
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.places import Session
from kiosk.visit.ports import MandateOffice
from kiosk.visit.secrets import Secret


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody of the staff, with all that a citizen has but the citizen's own login."""

    name: str
    key: Secret


def a_clerk_is_no_citizen(clerk: Clerk, citizens: OwnGrant) -> None:
    Session(clerk, citizens, None)  # impossible
    LoggedIn(1, clerk, citizens)  # impossible


def a_clerk_has_no_login_of_a_citizen(office: MandateOffice, clerk: Clerk, mandate: Mandate) -> None:
    office.act_for(clerk.key, mandate)  # impossible
    office.act_for(clerk, mandate)  # impossible
    ActFor(1, clerk, mandate)  # impossible
    OwnGrant(clerk, clerk)  # impossible


def a_right_to_act_for_somebody_is_no_login(
    office: MandateOffice, acting: ForAnother, mandate: Mandate, draft: Draft
) -> None:
    office.mandates(acting.grant)  # impossible
    office.act_for(acting.grant, mandate)  # impossible
    office.give(acting.grant, draft)  # impossible
    office.accept(acting.grant, mandate)  # impossible
    ListMandates(1, acting.grant)  # impossible
    GiveMandate(1, acting.grant, draft)  # impossible


def the_citizen_can(office: MandateOffice, own: OwnGrant, mandate: Mandate) -> Grant:
    office.mandates(own)
    return office.act_for(own, mandate)[0]
