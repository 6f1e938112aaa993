"""Everything that is expected to go wrong: one row each, for the screen, the staff, the journal and the tests."""

import enum
from datetime import timedelta

from kiosk.visit.troubles import acting, card, letter, login, machine, mailbox, paper
from kiosk.visit.troubles.row import Row


@enum.unique
class Trouble(enum.Enum):
    """The table. The names are stable: they stand in the journal."""

    # K: the card
    PIN_WRONG = card.PIN_WRONG
    PIN_LAST_TRY = card.PIN_LAST_TRY
    PIN_BLOCKED = card.PIN_BLOCKED
    CARD_EXPIRED = card.CARD_EXPIRED
    CARD_NOT_YET_VALID = card.CARD_NOT_YET_VALID
    CARD_REVOKED = card.CARD_REVOKED
    CARD_UNKNOWN_ISSUER = card.CARD_UNKNOWN_ISSUER
    CARD_WRONG_KIND = card.CARD_WRONG_KIND
    CARD_WITHOUT_CERTIFICATE = card.CARD_WITHOUT_CERTIFICATE
    CARD_DAMAGED = card.CARD_DAMAGED
    CARD_UNREADABLE = card.CARD_UNREADABLE
    CARD_GONE = card.CARD_GONE
    CARD_BUSY = card.CARD_BUSY
    TWO_CARDS = card.TWO_CARDS
    ANOTHER_CARD = card.ANOTHER_CARD
    CARD_HOLDER_UNKNOWN = card.CARD_HOLDER_UNKNOWN
    # R: the reader
    READER_GONE = card.READER_GONE
    READER_SERVICE_DOWN = card.READER_SERVICE_DOWN
    # L: logging in
    CODE_WRONG = login.CODE_WRONG
    CODE_DEVICE_SUSPENDED = login.CODE_DEVICE_SUSPENDED
    CODE_DEVICE_BLOCKED = login.CODE_DEVICE_BLOCKED
    PASSWORD_WRONG = login.PASSWORD_WRONG
    PASSWORD_BLOCKED = login.PASSWORD_BLOCKED
    USER_UNKNOWN = login.USER_UNKNOWN
    LOGIN_ABORTED = login.LOGIN_ABORTED
    LOGIN_TIMED_OUT = login.LOGIN_TIMED_OUT
    LEVEL_TOO_LOW = login.LEVEL_TOO_LOW
    NO_CPR = login.NO_CPR
    LOGIN_NOT_TRUSTED = login.LOGIN_NOT_TRUSTED
    LOGIN_SERVICE_DOWN = login.LOGIN_SERVICE_DOWN
    ANOTHER_PERSON = login.ANOTHER_PERSON
    LOGGED_IN_ELSEWHERE = login.LOGGED_IN_ELSEWHERE
    # P: the mailbox
    MAILBOX_EXEMPT = mailbox.MAILBOX_EXEMPT
    MAILBOX_CLOSED = mailbox.MAILBOX_CLOSED
    MAILBOX_DOWN = mailbox.MAILBOX_DOWN
    MAILBOX_SLOW = mailbox.MAILBOX_SLOW
    MAILBOX_CHANGED = mailbox.MAILBOX_CHANGED
    MAILBOX_REFUSED = mailbox.MAILBOX_REFUSED
    MAILBOX_ODD = mailbox.MAILBOX_ODD
    SESSION_EXPIRED = mailbox.SESSION_EXPIRED
    LETTER_MISSING = mailbox.LETTER_MISSING
    MAILBOX_NOT_YET = mailbox.MAILBOX_NOT_YET
    # A: acting for somebody
    MANDATE_MISSING = acting.MANDATE_MISSING
    MANDATE_EXPIRED = acting.MANDATE_EXPIRED
    MANDATE_WITHDRAWN = acting.MANDATE_WITHDRAWN
    MANDATE_NOT_COVERING = acting.MANDATE_NOT_COVERING
    MANDATE_AWAITED = acting.MANDATE_AWAITED
    GRANTOR_DEAD = acting.GRANTOR_DEAD
    MANDATES_TOO_MANY = acting.MANDATES_TOO_MANY
    MANDATE_CHANGED = acting.MANDATE_CHANGED
    MANDATES_DOWN = acting.MANDATES_DOWN
    MANDATES_ODD = acting.MANDATES_ODD
    MANDATE_REQUESTS_TOO_MANY = acting.MANDATE_REQUESTS_TOO_MANY
    MANDATE_NOT_SIGNED = acting.MANDATE_NOT_SIGNED
    MANDATE_DECLINED = acting.MANDATE_DECLINED
    OUTCOME_UNKNOWN = acting.OUTCOME_UNKNOWN
    ACTING_RAN_OUT = acting.ACTING_RAN_OUT
    SERVICE_DOWN = acting.SERVICE_DOWN
    SERVICE_ODD = acting.SERVICE_ODD
    SERVICE_REFUSED = acting.SERVICE_REFUSED
    REGISTER_REFUSED = acting.REGISTER_REFUSED
    MANDATE_OF_NO_USE = acting.MANDATE_OF_NO_USE
    # B: what is in a letter
    LETTER_TOO_LARGE = letter.LETTER_TOO_LARGE
    LETTER_BROKEN = letter.LETTER_BROKEN
    LETTER_LOCKED = letter.LETTER_LOCKED
    LETTER_UNSHOWABLE = letter.LETTER_UNSHOWABLE
    LETTER_EMPTY = letter.LETTER_EMPTY
    LETTER_TOO_HARD = letter.LETTER_TOO_HARD
    # U: paper
    PAPER_OUT = paper.PAPER_OUT
    PAPER_JAM = paper.PAPER_JAM
    PAPER_WRONG = paper.PAPER_WRONG
    PRINTER_COVER_OPEN = paper.PRINTER_COVER_OPEN
    PRINTER_TONER_OUT = paper.PRINTER_TONER_OUT
    PRINTER_FULL = paper.PRINTER_FULL
    PRINTER_OFFLINE = paper.PRINTER_OFFLINE
    PRINTER_BUSY = paper.PRINTER_BUSY
    PRINTER_ODD = paper.PRINTER_ODD
    PRINTER_STOPPED = paper.PRINTER_STOPPED
    # M: the machine
    CLOCK_WRONG = machine.CLOCK_WRONG
    NETWORK_GONE = machine.NETWORK_GONE
    DISK_FULL = machine.DISK_FULL
    JOURNAL_HELD_UP = machine.JOURNAL_HELD_UP
    JOURNAL_BROKEN = machine.JOURNAL_BROKEN
    JOURNAL_WITHOUT_KEY = machine.JOURNAL_WITHOUT_KEY
    VOICE_GONE = machine.VOICE_GONE
    OUT_OF_ORDER = machine.OUT_OF_ORDER

    @property
    def row(self) -> Row:
        return self.value


class TroubleError(Exception):
    """How an adapter says that something expected went wrong; only the runner catches it.

    ``tries_left`` after a wrong PIN, code or password, as the card or the provider says it. ``wait`` until a new
    attempt makes sense. Raise it ``from`` the cause, whose message nobody prints.
    """

    def __init__(
        self, trouble: Trouble, *, tries_left: int | None = None, wait: timedelta | None = None
    ) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.tries_left = tries_left
        self.wait = wait
