"""One made-up visit for every screen, with invented people."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.visit.acting import AtServices, ForAnother
from kiosk.visit.events import FolderChosen, PostAsked, PrintAsked
from kiosk.visit.limits import Limits
from kiosk.visit.paper import Outcome, Pressed, PrintResult, Progress, Receipt, Sides
from kiosk.visit.people import Citizen, Cpr, Grant, Level
from kiosk.visit.post import (
    Document,
    DocumentType,
    FileRef,
    Folder,
    FolderType,
    Letter,
    LetterHead,
    LetterList,
    Mailbox,
    MessageType,
)
from kiosk.visit.searching import Misfit
from kiosk.visit.secrets import Secret
from kiosk.visit.states import (
    AskingCode,
    AskingPassword,
    AskingPin,
    AskingSearch,
    AskingToMove,
    AskingToPrint,
    AskingToServe,
    AskingUserId,
    AtTwoScreens,
    Away,
    Covered,
    Goodbye,
    Hindered,
    Identifying,
    InFolder,
    InvitingCard,
    Leaving,
    OpeningMailbox,
    Place,
    Printed,
    Printing,
    Reading,
    ReadingCard,
    Refused,
    Returning,
    Session,
    Setback,
    SignedIn,
    State,
    TakingThings,
    Tally,
    Visit,
    Warned,
    Welcome,
    Why,
)
from kiosk.visit.trouble import Trouble
from tests.screens.acting_states import (
    ENDED,
    FOR_A_COMPANY,
    FOR_A_LONG_NAME,
    FOR_THE_LONGEST_NAME,
    KAREN,
    LONGEST,
    NOT_COVERED,
    NOT_COVERING,
    OWED,
    PLACES,
    PLACES_UNDER_POWER,
    TELLING,
    UNCLE,
    UNDER_POST,
    UNDER_POWER,
    receipt_places,
)
from tests.screens.delegating_states import PLACES as DELEGATING
from tests.screens.delegating_states import form_places
from tests.screens.drawn import drawn_page

LANGUAGES = ("da", "en", "ar")
_NEWEST = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

MAJA = Citizen("Maja Winther", Cpr("6705411234"), Level.SUBSTANTIAL, "subject")
SESSION = Session(MAJA, Grant(Secret("token"), Secret("token")), b"certificate")

_POST = (
    (
        "Indkaldelse til samtale om din ansøgning",
        "Lindeby Kommune, Borgerservice",
        MessageType.REGULAR,
        False,
    ),
    ("Stævning i sag BS-1204/2026", "Retten i Lindeby", MessageType.LEGAL_NOTIFICATION, False),
    ("Din årsopgørelse for 2025 er klar", "Skatteforvaltningen", MessageType.MANDATORY, False),
    ("Svar på blodprøve", "Region Østfjord, Lindeby Sygehus", MessageType.REGULAR, True),
    (
        "Afgørelse om økonomisk friplads i Daginstitutionen Solsikken fra den 1. januar 2027",
        "Lindeby Kommune, Pladsanvisningen",
        MessageType.MANDATORY,
        True,
    ),
    ("Påmindelse om tid hos tandplejen", "Lindeby Kommune, Tandplejen", MessageType.REGULAR, True),
    ("Nyt sundhedskort er på vej", "Region Østfjord", MessageType.REGULAR, True),
    ("Pensionsoverblik", "Udbetaling Danmark", MessageType.REGULAR, True),
)


def head(index: int) -> LetterHead:
    label, sender, kind, read = _POST[index % len(_POST)]
    received = _NEWEST - timedelta(days=3 * index)
    return LetterHead(f"letter-{index}", 1, label, sender, received, kind, read, legally_notified=False)


MAILBOX = Mailbox("mailbox-1", "Maja Winther")
FOLDERS = (
    Folder("inbox", FolderType.INBOX, "Inbox", 3, 10_000),
    Folder("sent", FolderType.SENT, "Sent", 0, 12),
    Folder("own", FolderType.USER_DEFINED, "Børnehave og skole", 1, 8),
    Folder("deleted", FolderType.DELETED, "Deleted", 0, 0),
)


def letter_list(page: int, pages: int = 200, total: int = 10_000) -> LetterList:
    heads = tuple(head(page * 50 + index) for index in range(50))
    return LetterList("inbox", heads, page, pages, total)


FIRST_PAGE = InFolder(MAILBOX, FOLDERS, letter_list(0))
LATER_PAGE = InFolder(MAILBOX, FOLDERS, letter_list(4))
SHORT_LIST = InFolder(MAILBOX, FOLDERS, LetterList("own", tuple(head(index) for index in range(3)), 0, 1, 3))
FOUND = InFolder(
    MAILBOX, FOLDERS, LetterList("inbox", tuple(head(8 * n) for n in range(4)), 0, 1, 4, Secret("samtale"))
)
NOT_FOUND = InFolder(MAILBOX, FOLDERS, LetterList("inbox", (), 0, 0, 0, Secret("børnetilskud 2027")))
EMPTY = InFolder(MAILBOX, FOLDERS, LetterList("deleted", (), 0, 1, 0))


def _document(index: int, kind: DocumentType, label: str) -> Document:
    file = FileRef(f"file-{index}", f"document-{index}", "application/pdf", "brev.pdf", "da", 40_000)
    return Document(f"document-{index}", kind, label, (file,))


LETTER = Letter("mailbox-1", head(0), (_document(0, DocumentType.MAIN, "Brev"),))
BUNDLE = Letter(
    "mailbox-1",
    head(4),
    (
        _document(0, DocumentType.MAIN, "Afgørelse"),
        _document(1, DocumentType.ADDITIONAL, "Bilag 1: Beregning"),
        _document(2, DocumentType.ADDITIONAL, "Bilag 2: Klagevejledning"),
    ),
)


PICTURE = drawn_page()
PRESSED = Pressed(b"%PDF", 3, "Kære Maja\fHer står mere.\fVenlig hilsen", PICTURE)
READING = Reading(FIRST_PAGE, LETTER, 0, PRESSED, page=1, zoom=100, picture=PICTURE)
ATTACHMENT = Reading(FIRST_PAGE, BUNDLE, 1, PRESSED, page=2, zoom=200, picture=PICTURE, wanted=9)
ONE_PAGE = Reading(FIRST_PAGE, LETTER, 0, Pressed(b"%PDF", 1, "", PICTURE), 1, 100, PICTURE)

DONE = Receipt(pages_waiting=0, files_kept=0, sheets_printed=2, logged_out=True, ended=_NEWEST)
NOTHING_PRINTED = Receipt(pages_waiting=0, files_kept=0, sheets_printed=0, logged_out=True)
NOT_GOOD = Receipt(pages_waiting=None, files_kept=1, sheets_printed=1, logged_out=False, sheets_perhaps=1)
FOR_OTHERS = replace(DONE, deeds=4, told=1, untold=1, taken_along=1)


def _reading_of(owner: str) -> Reading:
    """A letter to somebody, out of their mailbox."""
    picture = drawn_page(to=owner)
    pressed = Pressed(b"%PDF", 3, f"Kære {owner}\fHer står mere.\fVenlig hilsen", picture)
    folder = replace(FIRST_PAGE, mailbox=Mailbox("mailbox-2", owner))
    return replace(READING, back=folder, pressed=pressed, picture=picture)


KARENS_LETTER = _reading_of(KAREN.name)
UNCLES_LETTER = _reading_of(UNCLE.name)


def _pin(tries: int, trouble: Trouble | None = None) -> Identifying:
    setback = Setback(trouble, tries) if trouble else None
    return Identifying(AskingPin(b"certificate", b"nonce", tries, 1, setback))


def _in(place: Place) -> SignedIn:
    return SignedIn(SESSION, place)


def _printing(done: int, held: Trouble | None = None, stopping: bool = False) -> SignedIn:
    return _in(Printing(1, READING, Sides.TWO, Progress(done, held), stopping))


def _printed(outcome: Outcome, done: int) -> SignedIn:
    return _in(Printed(READING, Sides.TWO, PrintResult(outcome, done)))


def _for(acting: ForAnother, place: Place) -> SignedIn:
    return SignedIn(replace(SESSION, acting=acting), place)


_AWAY = Away(_in(READING), 1, 2, _NEWEST)

STATES: dict[str, State] = {
    "welcome": Welcome(),
    "welcome-without-reader": Welcome(reader=Trouble.READER_GONE),
    "inviting-card": Identifying(InvitingCard()),
    "waiting": Identifying(ReadingCard(1)),
    "asking-pin": _pin(3),
    "asking-pin-again": _pin(2, Trouble.PIN_WRONG),
    "asking-pin-last-try": _pin(1, Trouble.PIN_LAST_TRY),
    "asking-user-id": Identifying(AskingUserId()),
    "asking-user-id-again": Identifying(AskingUserId(Setback(Trouble.USER_UNKNOWN))),
    "asking-code": Identifying(AskingCode()),
    "asking-code-again": Identifying(AskingCode(Setback(Trouble.CODE_WRONG, 2))),
    "asking-password": Identifying(AskingPassword()),
    "asking-password-again": Identifying(AskingPassword(Setback(Trouble.PASSWORD_WRONG, 4))),
    "mailbox": _in(FIRST_PAGE),
    "mailbox-later-page": _in(LATER_PAGE),
    "mailbox-short": _in(SHORT_LIST),
    "mailbox-empty": _in(EMPTY),
    "mailbox-found": _in(FOUND),
    "mailbox-found-nothing": _in(NOT_FOUND),
    "mailbox-of-the-longest-name": _in(_reading_of(LONGEST.name).back),
    "asking-search": _in(AskingSearch(FIRST_PAGE)),
    "asking-search-again": _in(AskingSearch(FIRST_PAGE, Misfit.TOO_SHORT)),
    "asking-search-too-long": _in(AskingSearch(SHORT_LIST, Misfit.TOO_LONG)),
    "asking-to-move": _in(AskingToMove(_NEWEST)),
    "asking-to-serve": _in(AskingToServe(FIRST_PAGE, head(1))),
    "reading": _in(READING),
    "reading-attachment": _in(ATTACHMENT),
    "asking-to-print": _in(AskingToPrint(READING, Sides.TWO)),
    "asking-to-print-one-page": _in(AskingToPrint(ONE_PAGE, Sides.ONE)),
    "printing": _printing(1),
    "printing-held-up": _printing(1, Trouble.PAPER_OUT),
    "printing-stopping": _printing(2, stopping=True),
    "printed": _printed(Outcome.PRINTED, 3),
    "printed-stopped": _printed(Outcome.STOPPED, 1),
    "printed-stopped-early": _printed(Outcome.STOPPED, 0),
    "printed-failed": _printed(Outcome.FAILED, 2),
    "printed-unknown": _printed(Outcome.UNKNOWN, 1),
    "trouble-hindered": _in(Hindered(Trouble.MAILBOX_DOWN, FIRST_PAGE, FolderChosen("sent"))),
    "trouble-no-paper": _in(Hindered(Trouble.PAPER_OUT, FIRST_PAGE, PrintAsked())),
    "trouble-document": _in(Hindered(Trouble.LETTER_UNSHOWABLE, FIRST_PAGE, None, BUNDLE)),
    "trouble-refused": Refused(Trouble.CARD_WRONG_KIND, card_in=True),
    "trouble-not-yet": _in(Hindered(Trouble.MAILBOX_NOT_YET, AtServices())),
    "trouble-exempt": _in(Hindered(Trouble.MAILBOX_EXEMPT, AtServices())),
    "trouble-post-down": _in(Hindered(Trouble.MAILBOX_DOWN, AtServices(), PostAsked())),
    "trouble-outcome-unknown": _in(Hindered(Trouble.OUTCOME_UNKNOWN, FIRST_PAGE, FolderChosen("sent"))),
    "trouble-card-for-work": Refused(Trouble.NO_CPR, card_in=True),
    "trouble-passing": Refused(Trouble.LOGIN_SERVICE_DOWN, card_in=True),
    "trouble-wait": Refused(Trouble.CODE_DEVICE_SUSPENDED, card_in=False, minutes=14),
    "at-two-screens": AtTwoScreens(_in(READING), _NEWEST),
    "covered": Covered(_in(READING), 1),
    "covered-reading": Covered(_in(READING), 1, reading=2),
    "covered-unreadable": Covered(_in(READING), 1, setback=Setback(Trouble.CARD_UNREADABLE)),
    "covered-without-reader": Covered(_in(READING), 1),
    "away": _AWAY,
    "away-by-code": Away(SignedIn(replace(SESSION, certificate=None), READING), 1, 2, _NEWEST),
    "returning-card": Returning(_AWAY, Identifying(InvitingCard())),
    "returning-refused": Returning(_AWAY, Refused(Trouble.ANOTHER_PERSON, card_in=True)),
    "voice-gone": _in(READING),
    "voice-gone-at-welcome": Welcome(),
    "warned": Warned(_in(READING), 1, 2),
    "leaving": Leaving(1, 2, Tally(), Why.ASKED, card_in=True),
    "taking-things": TakingThings(1, True, DONE, Why.ASKED),
    "taking-card": TakingThings(1, True, NOTHING_PRINTED, Why.SILENCE),
    "taking-pages": TakingThings(1, False, DONE, Why.CARD_OUT),
    "goodbye-without-reader": Goodbye(1, NOTHING_PRINTED, Why.READER_LOST),
    "goodbye-moved": Goodbye(1, NOTHING_PRINTED, Why.MOVED),
    "goodbye": Goodbye(1, DONE, Why.ASKED),
    "goodbye-not-good": Goodbye(1, NOT_GOOD, Why.SILENCE),
    "goodbye-for-others": Goodbye(1, FOR_OTHERS, Why.ASKED),
    **{name: _in(place) for name, place in PLACES.items()},
    **{name: _in(place) for name, place in receipt_places(ONE_PAGE.pressed).items()},
    **{name: _for(UNDER_POWER, place) for name, place in PLACES_UNDER_POWER.items()},
    **{name: _in(place) for name, place in {**DELEGATING, **form_places(PICTURE)}.items()},
    "acting-opening-mailbox": _for(UNDER_POST, OpeningMailbox(1)),
    "acting-mailbox": _for(UNDER_POST, KARENS_LETTER.back),
    "acting-asking-to-serve-longest": _for(FOR_THE_LONGEST_NAME, AskingToServe(FIRST_PAGE, head(1))),
    "acting-asking-to-print": _for(UNDER_POST, AskingToPrint(KARENS_LETTER, Sides.TWO)),
    "acting-printing": _for(UNDER_POST, Printing(1, KARENS_LETTER, Sides.TWO, Progress(1, None))),
    "acting-for-a-company": _for(FOR_A_COMPANY, AtServices()),
    "acting-ended": SignedIn(replace(SESSION, owed=OWED), ENDED),
    "acting-reading": _for(FOR_A_LONG_NAME, UNCLES_LETTER),
    "acting-asking-to-serve": _for(UNDER_POST, AskingToServe(KARENS_LETTER.back, head(1))),
    "acting-mailbox-longest": _for(
        FOR_THE_LONGEST_NAME, replace(SHORT_LIST, mailbox=Mailbox("mailbox-2", LONGEST.name))
    ),
    "acting-closed": _for(UNDER_POST, Hindered(Trouble.MAILBOX_CLOSED, AtServices())),
    "acting-broken-letter": _for(FOR_A_LONG_NAME, Hindered(Trouble.LETTER_UNSHOWABLE, UNCLES_LETTER.back)),
    **{name: _for(acting, NOT_COVERED) for name, acting in NOT_COVERING.items()},
    "acting-for-the-longest-name": _for(FOR_THE_LONGEST_NAME, AtServices()),
    "away-for-another": Away(_for(UNDER_POST, KARENS_LETTER), 1, 2, _NEWEST),
    "covered-for-another": Covered(_for(UNDER_POST, KARENS_LETTER), 1),
}

# Pictures of a screen at which something has been typed: the state and the keys.
TYPED = {
    "asking-pin-typed": ("asking-pin", "135790"),
    "asking-search-typed": ("asking-search", "samtale"),
    "asking-other-typed": ("asking-other", "6101501234"),
    "asking-other-name-typed": ("asking-other-name", "Bo Berg"),
}

# Pictures of a screen on which something has been opened: the state and the button.
OPENED = {
    "acting-scope": ("acting-mailbox", "scope"),
    "acting-scope-of-services": ("acting-at-services", "scope"),
    "acting-scope-of-contact": ("acting-for-the-longest-name", "scope"),
    "acting-scope-of-a-company": ("acting-for-a-company", "scope"),
}


CARD_IN = {"covered-unreadable"}
READER_GONE = {"covered-without-reader"}
VOICE_GONE = {"voice-gone", "voice-gone-at-welcome"}


def visit(name: str, language: str = "da") -> Visit:
    reader = Trouble.READER_GONE if name in READER_GONE else None
    return Visit(
        Limits(),
        STATES[name],
        language,
        card_in=name in CARD_IN,
        reader=reader,
        telling=TELLING,
        voice_gone=name in VOICE_GONE,
    )
