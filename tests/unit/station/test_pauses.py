"""A machine whose visits keep crashing rests, a little longer each time."""

from datetime import timedelta

import pytest

from kiosk.station.pauses import pause_after


@pytest.mark.parametrize(
    ("seconds", "pause"),
    [
        ([], 0),
        ([0], 0),
        ([0, 1], 0),
        ([0, 1, 2], 5),
        ([0, 1, 2, 3], 10),
        ([0, 1, 2, 3, 4], 20),
        (range(30), 300),
    ],
)
def test_the_third_crash_in_ten_minutes_rests_the_machine(seconds, pause):
    crashes = [timedelta(seconds=second) for second in seconds]
    assert pause_after(crashes, timedelta(seconds=30)) == timedelta(seconds=pause)


def test_crashes_of_an_hour_ago_are_forgiven():
    crashes = [timedelta(minutes=minute) for minute in (0, 1, 2, 3, 60)]
    assert pause_after(crashes, timedelta(minutes=60)) == timedelta()
