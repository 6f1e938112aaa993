"""The clock on the wall: implements the ``Clock`` port with one thread for all that is to come."""

import heapq
import itertools
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class WallClock:
    """Waits by the monotonic clock, so that setting the machine's time neither hurries nor delays anybody."""

    def __init__(self) -> None:
        self._counter = itertools.count()
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._changed = threading.Condition()
        threading.Thread(target=self._run, name="clock", daemon=True).start()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def elapsed(self) -> timedelta:
        return timedelta(seconds=time.monotonic())

    def call_after(self, delay: timedelta, call: Callable[[], None]) -> None:
        """Call once, on the clock's thread: ``call`` must be short."""
        with self._changed:
            heapq.heappush(self._due, (time.monotonic() + delay.total_seconds(), next(self._counter), call))
            self._changed.notify()

    def _run(self) -> None:
        while True:
            self._wait_for_next()()

    def _wait_for_next(self) -> Callable[[], None]:
        with self._changed:
            while not self._due or self._due[0][0] > time.monotonic():
                self._changed.wait(self._due[0][0] - time.monotonic() if self._due else None)
            return heapq.heappop(self._due)[2]
