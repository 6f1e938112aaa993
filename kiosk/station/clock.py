"""The machine's own clock, and being called when it has come so far."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class WallClock:
    """Implements the visit's ``Clock``. Delays are measured by the monotonic clock: setting the time moves none."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def call_after(self, delay: timedelta, call: Callable[[], None]) -> None:
        timer = threading.Timer(delay.total_seconds(), call)
        timer.daemon = True
        timer.start()
