"""The list of letters, its folders, and the stop before a letter that opening serves."""

from dataclasses import dataclass, field

from kiosk.visit.acting import ForAnother
from kiosk.visit.people import Level
from kiosk.visit.post import Folder, FolderType, LetterHead, LetterList
from kiosk.visit.secrets import Secret
from kiosk.visit.states import AskingToServe, InFolder
from ui.screens.mandate import shortened
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class FolderRow:
    id: str = field(repr=False)
    name: str = field(repr=False)
    unread: str
    here: bool
    spoken: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """``notice`` says what is special about the letter; mostly nothing."""

    id: str = field(repr=False)
    label: str = field(repr=False)
    sender: str = field(repr=False)
    received: str = field(repr=False)
    notice: str
    unread: bool
    spoken: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MailboxScreen:
    """``newer`` and ``older`` are the pages to go to, or -1. ``busy``: another list is on its way.

    ``level``: how surely the provider knows who is here (NSIS). ``sought``: what these letters were looked for by, if
    they were. ``nothing`` and ``advice`` stand where no letter does.
    """

    owner: str = field(repr=False)
    level: str
    folder: str = field(repr=False)
    folders: tuple[FolderRow, ...] = field(repr=False)
    sought: str = field(repr=False)
    letters: tuple[LetterRow, ...] = field(repr=False)
    nothing: str
    advice: str
    range: str
    newer: int
    older: int
    busy: bool


@dataclass(frozen=True, slots=True)
class AskingToServeScreen:
    """``owner``: who is served, if it is not the citizen."""

    sender: str = field(repr=False)
    label: str = field(repr=False)
    received: str = field(repr=False)
    owner: str = field(repr=False)


def mailbox(place: InFolder, level: Level, tongue: Tongue, busy: bool = False) -> Scene:
    letters = place.letters
    model = MailboxScreen(
        owner=isolated(shortened(place.mailbox.owner_name)),
        level=level_of_assurance(level, tongue),
        folder=folder_name(place.folder, tongue),
        folders=tuple(_folder_row(folder, letters.folder_id, tongue) for folder in place.folders),
        sought=_sought(letters.sought, tongue),
        letters=tuple(_letter_row(head, tongue) for head in letters.heads),
        nothing=_nothing(letters, tongue),
        advice=_advice(letters, tongue),
        range=_range(letters, tongue),
        newer=letters.page - 1,
        older=letters.page + 1 if letters.page + 1 < letters.pages else NOWHERE,
        busy=busy,
    )
    return Scene(model)


def asking_to_serve(place: AskingToServe, acting: ForAnother | None, tongue: Tongue) -> Scene:
    head, owner = place.head, isolated(acting.mandate.grantor.name) if acting else ""
    return Scene(AskingToServeScreen(head.sender, head.label, tongue.day(head.received), owner))


def level_of_assurance(level: Level, tongue: Tongue) -> str:
    """The Danish words are those of the standard (NSIS 2.0.1): lav, betydelig, høj."""
    match level:
        case Level.LOW:
            return tongue.say("Assurance level: low")
        case Level.SUBSTANTIAL:
            return tongue.say("Assurance level: substantial")
        case Level.HIGH:
            return tongue.say("Assurance level: high")


def folder_name(folder: Folder, tongue: Tongue) -> str:
    """The known folders in the citizen's language; one that somebody made keeps its name."""
    match folder.folder_type:
        case FolderType.INBOX:
            return tongue.say("Inbox")
        case FolderType.DRAFTS:
            return tongue.say("Drafts")
        case FolderType.SENT:
            return tongue.say("Sent")
        case FolderType.DELETED:
            return tongue.say("Deleted")
        case FolderType.USER_DEFINED | FolderType.UNKNOWN:
            return isolated(folder.name)


def _folder_row(folder: Folder, here: str, tongue: Tongue) -> FolderRow:
    name = folder_name(folder, tongue)
    unread = tongue.number(folder.unread) if folder.unread else ""
    news = tongue.count("{n} unread letter", "{n} unread letters", folder.unread) if folder.unread else ""
    return FolderRow(folder.id, name, unread, folder.id == here, ", ".join(filter(None, (name, news))))


def _letter_row(head: LetterHead, tongue: Tongue) -> LetterRow:
    notice = tongue.say("Legal notice") if head.must_ask_before_opening else ""
    day = tongue.day(head.received)
    state = "" if head.read else tongue.say("Not read yet")
    spoken = ", ".join(filter(None, (state, notice, head.sender, head.label, day)))
    return LetterRow(head.id, head.label, head.sender, day, notice, not head.read, spoken)


def _sought(words: Secret | None, tongue: Tongue) -> str:
    if words is None:
        return ""
    return tongue.say("You searched for “{words}”", words=isolated(words.text().strip()))


def _nothing(letters: LetterList, tongue: Tongue) -> str:
    if letters.sought is not None:
        return tongue.say("No letters fit.")
    return tongue.say("There are no letters here.")


def _advice(letters: LetterList, tongue: Tongue) -> str:
    if letters.sought is None:
        return ""
    return tongue.say("Try fewer or shorter words, or look in another folder.")


def _range(letters: LetterList, tongue: Tongue) -> str:
    if not letters.heads:
        return ""
    if letters.pages == 1:
        return tongue.count("{n} letter", "{n} letters", letters.total)
    first = _first(letters)
    last = first + len(letters.heads) - 1
    return tongue.say(
        "Letters {first} to {last} of {total}",
        first=tongue.number(first),
        last=tongue.number(last),
        total=tongue.number(letters.total),
    )


def _first(letters: LetterList) -> int:
    """The place of the first letter; the last page is the only one that may be shorter than the others."""
    if letters.page + 1 == letters.pages:
        return letters.total - len(letters.heads) + 1
    return letters.page * len(letters.heads) + 1
