"""One person at one machine at a time, move by move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What, notes
from kiosk.visit.limits import Limits
from kiosk.visit.moves import inside_of
from kiosk.visit.orders_of_mandates import ListMandates
from kiosk.visit.paper import Progress, Sides
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.unit.visit.samples import FOLDER, ORDER, PIN, READING, SINCE, inside, session, through, visit

RENEW = timedelta(seconds=10)
HELD = 77
"""The order of the lease of a visit that is going on."""


def kinds(asked: tuple[f.Effect, ...]) -> list[type]:
    return [type(effect) for effect in asked]


def going_on(state: s.State) -> s.Visit:
    return replace(visit(state), lease=HELD, leased=True, last_order=HELD)


def never_held(state: s.State) -> s.Visit:
    """At the login nobody could say where the person is, and now it is asked again."""
    return through(replace(going_on(state), leased=False), e.TimeCame(HELD))


INSIDE = s.SignedIn(session(), READING)
AWAY = s.Away(INSIDE, ORDER, ORDER + 1, SINCE)
EVERYWHERE = (
    INSIDE,
    s.SignedIn(session(), s.Hindered(Trouble.MAILBOX_DOWN, FOLDER, e.ListPageChosen(1))),
    s.Covered(INSIDE, ORDER),
    AWAY,
    s.Returning(AWAY, s.Identifying(PIN)),
    s.Warned(INSIDE, ORDER, ORDER + 1),
)
COVERS = EVERYWHERE[2:]


def test_a_login_asks_for_the_lease_before_the_mailbox() -> None:
    proving = visit(s.Identifying(s.ProvingCard(ORDER, cast.CARD)))
    after, asked = step(proving, e.LoggedIn(ORDER, cast.ANNA, cast.grant()))
    assert isinstance(after.state, s.SignedIn)
    assert isinstance(after.state.place, s.TakingLease)
    assert kinds(asked) == [f.TakeLease, f.WarmPress]
    assert asked[0].lasting == Limits().lease  # type: ignore[union-attr]


def test_who_is_here_only_is_asked_for_whom_and_keeps_the_lease() -> None:
    after, asked = step(inside(s.TakingLease(ORDER)), e.LeaseTaken(ORDER, RENEW))
    assert isinstance(after.state, s.SignedIn)
    assert isinstance(after.state.place, s.AskingForMandates)
    assert kinds(asked) == [ListMandates, f.Wake]
    assert asked[1] == f.Wake(after.lease, RENEW)


def test_a_provider_that_keeps_no_leases_is_not_asked_again() -> None:
    after, asked = step(inside(s.TakingLease(ORDER)), e.LeaseTaken(ORDER, None))
    assert kinds(asked) == [ListMandates]
    assert after.lease is None


def test_a_provider_that_cannot_say_it_keeps_nobody_out_and_is_asked_again() -> None:
    taking = inside(s.TakingLease(ORDER))
    after, asked = step(taking, e.TroubleCame(ORDER, Trouble.LOGIN_SERVICE_DOWN))
    assert kinds(asked) == [ListMandates, f.Wake]
    assert asked[1] == f.Wake(after.lease, Limits().lease / 3)


def test_who_is_elsewhere_is_asked_and_sees_no_letter_before_the_answer() -> None:
    after, asked = step(inside(s.TakingLease(ORDER)), e.FoundElsewhere(ORDER, SINCE))
    assert isinstance(after.state, s.SignedIn)
    assert after.state.place == s.AskingToMove(SINCE)
    assert asked == ()


def test_a_yes_moves_the_visit_here() -> None:
    after, asked = step(inside(s.AskingToMove(SINCE)), e.MovingAccepted())
    assert kinds(asked) == [f.MoveLease]
    opened, asked = step(after, e.LeaseTaken(after.last_order, RENEW))
    assert kinds(asked) == [ListMandates, f.Wake]
    assert opened.lease == opened.last_order


def test_a_no_ends_the_visit_here() -> None:
    after, asked = step(inside(s.AskingToMove(SINCE)), e.EndAsked())
    assert isinstance(after.state, s.Leaving)
    assert f.CloseVisit in kinds(asked)


def test_a_card_pulled_at_the_question_covers_it_and_silence_warns() -> None:
    asking = inside(s.AskingToMove(SINCE))
    assert isinstance(through(asking, e.CardGone()).state, s.Covered)
    assert isinstance(through(asking, e.TimeIsShort()).state, s.Warned)


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_the_lease_is_renewed_behind_every_place_and_nothing_is_seen_of_it(state: s.State) -> None:
    before = going_on(state)
    renewing, asked = step(before, e.TimeCame(HELD))
    assert kinds(asked) == [f.TakeLease]
    assert renewing.state is before.state
    waiting, asked = step(renewing, e.LeaseTaken(HELD + 1, RENEW))
    assert asked == (f.Wake(HELD + 2, RENEW),)
    assert waiting.state is before.state
    assert notes(before, e.TimeCame(HELD), renewing) == ()


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_a_network_that_is_gone_throws_nobody_out(state: s.State) -> None:
    renewing = through(going_on(state), e.TimeCame(HELD))
    after, asked = step(renewing, e.TroubleCame(HELD + 1, Trouble.NETWORK_GONE))
    assert after.state is state
    assert asked == (f.Wake(HELD + 2, Limits().lease / 3),)
    assert [note.what for note in notes(renewing, e.TroubleCame(HELD + 1, Trouble.NETWORK_GONE), after)] == [
        What.TROUBLE_BEHIND
    ]


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda state: type(state).__name__)
def test_a_visit_that_was_moved_ends_wherever_it_is(state: s.State) -> None:
    renewing = through(going_on(state), e.TimeCame(HELD))
    after, asked = step(renewing, e.FoundElsewhere(HELD + 1, SINCE))
    assert isinstance(after.state, s.Leaving)
    assert after.state.why is s.Why.MOVED
    assert after.lease is None
    assert f.CloseVisit in kinds(asked)


@pytest.mark.parametrize("renewal", [e.LeaseTaken(ORDER, RENEW), e.LeaseTaken(HELD + 1, RENEW)])
def test_a_lease_once_held_is_remembered_from_the_login_or_from_later(renewal: e.LeaseTaken) -> None:
    before = inside(s.TakingLease(ORDER)) if renewal.order == ORDER else never_held(INSIDE)
    assert through(before, renewal).leased
    assert not before.leased


@pytest.mark.parametrize("state", EVERYWHERE[:2])
def test_who_was_never_known_to_be_here_is_asked_and_not_thrown_out(state: s.SignedIn) -> None:
    after, asked = step(never_held(state), e.FoundElsewhere(HELD + 1, SINCE))
    assert after.state == s.AtTwoScreens(state, SINCE)
    assert asked == (f.Wake(HELD + 2, RENEW),), "the other machine may let the person go by itself"


@pytest.mark.parametrize("state", COVERS, ids=lambda state: type(state).__name__)
def test_nobody_is_asked_behind_a_cover_until_it_is_off(state: s.State) -> None:
    after, asked = step(never_held(state), e.FoundElsewhere(HELD + 1, SINCE))
    assert after.state is state
    assert asked == (f.Wake(HELD + 2, RENEW),)
    uncovered = replace(after, state=INSIDE)
    again = through(uncovered, e.TimeCame(HELD + 2), e.FoundElsewhere(HELD + 3, SINCE))
    assert again.state == s.AtTwoScreens(INSIDE, SINCE)


def at_two_screens(state: s.SignedIn = INSIDE) -> s.Visit:
    return through(never_held(state), e.FoundElsewhere(HELD + 1, SINCE))


def test_a_yes_gives_the_place_back_and_moves_the_visit_here() -> None:
    moved, asked = step(at_two_screens(), e.MovingAccepted())
    assert moved.state == INSIDE
    assert kinds(asked) == [f.MoveLease]
    assert moved.lease == moved.last_order
    held = through(moved, e.LeaseTaken(moved.last_order, RENEW))
    assert (held.state, held.leased) == (INSIDE, True)
    assert isinstance(through(held, e.TimeCame(held.last_order)).state, s.SignedIn)


def test_a_yes_that_does_not_arrive_is_asked_for_again() -> None:
    moved = through(at_two_screens(), e.MovingAccepted())
    lost = through(moved, e.TroubleCame(moved.last_order, Trouble.NETWORK_GONE))
    again = through(lost, e.TimeCame(lost.last_order))
    asked = through(again, e.FoundElsewhere(again.last_order, SINCE))
    assert isinstance(asked.state, s.AtTwoScreens)


def test_a_no_ends_the_visit_here_as_it_was_asked() -> None:
    left = through(at_two_screens(), e.EndAsked())
    assert isinstance(left.state, s.Leaving)
    assert left.state.why is s.Why.ASKED


def test_who_is_let_go_by_the_other_machine_is_asked_no_longer() -> None:
    asking = at_two_screens()
    renewing = through(asking, e.TimeCame(asking.last_order))
    assert renewing.state == asking.state
    assert through(renewing, e.LeaseTaken(renewing.last_order, RENEW)).state == INSIDE


def test_only_an_answer_takes_the_question_away() -> None:
    asking = at_two_screens()
    for said in (e.WentBack(), e.PageTurned(2), e.PrintAsked(), e.TriedAgain(), e.StillHere()):
        assert through(asking, said) == asking


def test_what_was_on_its_way_arrives_behind_the_question() -> None:
    opening = at_two_screens(s.SignedIn(session(), s.OpeningMailbox(ORDER)))
    arrived = through(opening, e.MailboxOpened(ORDER, cast.OPENED))
    assert isinstance(arrived.state, s.AtTwoScreens)
    assert isinstance(arrived.state.kept.place, s.InFolder)
    assert isinstance(through(arrived, e.MovingAccepted()).state, s.SignedIn)


def test_a_job_that_was_being_printed_is_stopped_by_a_no() -> None:
    printing = s.Printing(ORDER, READING, Sides.TWO, Progress(1, None))
    _, asked = step(at_two_screens(s.SignedIn(session(), printing)), e.EndAsked())
    assert f.StopPrinting() in asked


@pytest.mark.parametrize(
    ("event", "cover"),
    [(e.CardGone(), s.Covered), (e.CoverAsked(), s.Away), (e.TimeIsShort(), s.Warned)],
)
def test_the_question_can_be_covered_and_silence_warns(event: e.Event, cover: type) -> None:
    covered = through(at_two_screens(), event)
    assert isinstance(covered.state, cover)
    assert inside_of(covered.state) == INSIDE


def test_a_provider_that_stops_keeping_leases_ends_the_asking() -> None:
    renewing = through(going_on(INSIDE), e.TimeCame(HELD))
    after, asked = step(renewing, e.LeaseTaken(HELD + 1, None))
    assert (after.lease, asked) == (None, ())


def test_nothing_is_renewed_once_the_visit_is_left() -> None:
    left = through(going_on(INSIDE), e.EndAsked())
    assert left.lease is None
    assert step(left, e.TimeCame(HELD)) == (left, ())


def test_the_journal_says_that_somebody_was_elsewhere_and_moved() -> None:
    taking = inside(s.TakingLease(ORDER))
    asking = through(taking, e.FoundElsewhere(ORDER, SINCE))
    moving = through(asking, e.MovingAccepted())
    [found] = notes(taking, e.FoundElsewhere(ORDER, SINCE), asking)
    [moved] = notes(asking, e.MovingAccepted(), moving)
    assert (found.what, found.detail) == (What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE)
    assert moved.what is What.MOVED_HERE


def test_a_trouble_with_the_lease_is_noted_whatever_the_citizen_did_meanwhile() -> None:
    renewing = through(going_on(INSIDE), e.TimeCame(HELD))
    went_on = through(renewing, e.PageTurned(2))
    assert went_on.last_order > HELD + 1
    lost = e.TroubleCame(HELD + 1, Trouble.NETWORK_GONE)
    assert notes(went_on, lost, through(went_on, lost)) == (Note(What.TROUBLE_BEHIND, Trouble.NETWORK_GONE),)


def test_the_journal_says_so_too_when_it_turns_out_only_later() -> None:
    renewing = never_held(INSIDE)
    found = e.FoundElsewhere(HELD + 1, SINCE)
    asking = through(renewing, found)
    assert notes(renewing, found, asking) == (Note(What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE),)
    assert notes(asking, e.MovingAccepted(), through(asking, e.MovingAccepted())) == (Note(What.MOVED_HERE),)
    let_go = e.LeaseTaken(HELD + 2, RENEW)
    assert notes(asking, let_go, through(asking, let_go)) == ()
    [covered] = notes(asking, e.CoverAsked(), through(asking, e.CoverAsked()))
    assert covered.what is What.STEPPED_AWAY
