"""Where a visit can be once somebody is logged in: the chapters, paper, and what hinders."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.visit.acting import ActingEnded, AtServices, AtWork, Choosing, ChoosingPrincipal, ForAnother
from kiosk.visit.delegating import AskingToChange, AtMandates, Delegating, ReadingBack
from kiosk.visit.events import Said
from kiosk.visit.forms import ChoosingForm, OnForm, ShowingForm
from kiosk.visit.paper import PrintResult, Progress, Sides, Tally
from kiosk.visit.people import Citizen, Grant, OwnGrant
from kiosk.visit.post import Letter
from kiosk.visit.reading import AskingSearch, AtLetter, AtMailbox, InFolder, Reading
from kiosk.visit.receipts import OfferingReceipt, OnReceipt, Owed, ReceiptPages
from kiosk.visit.trouble import Trouble

Pages = Reading | ShowingForm
"""What can be turned page by page, and printed."""

Printable = Pages | ReceiptPages


@dataclass(frozen=True, slots=True)
class Session:
    """Who is in. ``certificate`` is the card that must come back after it was pulled; none for a code device.

    ``grant`` is the citizen's own, whomever they act for; ``acting`` is missing while they act for themselves.
    ``owed``: what a principal is to be told, from the end of acting until the citizen goes on.
    """

    citizen: Citizen
    grant: OwnGrant
    certificate: bytes | None = field(repr=False)
    tally: Tally = field(default_factory=Tally)
    acting: ForAnother | None = None
    owed: Owed | None = None

    @property
    def grant_in_use(self) -> Grant:
        """What mailbox and services are asked with: the principal's, while the citizen acts for one."""
        return self.acting.grant if self.acting else self.grant


@dataclass(frozen=True, slots=True)
class TakingLease:
    """Logged in, here only?"""

    order: int


@dataclass(frozen=True, slots=True)
class AskingToMove:
    """The person is at another machine, ``since`` then: move the visit here, or end it here."""

    since: datetime


@dataclass(frozen=True, slots=True)
class AskingPrinter:
    """The printer is asked before the citizen is."""

    order: int
    back: Printable


@dataclass(frozen=True, slots=True)
class AskingToPrint:
    """How many sheets, one side or two, print or not."""

    back: Pages
    sides: Sides


@dataclass(frozen=True, slots=True)
class Printing:
    order: int
    back: Printable
    sides: Sides
    progress: Progress
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """The end of a job, as the printer said it, and never better."""

    back: Printable
    sides: Sides
    result: PrintResult


@dataclass(frozen=True, slots=True)
class Hindered:
    """Something went wrong.

    ``said`` is what can be said again, at ``before`` or, where there is no such place yet, to open the mailbox.
    With neither, only the end is left. ``letter``: its other documents may still be chosen.
    """

    trouble: Trouble
    before: "Before | None" = None
    said: Said | None = None
    letter: Letter | None = None


Before = (
    InFolder
    | Pages
    | ChoosingPrincipal
    | ActingEnded
    | AtServices
    | AtMandates
    | ReadingBack
    | AskingToChange
    | ChoosingForm
    | OfferingReceipt
)
"""Where something can be said again that went wrong."""

ComingIn = TakingLease | AskingToMove
"""Logged in, and not yet let in."""

OnPaper = AskingPrinter | AskingToPrint | Printing | Printed
"""On the way from the glass to paper."""

Place = (
    ComingIn
    | AtMailbox
    | AskingSearch
    | AtLetter
    | OnPaper
    | Hindered
    | Choosing
    | AtWork
    | Delegating
    | OnForm
    | OnReceipt
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    session: Session
    place: Place
