"""Whoever acts and may not, asks for more as themselves: acting ends first, properly, and nothing of it goes along."""

from dataclasses import replace

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.delegating import Delegating
from kiosk.visit.forms import OnForm
from kiosk.visit.journal import What, notes
from kiosk.visit.mandates import Basis, Kind, Mandate
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import principals
from tests.principals import KAREN, KARENS_DOCTOR, KARENS_POST, MANDATES, MOVE_HOUSE
from tests.unit.visit.lives import everything
from tests.unit.visit.samples import DEED, FOLDER, acting, for_another, inside, place, session, through, visit

ASKS = {"here": e.MandatesAsked(), "on paper": e.FormAsked()}
REFUSED = s.Hindered(Trouble.MANDATE_NOT_COVERING, s.AtServices())


def refused(under: Mandate = KARENS_DOCTOR, *, something_done: bool = True) -> s.Visit:
    """Told that this is not covered, by touching what is greyed out."""
    acts = replace(principals.acting(under), deeds=(DEED,) if something_done else ())
    at_services = visit(s.SignedIn(replace(session(), acting=acts), s.AtServices()))
    told = through(at_services, e.ErrandChosen(MOVE_HOUSE))
    assert place(told) == REFUSED
    return told


def told_of_it(now: s.Visit) -> s.Visit:
    """The principal has the receipt, and the register has answered."""
    waiting = place(now)
    assert isinstance(waiting, s.TellingPrincipal)
    asking = through(now, e.PrincipalTold(waiting.owed.order))
    return through(asking, e.MandatesListed(asking.last_order, MANDATES))


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_acting_ends_first_with_a_receipt_and_the_token_given_back(asked: e.Event) -> None:
    after, orders = step(refused(), asked)
    assert acting(after) is None
    assert [type(order) for order in orders] == [f.ClosePress, o.TellPrincipal, o.StopActing, f.Wake]
    assert [note.what for note in notes(refused(), asked, after)] == [What.SWITCHED]


def test_then_the_citizen_is_at_their_own_mandates_and_asks() -> None:
    there = told_of_it(through(refused(), e.MandatesAsked()))
    assert place(there) == s.AtMandates(s.ChoosingPrincipal(MANDATES), MANDATES)
    assert isinstance(place(through(there, e.RequestingChosen())), s.AskingWhich)


def test_or_chooses_a_form() -> None:
    there = told_of_it(through(refused(), e.FormAsked()))
    assert isinstance(place(there), OnForm)


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_from_there_the_way_back_leads_to_the_choice_of_which_nothing_is_chosen(asked: e.Event) -> None:
    back = through(told_of_it(through(refused(), asked)), e.WentBack())
    assert place(back) == s.ChoosingPrincipal(MANDATES)
    assert acting(back) is None


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_where_nothing_was_done_nobody_waits_for_a_receipt(asked: e.Event) -> None:
    after, orders = step(refused(something_done=False), asked)
    assert isinstance(place(after), s.AskingForMandates)
    assert [type(order) for order in orders] == [f.ClosePress, o.StopActing, o.ListMandates]


OF_ACTING = ("the right to act for", "mailbox-1", "folder-1", "letter-1", "boligstøtte", "Kære", "sag-1")


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_nothing_of_what_was_seen_or_done_goes_along_from_any_place(asked: e.Event) -> None:
    """Nor from the list of what is covered, which can be opened over every one of them."""
    for state in for_another():
        begun = visit(state)
        switched = through(begun, e.SwitchAsked())
        after = through(begun, asked)
        if switched == begun:
            assert after == begun
            continue
        there = through(after, e.MandatesListed(after.last_order, MANDATES))
        assert isinstance(place(there), Delegating | OnForm)
        assert acting(there) is None
        assert [word for word in OF_ACTING if word in everything(there)] == []


def made_by(basis: Basis) -> Mandate:
    return replace(KARENS_DOCTOR, basis=basis)


IN_VAIN = {
    "a parent": made_by(Basis.PARENT),
    "a guardian": made_by(Basis.GUARDIAN),
    "who signs for a company": made_by(Basis.SIGNATORY),
    "a company": replace(KARENS_DOCTOR, grantor=replace(KAREN, kind=Kind.COMPANY)),
}


@pytest.mark.parametrize("under", IN_VAIN.values(), ids=IN_VAIN)
def test_nobody_is_sent_to_ask_where_no_person_could_give_more(under: Mandate) -> None:
    told = refused(under)
    for asked in ASKS.values():
        assert step(told, asked) == (told, ())


def test_a_future_power_is_shown_at_the_desk_and_the_person_is_not_asked() -> None:
    told = refused(made_by(Basis.FUTURE_POWER))
    assert step(told, e.MandatesAsked()) == (told, ())
    assert isinstance(place(told_of_it(through(told, e.FormAsked()))), OnForm)


def test_a_register_that_does_not_answer_is_asked_again_for_the_same() -> None:
    asking = through(refused(something_done=False), e.MandatesAsked())
    down = through(asking, e.TroubleCame(asking.last_order, Trouble.MANDATES_DOWN))
    again = through(down, e.TriedAgain())
    listed = through(again, e.MandatesListed(again.last_order, MANDATES))
    assert isinstance(place(listed), s.AtMandates)


def test_the_form_needs_no_register() -> None:
    asking = through(refused(something_done=False), e.FormAsked())
    down = through(asking, e.TroubleCame(asking.last_order, Trouble.MANDATES_DOWN))
    assert isinstance(place(through(down, e.FormAsked())), OnForm)


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_whoever_ends_the_visit_while_the_receipt_is_sent_goes_home_and_asks_nothing(asked: e.Event) -> None:
    waiting = place(ending := through(refused(), asked, e.EndAsked()))
    assert isinstance(waiting, s.TellingPrincipal)
    assert isinstance(through(ending, e.PrincipalTold(waiting.owed.order)).state, s.Leaving)


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
def test_a_receipt_that_does_not_arrive_is_offered_on_paper_before_the_citizen_goes_on(
    asked: e.Event,
) -> None:
    waiting = place(sent := through(refused(), asked))
    assert isinstance(waiting, s.TellingPrincipal)
    offered = through(sent, e.TroubleCame(waiting.owed.order, Trouble.MAILBOX_CLOSED))
    assert isinstance(place(offered), s.OfferingReceipt)
    asking = through(offered, e.WentBack())
    listed = through(asking, e.MandatesListed(asking.last_order, MANDATES))
    assert isinstance(place(listed), Delegating | OnForm)


def test_from_letters_the_way_is_the_same() -> None:
    after = through(inside(FOLDER, under=KARENS_POST), e.MandatesAsked())
    listed = through(after, e.MandatesListed(after.last_order, MANDATES))
    assert isinstance(place(listed), s.AtMandates)
