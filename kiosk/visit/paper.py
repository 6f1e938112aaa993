"""Pages, pictures of pages, and what a printer says of them."""

import enum
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.visit.trouble import Trouble


@dataclass(slots=True, weakref_slot=True, eq=False)
class Picture:
    """One page as pixels: 8-bit RGB, rows from the top, ``width * height * 3`` bytes.

    Some megabytes, so they are handed over to the glass, which keeps them as long as the visit keeps this picture.
    """

    page: int
    width: int
    height: int
    rgb: bytes = field(repr=False)

    def hand_over(self) -> bytes:
        """The pixels, which are no longer here afterwards. Raises :class:`RuntimeError` the second time: a bug."""
        if not self.rgb:
            raise RuntimeError("a page was handed over twice")
        rgb, self.rgb = self.rgb, b""
        return rgb


@dataclass(frozen=True, slots=True)
class Pressed:
    """What the press made of a file: a safe PDF (shown, counted and printed are the same copy), its text, its pages.

    ``first`` is a picture of page 1. Page numbers count from 1. In ``text`` a form feed stands between two pages; a
    text without them is that of all pages.
    """

    pdf: bytes = field(repr=False)
    pages: int
    text: str = field(repr=False)
    first: Picture

    def words(self, page: int) -> str:
        """What can be read aloud of a page. Where nobody knows what stands on which, all of it is on the first."""
        leaves = self.text.split("\f")
        if len(leaves) != self.pages:
            leaves = [self.text.replace("\f", "\n"), *[""] * (self.pages - 1)]
        return leaves[page - 1].strip()


class Sides(enum.Enum):
    """The IPP ``sides`` keywords that we offer (RFC 8011, 5.2.8)."""

    ONE = "one-sided"
    TWO = "two-sided-long-edge"


def sheets(pages: int, sides: Sides) -> int:
    """How many sheets ``pages`` sides of paper take."""
    return pages if sides is Sides.ONE else (pages + 1) // 2


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One letter to be printed. ``pages`` are sides of paper; the job's name and user are constants of the printer."""

    pdf: bytes = field(repr=False)
    pages: int
    sides: Sides

    @property
    def sheets(self) -> int:
        return sheets(self.pages, self.sides)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a job stands: sides of paper out so far, and what holds it up, if anything does."""

    pages_done: int
    held_by: Trouble | None


class Outcome(enum.Enum):
    """How a job ended. UNKNOWN is an answer: the connection was lost after the letter went out."""

    PRINTED = "printed"
    STOPPED = "stopped"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The end of a job and the sides of paper that came out as far as the printer said."""

    outcome: Outcome
    pages_done: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done in this visit, in numbers only.

    ``sheets_perhaps``: so many more may have come out, of jobs whose end the printer did not tell.
    ``deeds``: how often something was done for somebody else.
    """

    sheets_printed: int = 0
    sheets_perhaps: int = 0
    deeds: int = 0

    def plus(self, pages: int, sides: Sides, result: PrintResult) -> "Tally":
        """With one more job, of ``pages`` sides of paper."""
        out = sheets(result.pages_done, sides)
        most = sheets(pages, sides) if result.outcome is Outcome.UNKNOWN else out
        return Tally(self.sheets_printed + out, self.sheets_perhaps + most - out, self.deeds)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is left of the visit, counted, not assumed. ``files_kept`` counts files in the visit's room.

    ``pages_waiting`` is missing when the printer could not be asked, ``files_kept`` when there was no time to count.
    ``logged_out`` is true too when nobody had logged in. ``ended``: when it was counted; missing when it was not.
    ``sheets_perhaps`` and ``deeds``: as in :class:`Tally`. ``told``: so many receipts lie in the mailboxes of those
    whom something was done for; ``taken_along``: so many were printed; ``untold``: of so many nothing is known.
    """

    pages_waiting: int | None
    files_kept: int | None
    sheets_printed: int
    logged_out: bool
    ended: datetime | None = None
    sheets_perhaps: int = 0
    deeds: int = 0
    told: int = 0
    untold: int = 0
    taken_along: int = 0

    @property
    def sheets_at_most(self) -> int:
        """May lie in the printer's tray."""
        return self.sheets_printed + self.sheets_perhaps
