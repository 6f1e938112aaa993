"""The one ledger of signs of life: it starts with the first, and tells when they stop."""

import threading
from collections.abc import Callable
from datetime import timedelta

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
        self._last: timedelta | None = None
        self._warned = False

    def alive(self) -> None:
        """A sign of life: the count starts again from here."""
        with self._lock:
            first = self._last is None
            self._last, self._warned = self._clock.elapsed(), False
        if first:
            self._look_in(self._limits.silence)

    def _look_in(self, delay: timedelta) -> None:
        self._clock.call_after(delay, self._look)

    def _look(self) -> None:
        with self._lock:
            left = self._left()
            said = None if left > timedelta(0) else self._run_out()
            again = left if said is None else self._left()
        if said is not None:
            self._tell(said)
        self._look_in(again)

    def _left(self) -> timedelta:
        """Until the next word is due. Called with the lock held."""
        allowed = self._limits.silence + (self._limits.warning if self._warned else timedelta(0))
        now = self._clock.elapsed()
        return (self._last if self._last is not None else now) + allowed - now

    def _run_out(self) -> TimeIsShort | TimeRanOut:
        """Called with the lock held. After the last word it begins anew: not every place can heed it."""
        if self._warned:
            self._last, self._warned = self._clock.elapsed(), False
            return TimeRanOut()
        self._warned = True
        return TimeIsShort()
