"""At the services, for oneself and for somebody, move by move."""

from dataclasses import replace

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.mandates import Reference
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests.principals import CHOOSE_DOCTOR, KARENS_DOCTOR, KARENS_POST, MOVE_HOUSE, PHONE_DOCTOR, SEE_DOCTOR
from tests.unit.visit.samples import FOLDER, ORDER, inside, place, through


def test_the_services_and_the_mailbox_are_side_by_side_for_oneself() -> None:
    services = through(inside(FOLDER), e.ServicesAsked())
    assert place(services) == s.AtServices()
    for said in (e.PostAsked(), e.WentBack()):
        back, asked = step(services, said)
        assert isinstance(place(back), s.OpeningMailbox)
        assert [type(effect) for effect in asked] == [f.OpenMailbox]


def test_an_access_to_digital_post_shows_the_services_and_does_nothing_there() -> None:
    services = through(inside(FOLDER, under=KARENS_POST), e.ServicesAsked())
    refused, asked = step(services, e.ErrandChosen(SEE_DOCTOR))
    assert place(refused) == s.Hindered(Trouble.MANDATE_NOT_COVERING, s.AtServices())
    assert asked == ()
    assert isinstance(place(through(services, e.WentBack())), s.OpeningMailbox)


def test_an_errand_is_read_back_before_it_is_done_with_the_principals_token() -> None:
    asking, asked = step(inside(s.AtServices(), under=KARENS_DOCTOR), e.ErrandChosen(CHOOSE_DOCTOR))
    assert (place(asking), asked) == (s.AskingToDo(CHOOSE_DOCTOR), ())
    doing, (order,) = step(asking, e.ErrandConfirmed())
    assert isinstance(order, o.DoErrand)
    assert order.grant is doing.state.session.acting.grant  # type: ignore[union-attr]
    done = through(doing, e.ErrandAnswered(order.order, "sag-1"))
    assert place(done) == s.ErrandDone(CHOOSE_DOCTOR, "sag-1")
    assert place(through(done, e.WentBack())) == s.AtServices()


def test_a_second_thought_does_nothing() -> None:
    after, asked = step(inside(s.AskingToDo(CHOOSE_DOCTOR)), e.WentBack())
    assert (place(after), asked) == (s.AtServices(), ())


@pytest.mark.parametrize("privilege", [SEE_DOCTOR, CHOOSE_DOCTOR, MOVE_HOUSE])
def test_for_oneself_everything_may_be_seen_and_handled(privilege) -> None:
    doing, (order,) = step(inside(s.AskingToDo(privilege)), e.ErrandConfirmed())
    assert isinstance(order, o.DoErrand)
    assert order.grant.access_token.text() == "access"
    assert isinstance(place(doing), s.DoingErrand)


def test_what_the_mandate_does_not_cover_is_said_and_not_tried() -> None:
    refused, asked = step(inside(s.AtServices(), under=KARENS_DOCTOR), e.ErrandChosen(MOVE_HOUSE))
    assert place(refused) == s.Hindered(Trouble.MANDATE_NOT_COVERING, s.AtServices())
    assert asked == ()
    assert place(through(refused, e.WentBack())) == s.AtServices()


@pytest.mark.parametrize("under", [None, KARENS_DOCTOR], ids=["for oneself", "for another"])
def test_no_machine_phones_for_anybody(under) -> None:
    services = inside(s.AtServices(), under=under)
    assert step(services, e.ErrandChosen(PHONE_DOCTOR)) == (services, ())


def test_a_service_that_refuses_has_the_last_word() -> None:
    doing = inside(s.DoingErrand(ORDER, CHOOSE_DOCTOR), under=KARENS_DOCTOR)
    refused = through(doing, e.TroubleCame(ORDER, Trouble.MANDATE_NOT_COVERING))
    assert place(refused) == s.Hindered(Trouble.MANDATE_NOT_COVERING, s.AtServices())


def test_a_service_that_is_down_is_asked_again_only_after_reading_back() -> None:
    doing = inside(s.DoingErrand(ORDER, SEE_DOCTOR), under=KARENS_DOCTOR)
    hindered = through(doing, e.TroubleCame(ORDER, Trouble.SERVICE_DOWN))
    again, asked = step(hindered, e.TriedAgain())
    assert (place(again), asked) == (s.AskingToDo(SEE_DOCTOR), ())


def test_what_may_have_been_handled_is_looked_at_first_and_not_done_again() -> None:
    doing = inside(s.DoingErrand(ORDER, CHOOSE_DOCTOR), under=KARENS_DOCTOR)
    hindered = through(doing, e.TroubleCame(ORDER, Trouble.SERVICE_DOWN))
    assert place(hindered) == s.Hindered(Trouble.OUTCOME_UNKNOWN, s.AtServices(), e.ErrandChosen(SEE_DOCTOR))
    assert place(through(hindered, e.TriedAgain())) == s.AskingToDo(SEE_DOCTOR)


def test_who_may_not_look_goes_back_to_the_services() -> None:
    blind = replace(KARENS_DOCTOR, scope=frozenset({CHOOSE_DOCTOR}))
    doing = inside(s.DoingErrand(ORDER, CHOOSE_DOCTOR), under=blind)
    hindered = through(doing, e.TroubleCame(ORDER, Trouble.SERVICE_DOWN))
    assert place(hindered) == s.Hindered(Trouble.OUTCOME_UNKNOWN, s.AtServices())
    assert place(through(hindered, e.WentBack())) == s.AtServices()


@pytest.mark.parametrize(
    ("under", "reference"), [(None, None), (KARENS_DOCTOR, Reference("KARENQ23"))], ids=["own", "another's"]
)
def test_the_journal_says_that_an_errand_was_done_and_under_which_mandate(under, reference) -> None:
    doing = inside(s.DoingErrand(ORDER, CHOOSE_DOCTOR), under=under)
    event = e.ErrandAnswered(ORDER, "sag-1")
    assert notes(doing, event, through(doing, event)) == (Note(What.ERRAND_DONE, reference),)
