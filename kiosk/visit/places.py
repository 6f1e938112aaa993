"""Where a visit can be once somebody is logged in: the mailbox, a letter, paper, and what hinders."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.visit.acting import AtServices, AtWork, Choosing, ChoosingPrincipal, ForAnother
from kiosk.visit.delegating import Delegating
from kiosk.visit.events import FolderChosen, ListPageChosen, Said, SearchCleared, SearchGiven
from kiosk.visit.paper import Picture, Pressed, PrintResult, Progress, Sides, Tally
from kiosk.visit.people import Citizen, Grant, OwnGrant
from kiosk.visit.post import Folder, Letter, LetterHead, LetterList, Mailbox
from kiosk.visit.searching import Misfit
from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Session:
    """Who is in. ``certificate`` is the card that must come back after it was pulled; none for a code device.

    ``grant`` is the citizen's own, whomever they act for; ``acting`` is missing while they act for themselves.
    """

    citizen: Citizen
    grant: OwnGrant
    certificate: bytes | None = field(repr=False)
    tally: Tally = field(default_factory=Tally)
    acting: ForAnother | None = None

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
    """Another folder, page or search is on its way; the old list stays visible."""

    order: int
    kept: InFolder
    said: FolderChosen | ListPageChosen | SearchGiven | SearchCleared


@dataclass(frozen=True, slots=True)
class AskingSearch:
    """What to look for? ``flaw``: why the words given before were not looked for."""

    back: InFolder
    flaw: Misfit | None = None


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
    before: "Before | None" = None
    said: Said | None = None
    letter: Letter | None = None


Before = InFolder | Reading | ChoosingPrincipal | AtServices
"""Where something can be said again that went wrong."""

Place = (
    TakingLease
    | AskingToMove
    | OpeningMailbox
    | InFolder
    | ListingLetters
    | AskingSearch
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
    | Choosing
    | AtWork
    | Delegating
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    session: Session
    place: Place
