"""How often somebody may do something."""

from collections import defaultdict
from datetime import datetime, timedelta

from kiosk.training.clock import TownClock

_HOUR = timedelta(hours=1)


class TooMany(Exception):  # noqa: N818 - an answer, not an error
    """``wait``: until the next one is taken."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait


class Hourly:
    """``most`` from each person in any sixty minutes."""

    def __init__(self, most: int, clock: TownClock) -> None:
        self._most = most
        self._clock = clock
        self._taken: defaultdict[str, list[datetime]] = defaultdict(list)

    def take(self, person_id: str) -> None:
        """Count one. Raises :class:`TooMany`."""
        now = self._clock.now()
        recent = [when for when in self._taken[person_id] if now - when < _HOUR]
        if len(recent) >= self._most:
            raise TooMany(recent[0] + _HOUR - now)
        self._taken[person_id] = [*recent, now]

    def clear(self) -> None:
        self._taken.clear()
