"""Where a visit can be in a mailbox and in a letter."""

from dataclasses import dataclass, field

from kiosk.visit.events import FolderChosen, ListPageChosen, SearchCleared, SearchGiven
from kiosk.visit.paper import Picture, Pressed
from kiosk.visit.post import Folder, Letter, LetterHead, LetterList, Mailbox
from kiosk.visit.searching import Misfit


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


AtMailbox = OpeningMailbox | InFolder | ListingLetters | AskingToServe | ServingLetter
"""At the list of letters, and on the way from it to one of them."""

AtLetter = FetchingLetter | OpeningDocument | Reading
"""At one letter."""
