"""Where a visit can be. A state holds exactly what is true there; leaving it is forgetting."""

import enum
from dataclasses import dataclass, field

from kiosk.visit.events import FolderChosen, ListPageChosen, Said
from kiosk.visit.limits import Limits
from kiosk.visit.paper import Picture, Pressed, PrintResult, Progress, Receipt, Sides
from kiosk.visit.people import Citizen, Grant
from kiosk.visit.post import Folder, Letter, LetterHead, LetterList, Mailbox
from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Setback:
    """What went wrong a moment ago, shown beside the question that is asked again."""

    trouble: Trouble
    tries_left: int | None = None
    minutes: int | None = None


# Before anybody is known


@dataclass(frozen=True, slots=True)
class Welcome:
    """``reader``: why the card reader cannot be used just now, if so. ``card_in``: a card left in that was refused."""

    reader: Trouble | None = None
    card_in: bool = False


@dataclass(frozen=True, slots=True)
class InvitingCard:
    """The picture of the reader and where the card goes."""


# On the way in, by card


@dataclass(frozen=True, slots=True)
class ReadingCard:
    order: int


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """The identity provider looks at the certificate, before a PIN try is spent."""

    order: int
    certificate: bytes = field(repr=False)
    tries_left: int


@dataclass(frozen=True, slots=True)
class AskingPin:
    certificate: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    tries_left: int
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CardSigning:
    """The card checks the PIN and signs. ``kept`` is asked again after a wrong PIN."""

    order: int
    kept: AskingPin


@dataclass(frozen=True, slots=True)
class ProvingCard:
    """The identity provider checks the signature."""

    order: int
    certificate: bytes = field(repr=False)


# On the way in, by code device


@dataclass(frozen=True, slots=True)
class AskingUserId:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingUserId:
    order: int


@dataclass(frozen=True, slots=True)
class AskingCode:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingCode:
    order: int


@dataclass(frozen=True, slots=True)
class AskingPassword:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingPassword:
    order: int


Way = (
    InvitingCard
    | ReadingCard
    | ShowingCard
    | AskingPin
    | CardSigning
    | ProvingCard
    | AskingUserId
    | CheckingUserId
    | AskingCode
    | CheckingCode
    | AskingPassword
    | CheckingPassword
)


@dataclass(frozen=True, slots=True)
class Identifying:
    way: Way


# Inside


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done in this visit, in numbers only."""

    letters_opened: int = 0
    sheets_printed: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """Who is in. ``certificate`` is the card that must come back after it was pulled; none for a code device."""

    citizen: Citizen
    grant: Grant
    certificate: bytes | None = field(repr=False)
    tally: Tally = Tally()


@dataclass(frozen=True, slots=True)
class OpeningMailbox:
    order: int


@dataclass(frozen=True, slots=True)
class InFolder:
    """The list of letters."""

    mailbox: Mailbox
    folders: tuple[Folder, ...] = field(repr=False)
    letters: LetterList

    @property
    def folder(self) -> Folder:
        """The folder that is shown. Raises :class:`StopIteration` if it is none of the mailbox: a bug."""
        return next(folder for folder in self.folders if folder.id == self.letters.folder_id)


@dataclass(frozen=True, slots=True)
class ListingLetters:
    """Another folder or page is on its way; the old list stays visible."""

    order: int
    kept: InFolder
    said: FolderChosen | ListPageChosen


@dataclass(frozen=True, slots=True)
class AskingToServe:
    """Opening this letter would serve it: the stop page."""

    back: InFolder
    head: LetterHead


@dataclass(frozen=True, slots=True)
class ServingLetter:
    order: int
    back: InFolder
    head: LetterHead


@dataclass(frozen=True, slots=True)
class FetchingLetter:
    order: int
    back: InFolder
    head: LetterHead


@dataclass(frozen=True, slots=True)
class OpeningDocument:
    """The file is fetched and pressed. ``index`` is the document of the letter, ``order`` the present step."""

    order: int
    back: InFolder
    letter: Letter
    index: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A page on the glass. ``wanted`` is the order of the picture that is being drawn, if one is.

    ``page`` and ``zoom`` are what the citizen wants to see; ``picture`` is what there is to see so far.
    """

    back: InFolder
    letter: Letter
    index: int
    pressed: Pressed
    page: int
    zoom: int
    picture: Picture
    wanted: int | None = None


@dataclass(frozen=True, slots=True)
class AskingPrinter:
    """The printer is asked before the citizen is."""

    order: int
    back: Reading


@dataclass(frozen=True, slots=True)
class AskingToPrint:
    """How many sheets, one side or two, print or not."""

    back: Reading
    sides: Sides


@dataclass(frozen=True, slots=True)
class Printing:
    order: int
    back: Reading
    sides: Sides
    progress: Progress
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """The end of a job, as the printer said it, and never better."""

    back: Reading
    sides: Sides
    result: PrintResult


@dataclass(frozen=True, slots=True)
class Hindered:
    """Something went wrong.

    ``said`` is what can be said again, at ``before`` or, where there is no such place yet, to open the mailbox.
    With neither, only the end is left. ``letter``: its other documents may still be chosen.
    """

    trouble: Trouble
    before: "InFolder | Reading | None" = None
    said: Said | None = None
    letter: Letter | None = None


Place = (
    OpeningMailbox
    | InFolder
    | ListingLetters
    | AskingToServe
    | ServingLetter
    | FetchingLetter
    | OpeningDocument
    | Reading
    | AskingPrinter
    | AskingToPrint
    | Printing
    | Printed
    | Hindered
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    session: Session
    place: Place


# Interrupted


@dataclass(frozen=True, slots=True)
class Covered:
    """The card was pulled: nothing is shown, the place is kept until ``timer`` comes.

    ``reading`` is the order of the look at a card that was put in again.
    """

    kept: SignedIn
    timer: int
    reading: int | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Nobody has moved for a while: the countdown. The place is kept."""

    kept: "Identifying | Refused | SignedIn"


@dataclass(frozen=True, slots=True)
class Refused:
    """The way in is closed: why, and what to do. ``minutes`` until it makes sense to come back, if known."""

    trouble: Trouble
    card_in: bool
    minutes: int | None = None


# On the way out


class Why(enum.Enum):
    """What ended the visit."""

    ASKED = "asked"
    SILENCE = "silence"
    CARD_OUT = "card_out"
    ANOTHER_CARD = "another_card"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Everything is being closed."""

    order: int
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


State = (
    Welcome | Identifying | Refused | SignedIn | Covered | Warned | Leaving | TakingThings | Goodbye | Ended
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen's visit: where it is, in which language, the last order given, and whether a card is in.

    A new visit speaks Danish; that it falls back for the next person is the end of this value.
    """

    limits: Limits
    state: State = Welcome()
    language: str = "da"
    last_order: int = 0
    card_in: bool = False
