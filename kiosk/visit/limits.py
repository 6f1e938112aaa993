"""How long and how often: the numbers a visit goes by, given from outside."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Limits:
    """All times are ``timedelta``.

    ``silence``: from the last sign of life to the warning; ``warning``: the countdown of the warning
    (EN 301 549 11.2.2.1 asks for at least 20 s, at least ten times). ``cover``: how long a pulled card may stay out.
    ``goodbye``: how long the receipt stays. ``close``: how long the closing may take before the
    receipt says what is not known. ``slow``: when a waiting screen says that it takes longer than usual.
    ``page_pixels``: the width of a page at 100 percent.
    """

    page_pixels: int = 1000
    silence: timedelta = timedelta(minutes=2)
    warning: timedelta = timedelta(seconds=45)
    cover: timedelta = timedelta(seconds=20)
    goodbye: timedelta = timedelta(seconds=15)
    leave: timedelta = timedelta(seconds=10)
    close: timedelta = timedelta(seconds=20)
    slow: timedelta = timedelta(seconds=3)
