"""How long and how often: the numbers a visit goes by, given from outside, and the pace a citizen asks for."""

import enum
from dataclasses import dataclass, replace
from datetime import timedelta


class Pace(enum.Enum):
    """How much time a citizen wants for everything (WCAG 2.2.1, Adjust)."""

    USUAL = "usual"
    UNHURRIED = "unhurried"


@dataclass(frozen=True, slots=True)
class Limits:
    """All times are ``timedelta``.

    ``silence``: from the last sign of life to the warning; ``warning``: the countdown of the warning
    (EN 301 549 11.2.2.1 asks for at least 20 s, at least ten times). ``cover``: how long a pulled card may stay out;
    ``away``: how long a citizen who has covered the screen may stay away. ``lease``: how long the identity provider
    still takes somebody for logged in here after this machine has fallen silent.
    ``goodbye``: how long the receipt stays. ``close``: how long the closing may take before the
    receipt says what is not known. ``slow``: when a waiting screen says that it takes longer than usual.
    ``nonce``: after how long a login that waits for a PIN is begun anew, unseen.
    ``mandate``: how often somebody who acts for another is looked up in the register of mandates.
    ``page_pixels``: the width of a page at 100 percent.
    ``more_time``: by how much an unhurried visit takes longer; 10 is what WCAG 2.2.1 asks for.
    """

    page_pixels: int = 1000
    silence: timedelta = timedelta(minutes=2)
    warning: timedelta = timedelta(seconds=45)
    cover: timedelta = timedelta(seconds=20)
    away: timedelta = timedelta(minutes=2)
    goodbye: timedelta = timedelta(seconds=15)
    leave: timedelta = timedelta(seconds=10)
    close: timedelta = timedelta(seconds=20)
    slow: timedelta = timedelta(seconds=3)
    nonce: timedelta = timedelta(minutes=2)
    more_time: int = 10
    lease: timedelta = timedelta(seconds=30)
    mandate: timedelta = timedelta(seconds=10)

    def at(self, pace: Pace) -> "Limits":
        """The limits of a visit at this pace. How long the machine itself may take is no citizen's matter."""
        if pace is Pace.USUAL:
            return self
        return replace(
            self,
            silence=self.silence * self.more_time,
            warning=self.warning * self.more_time,
            cover=self.cover * self.more_time,
            away=self.away * self.more_time,
            goodbye=self.goodbye * self.more_time,
            leave=self.leave * self.more_time,
        )
