"""One person at one machine at a time: what the identity provider says about that."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Held:
    """The person is here and nowhere else. ``renew``: after so long; never, where the provider keeps no leases."""

    renew: timedelta | None


@dataclass(frozen=True, slots=True)
class HeldElsewhere:
    """The person is at another machine, ``since`` then (aware). Nobody says which machine that is."""

    since: datetime


Lease = Held | HeldElsewhere
