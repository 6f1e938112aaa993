"""A machine whose visits keep crashing rests, longer each time, until they have stood again for a while."""

from datetime import timedelta

from kiosk.station.pauses import LONGEST, WINDOW, Pauses

MINUTE = timedelta(minutes=1)


def rests(
    pauses: Pauses, crashes: int, stood: timedelta = timedelta(), now: timedelta = timedelta()
) -> list[int]:
    """How many seconds the machine rests after each crash, if every visit crashes when it has stood so long."""
    seconds = []
    for _ in range(crashes):
        pauses.stand(now)
        now += stood
        pause = pauses.after_crash(now)
        now += pause
        seconds.append(int(pause.total_seconds()))
    return seconds


def test_a_machine_that_is_broken_for_a_day_rests_longer_each_time_and_then_five_minutes():
    first, *forever = rests(Pauses(), 9), rests(Pauses(), 300)[9:]
    assert first == [0, 0, 5, 10, 20, 40, 80, 160, 300]
    assert set(*forever) == {300}


def test_crashes_that_are_ten_minutes_apart_are_forgiven():
    assert set(rests(Pauses(), 50, stood=WINDOW)) == {0}


def test_after_ten_minutes_without_a_crash_the_pauses_begin_anew():
    pauses = Pauses()
    assert max(rests(pauses, 20)) == 300
    assert rests(pauses, 1, stood=9 * MINUTE, now=99 * MINUTE) == [300]
    assert rests(pauses, 1, stood=WINDOW, now=120 * MINUTE) == [0]
    assert rests(pauses, 3, now=131 * MINUTE) == [0, 5, 10]


def test_many_short_visits_that_end_well_are_as_good_as_a_long_one():
    pauses = Pauses()
    rests(pauses, 20)
    for minute in range(11):
        pauses.stand((99 + minute) * MINUTE)
    assert pauses.after_crash(110 * MINUTE) == timedelta()


def test_a_pause_is_never_longer_than_the_longest():
    assert max(rests(Pauses(shortest=timedelta(seconds=7)), 2000)) == LONGEST.total_seconds()
