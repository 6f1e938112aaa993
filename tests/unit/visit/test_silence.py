"""When nobody moves."""

from datetime import timedelta

from kiosk.visit.events import TimeIsShort
from kiosk.visit.silence import Silence
from tests.clock import StoryClock

SECOND = timedelta(seconds=1)


class Ledger:
    """A silence of a minute is allowed, until somebody says otherwise."""

    def __init__(self) -> None:
        self.allowed = 60 * SECOND
        self.told: list[TimeIsShort] = []
        self.clock = StoryClock()
        self.silence = Silence(self.clock, lambda: self.allowed, self.told.append)

    def waits(self, seconds: int) -> int:
        """How often it has spoken up by then."""
        self.clock.pass_by(seconds * SECOND)
        return len(self.told)


def test_nothing_is_counted_before_the_first_touch() -> None:
    assert Ledger().waits(86_400) == 0


def test_a_silence_is_said_once_and_again_after_as_long_a_silence() -> None:
    """Not every place can heed it."""
    ledger = Ledger()
    ledger.silence.alive()
    assert [ledger.waits(59), ledger.waits(1), ledger.waits(59), ledger.waits(1)] == [0, 1, 1, 2]


def test_every_sign_of_life_starts_the_count_again() -> None:
    ledger = Ledger()
    for _ in range(20):
        ledger.silence.alive()
        assert ledger.waits(59) == 0
    assert ledger.waits(1) == 1


def test_a_word_that_was_answered_can_be_said_any_number_of_times() -> None:
    ledger = Ledger()
    for answered in range(12):
        ledger.silence.alive()
        assert ledger.waits(60) == answered + 1


def test_more_time_is_given_from_now_on() -> None:
    ledger = Ledger()
    ledger.silence.alive()
    ledger.waits(30)
    ledger.allowed = 600 * SECOND
    ledger.silence.alive()
    ledger.silence.allowed_anew()
    assert [ledger.waits(599), ledger.waits(1)] == [0, 1]


def test_the_usual_time_again_is_not_counted_from_the_longer_one() -> None:
    ledger = Ledger()
    ledger.allowed = 600 * SECOND
    ledger.silence.alive()
    ledger.waits(30)
    ledger.allowed = 60 * SECOND
    ledger.silence.alive()
    ledger.silence.allowed_anew()
    assert [ledger.waits(59), ledger.waits(1)] == [0, 1]
