"""Under the cover of a pulled card: the wrong way round, in the last second, and a reader that stays away."""

from datetime import timedelta

from kiosk.visit import states as s
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story
from tests.journeys.test_interrupted import at_a_letter


def test_a_card_put_back_the_wrong_way_round_is_told_of_and_turned(story: Story) -> None:
    at_a_letter(story)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.puts_in("mute-card")
    turned = story.until(s.Covered, lambda now: now.setback is not None)
    assert turned.setback == s.Setback(Trouble.CARD_UNREADABLE)
    story.world.shelf.remove()
    story.puts_in("anna")
    story.until(s.Reading)


def test_a_card_put_back_in_the_last_second_is_waited_for(story: Story) -> None:
    at_a_letter(story)
    story.world.shelf.remove()
    story.until(s.Covered)
    story.later(timedelta(seconds=19))
    story.world.shelf.delay(timedelta(milliseconds=150))
    story.puts_in("anna")
    story.until(s.Covered, lambda now: now.reading is not None)
    story.later(timedelta(seconds=1))
    story.until(s.Reading)


def test_a_reader_that_stays_away_ends_the_visit_and_says_why(story: Story) -> None:
    at_a_letter(story)
    story.world.shelf.unplug()
    story.until(s.Covered)
    story.later(timedelta(seconds=20))
    assert story.takes_everything().why is s.Why.READER_LOST
