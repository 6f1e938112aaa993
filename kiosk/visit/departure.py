"""Where a visit can be on the way out."""

import enum
from dataclasses import dataclass

from kiosk.visit.paper import Receipt


class Why(enum.Enum):
    """What ended the visit."""

    ASKED = "asked"
    SILENCE = "silence"
    CARD_OUT = "card_out"
    AWAY = "away"
    ANOTHER_CARD = "another_card"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Everything is being closed, until ``timer`` comes: ``sheets`` were printed, whatever becomes of the rest."""

    order: int
    timer: int
    sheets: int
    why: Why
    card_in: bool


@dataclass(frozen=True, slots=True)
class TakingThings:
    """Take your card, take your pages."""

    timer: int
    card_in: bool
    receipt: Receipt
    why: Why


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The receipt on the glass."""

    timer: int
    receipt: Receipt
    why: Why


@dataclass(frozen=True, slots=True)
class Ended:
    pass
