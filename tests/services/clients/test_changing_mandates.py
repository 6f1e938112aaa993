"""Giving, asking, accepting, declining and withdrawing, at the practice town's register of mandates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.services import MunicipalMandateOffice
from kiosk.visit.mandates import Area, Basis, Draft, PostRight, Privilege, Right, Standing
from kiosk.visit.people import Cpr
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble

SOON = date.today() + timedelta(days=30)
DOCTOR = frozenset(Privilege(Area.DOCTOR, right) for right in Right)
HILDA = Draft("Hilda Ravn", Cpr("6405393352"), PostRight.READ, SOON)
NOBODY = Draft("Hilda Ravn", Cpr("6405393353"), PostRight.READ, SOON)


@pytest.fixture
def office(known_machine, town) -> MunicipalMandateOffice:
    return known_machine.mandate_office(town.url)


@pytest.mark.parametrize(
    ("scope", "basis"),
    [
        (DOCTOR, Basis.POWER),
        (PostRight.READ, Basis.READ_ACCESS),
        (PostRight.READ_AND_WRITE, Basis.WRITE_ACCESS),
    ],
)
def test_what_is_given_is_accepted_used_and_withdrawn(office, log_in, scope, basis):
    giver, taker = log_in("anna"), log_in("hilda-helped")
    given = office.give(giver, replace(HILDA, scope=scope))
    assert (given.standing, given.awaits_me, given.scope, given.basis) == (
        Standing.AWAITED,
        False,
        scope,
        basis,
    )
    assert (given.grantor.name, given.until) == ("Anna Sørensen", SOON)
    offered = next(it for it in office.mandates(taker).received if it.id == given.id)
    assert (offered.awaits_me, offered.reference) == (True, given.reference)
    accepted = office.accept(taker, offered)
    assert accepted.standing is Standing.IN_FORCE
    grant, _ = office.act_for(taker, accepted)
    assert office.withdraw(giver, accepted).standing is Standing.WITHDRAWN
    with trouble(Trouble.MANDATE_WITHDRAWN):
        office.still_stands(grant)


def test_what_is_asked_for_waits_for_the_other_and_can_be_declined(office, log_in):
    asker, asked = log_in("anna"), log_in("hilda-helped")
    request = office.request(asker, replace(HILDA, scope=DOCTOR))
    assert (request.grantor.name, request.standing, request.awaits_me) == (
        "Hilda Ravn",
        Standing.AWAITED,
        False,
    )
    with trouble(Trouble.MANDATE_AWAITED):
        office.act_for(asker, request)
    waiting = next(it for it in office.mandates(asked).given if it.id == request.id)
    assert waiting.awaits_me
    assert office.decline(asked, waiting).standing is Standing.DECLINED


def test_nobody_is_told_whether_the_other_exists(office, log_in):
    asker = log_in("anna")
    known, unknown = office.request(asker, HILDA), office.request(asker, NOBODY)
    assert replace(known, id=unknown.id, reference=unknown.reference) == unknown
    listed = {it.id: it for it in office.mandates(asker).received}
    assert (listed[known.id], listed[unknown.id]) == (known, unknown)


def test_the_sixth_request_within_an_hour_has_to_wait(office, log_in):
    asker = log_in("ahmed")
    for _ in range(5):
        office.request(asker, NOBODY)
    with trouble(Trouble.MANDATE_REQUESTS_TOO_MANY) as caught:
        office.request(asker, NOBODY)
    assert timedelta(minutes=50) < caught.value.wait <= timedelta(hours=1)


def test_an_old_login_signs_nothing(office, known_machine, town, log_in):
    giver, asked = log_in("anna"), log_in("asta-asked")
    waiting = next(it for it in office.mandates(asked).given if it.awaits_me)
    town.client.switch(clock_ahead_s=125)
    known_machine.ahead = timedelta(seconds=125)
    with trouble(Trouble.MANDATE_NOT_SIGNED):
        office.give(giver, HILDA)
    with trouble(Trouble.MANDATE_NOT_SIGNED):
        office.accept(asked, waiting)
    assert office.request(giver, HILDA).standing is Standing.AWAITED


@pytest.mark.parametrize("change", ["accept", "decline", "withdraw"])
def test_the_second_of_two_who_change_one_mandate_is_told(office, town, log_in, change):
    asked = log_in("asta-asked")
    waiting = next(it for it in office.mandates(asked).given if it.awaits_me)
    town.client.switch(mandate_changed=True)
    with trouble(Trouble.MANDATE_CHANGED):
        getattr(office, change)(asked, waiting)


def test_a_mandate_that_was_withdrawn_meanwhile_cannot_be_accepted(office, log_in):
    asked = log_in("asta-asked")
    waiting = next(it for it in office.mandates(asked).given if it.awaits_me)
    office.withdraw(log_in("willy-waiting"), waiting)
    with trouble(Trouble.MANDATE_CHANGED):
        office.accept(asked, waiting)


def test_what_another_register_keeps_is_not_withdrawn_here(office, log_in):
    grant = log_in("gerda-guardian")
    with trouble(Trouble.REGISTER_REFUSED):
        office.withdraw(grant, office.mandates(grant).received[0])


@pytest.mark.parametrize("ask", ["give", "request"])
def test_whoever_is_fourteen_is_told_that_the_register_says_no(office, log_in, ask):
    with trouble(Trouble.REGISTER_REFUSED):
        getattr(office, ask)(log_in("fie-fourteen"), HILDA)


@pytest.mark.parametrize(
    "draft",
    [
        replace(HILDA, until=date.today() - timedelta(days=2)),
        replace(HILDA, until=date.today() + timedelta(days=6 * 366)),
        replace(HILDA, scope=frozenset()),
    ],
)
def test_a_draft_that_no_screen_lets_through_is_refused(office, log_in, draft):
    with trouble(Trouble.MANDATES_ODD):
        office.give(log_in("anna"), draft)


def test_what_was_asked_for_may_stand_though_no_answer_came(office, town, log_in):
    asker = log_in("anna")
    town.client.switch(answers_lost=True)
    with trouble(Trouble.MANDATES_DOWN):
        office.request(asker, HILDA)
    assert [it.standing for it in office.mandates(asker).received] == [Standing.AWAITED]
