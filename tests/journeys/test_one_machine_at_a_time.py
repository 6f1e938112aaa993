"""Two machines, one person: the visit is moved, or stays, or is taken over from a machine that has died."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.letters.starting import own_press
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What
from kiosk.visit.limits import Limits
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story, World

RENEWAL = Limits().lease / 3


@pytest.fixture
def other(world: World, tmp_path: Path) -> Iterator[Story]:
    """The machine beside it, with a press of its own."""
    (tmp_path / "other").mkdir()
    with ExitStack() as stack:
        yield Story(world, stack.enter_context(own_press()), tmp_path / "other", stack)


def logs_in(story: Story, person: str = "anna") -> None:
    """By code device: a card can only be in one machine."""
    story.says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id(person)))
    story.until(s.AskingCode)
    story.says(e.CodeGiven(story.world.code(person)))
    story.until(s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password(person)))


def renews(story: Story) -> None:
    """Let the time of one renewal pass, and wait for its answer, whatever that is."""
    assert story.runner.visit.lease is not None
    renewal = story.runner.visit.last_order + 1
    story.later(RENEWAL)
    story.until(object, lambda _: (story.runner.visit.lease or renewal + 1) > renewal)


def test_a_visit_is_moved_to_the_second_machine_and_ends_at_the_first(story: Story, other: Story) -> None:
    logs_in(story)
    story.until(s.InFolder)
    logs_in(other)
    asking = other.until(s.AskingToMove)
    assert abs(asking.since - other.clock.now()).total_seconds() < 60
    other.says(e.MovingAccepted())
    other.until(s.InFolder)
    story.later(RENEWAL)
    goodbye = story.until(s.Goodbye)
    assert goodbye.why is s.Why.MOVED
    assert goodbye.receipt.logged_out
    renews(other)
    assert isinstance(other.here, s.InFolder)
    assert other.opens(lambda head: not head.must_ask_before_opening)
    assert Note(What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE) in other.notes
    assert What.MOVED_HERE in other.whats
    assert Note(What.LEFT, s.Why.MOVED) in story.notes


def test_a_no_ends_the_visit_at_the_second_machine_and_the_first_goes_on(story: Story, other: Story) -> None:
    logs_in(story)
    story.until(s.InFolder)
    logs_in(other)
    other.until(s.AskingToMove)
    other.says(e.EndAsked())
    assert other.until(s.Goodbye).why is s.Why.ASKED
    renews(story)
    assert isinstance(story.here, s.InFolder)


def test_a_screen_that_was_covered_by_hand_is_left_when_its_visit_is_moved(
    story: Story, other: Story
) -> None:
    logs_in(story)
    story.until(s.InFolder)
    story.says(e.CoverAsked())
    logs_in(other)
    other.until(s.AskingToMove)
    other.says(e.MovingAccepted())
    other.until(s.InFolder)
    story.later(RENEWAL)
    assert story.until(s.Goodbye).why is s.Why.MOVED


def test_the_lease_of_a_machine_that_has_died_runs_out(story: Story, other: Story) -> None:
    logs_in(story)
    story.until(s.InFolder)
    story.runner.close()
    story.world.town.client.switch(clock_ahead_s=int(Limits().lease.total_seconds()) + 1)
    logs_in(other)
    other.until(s.InFolder)
    assert What.MOVED_HERE not in other.whats


def test_who_has_left_one_machine_is_asked_nothing_at_the_next(story: Story, other: Story) -> None:
    logs_in(story)
    story.until(s.InFolder)
    story.leaves()
    logs_in(other)
    other.until(s.InFolder)


def test_two_people_at_two_machines_do_not_notice_each_other(story: Story, other: Story) -> None:
    for each, person in ((story, "anna"), (other, "ahmed")):
        logs_in(each, person)
        each.until(s.InFolder)
        renews(each)
        assert isinstance(each.here, s.InFolder)


def test_a_network_that_is_gone_for_longer_than_the_lease_throws_nobody_out(
    story: Story, other: Story
) -> None:
    logs_in(story)
    story.until(s.InFolder)
    story.world.town.client.switch(switched_off=True)
    for _ in range(4):
        renews(story)
    assert isinstance(story.here, s.InFolder)
    assert Note(What.TROUBLE_BEHIND, Trouble.NETWORK_GONE) in story.notes
    story.world.town.client.switch(switched_off=False)
    renews(story)
    logs_in(other)
    other.until(s.AskingToMove)


def behind_the_back_of_the_provider(story: Story, other: Story) -> s.Reading:
    """Both are in, and only the other machine could say so: the first learns of it over its first letter."""
    story.world.town.client.switch(lease_down=True)
    logs_in(story)
    story.until(s.InFolder)
    reading = story.opens(lambda head: not head.must_ask_before_opening)
    story.world.town.client.switch(lease_down=False)
    logs_in(other)
    other.until(s.InFolder)
    story.later(RENEWAL)
    story.until(s.AtTwoScreens)
    return reading


def test_who_turns_out_later_to_be_elsewhere_moves_the_visit_and_reads_on(story: Story, other: Story) -> None:
    reading = behind_the_back_of_the_provider(story, other)
    assert Note(What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE) in story.notes
    story.says(e.MovingAccepted())
    assert story.until(s.Reading).letter == reading.letter
    story.until(s.Reading, lambda _: story.runner.visit.leased)
    other.later(RENEWAL)
    assert other.until(s.Goodbye).why is s.Why.MOVED
    renews(story)
    assert isinstance(story.here, s.Reading)


def test_who_turns_out_later_to_be_elsewhere_may_end_here_or_there(story: Story, other: Story) -> None:
    behind_the_back_of_the_provider(story, other)
    other.leaves()
    story.later(RENEWAL)
    story.until(s.Reading)
    assert story.leaves().why is s.Why.ASKED


def test_a_lease_that_cannot_be_asked_for_keeps_nobody_from_the_mailbox(story: Story, other: Story) -> None:
    story.world.town.client.switch(lease_down=True)
    logs_in(story)
    story.until(s.InFolder)
    story.world.town.client.switch(lease_down=False)
    renews(story)
    logs_in(other)
    other.until(s.AskingToMove)
