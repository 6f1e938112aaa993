"""After how many crashes a machine rests, and for how long."""

from datetime import timedelta

WINDOW = timedelta(minutes=10)
PATIENCE = 3
SHORTEST = timedelta(seconds=5)
LONGEST = timedelta(minutes=5)


class Pauses:
    """Nothing after the first two crashes in ten minutes; after the third ``shortest``, then twice as long each time.

    ``longest`` at most. That goes on until visits have stood on the glass for ten minutes without a crash: long pauses
    keep crashes apart, so how many there were lately does not tell. All times are on one clock.
    """

    def __init__(self, shortest: timedelta = SHORTEST, longest: timedelta = LONGEST) -> None:
        self._next = self._shortest = shortest
        self._longest = longest
        self._crashes: list[timedelta] = []
        self._resting = False
        self._well_since: timedelta | None = None

    def stand(self, now: timedelta) -> None:
        """A visit stands on the glass."""
        if self._well_since is None:
            self._well_since = now

    def after_crash(self, now: timedelta) -> timedelta:
        """How long to rest before the next visit."""
        if self._well_since is not None and now - self._well_since >= WINDOW:
            self._resting, self._next = False, self._shortest
        self._well_since = None
        self._crashes = [*(crash for crash in self._crashes if now - crash <= WINDOW), now]
        self._resting = self._resting or len(self._crashes) >= PATIENCE
        return self._longer() if self._resting else timedelta()

    def _longer(self) -> timedelta:
        pause, self._next = self._next, min(2 * self._next, self._longest)
        return pause
