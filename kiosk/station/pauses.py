"""After how many crashes a machine rests, and for how long."""

from datetime import timedelta

WINDOW = timedelta(minutes=10)
PATIENCE = 3
SHORTEST = timedelta(seconds=5)
LONGEST = timedelta(minutes=5)


def pause_after(crashes: list[timedelta], now: timedelta) -> timedelta:
    """How long to rest before the next visit. ``crashes``: when they happened, the oldest first, on one clock.

    Nothing for the first two in ten minutes; then 5 s, doubled with each further one, five minutes at most.
    """
    lately = len(still_counted(crashes, now))
    if lately < PATIENCE:
        return timedelta()
    return min(SHORTEST * 2 ** (lately - PATIENCE), LONGEST)


def still_counted(crashes: list[timedelta], now: timedelta) -> list[timedelta]:
    """Those that are not forgiven yet."""
    return [crash for crash in crashes if now - crash <= WINDOW]
