"""What a visit asks of the world: orders, each with a number that its answer carries back."""

from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.visit.orders_of_mandates import OrderOfMandates
from kiosk.visit.paper import PrintJob
from kiosk.visit.people import Grant
from kiosk.visit.post import FileRef, Letter
from kiosk.visit.secrets import Secret


@dataclass(frozen=True, slots=True)
class Wake:
    """Say when the time is up. Answer: ``TimeCame``."""

    order: int
    after: timedelta


@dataclass(frozen=True, slots=True)
class ReadCard:
    """Answer: ``CardRead``."""

    order: int


@dataclass(frozen=True, slots=True)
class BeginCardLogin:
    """Show the certificate to the identity provider. Answer: ``NonceGiven``."""

    order: int
    certificate: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignWithCard:
    """Verify the PIN and sign the nonce, in one go on one connection. Answer: ``CardSigned``."""

    order: int
    certificate: bytes = field(repr=False)
    pin: Secret
    nonce: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FinishCardLogin:
    """Answer: ``LoggedIn``."""

    order: int
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BeginCodeLogin:
    """Answer: ``CodeWanted``."""

    order: int
    user_id: Secret


@dataclass(frozen=True, slots=True)
class GiveCode:
    """Answer: ``PasswordWanted``."""

    order: int
    code: Secret


@dataclass(frozen=True, slots=True)
class GivePassword:
    """Answer: ``LoggedIn``."""

    order: int
    password: Secret


@dataclass(frozen=True, slots=True)
class TakeLease:
    """Take or renew the lease on whoever the grant is for. Answer: ``LeaseTaken`` or ``FoundElsewhere``."""

    order: int
    grant: Grant
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class MoveLease:
    """Take it from another machine. Only after the citizen's yes. Answer: ``LeaseTaken``."""

    order: int
    grant: Grant
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class OpenMailbox:
    """Answer: ``MailboxOpened``."""

    order: int
    grant: Grant


@dataclass(frozen=True, slots=True)
class ListLetters:
    """One page of a folder, or of what fits ``sought`` in it; pages count from 0. Answer: ``LettersListed``."""

    order: int
    grant: Grant
    mailbox_id: str = field(repr=False)
    folder_id: str = field(repr=False)
    page: int
    sought: Secret | None = None


@dataclass(frozen=True, slots=True)
class ServeLetter:
    """Tell Digital Post that the owner wants to be served. Only after an informed yes. Answer: ``LetterServed``."""

    order: int
    grant: Grant
    mailbox_id: str = field(repr=False)
    letter_id: str = field(repr=False)
    version: int


@dataclass(frozen=True, slots=True)
class FetchLetter:
    """Answer: ``LetterFetched``."""

    order: int
    grant: Grant
    mailbox_id: str = field(repr=False)
    letter_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchFile:
    """The bytes of one file. Answer: ``FileFetched``."""

    order: int
    grant: Grant
    letter: Letter
    file: FileRef


@dataclass(frozen=True, slots=True)
class PressFile:
    """Make safe pages of a file. Answer: ``FilePressed``."""

    order: int
    content: bytes = field(repr=False)
    file: FileRef


@dataclass(frozen=True, slots=True)
class DrawPage:
    """A page of the file in the press, ``width`` pixels wide; pages count from 1. Answer: ``PageDrawn``."""

    order: int
    page: int
    width: int


@dataclass(frozen=True, slots=True)
class WarmPress:
    """Somebody is in and will soon open a letter. No answer."""


@dataclass(frozen=True, slots=True)
class ClosePress:
    """Throw away what is in the press. No answer."""


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Answer: ``LetterMarkedRead``."""

    order: int
    grant: Grant
    letter: Letter


@dataclass(frozen=True, slots=True)
class AskPrinter:
    """Is the printer ready? Answer: ``PrinterReady``."""

    order: int


@dataclass(frozen=True, slots=True)
class Print:
    """Print and follow to the end. Answers: ``PrintProgressed`` any number of times, then ``PrintEnded``."""

    order: int
    job: PrintJob


@dataclass(frozen=True, slots=True)
class StopPrinting:
    """Cancel the job that is being printed; its ``PrintEnded`` still comes. No answer of its own."""


@dataclass(frozen=True, slots=True)
class ClearPrinter:
    """Nothing that was sent for one principal may come out while the citizen acts for another. No answer."""


@dataclass(frozen=True, slots=True)
class RingChime:
    """A time limit can be heard too, where the machine has a loudspeaker. No answer."""


@dataclass(frozen=True, slots=True)
class LogOut:
    """A login came after the citizen had turned away: give it back. No answer."""

    grant: Grant


@dataclass(frozen=True, slots=True)
class CloseVisit:
    """Log out, cancel what waits at the printer, empty the room, count what is left. Answer: ``VisitClosed``.

    A job that is still being printed is stopped before; its own answer comes first if the printer tells its end.
    """

    order: int
    grant: Grant | None


@dataclass(frozen=True, slots=True)
class Vanish:
    """End this process. There is nobody left to answer."""


Effect = (
    Wake
    | ReadCard
    | BeginCardLogin
    | SignWithCard
    | FinishCardLogin
    | BeginCodeLogin
    | GiveCode
    | GivePassword
    | TakeLease
    | MoveLease
    | OpenMailbox
    | ListLetters
    | ServeLetter
    | FetchLetter
    | FetchFile
    | PressFile
    | DrawPage
    | WarmPress
    | ClosePress
    | MarkRead
    | AskPrinter
    | Print
    | StopPrinting
    | ClearPrinter
    | RingChime
    | LogOut
    | OrderOfMandates
    | CloseVisit
    | Vanish
)
