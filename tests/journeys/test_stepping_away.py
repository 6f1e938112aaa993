"""Time to think, and a screen that is covered while its citizen is away."""

from datetime import timedelta

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import What
from kiosk.visit.limits import Pace
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story
from tests.journeys.test_from_card_to_paper import ordinary

MINUTE = timedelta(minutes=1)


def covers_a_letter(story: Story) -> s.Reading:
    reading = story.opens(ordinary)
    story.says(e.CoverAsked())
    story.until(s.Away)
    return reading


def comes_to(story: Story, kind: type) -> s.Returning:
    """Until the way back under the cover asks for something of ``kind``."""

    def asks(now: s.Returning) -> bool:
        return isinstance(now.proof.way if isinstance(now.proof, s.Identifying) else now.proof, kind)

    return story.until(s.Returning, asks)


def types_the_pin(story: Story, card: str) -> None:
    comes_to(story, s.AskingPin)
    story.says(e.PinGiven(story.world.pin(card)))


def logs_in_again_by_code(story: Story, person: str) -> None:
    comes_to(story, s.AskingUserId)
    story.says(e.UserIdGiven(story.world.user_id(person)))
    comes_to(story, s.AskingCode)
    story.says(e.CodeGiven(story.world.code(person)))
    comes_to(story, s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password(person)))


def test_a_card_left_in_and_its_pin_bring_the_letter_back(story: Story) -> None:
    story.logs_in_by_card()
    reading = covers_a_letter(story)
    story.says(e.CameBack())
    types_the_pin(story, "anna")
    assert story.until(s.Reading).letter == reading.letter
    assert story.whats[-1] is What.CAME_BACK


def test_a_card_taken_along_and_put_in_again_asks_for_its_pin(story: Story) -> None:
    story.logs_in_by_card()
    covers_a_letter(story)
    story.world.shelf.remove()
    story.later(MINUTE)
    story.puts_in("anna")
    types_the_pin(story, "anna")
    story.until(s.Reading)
    assert What.COVERED not in story.whats


def test_who_came_in_by_code_device_comes_back_by_code_device(story: Story) -> None:
    story.logs_in_by_code()
    covers_a_letter(story)
    story.says(e.CameBack())
    logs_in_again_by_code(story, "anna")
    story.until(s.Reading)


def test_the_login_of_before_still_works_after_coming_back(story: Story) -> None:
    """The second login is given back to the provider, and takes nothing of the first along."""
    story.logs_in_by_code()
    covers_a_letter(story)
    story.says(e.CameBack())
    logs_in_again_by_code(story, "anna")
    story.until(s.Reading)
    story.says(e.WentBack())
    story.opens(lambda head: ordinary(head) and head.label == "Din pension næste år")
    assert story.leaves().receipt.logged_out


def test_a_stranger_with_a_card_of_their_own_is_not_let_in(story: Story) -> None:
    story.logs_in_by_card()
    covers_a_letter(story)
    story.world.shelf.remove()
    story.puts_in("ahmed")
    assert comes_to(story, s.Refused).proof.trouble is Trouble.ANOTHER_PERSON
    story.world.shelf.remove()
    story.says(e.WentBack())
    story.until(s.Away)
    story.puts_in("anna")
    types_the_pin(story, "anna")
    story.until(s.Reading)


def test_a_stranger_with_a_code_device_of_their_own_is_not_let_in(story: Story) -> None:
    story.logs_in_by_code()
    covers_a_letter(story)
    story.says(e.CameBack())
    logs_in_again_by_code(story, "ahmed")
    assert comes_to(story, s.Refused).proof.trouble is Trouble.ANOTHER_PERSON


def test_who_stays_away_has_left_and_is_logged_out(story: Story) -> None:
    story.logs_in_by_code()
    covers_a_letter(story)
    story.later(2 * MINUTE)
    goodbye = story.takes_everything()
    assert goodbye.why is s.Why.AWAY
    assert goodbye.receipt.logged_out
    assert goodbye.receipt.files_kept == 0


def test_who_only_looks_in_on_a_cover_gives_it_no_new_time(story: Story) -> None:
    story.logs_in_by_code()
    covers_a_letter(story)
    story.later(MINUTE)
    story.says(e.CameBack())
    comes_to(story, s.AskingUserId)
    story.says(e.WentBack())
    story.until(s.Away)
    story.later(MINUTE)
    assert story.until(s.Goodbye).why is s.Why.AWAY


def test_who_comes_back_in_the_last_moment_is_given_time_to_log_in(story: Story) -> None:
    story.logs_in_by_code()
    covers_a_letter(story)
    story.later(timedelta(seconds=119))
    story.says(e.CameBack())
    comes_to(story, s.AskingUserId)
    story.world.town.client.switch(clock_ahead_s=180)
    story.later(MINUTE)
    logs_in_again_by_code(story, "anna")
    story.until(s.Reading)


def test_a_pin_may_take_as_long_as_it_takes_under_a_cover_too(story: Story) -> None:
    story.logs_in_by_card()
    covers_a_letter(story)
    story.says(e.CameBack())
    before = comes_to(story, s.AskingPin).proof.way
    for passed in range(1, 4):
        story.world.town.client.switch(clock_ahead_s=passed * 120)
        story.later(2 * MINUTE)
        now = story.until(s.Returning, lambda now, old=before: now.proof.way.nonce != old.nonce)
        before = now.proof.way
    types_the_pin(story, "anna")
    story.until(s.Reading)


def test_a_pin_may_take_as_long_as_it_takes_while_the_card_is_in(story: Story) -> None:
    story.puts_in("anna")
    story.until(s.AskingPin)
    before = story.until(s.AskingPin)
    for passed in range(1, 6):
        story.world.town.client.switch(clock_ahead_s=passed * 120)
        story.later(2 * MINUTE)
        before = story.until(s.AskingPin, lambda now, old=before: now.nonce != old.nonce)
    assert story.whats.count(What.LOGIN_BY_CARD) == 1
    story.says(e.PinGiven(story.world.pin("anna")))
    story.until(s.InFolder)


@pytest.mark.parametrize("answer", [e.StillHere(), e.PaceChosen(Pace.USUAL)])
def test_the_warning_can_be_answered_more_than_ten_times(story: Story, answer: e.Said) -> None:
    story.logs_in_by_code()
    for _ in range(12):
        story.later(2 * MINUTE)
        story.until(s.Warned)
        story.says(answer)
        story.until(s.InFolder)
    assert story.whats.count(What.STAYED) == 12


def test_more_time_lasts_to_the_goodbye(story: Story) -> None:
    story.logs_in_by_code()
    story.says(e.PaceChosen(Pace.UNHURRIED))
    story.later(19 * MINUTE)
    story.until(s.InFolder)
    story.later(MINUTE)
    story.until(s.Warned)
    story.later(7 * MINUTE)
    story.until(s.Warned)
    story.says(e.StillHere(), e.EndAsked())
    story.until(s.Goodbye)
    story.later(timedelta(seconds=149))
    story.until(s.Goodbye)
    story.later(timedelta(seconds=1))
    story.until(s.Ended)
