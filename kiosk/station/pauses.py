"""After how many crashes a machine rests, and for how long."""

from datetime import timedelta
from itertools import takewhile

WINDOW = timedelta(minutes=10)
PATIENCE = 3
SHORTEST = timedelta(seconds=5)
LONGEST = timedelta(minutes=5)


def pause_after(crashes: list[timedelta], now: timedelta) -> timedelta:
    """How long to rest before the next visit. ``crashes``: when they happened, the oldest first, on one clock.

    Nothing for the first two in ten minutes; then 5 s, doubled with each further one, five minutes at most.
    """
    lately = sum(1 for _ in takewhile(lambda crash: now - crash <= WINDOW, reversed(crashes)))
    if lately < PATIENCE:
        return timedelta()
    return min(SHORTEST * 2 ** (lately - PATIENCE), LONGEST)
