"""What the world can answer to an order."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.visit.mandates import Mandate, Mandates
from kiosk.visit.paper import Picture, Pressed, PrintResult, Progress, Receipt
from kiosk.visit.people import ActingGrant, Citizen, OwnGrant
from kiosk.visit.post import Letter, LetterList, OpenedMailbox
from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class TimeCame:
    order: int


@dataclass(frozen=True, slots=True)
class CardRead:
    """``tries_left`` as the card says it, asked before the PIN is asked of anybody."""

    order: int
    certificate: bytes = field(repr=False)
    tries_left: int


@dataclass(frozen=True, slots=True)
class NonceGiven:
    order: int
    nonce: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardSigned:
    order: int
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CodeWanted:
    order: int


@dataclass(frozen=True, slots=True)
class PasswordWanted:
    order: int


@dataclass(frozen=True, slots=True)
class LoggedIn:
    order: int
    citizen: Citizen
    grant: OwnGrant


@dataclass(frozen=True, slots=True)
class LeaseTaken:
    """The person is logged in here only. ``renew`` after so long; never, where the provider keeps no leases."""

    order: int
    renew: timedelta | None


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """The person is at another machine, ``since`` then."""

    order: int
    since: datetime


@dataclass(frozen=True, slots=True)
class MailboxOpened:
    order: int
    opened: OpenedMailbox


@dataclass(frozen=True, slots=True)
class LettersListed:
    order: int
    letters: LetterList


@dataclass(frozen=True, slots=True)
class LetterServed:
    order: int


@dataclass(frozen=True, slots=True)
class LetterFetched:
    order: int
    letter: Letter


@dataclass(frozen=True, slots=True)
class FileFetched:
    order: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FilePressed:
    order: int
    pressed: Pressed


@dataclass(frozen=True, slots=True)
class PageDrawn:
    order: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class LetterMarkedRead:
    order: int


@dataclass(frozen=True, slots=True)
class PrinterReady:
    order: int


@dataclass(frozen=True, slots=True)
class PrintProgressed:
    order: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class PrintEnded:
    order: int
    result: PrintResult


@dataclass(frozen=True, slots=True)
class VisitClosed:
    order: int
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class MandatesListed:
    order: int
    mandates: Mandates = field(repr=False)


@dataclass(frozen=True, slots=True)
class ActingBegun:
    """The token for one principal, and how long it lasts: never longer than the mandate."""

    order: int
    grant: ActingGrant
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class MandateStands:
    """The mandate that is acted under is still in force."""

    order: int


@dataclass(frozen=True, slots=True)
class ErrandAnswered:
    """The service has done it. ``reference``: what it calls it."""

    order: int
    reference: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MandateTaken:
    """The register has taken what was sent; the mandate as it is now."""

    order: int
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class PrincipalTold:
    """The receipt lies in the principal's mailbox."""

    order: int


@dataclass(frozen=True, slots=True)
class TroubleCame:
    """An order could not be carried out. ``tries_left`` and ``wait`` as the card or the provider said."""

    order: int
    trouble: Trouble
    tries_left: int | None = None
    wait: timedelta | None = None


Answer = (
    TimeCame
    | CardRead
    | NonceGiven
    | CardSigned
    | CodeWanted
    | PasswordWanted
    | LoggedIn
    | LeaseTaken
    | FoundElsewhere
    | MailboxOpened
    | LettersListed
    | LetterServed
    | LetterFetched
    | FileFetched
    | FilePressed
    | PageDrawn
    | LetterMarkedRead
    | PrinterReady
    | PrintProgressed
    | PrintEnded
    | VisitClosed
    | MandatesListed
    | ActingBegun
    | MandateStands
    | ErrandAnswered
    | MandateTaken
    | PrincipalTold
    | TroubleCame
)
