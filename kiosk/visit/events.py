"""What can happen during a visit: said by the citizen, seen by the machine, answered by the world."""

from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.visit.paper import Picture, Pressed, PrintResult, Progress, Receipt, Sides
from kiosk.visit.people import Citizen, Grant
from kiosk.visit.post import Letter, LetterList, OpenedMailbox
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble

# Said by the citizen


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """``language`` is a catalogue code: da, en, ar."""

    language: str


@dataclass(frozen=True, slots=True)
class CardWayChosen:
    pass


@dataclass(frozen=True, slots=True)
class CodeWayChosen:
    pass


@dataclass(frozen=True, slots=True)
class PinGiven:
    pin: Secret


@dataclass(frozen=True, slots=True)
class UserIdGiven:
    user_id: Secret


@dataclass(frozen=True, slots=True)
class CodeGiven:
    code: Secret


@dataclass(frozen=True, slots=True)
class PasswordGiven:
    password: Secret


@dataclass(frozen=True, slots=True)
class FolderChosen:
    folder_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListPageChosen:
    """``page`` counts from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class LetterChosen:
    letter_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ServingAccepted:
    """The informed yes: opening this letter serves it."""


@dataclass(frozen=True, slots=True)
class DocumentChosen:
    """``index`` into the letter's documents, from 0."""

    index: int


@dataclass(frozen=True, slots=True)
class PageTurned:
    """``page`` counts from 1."""

    page: int


@dataclass(frozen=True, slots=True)
class Zoomed:
    """``zoom`` in percent of the width of the reading area, 100 to 400."""

    zoom: int


@dataclass(frozen=True, slots=True)
class PrintAsked:
    pass


@dataclass(frozen=True, slots=True)
class SidesChosen:
    sides: Sides


@dataclass(frozen=True, slots=True)
class PrintConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class PrintStopped:
    pass


@dataclass(frozen=True, slots=True)
class WentBack:
    pass


@dataclass(frozen=True, slots=True)
class TriedAgain:
    pass


@dataclass(frozen=True, slots=True)
class EndAsked:
    pass


@dataclass(frozen=True, slots=True)
class StillHere:
    """The answer to the warning: more time, please."""


@dataclass(frozen=True, slots=True)
class ThingsTaken:
    """Card and pages are in the citizen's hands."""


# Seen by the machine


@dataclass(frozen=True, slots=True)
class CardSeen:
    """A card is in the citizen's reader. ``mute``: it does not answer (backwards, dirty, no chip)."""

    mute: bool


@dataclass(frozen=True, slots=True)
class CardGone:
    pass


@dataclass(frozen=True, slots=True)
class SecondCardSeen:
    """A card was put into another reader of this machine while one is in."""


@dataclass(frozen=True, slots=True)
class ReaderLost:
    """``why``: READER_GONE or READER_SERVICE_DOWN."""

    why: Trouble


@dataclass(frozen=True, slots=True)
class ReaderFound:
    pass


@dataclass(frozen=True, slots=True)
class TimeIsShort:
    """No sign of life for ``Limits.silence``."""


@dataclass(frozen=True, slots=True)
class TimeRanOut:
    """No answer to the warning either."""


# Answered by the world


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
    grant: Grant


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
class TroubleCame:
    """An order could not be carried out. ``tries_left`` and ``wait`` as the card or the provider said."""

    order: int
    trouble: Trouble
    tries_left: int | None = None
    wait: timedelta | None = None


Said = (
    LanguageChosen
    | CardWayChosen
    | CodeWayChosen
    | PinGiven
    | UserIdGiven
    | CodeGiven
    | PasswordGiven
    | FolderChosen
    | ListPageChosen
    | LetterChosen
    | ServingAccepted
    | DocumentChosen
    | PageTurned
    | Zoomed
    | PrintAsked
    | SidesChosen
    | PrintConfirmed
    | PrintStopped
    | WentBack
    | TriedAgain
    | EndAsked
    | StillHere
    | ThingsTaken
)
Seen = CardSeen | CardGone | SecondCardSeen | ReaderLost | ReaderFound | TimeIsShort | TimeRanOut
Answer = (
    TimeCame
    | CardRead
    | NonceGiven
    | CardSigned
    | CodeWanted
    | PasswordWanted
    | LoggedIn
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
    | TroubleCame
)
Event = Said | Seen | Answer
