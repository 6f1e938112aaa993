"""When nobody moves."""

from datetime import timedelta

from kiosk.visit.events import TimeIsShort, TimeRanOut
from kiosk.visit.limits import Limits
from kiosk.visit.silence import Silence
from tests.clock import StoryClock

SECOND = timedelta(seconds=1)


def ledger() -> tuple[StoryClock, Silence, list[object]]:
    clock, told = StoryClock(), []
    return clock, Silence(clock, Limits(silence=60 * SECOND, warning=30 * SECOND), told.append), told


def test_nothing_is_counted_before_the_first_touch() -> None:
    clock, _, told = ledger()
    clock.pass_by(timedelta(days=1))
    assert told == []


def test_silence_is_said_once_and_then_it_is_over() -> None:
    clock, silence, told = ledger()
    silence.alive()
    clock.pass_by(60 * SECOND)
    assert told == [TimeIsShort()]
    clock.pass_by(30 * SECOND)
    assert told == [TimeIsShort(), TimeRanOut()]


def test_a_last_word_that_was_not_heeded_is_said_again() -> None:
    clock, silence, told = ledger()
    silence.alive()
    clock.pass_by(180 * SECOND)
    assert told == [TimeIsShort(), TimeRanOut()] * 2


def test_every_sign_of_life_starts_the_count_again() -> None:
    clock, silence, told = ledger()
    for _ in range(20):
        silence.alive()
        clock.pass_by(59 * SECOND)
    assert told == []
    clock.pass_by(SECOND)
    assert told == [TimeIsShort()]


def test_the_warning_can_be_answered_more_than_ten_times() -> None:
    clock, silence, told = ledger()
    silence.alive()
    for _ in range(12):
        clock.pass_by(60 * SECOND)
        clock.pass_by(29 * SECOND)
        silence.alive()
    assert told == [TimeIsShort()] * 12


def test_after_an_end_the_next_touch_counts_anew() -> None:
    clock, silence, told = ledger()
    silence.alive()
    clock.pass_by(90 * SECOND)
    silence.alive()
    clock.pass_by(60 * SECOND)
    assert told == [TimeIsShort(), TimeRanOut(), TimeIsShort()]
