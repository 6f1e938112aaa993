"""For whom? Chosen, begun and switched, move by move."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import orders_of_mandates as o
from kiosk.visit import states as s
from kiosk.visit.limits import Limits
from kiosk.visit.mandates import Area, Basis, Mandate, Mandates, Privilege, Right, Standing
from kiosk.visit.paper import Outcome, PrintResult, Sides
from kiosk.visit.people import Grant
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, principals
from tests.principals import AN_HOUR, ENDED, KAREN, KARENS_DOCTOR, KARENS_POST, MANDATES, NOW, PHONE_DOCTOR
from tests.unit.visit.samples import (
    CHOICE,
    ENDING,
    FOLDER,
    JOB,
    ORDER,
    READING,
    acting,
    inside,
    place,
    through,
    visit,
)

SWITCHING = s.AskingForMandates(ORDER, switching=True)


def kinds(asked: tuple[f.Effect, ...]) -> list[type]:
    return [type(effect) for effect in asked]


def test_who_may_act_for_nobody_comes_straight_to_their_mailbox() -> None:
    after, asked = step(inside(s.AskingForMandates(ORDER)), e.MandatesListed(ORDER, Mandates()))
    assert isinstance(place(after), s.OpeningMailbox)
    assert kinds(asked) == [f.OpenMailbox]


def test_a_mandate_that_was_only_given_is_no_reason_to_ask_for_whom() -> None:
    given = Mandates(given=(KARENS_POST,))
    after, _ = step(inside(s.AskingForMandates(ORDER)), e.MandatesListed(ORDER, given))
    assert isinstance(place(after), s.OpeningMailbox)


def test_whoever_owes_somebody_an_answer_is_told_once_and_not_when_they_want_to_act() -> None:
    asked = Mandates(given=(replace(KARENS_POST, standing=Standing.AWAITED, awaits_me=True),))
    after, _ = step(inside(s.AskingForMandates(ORDER)), e.MandatesListed(ORDER, asked))
    assert place(after) == s.ChoosingPrincipal(asked)
    assert isinstance(place(through(after, e.MyselfChosen())), s.OpeningMailbox)
    again, _ = step(inside(s.AskingForMandates(ORDER, switching=True)), e.MandatesListed(ORDER, asked))
    assert place(again) == s.Hindered(Trouble.MANDATE_MISSING, s.ChoosingPrincipal(asked))


@pytest.mark.parametrize("received", [(KARENS_POST,), (ENDED,)], ids=["in force", "ended"])
def test_who_may_or_might_act_for_somebody_is_asked_for_whom_and_nothing_is_chosen_for_them(received) -> None:
    listed = e.MandatesListed(ORDER, Mandates(received))
    after, asked = step(inside(s.AskingForMandates(ORDER)), listed)
    assert place(after) == s.ChoosingPrincipal(Mandates(received))
    assert asked == ()
    assert acting(after) is None


IN_SPRING = replace(ENDED, ended_on=date(2026, 4, 1))
LONG_AGO = {
    "expired in spring": replace(IN_SPRING, until=date(2026, 4, 1)),
    "withdrawn in spring, for good": replace(IN_SPRING, until=None, standing=Standing.WITHDRAWN),
    "withdrawn in spring, its last day next year": replace(IN_SPRING, standing=Standing.WITHDRAWN),
    "the person died in spring": replace(IN_SPRING, until=None, standing=Standing.GRANTOR_DEAD),
    "ended, and nobody says when": replace(ENDED, ended_on=None),
    "declined": replace(KARENS_POST, standing=Standing.DECLINED),
}


@pytest.mark.parametrize("mandate", LONG_AGO.values(), ids=LONG_AGO)
def test_nobody_is_asked_for_ever_after_about_what_came_to_nothing(mandate: Mandate) -> None:
    listed = e.MandatesListed(ORDER, Mandates((mandate,)))
    assert isinstance(place(through(inside(s.AskingForMandates(ORDER)), listed)), s.OpeningMailbox)
    assert place(through(inside(SWITCHING), listed)) == s.ChoosingPrincipal(Mandates((mandate,)))


@pytest.mark.parametrize(
    "over", [Standing.EXPIRED, Standing.WITHDRAWN, Standing.GRANTOR_DEAD], ids=lambda over: over.name
)
def test_what_has_ended_is_told_for_thirty_days_and_not_on_the_next(over: Standing) -> None:
    """Also where its last day was to be next year, or none was agreed."""
    for until in (None, date(2027, 3, 31)):
        for days, told in ((0, True), (30, True), (31, False)):
            ended = replace(ENDED, standing=over, until=until, ended_on=NOW.date() - timedelta(days=days))
            listed = e.MandatesListed(ORDER, Mandates((ended,)))
            here = place(through(inside(s.AskingForMandates(ORDER)), listed))
            assert isinstance(here, s.ChoosingPrincipal) is told


@pytest.mark.parametrize("asking", [s.AskingForMandates(ORDER), SWITCHING], ids=["coming in", "switching"])
def test_who_does_not_want_to_wait_for_the_register_goes_on_for_themselves(asking: s.Place) -> None:
    after, asked = step(inside(asking), e.WentBack())
    assert isinstance(place(after), s.OpeningMailbox)
    assert kinds(asked) == [f.OpenMailbox]


OF_NO_USE = {
    "nothing in it is known here": frozenset[Privilege](),
    "only to phone": frozenset({PHONE_DOCTOR}),
    "only to phone, about everything": frozenset(Privilege(area, Right.CONTACT) for area in Area),
}


@pytest.mark.parametrize("scope", OF_NO_USE.values(), ids=OF_NO_USE)
def test_a_mandate_of_no_use_at_a_machine_is_refused_before_anybody_is_asked(scope) -> None:
    useless = replace(KARENS_DOCTOR, scope=scope)
    choice = s.ChoosingPrincipal(Mandates((useless,)))
    told, asked = step(inside(choice), e.PrincipalChosen(useless.id))
    assert place(told) == s.NotThisMandate(Trouble.MANDATE_OF_NO_USE, useless, choice)
    assert (asked, acting(told)) == ((), None)
    assert place(through(told, e.WentBack())) == choice
    assert place(through(told, e.TriedAgain(), e.ServicesAsked(), e.PostAsked())) == place(told)


def test_what_is_over_is_said_to_be_over_also_where_it_was_of_no_use() -> None:
    ended = replace(ENDED, scope=frozenset())
    choice = s.ChoosingPrincipal(Mandates((ended,)))
    told, _ = step(inside(choice), e.PrincipalChosen(ended.id))
    assert place(told) == s.NotThisMandate(Trouble.MANDATE_EXPIRED, ended, choice)


def test_whoever_may_only_phone_for_somebody_can_ask_for_more_here() -> None:
    useless = replace(KARENS_DOCTOR, scope=frozenset({PHONE_DOCTOR}))
    told = s.NotThisMandate(Trouble.MANDATE_OF_NO_USE, useless, CHOICE)
    assert (told.renewable, told.on_paper) == (True, True)
    assert not replace(told, mandate=replace(useless, basis=Basis.GUARDIAN)).renewable


@pytest.mark.parametrize("trouble", [Trouble.MANDATES_DOWN, Trouble.MANDATES_ODD, Trouble.NETWORK_GONE])
def test_a_register_that_does_not_answer_keeps_nobody_from_their_own_mailbox(trouble: Trouble) -> None:
    after, asked = step(inside(s.AskingForMandates(ORDER)), e.TroubleCame(ORDER, trouble))
    assert isinstance(place(after), s.OpeningMailbox)
    assert kinds(asked) == [f.OpenMailbox]


def test_who_may_act_for_too_many_is_told_and_can_do_their_own_affairs() -> None:
    told = through(inside(s.AskingForMandates(ORDER)), e.TroubleCame(ORDER, Trouble.MANDATES_TOO_MANY))
    assert isinstance(place(told), s.Hindered)
    choosing = through(told, e.WentBack())
    assert place(choosing) == s.ChoosingPrincipal(Mandates())
    assert isinstance(place(through(choosing, e.MyselfChosen())), s.OpeningMailbox)


def test_for_myself_opens_my_own_mailbox_with_my_own_grant() -> None:
    after, (opening,) = step(inside(CHOICE), e.MyselfChosen())
    assert isinstance(opening, f.OpenMailbox)
    assert opening.grant.access_token.text() == "access"
    assert acting(after) is None


def test_a_token_is_asked_for_with_my_own_grant_and_used_for_one_principal() -> None:
    beginning, (asked,) = step(inside(CHOICE), e.PrincipalChosen(KARENS_POST.id))
    assert isinstance(asked, o.ActFor)
    assert asked.mandate is KARENS_POST
    assert asked.grant.access_token.text() == "access"
    token = principals.grant(KAREN)
    begun, effects = step(beginning, e.ActingBegun(asked.order, token, AN_HOUR))
    assert kinds(effects) == [f.Wake, f.Wake, f.OpenMailbox]
    assert effects[-1].grant is token  # type: ignore[union-attr]
    assert acting(begun) == s.ForAnother(KARENS_POST, token, NOW + AN_HOUR)


def test_a_power_of_attorney_leads_to_the_services_and_not_to_the_mailbox() -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_DOCTOR, CHOICE))
    begun, effects = step(beginning, e.ActingBegun(ORDER, principals.grant(KAREN), AN_HOUR))
    assert place(begun) == s.AtServices()
    assert kinds(effects) == [f.Wake, f.Wake]
    assert step(begun, e.PostAsked()) == (begun, ())


def test_the_mandate_is_looked_at_and_acting_has_an_end_from_the_beginning() -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE))
    begun, effects = step(beginning, e.ActingBegun(ORDER, principals.grant(KAREN), AN_HOUR))
    assert effects[0] == f.Wake(begun.mandate, Limits().mandate)
    assert effects[1] == f.Wake(begun.acting_ends, AN_HOUR)


@pytest.mark.parametrize("lasting", [timedelta.max, timedelta.min], ids=["for ever", "since long"])
def test_a_lifetime_that_no_token_can_have_is_no_reason_to_break(lasting: timedelta) -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE))
    begun, effects = step(beginning, e.ActingBegun(ORDER, principals.grant(KAREN), lasting))
    ends = acting(begun).ends  # type: ignore[union-attr]
    assert NOW <= ends <= NOW + timedelta(days=1)
    assert effects[1].after == ends - NOW  # type: ignore[union-attr]


@pytest.mark.parametrize("standing", [each for each in Standing if each is not Standing.IN_FORCE])
def test_a_mandate_that_is_not_in_force_is_explained_and_never_tried(standing: Standing) -> None:
    mandate = replace(KARENS_POST, standing=standing)
    choice = s.ChoosingPrincipal(Mandates((mandate,)))
    told, asked = step(inside(choice), e.PrincipalChosen(mandate.id))
    assert isinstance(place(told), s.NotThisMandate)
    assert asked == ()
    assert place(through(told, e.WentBack())) == choice


def test_a_mandate_that_ended_since_the_list_came_is_explained_too() -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE))
    told = through(beginning, e.TroubleCame(ORDER, Trouble.MANDATE_WITHDRAWN))
    assert place(told) == s.NotThisMandate(Trouble.MANDATE_WITHDRAWN, KARENS_POST, CHOICE)


def test_a_register_that_is_down_can_be_asked_for_the_same_again() -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE))
    hindered = through(beginning, e.TroubleCame(ORDER, Trouble.MANDATES_DOWN))
    again, asked = step(hindered, e.TriedAgain())
    assert isinstance(place(again), s.BeginningToAct)
    assert kinds(asked) == [o.ActFor]


def test_a_list_that_is_out_of_date_is_asked_for_anew() -> None:
    beginning = inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE))
    hindered = through(beginning, e.TroubleCame(ORDER, Trouble.MANDATE_CHANGED))
    _, asked = step(hindered, e.TriedAgain())
    assert o.ListMandates in kinds(asked)


def test_a_mandate_that_is_not_in_the_list_cannot_be_chosen() -> None:
    choosing = inside(CHOICE)
    assert step(choosing, e.PrincipalChosen("id of somebody else's")) == (choosing, ())


def test_a_token_that_nobody_waits_for_any_more_is_given_back() -> None:
    turned_away = through(inside(s.BeginningToAct(ORDER, KARENS_POST, CHOICE)), e.WentBack())
    token = principals.grant(KAREN)
    after, asked = step(turned_away, e.ActingBegun(ORDER, token, AN_HOUR))
    assert after.state == turned_away.state
    assert asked == (o.StopActing(token),)


SWITCHED_FROM = (
    s.OpeningMailbox(ORDER),
    FOLDER,
    READING,
    s.AskingToPrint(READING, Sides.ONE),
    s.Printed(READING, Sides.ONE, PrintResult(Outcome.PRINTED, 3)),
    s.Hindered(Trouble.MAILBOX_EXEMPT),
    s.AskingToServe(FOLDER, cast.LEGAL),
)


@pytest.mark.parametrize("where", SWITCHED_FROM, ids=lambda where: type(where).__name__)
def test_switching_puts_everything_away_before_the_choice(where: s.Place) -> None:
    before = inside(where, under=KARENS_POST)
    after, asked = step(before, e.SwitchAsked())
    assert isinstance(place(after), s.AskingForMandates)
    assert kinds(asked) == [f.ClosePress, o.StopActing, o.ListMandates]
    assert asked[1].grant is acting(before).grant  # type: ignore[union-attr]
    assert (acting(after), after.mandate, after.acting_ends) == (None, None, None)


BUSY = (
    s.ServingLetter(ORDER, FOLDER, cast.LEGAL),
    s.DoingErrand(ORDER, principals.CHOOSE_DOCTOR),
    ENDING,
)


@pytest.mark.parametrize("where", BUSY, ids=lambda where: type(where).__name__)
def test_nobody_switches_away_from_what_cannot_be_taken_back(where: s.Place) -> None:
    before = inside(where, under=KARENS_POST)
    assert step(before, e.SwitchAsked()) == (before, ())


def test_a_job_whose_end_nobody_knows_is_cleared_before_the_next_principal() -> None:
    before = inside(READING, under=KARENS_POST)
    printed = replace(before.state, session=replace(before.state.session, tally=s.Tally(sheets_perhaps=2)))
    _, asked = step(replace(before, state=printed), e.SwitchAsked())
    assert f.ClearPrinter in kinds(asked)


def test_who_asked_to_switch_sees_the_choice_or_why_there_is_none() -> None:
    assert place(through(inside(SWITCHING), e.MandatesListed(ORDER, MANDATES))) == CHOICE
    none = through(inside(SWITCHING), e.MandatesListed(ORDER, Mandates()))
    assert place(none) == s.Hindered(Trouble.MANDATE_MISSING, s.ChoosingPrincipal(Mandates()))
    down = through(inside(SWITCHING), e.TroubleCame(ORDER, Trouble.MANDATES_DOWN))
    again, asked = step(down, e.TriedAgain())
    assert isinstance(place(again), s.AskingForMandates)
    assert o.ListMandates in kinds(asked)


def test_an_answer_to_the_one_principal_means_nothing_to_the_next() -> None:
    opening = inside(s.OpeningMailbox(ORDER), under=KARENS_POST)
    late = e.MailboxOpened(ORDER, principals.mailbox(KAREN))
    switched = through(opening, e.SwitchAsked())
    choosing = through(switched, e.MandatesListed(switched.last_order, MANDATES))
    mine = through(choosing, e.MyselfChosen())
    assert step(mine, late) == (mine, ())


def test_the_mandates_themselves_are_only_seen_for_oneself() -> None:
    turned, asked = step(inside(FOLDER, under=KARENS_POST), e.MandatesAsked())
    assert acting(turned) is None
    assert kinds(asked) == [f.ClosePress, o.StopActing, o.ListMandates]
    _, asked = step(inside(FOLDER), e.MandatesAsked())
    assert kinds(asked) == [o.ListMandates]


def test_every_way_on_from_the_end_of_acting_is_for_oneself_or_a_new_choice() -> None:
    ended = inside(s.ActingEnded(Trouble.MANDATE_WITHDRAWN, 1))
    assert isinstance(place(through(ended, e.SwitchAsked())), s.AskingForMandates)
    assert isinstance(place(through(ended, e.MandatesAsked())), s.FetchingMandates)
    assert isinstance(through(ended, e.EndAsked()).state, s.Leaving)
    for said in (e.WentBack(), e.TriedAgain(), e.PostAsked(), e.ServicesAsked(), e.MyselfChosen()):
        assert step(ended, said) == (ended, ())


def test_leaving_gives_the_token_back_before_the_citizen_is_logged_out() -> None:
    _, asked = step(inside(FOLDER, under=KARENS_POST), e.EndAsked())
    order = kinds(asked)
    assert order.index(o.StopActing) < order.index(f.CloseVisit)


def test_a_job_that_was_stopped_with_acting_is_still_followed_after_leaving() -> None:
    left, _ = step(inside(ENDING, under=KARENS_POST), e.EndAsked())
    assert isinstance(left.state, s.Leaving)
    assert left.state.unfinished == JOB


def test_a_grant_is_not_written_into_any_repr() -> None:
    acts = s.ForAnother(
        KARENS_POST, Grant(Secret("a"), Secret("b")), NOW, letters_read=frozenset({"letter-1"})
    )
    shown = repr(visit(s.SignedIn(inside(FOLDER).state.session, FOLDER))) + repr(acts)
    for word in ("Karen", "letter-1", "id-KAREN"):
        assert word not in shown
