"""What is written down about a visit: notes inferred from each of its moves."""

from kiosk.visit.events import (
    CardSeen,
    Event,
    LoggedIn,
    MovingAccepted,
    PrintEnded,
    PrintProgressed,
    SearchGiven,
    TroubleCame,
    VisitClosed,
    VoiceGone,
)
from kiosk.visit.journal_of_acting import acting_notes, receipt_notes, reference_in
from kiosk.visit.journal_of_delegating import delegating_notes
from kiosk.visit.journal_of_doubt import doubtful_notes
from kiosk.visit.journal_of_setbacks import setback_notes
from kiosk.visit.moves import inside_of
from kiosk.visit.notes import LARGEST_COUNT, Detail, Note, What
from kiosk.visit.paper import sheets
from kiosk.visit.states import (
    ActingEnded,
    ActingEnding,
    AskingForMandates,
    AskingPin,
    AskingToMove,
    AskingUserId,
    AtTwoScreens,
    Away,
    Covered,
    DoingErrand,
    Ended,
    ErrandDone,
    Hindered,
    Identifying,
    InFolder,
    Leaving,
    ListingLetters,
    NotThisMandate,
    OpeningMailbox,
    Printed,
    Printing,
    Reading,
    Refused,
    Returning,
    ServingLetter,
    SignedIn,
    SigningMandate,
    State,
    TakingLease,
    TellingPrincipal,
    Visit,
    Warned,
)
from kiosk.visit.trouble import Trouble

__all__ = ["Detail", "Note", "What", "notes"]


def notes(before: Visit, event: Event, after: Visit) -> tuple[Note, ...]:
    """What this move is worth writing down. No call site can forget it, and none can add to it."""
    paced = (*_paced(before, after), *_silenced(event))
    if before.state is after.state:
        return (*paced, *_unseen(before, event))
    arrived = setback_notes(before.state, event, after.state) or _arrived(before.state, after.state)
    seen = (*_happened(event), *acting_notes(before.state, after.state), *arrived)
    behind = (*_passed_over(before, event, after), *doubtful_notes(before, event, after))
    heard = receipt_notes(before, event)
    return (*paced, *heard, *behind, *seen)


def _paced(before: Visit, after: Visit) -> tuple[Note, ...]:
    return (Note(What.PACE_CHOSEN, after.pace),) if after.pace is not before.pace else ()


def _silenced(event: Event) -> tuple[Note, ...]:
    return (Note(What.HINDERED, Trouble.VOICE_GONE),) if isinstance(event, VoiceGone) else ()


def _unseen(before: Visit, event: Event) -> tuple[Note, ...]:
    if told := receipt_notes(before, event):
        return told
    if isinstance(event, TroubleCame) and event.order in (before.last_order, before.lease, before.mandate):
        return (Note(What.TROUBLE_BEHIND, event.trouble),)
    return ()


def _passed_over(before: Visit, event: Event, after: Visit) -> tuple[Note, ...]:
    """On the way in: what could not be asked, and held nobody up."""
    match inside_of(before.state), event, inside_of(after.state):
        case (
            SignedIn(place=TakingLease() | AskingForMandates()),
            TroubleCame(trouble=trouble),
            SignedIn(place=AskingForMandates() | OpeningMailbox()),
        ):
            return (Note(What.TROUBLE_BEHIND, trouble),)
        case _:
            return ()


def _happened(event: Event) -> tuple[Note, ...]:
    match event:
        case CardSeen():
            return (Note(What.CARD_SEEN),)
        case LoggedIn(_, citizen):
            return (Note(What.SIGNED_IN, citizen.level),)
        case MovingAccepted():
            return (Note(What.MOVED_HERE),)
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
        case _ if before is after:
            return ()
        case SignedIn(), SignedIn():
            return _came_to(before, after)
        case Covered(behind), Covered(now):
            return _arrived(behind, now)
        case Warned(behind), Warned(now):
            return _arrived(behind, now)
        case Covered(), SignedIn():
            return (Note(What.UNCOVERED),)
        case Away(behind), Away(now):
            return _arrived(behind, now)
        case SignedIn(), AtTwoScreens():
            return (Note(What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE),)
        case AtTwoScreens(behind), AtTwoScreens(now):
            return _arrived(behind, now)
        case AtTwoScreens(behind), SignedIn():
            return _arrived(behind, after)
        case SignedIn() | AtTwoScreens() | Warned(), Away():
            return (Note(What.STEPPED_AWAY),)
        case Returning(), SignedIn():
            return (Note(What.CAME_BACK),)
        case Returning(behind, shown), Returning(now, showing):
            return (*_arrived(behind, now), *_arrived(shown, showing))
        case _, Returning(_, showing):
            return _arrived(before, showing)
        case Warned(), Identifying() | Refused() | SignedIn():
            return (Note(What.STAYED),)
        case _, Covered() if not isinstance(before, Covered):
            return (Note(What.COVERED),)
        case _, Warned() if not isinstance(before, Warned):
            return (Note(What.WARNED),)
        case Identifying(AskingPin()), Identifying(AskingPin()):
            return ()
        case _, Identifying(AskingPin(tries_left=tries)):
            return (Note(What.LOGIN_BY_CARD, count=tries),)
        case _, Identifying(AskingUserId()):
            return (Note(What.LOGIN_BY_CODE),)
        case _, Refused(trouble) if not isinstance(before, Refused):
            return (Note(What.LOGIN_REFUSED, trouble),)
        case _, Leaving(why=why) if not isinstance(before, Leaving):
            return (Note(What.LEFT, why),)
        case _, Ended():
            return (Note(What.ENDED),)
        case _:
            return ()


def _came_to(before: SignedIn, after: SignedIn) -> tuple[Note, ...]:
    match before.place, after.place:
        case TakingLease(), AskingToMove():
            return (Note(What.HINDERED, Trouble.LOGGED_IN_ELSEWHERE),)
        case DoingErrand(), ErrandDone():
            return (Note(What.ERRAND_DONE, reference_in(after)),)
        case _, ActingEnded(trouble) | ActingEnding(trouble) if not isinstance(before.place, ActingEnding):
            return (Note(What.HINDERED, trouble),)
        case _, NotThisMandate(trouble):
            return (Note(What.HINDERED, trouble),)
        case OpeningMailbox(), InFolder():
            return (Note(What.MAILBOX_SHOWN),)
        case ListingLetters(kept=kept, said=SearchGiven()), InFolder(letters=found) as now if now is not kept:
            return (Note(What.LETTERS_SEARCHED, count=min(max(found.total, 0), LARGEST_COUNT)),)
        case ServingLetter(), place if not isinstance(place, Hindered | TellingPrincipal):
            return (Note(What.LETTER_SERVED),)
        case Reading() | Printed(), Reading():
            return ()
        case _, Reading(letter=letter, pressed=pressed):
            return (Note(What.LETTER_SHOWN, letter.head.message_type, pressed.pages),)
        case place, Printing(_, back, sides) if not isinstance(place, Printing):
            return (Note(What.PRINT_BEGUN, count=sheets(back.pressed.pages, sides)),)
        case _, Hindered(trouble):
            return (Note(What.HINDERED, trouble),)
        case SigningMandate(_, shown), SigningMandate(_, showing):
            return _arrived(shown, showing)
        case _, SigningMandate(_, showing):
            return (Note(What.SIGNING_BEGUN), *_arrived(before, showing))
        case _:
            return delegating_notes(before, after)
