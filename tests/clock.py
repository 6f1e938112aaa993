"""A clock that moves only when a test says so."""

import heapq
import itertools
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class StoryClock:
    """Implements the ``Clock`` port; :meth:`pass_by` calls what has come due, in order."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = self._now = start or datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        self._lock = threading.Lock()
        self._counter = itertools.count()
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []

    def now(self) -> datetime:
        return self._now

    def elapsed(self) -> timedelta:
        return self._now - self._start

    def call_after(self, delay: timedelta, call: Callable[[], None]) -> None:
        with self._lock:
            heapq.heappush(self._due, (self._now + delay, next(self._counter), call))

    def pass_by(self, time: timedelta) -> None:
        end = self._now + time
        while (call := self._next(end)) is not None:
            call()
        self._now = end

    def _next(self, end: datetime) -> Callable[[], None] | None:
        with self._lock:
            if not self._due or self._due[0][0] > end:
                return None
            self._now, _, call = heapq.heappop(self._due)
            return call
