"""One row of the table of troubles, and the words that many rows share."""

import enum
from dataclasses import dataclass, field, replace
from typing import Final

from kiosk.visit.mandates import Basis
from kiosk.visit.words import words


class Mender(enum.Enum):
    """Who can put it right."""

    CITIZEN = "citizen"
    STAFF = "staff"
    TIME = "time"


class Then(enum.Enum):
    """What the citizen can do next: say the same again, go back one place, or only end the visit."""

    AGAIN = "again"
    BACK = "back"
    END = "end"


@dataclass(frozen=True, slots=True)
class OfAnother:
    """What else is read by whoever acts for somebody, the ``{principal}``. ``happened``: as for oneself, if empty."""

    do_now: str
    happened: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What else is read where a law, a court or another register has decided, and no person could give anything.

    ``happened``: as elsewhere, if empty.
    """

    basis: Basis
    do_now: str
    staff: str
    happened: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One trouble. ``provoke`` names the simulator switch or act that brings it about; tests follow it.

    ``of_another`` is missing where the words fit whoever reads them; ``decided`` where they fit every mandate.
    """

    code: str
    mender: Mender
    then: Then
    happened: str
    not_meant: str
    do_now: str
    staff: tuple[str, ...]
    provoke: str
    of_another: OfAnother | None = None
    decided: tuple[Decided, ...] = field(default=(), repr=False)

    def under(self, basis: Basis) -> "Row":
        """The same trouble in the words that fit the mandate it is about."""
        for other in self.decided:
            if other.basis is basis:
                happened = other.happened or self.happened
                return replace(self, happened=happened, do_now=other.do_now, staff=(other.staff,))
        return self


NOTHING_LOST: Final = words("Nothing is lost.")
NOT_YOUR_FAULT: Final = words("You have done nothing wrong.")
YOURS_STILL_THERE: Final = words("Your letters are still there.")
STILL_THERE: Final = words("The letters are still there.")
AS_SOON_AS_MENDED: Final = words("Nothing is lost. Printing goes on when the printer is ready.")
OTHER_WAY: Final = words("Offer the other way to log in, or help at the desk.")
GO_ON: Final = words("You can go on. Please tell the staff.")
CHECK_NETWORK: Final = words("Check the network cable and that other machines are online.")
_SHOW_CODE: Final = words("Read the code below the message and look it up in the list of troubles.")

CITIZEN, STAFF, TIME = Mender.CITIZEN, Mender.STAFF, Mender.TIME
AGAIN, BACK, END = Then.AGAIN, Then.BACK, Then.END


def row(
    code: str,
    mender: Mender,
    then: Then,
    happened: str,
    do_now: str,
    *staff: str,
    provoke: str,
    not_meant: str = NOT_YOUR_FAULT,
    of_another: OfAnother | None = None,
    decided: tuple[Decided, ...] = (),
) -> Row:
    steps = staff or (_SHOW_CODE,)
    return Row(code, mender, then, happened, not_meant, do_now, steps, provoke, of_another, decided)
