"""Where a visit can be on the way out."""

import enum
from dataclasses import dataclass

from kiosk.visit.paper import Outcome, PrintResult, Receipt, Sides, Tally


class Why(enum.Enum):
    """What ended the visit."""

    ASKED = "asked"
    SILENCE = "silence"
    CARD_OUT = "card_out"
    READER_LOST = "reader_lost"
    AWAY = "away"
    ANOTHER_CARD = "another_card"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A print job that was stopped by leaving: its order, its sides of paper, and how many were out."""

    order: int
    pages: int
    sides: Sides
    pages_done: int = 0

    @property
    def untold(self) -> PrintResult:
        """What is known of it as long as the printer has not told its end."""
        return PrintResult(Outcome.UNKNOWN, self.pages_done)


@dataclass(frozen=True, slots=True)
class Leaving:
    """Everything is being closed, until ``timer`` comes. ``tally`` holds of the jobs that have ended."""

    order: int
    timer: int
    tally: Tally
    why: Why
    card_in: bool
    unfinished: Unfinished | None = None


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
