"""The one ledger of signs of life: it starts with the first, and tells when they stop."""

import threading
from collections.abc import Callable
from datetime import timedelta

from kiosk.visit.events import TimeIsShort
from kiosk.visit.ports import Clock


class Silence:
    """Fed by every touch, key, switch, card, code and spoken word; says ``TimeIsShort`` through ``tell``.

    ``allowed`` is asked anew each time: how long a silence may last is the visit's to say. Not every place can heed the
    word, so it is said again after as long a silence.
    Thread-safe: cards live on another thread than fingers.
    """

    def __init__(
        self, clock: Clock, allowed: Callable[[], timedelta], tell: Callable[[TimeIsShort], None]
    ) -> None:
        self._clock = clock
        self._allowed = allowed
        self._tell = tell
        self._lock = threading.Lock()
        self._last: timedelta | None = None
        self._watch = 0

    def alive(self) -> None:
        """A sign of life: the count starts again from here."""
        with self._lock:
            first = self._last is None
            self._last = self._clock.elapsed()
        if first:
            self.allowed_anew()

    def allowed_anew(self) -> None:
        """How long a silence may last has changed just now, with a sign of life."""
        with self._lock:
            self._watch += 1
        self._look_in(self._allowed(), self._watch)

    def _look_in(self, delay: timedelta, watch: int) -> None:
        self._clock.call_after(delay, lambda: self._look(watch))

    def _look(self, watch: int) -> None:
        if watch != self._watch:
            return
        left = self._left()
        if left <= timedelta(0):
            self.alive()
            self._tell(TimeIsShort())
            left = self._allowed()
        self._look_in(left, watch)

    def _left(self) -> timedelta:
        with self._lock:
            now = self._clock.elapsed()
            return (now if self._last is None else self._last) + self._allowed() - now
