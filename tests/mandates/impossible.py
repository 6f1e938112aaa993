"""What nobody can write down: every line with the word is refused by the type checker, and no other is."""

from datetime import date

from starlette.requests import Request

from kiosk.training.callers import Caller, Staff
from kiosk.training.people import Person
from kiosk.training.post_access import Reader
from kiosk.training.receipts import Receipts
from kiosk.training.register import Basis
from kiosk.training.register_papers import Papers, Reading, SignedPaper
from kiosk.training.wider_powers import GeneralPower
from kiosk.visit.acting import ForAnother
from kiosk.visit.events import LoggedIn
from kiosk.visit.mandates import Draft, Mandate
from kiosk.visit.orders_of_mandates import ActFor, GiveMandate, ListMandates
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.places import Session
from kiosk.visit.ports import MandateOffice


def staff_are_no_citizen_at_the_kiosk(staff: Staff, citizens: OwnGrant) -> None:
    Session(staff, citizens, None)  # impossible
    LoggedIn(1, staff, citizens)  # impossible


def staff_have_no_login_of_a_citizen(office: MandateOffice, staff: Staff, mandate: Mandate) -> None:
    office.mandates(staff)  # impossible
    office.act_for(staff, mandate)  # impossible
    ActFor(1, staff, mandate)  # impossible
    OwnGrant(staff, staff)  # impossible


async def no_citizens_door_of_the_town_takes_staff(
    staff: Staff, receipts: Receipts, request: Request
) -> None:
    Caller(staff)  # impossible
    Reader.of(staff)  # impossible
    await receipts.take(request, staff)  # impossible


def the_desk_takes_nobody_else(papers: Papers, paper: SignedPaper, reading: Reading, caller: Caller) -> None:
    papers.register(paper, reading, caller)  # impossible
    papers.confirm(paper, caller)  # impossible


def staff_can(papers: Papers, paper: SignedPaper, reading: Reading, staff: Staff) -> None:
    papers.register(paper, reading, staff)
    papers.confirm(paper, staff)


def no_paper_gives_what_a_law_or_a_court_gives(anna: Person, hilda: Person, until: date) -> None:
    Reading("holder", hilda, anna, Basis.PARENT, frozenset(), until)  # impossible
    Reading("holder", hilda, anna, Basis.POWER, frozenset(), until, Basis.GENERAL_POWER)  # impossible


def a_wider_power_that_is_shown_does(
    anna: Person, hilda: Person, until: date, general: GeneralPower
) -> Reading:
    return Reading("holder", hilda, anna, Basis.POWER, frozenset(), until, general)


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
