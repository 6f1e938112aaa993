"""A mandate is written, looked at, answered and withdrawn, move by move."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.delegating import Delegating
from kiosk.visit.mandates import Area, Basis, Draft, Mandates, PostRight, Privilege, Right, Standing, Term
from kiosk.visit.orders_of_mandates import ListMandates
from kiosk.visit.people import WrongName, WrongNumber
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import delegates, principals
from tests.unit.visit.samples import (
    CHOICE,
    CHOOSING,
    DELEGATING,
    FOLDER,
    MANDATES,
    READ_BACK,
    for_another,
    inside,
    place,
    through,
    visit,
)

DORTES_CPR = e.OtherCprGiven(Secret(delegates.DORTES_CPR.digits))


def listed(origin: s.Place = FOLDER) -> s.Visit:
    fetching = through(inside(origin), e.MandatesAsked())
    return through(fetching, e.MandatesListed(fetching.last_order, delegates.MANDATES))


def at_scope(*said: e.Event) -> s.Visit:
    return through(listed(), e.GivingChosen(), *said)


# The list


def test_the_list_is_fetched_with_ones_own_grant() -> None:
    before = inside(FOLDER)
    fetching, asked = step(before, e.MandatesAsked())
    assert isinstance(before.state, s.SignedIn)
    assert asked == (ListMandates(fetching.last_order, before.state.session.grant),)


@pytest.mark.parametrize(
    "origin",
    [FOLDER, s.AtServices(), s.ActingEnded(Trouble.MANDATE_WITHDRAWN)],
    ids=lambda at: type(at).__name__,
)
def test_going_back_leads_to_where_the_citizen_was(origin: s.Place) -> None:
    assert place(through(listed(origin), e.WentBack())) == origin
    assert place(through(inside(origin), e.MandatesAsked(), e.WentBack())) == origin


def test_the_choice_for_whom_to_act_is_offered_as_the_list_is_now() -> None:
    for origin in (CHOICE, s.NotThisMandate(Trouble.MANDATE_EXPIRED, principals.ENDED, CHOICE)):
        assert place(through(listed(origin), e.WentBack())) == s.ChoosingPrincipal(delegates.MANDATES)


def test_somebody_whom_nobody_lets_act_can_ask_from_there() -> None:
    nobody = s.ChoosingPrincipal(Mandates())
    missing = s.Hindered(Trouble.MANDATE_MISSING, nobody)
    assert isinstance(place(through(listed(missing), e.RequestingChosen())), s.AskingWhich)


def test_a_register_that_does_not_answer_can_be_asked_again_or_left() -> None:
    fetching = through(inside(FOLDER), e.MandatesAsked())
    hindered = through(fetching, e.TroubleCame(fetching.last_order, Trouble.MANDATES_DOWN))
    assert place(through(hindered, e.WentBack())) == FOLDER
    _, asked = step(hindered, e.TriedAgain())
    assert [type(effect) for effect in asked] == [ListMandates]


def test_nobody_comes_to_their_mandates_before_acting_for_somebody_has_ended() -> None:
    for state in for_another():
        assert not isinstance(place(through(visit(state), e.MandatesAsked())), Delegating)


def test_which_of_the_two_it_is_can_be_explained_before_it_is_chosen() -> None:
    which = through(listed(), e.GivingChosen())
    for now in (listed(), which):
        explained = through(now, e.ExplanationAsked())
        assert isinstance(place(explained), s.ExplainingMandates)
        assert place(through(explained, e.WentBack())) == place(now)


# Writing


def test_a_power_of_attorney_is_written_and_read_back() -> None:
    see, choose, move = principals.SEE_DOCTOR, principals.CHOOSE_DOCTOR, principals.MOVE_HOUSE
    ticks = (e.PrivilegeTicked(each) for each in (see, choose, move, choose))
    scope = at_scope(e.PowerChosen(), *ticks)
    who = through(scope, e.ScopeConfirmed(), DORTES_CPR, e.OtherNameGiven(Secret("  Dorte   Dattersen ")))
    read_back = place(through(who, e.UntilChosen(delegates.IN_A_YEAR)))
    assert isinstance(read_back, s.ReadingBack)
    assert read_back.purpose == s.Giving()
    assert read_back.draft == Draft(
        "Dorte Dattersen", delegates.DORTES_CPR, frozenset({see, move}), delegates.IN_A_YEAR
    )


def test_an_access_to_digital_post_begins_with_the_narrower_right() -> None:
    scope = place(at_scope(e.PostAccessChosen()))
    assert isinstance(scope, s.AskingScope)
    assert scope.ticked is PostRight.READ
    wider = place(at_scope(e.PostAccessChosen(), e.PostRightChosen(PostRight.READ_AND_WRITE)))
    assert wider == replace(scope, ticked=PostRight.READ_AND_WRITE)


def test_the_two_are_never_mixed() -> None:
    power, post = at_scope(e.PowerChosen()), at_scope(e.PostAccessChosen())
    assert through(power, e.PostRightChosen(PostRight.READ)) == power
    assert through(post, e.PrivilegeTicked(principals.SEE_DOCTOR)) == post


def test_a_mandate_about_nothing_is_not_asked_further() -> None:
    nothing = at_scope(e.PowerChosen())
    assert through(nothing, e.ScopeConfirmed()) == nothing


def test_every_right_in_every_area_can_be_given_also_the_ones_that_no_machine_asks_for() -> None:
    every = [Privilege(area, right) for area in Area for right in Right]
    scope = place(at_scope(e.PowerChosen(), *map(e.PrivilegeTicked, every)))
    assert isinstance(scope, s.AskingScope)
    assert scope.ticked == frozenset(every)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("611270", WrongNumber.NOT_TEN_DIGITS),
        ("9002704002", WrongNumber.NO_SUCH_DAY),
        ("6705411234", WrongNumber.ONES_OWN),
    ],
)
def test_a_slip_of_the_finger_is_told_beside_the_question(typed: str, wrong: WrongNumber) -> None:
    asked = inside(READ_BACK.back.back.back)
    again = through(asked, e.OtherCprGiven(Secret(typed)))
    assert place(again) == replace(READ_BACK.back.back.back, wrong=wrong)
    assert place(through(again, DORTES_CPR)) == READ_BACK.back.back
    assert place(through(again, DORTES_CPR, e.WentBack())) == READ_BACK.back.back.back


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", WrongName.NO_LETTERS),
        ("   ", WrongName.NO_LETTERS),
        ("1234", WrongName.NO_LETTERS),
        ("Dorte\x00Dattersen", WrongName.NO_LETTERS),
        ("a" * 141, WrongName.TOO_LONG),
    ],
)
def test_a_name_that_is_none_is_told_beside_the_question(typed: str, wrong: WrongName) -> None:
    again = through(inside(READ_BACK.back.back), e.OtherNameGiven(Secret(typed)))
    assert place(again) == replace(READ_BACK.back.back, wrong=wrong)
    assert place(through(again, e.OtherNameGiven(Secret("Dorte Dattersen")))) == READ_BACK.back


def test_last_days_are_offered_by_the_calendar_and_no_other_is_taken() -> None:
    asked = inside(READ_BACK.back)
    assert READ_BACK.back.offered == (
        date(2027, 2, 24),
        date(2027, 11, 24),
        date(2029, 11, 24),
        date(2031, 11, 24),
    )
    assert through(asked, e.UntilChosen(date(2099, 1, 1))) == asked


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert Term.THREE_MONTHS.last_day(date(2026, 11, 30)) == date(2027, 2, 28)
    assert Term.ONE_YEAR.last_day(date(2028, 2, 29)) == date(2029, 2, 28)
    assert Term.ONE_YEAR.last_day(date(2026, 12, 31)) == date(2027, 12, 31)


def test_going_back_step_by_step_loses_nothing() -> None:
    now = inside(READ_BACK)
    for answer in (e.UntilChosen(READ_BACK.until), e.OtherNameGiven(Secret("Dorte Dattersen")), DORTES_CPR):
        before = now
        now = through(now, e.WentBack())
        assert place(through(now, answer)) == place(before)
    assert place(through(now, e.WentBack())) == READ_BACK.back.back.back.back
    assert place(through(now, e.WentBack(), e.WentBack(), e.WentBack())) == MANDATES


@pytest.mark.parametrize("where", [*DELEGATING, *CHOOSING], ids=lambda at: type(at).__name__)
def test_what_was_typed_is_in_no_repr(where: s.Place) -> None:
    for word in ("Dorte", "6112704002", "Karen", "Otto Onkelsen"):
        assert word not in repr(inside(where))


# One of the list


def looking(reference: str) -> s.Visit:
    return through(inside(MANDATES), e.MandateChosen(f"id-{reference}"))


def test_a_mandate_that_is_not_in_the_list_cannot_be_looked_at() -> None:
    assert place(looking("NQBQDY22")) == MANDATES


def test_what_waits_for_the_citizen_can_be_accepted_or_declined_but_not_withdrawn() -> None:
    for reference in (delegates.WANTED.reference.name, delegates.OFFERED.reference.name):
        now = looking(reference)
        assert isinstance(place(through(now, e.AcceptingAsked())), s.AskingToChange)
        assert isinstance(place(through(now, e.DecliningAsked())), s.AskingToChange)
        assert through(now, e.WithdrawingAsked()) == now


def test_what_is_in_force_can_be_withdrawn_by_either_side() -> None:
    for mandate in (delegates.GIVEN, principals.KARENS_POST):
        now = looking(mandate.reference.name)
        assert through(now, e.AcceptingAsked(), e.DecliningAsked()) == now
        sure = place(through(now, e.WithdrawingAsked()))
        assert sure == s.AskingToChange(s.LookingAtMandate(MANDATES, mandate), s.Withdrawing())


def test_what_the_citizen_has_asked_for_can_be_taken_back_before_it_is_answered() -> None:
    assert replace(principals.KARENS_POST, standing=Standing.AWAITED).can_be_withdrawn


@pytest.mark.parametrize("basis", [Basis.PARENT, Basis.GUARDIAN, Basis.SIGNATORY, Basis.FUTURE_POWER])
def test_what_was_made_elsewhere_is_not_withdrawn_here(basis: Basis) -> None:
    assert not replace(principals.KARENS_POST, basis=basis).can_be_withdrawn


@pytest.mark.parametrize(
    "standing", [Standing.DECLINED, Standing.WITHDRAWN, Standing.EXPIRED, Standing.GRANTOR_DEAD]
)
def test_what_is_over_is_not_withdrawn(standing: Standing) -> None:
    assert not replace(principals.KARENS_POST, standing=standing).can_be_withdrawn


def test_nothing_is_changed_before_the_citizen_is_sure() -> None:
    looked = looking(delegates.GIVEN.reference.name)
    asking, asked = step(looked, e.WithdrawingAsked())
    assert asked == ()
    assert through(asking, e.WentBack()) == looked


def test_after_a_change_the_list_is_fetched_anew_and_leads_back_to_the_same_place() -> None:
    sent = inside(s.MandateSent(MANDATES, delegates.GIVEN, s.Withdrawing()))
    fetching, asked = step(sent, e.WentBack())
    assert [type(effect) for effect in asked] == [ListMandates]
    assert place(through(fetching, e.WentBack())) == FOLDER
