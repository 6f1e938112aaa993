"""One person at one machine at a time, move by move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.visit import effects as f
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What, notes
from kiosk.visit.limits import Limits
from kiosk.visit.orders_of_mandates import ListMandates
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
    return replace(visit(state), lease=HELD, last_order=HELD)


INSIDE = s.SignedIn(session(), READING)
EVERYWHERE = (
    INSIDE,
    s.SignedIn(session(), s.Hindered(Trouble.MAILBOX_DOWN, FOLDER, e.ListPageChosen(1))),
    s.Covered(INSIDE, ORDER),
    s.Away(INSIDE, ORDER, ORDER + 1),
    s.Returning(INSIDE, s.Identifying(PIN)),
    s.Warned(INSIDE, ORDER, ORDER + 1),
)


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
