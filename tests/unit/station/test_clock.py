"""The wall clock calls what has come due, in order, however it was asked."""

import queue
from datetime import UTC, datetime, timedelta

from kiosk.station.clock import WallClock


def test_calls_come_in_the_order_in_which_they_are_due():
    clock, called = WallClock(), queue.SimpleQueue()
    for milliseconds in (60, 20, 40, 0):
        clock.call_after(timedelta(milliseconds=milliseconds), lambda at=milliseconds: called.put(at))
    assert [called.get(timeout=5) for _ in range(4)] == [0, 20, 40, 60]


def test_a_shorter_wait_overtakes_a_longer_one_that_began_before():
    clock, called = WallClock(), queue.SimpleQueue()
    clock.call_after(timedelta(hours=1), lambda: called.put("late"))
    clock.call_after(timedelta(milliseconds=10), lambda: called.put("soon"))
    assert called.get(timeout=5) == "soon"


def test_now_is_aware_and_in_utc():
    now = WallClock().now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=1)
