"""What lies in a mailbox from the start."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class SeedLetter:
    """``memo``: the whole MeMo message. ``age``: since it arrived. ``read``: its owner has read it already."""

    memo: bytes = field(repr=False)
    age: timedelta
    read: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """What is its own in one letter of many: its subject, its text, its age, and whether it has been read."""

    label: str
    text: str = field(repr=False)
    age: timedelta
    read: bool


@dataclass(frozen=True, slots=True)
class Mailing:
    """Letters that differ in nothing else. ``memo`` is the message they were all made from, with one file of text.

    Taking ten thousand messages in one by one takes seconds; this one is taken in, and then copied.
    """

    memo: bytes = field(repr=False)
    copies: Iterable[Copy] = field(repr=False)


Seed = SeedLetter | Mailing
