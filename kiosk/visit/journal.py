"""The closed list of what is written down about a visit: what, never who or which letter."""

import enum
from dataclasses import dataclass

from kiosk.visit.events import (
    CardSeen,
    Event,
    LoggedIn,
    PrintEnded,
    PrintProgressed,
    TroubleCame,
    VisitClosed,
)
from kiosk.visit.paper import Outcome, sheets
from kiosk.visit.people import Level
from kiosk.visit.post import MessageType
from kiosk.visit.states import (
    AskingPin,
    AskingUserId,
    Covered,
    Ended,
    Hindered,
    Identifying,
    InFolder,
    Leaving,
    OpeningMailbox,
    Printed,
    Printing,
    Reading,
    Refused,
    ServingLetter,
    SignedIn,
    State,
    Visit,
    Warned,
    Why,
)
from kiosk.visit.trouble import Trouble


class What(enum.Enum):
    """Every kind of note. The value says what ``detail`` and ``count`` hold, where they hold anything."""

    CARD_SEEN = "a card was put in"
    LOGIN_BY_CARD = "the PIN was asked for; count: tries left on the card"
    LOGIN_BY_CODE = "the user ID was asked for"
    LOGIN_REFUSED = "the way in was closed; detail: the trouble"
    SIGNED_IN = "somebody logged in; detail: the level of assurance"
    MAILBOX_SHOWN = "the mailbox was opened"
    LETTER_SERVED = "the owner said yes to being served"
    LETTER_SHOWN = "a letter was shown; detail: its message type; count: its pages"
    PRINT_BEGUN = "a letter went to the printer; count: sheets"
    PRINT_HELD = "the printer waits; detail: the trouble; count: pages out so far"
    PRINT_ENDED = "a job ended; detail: the outcome; count: pages that came out"
    HINDERED = "something went wrong inside; detail: the trouble"
    TROUBLE_BEHIND = "something went wrong that the citizen was not shown; detail: the trouble"
    COVERED = "the card was pulled and the screen covered"
    UNCOVERED = "the same card came back"
    WARNED = "nobody had moved for a while"
    STAYED = "the warning was answered"
    LEFT = "the visit was left; detail: why"
    CLOSED = "logged out, emptied, counted; count: pages still waiting at the printer"
    ROOM_NOT_EMPTY = "files were left in the visit's room; count: how many"
    STILL_LOGGED_IN = "the provider did not confirm the logging out"
    ENDED = "the process may go"


Detail = Trouble | Level | MessageType | Outcome | Why


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the journal: nothing but members of closed lists, and a number."""

    what: What
    detail: Detail | None = None
    count: int | None = None


def notes(before: Visit, event: Event, after: Visit) -> tuple[Note, ...]:
    """What this move is worth writing down. No call site can forget it, and none can add to it."""
    if before.state is after.state:
        return _unseen(before, event)
    return (*_happened(event), *_arrived(before.state, after.state))


def _unseen(before: Visit, event: Event) -> tuple[Note, ...]:
    if isinstance(event, TroubleCame) and event.order == before.last_order:
        return (Note(What.TROUBLE_BEHIND, event.trouble),)
    return ()


def _happened(event: Event) -> tuple[Note, ...]:
    match event:
        case CardSeen():
            return (Note(What.CARD_SEEN),)
        case LoggedIn(_, citizen):
            return (Note(What.SIGNED_IN, citizen.level),)
        case PrintProgressed(_, progress) if progress.held_by is not None:
            return (Note(What.PRINT_HELD, progress.held_by, progress.pages_done),)
        case PrintEnded(_, result):
            return (Note(What.PRINT_ENDED, result.outcome, result.pages_done),)
        case VisitClosed(_, receipt):
            kept = Note(What.ROOM_NOT_EMPTY, count=receipt.files_kept)
            closed = Note(What.CLOSED, count=receipt.pages_waiting)
            still_in = Note(What.STILL_LOGGED_IN)
            return (
                closed,
                *((kept,) if receipt.files_kept else ()),
                *(() if receipt.logged_out else (still_in,)),
            )
        case _:
            return ()


def _arrived(before: State, after: State) -> tuple[Note, ...]:
    match before, after:
        case Covered(behind), Covered(now):
            return _arrived(behind, now)
        case Warned(behind), Warned(now):
            return _arrived(behind, now)
        case Covered(), SignedIn():
            return (Note(What.UNCOVERED),)
        case Warned(), Identifying() | Refused() | SignedIn():
            return (Note(What.STAYED),)
        case _, Covered() if not isinstance(before, Covered):
            return (Note(What.COVERED),)
        case _, Warned() if not isinstance(before, Warned):
            return (Note(What.WARNED),)
        case _, Identifying(AskingPin(tries_left=tries)):
            return (Note(What.LOGIN_BY_CARD, count=tries),)
        case _, Identifying(AskingUserId()):
            return (Note(What.LOGIN_BY_CODE),)
        case _, Refused(trouble) if not isinstance(before, Refused):
            return (Note(What.LOGIN_REFUSED, trouble),)
        case SignedIn(), SignedIn():
            return _came_to(before, after)
        case _, Leaving(why=why) if not isinstance(before, Leaving):
            return (Note(What.LEFT, why),)
        case _, Ended():
            return (Note(What.ENDED),)
        case _:
            return ()


def _came_to(before: SignedIn, after: SignedIn) -> tuple[Note, ...]:
    match before.place, after.place:
        case OpeningMailbox(), InFolder():
            return (Note(What.MAILBOX_SHOWN),)
        case ServingLetter(), place if not isinstance(place, Hindered):
            return (Note(What.LETTER_SERVED),)
        case Reading() | Printed(), Reading():
            return ()
        case _, Reading(letter=letter, pressed=pressed):
            return (Note(What.LETTER_SHOWN, letter.head.message_type, pressed.pages),)
        case place, Printing(_, back, sides) if not isinstance(place, Printing):
            return (Note(What.PRINT_BEGUN, count=sheets(back.pressed.pages, sides)),)
        case _, Hindered(trouble):
            return (Note(What.HINDERED, trouble),)
        case _:
            return ()
