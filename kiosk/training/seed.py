"""A letter that lies in a mailbox from the start."""

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class SeedLetter:
    """``memo``: the whole MeMo message. ``age``: since it arrived. ``read``: its owner has read it already."""

    memo: bytes = field(repr=False)
    age: timedelta
    read: bool = False
