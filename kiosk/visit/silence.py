"""The one ledger of signs of life: it starts with the first, and tells when they stop."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.visit.events import TimeIsShort, TimeRanOut
from kiosk.visit.limits import Limits
from kiosk.visit.ports import Clock


class Silence:
    """Fed by every touch, key and card; says ``TimeIsShort`` and then ``TimeRanOut`` through ``tell``.

    Thread-safe: cards live on another thread than fingers.
    """

    def __init__(
        self, clock: Clock, limits: Limits, tell: Callable[[TimeIsShort | TimeRanOut], None]
    ) -> None:
        self._clock = clock
        self._limits = limits
        self._tell = tell
        self._lock = threading.Lock()
        self._last: datetime | None = None
        self._warned = False

    def alive(self) -> None:
        """A sign of life: the count starts again from here."""
        with self._lock:
            first = self._last is None
            self._last, self._warned = self._clock.now(), False
        if first:
            self._look_in(self._limits.silence)

    def _look_in(self, delay: timedelta) -> None:
        self._clock.call_after(delay, self._look)

    def _look(self) -> None:
        with self._lock:
            left = self._left()
            said = None if left > timedelta(0) else self._run_out()
        if said is not None:
            self._tell(said)
        if not isinstance(said, TimeRanOut):
            self._look_in(left if said is None else self._limits.warning)

    def _left(self) -> timedelta:
        allowed = self._limits.silence + (self._limits.warning if self._warned else timedelta(0))
        last = self._last if self._last is not None else self._clock.now()
        return last + allowed - self._clock.now()

    def _run_out(self) -> TimeIsShort | TimeRanOut:
        """Called with the lock held."""
        if self._warned:
            self._last, self._warned = None, False
            return TimeRanOut()
        self._warned = True
        return TimeIsShort()
