"""The closed list of what can be written down about a visit: what, never who or which letter."""

import enum
from dataclasses import dataclass
from typing import Final

from kiosk.visit.departure import Why
from kiosk.visit.limits import Pace
from kiosk.visit.mandates import Reference
from kiosk.visit.paper import Outcome
from kiosk.visit.people import Level, Pseudonym
from kiosk.visit.post import MessageType
from kiosk.visit.trouble import Trouble

LARGEST_COUNT: Final = 99_999
"""Pages, sheets and tries fit; no six-digit code, no CPR number, and no date of birth after the ninth of a month."""


class What(enum.Enum):
    """Every kind of note. The value says what ``detail`` and ``count`` hold, where they hold anything."""

    CARD_SEEN = "a card was put in"
    LOGIN_BY_CARD = "the PIN was asked for; count: tries left on the card"
    LOGIN_BY_CODE = "the user ID was asked for"
    SET_BACK = (
        "something did not work and was asked again; detail: the trouble; count: tries left, if counted"
    )
    LOGIN_REFUSED = "the way in was closed; detail: the trouble"
    SIGNED_IN = "somebody logged in; detail: the level of assurance"
    MOVED_HERE = "the citizen moved the visit here from another machine"
    ACTING_BEGUN = "the citizen began to act for somebody; detail: the mandate's reference"
    ACTS = "who began to act; detail: the provider's pseudonym for them"
    IS_ACTED_FOR = "for whom; detail: the provider's pseudonym for them"
    SWITCHED = "the citizen turned away from acting for somebody; detail: the mandate's reference"
    ACTING_ENDED = "acting could not go on and is over; detail: the mandate's reference"
    ERRAND_DONE = "a service did an errand; detail: the mandate's reference; none: for the citizen"
    ERRAND_PERHAPS_DONE = "an errand may have been done; no answer came; detail: the mandate's reference"
    PRINCIPAL_TOLD = "the receipt lies in the principal's mailbox; detail: the mandate's reference"
    PRINCIPAL_NOT_TOLD = "the receipt could not be delivered; detail: the mandate's reference"
    RECEIPT_PRINTED = "the receipt was printed for the principal; detail: the mandate's reference"
    SIGNING_BEGUN = "the citizen was asked to log in once more, to sign a mandate"
    MANDATE_GIVEN = "the citizen let somebody act for them; detail: the mandate's reference"
    MANDATE_REQUESTED = "the citizen asked to act for somebody; detail: the mandate's reference"
    MANDATE_ACCEPTED = "the citizen accepted a mandate; detail: its reference"
    MANDATE_DECLINED = "the citizen declined a mandate; detail: its reference"
    MANDATE_WITHDRAWN = "the citizen withdrew a mandate; detail: its reference"
    MANDATE_PERHAPS_CHANGED = (
        "a mandate may have been given, asked for, answered or withdrawn; no answer came"
    )
    FORM_SHOWN = "a form to be signed by hand was made; count: its pages"
    MAILBOX_SHOWN = "the mailbox was opened"
    LETTERS_SEARCHED = "letters were looked for by words; count: how many were found"
    LETTER_SERVED = "a letter was served by being opened"
    LETTER_SERVED_PERHAPS = "a letter may have been served; no answer came"
    LETTER_SHOWN = "a letter was shown; detail: its message type; count: its pages"
    PRINT_BEGUN = "a letter, a form or a receipt went to the printer; count: sheets"
    PRINT_HELD = "the printer waits; detail: the trouble; count: pages out so far"
    PRINT_ENDED = "a job ended; detail: the outcome; count: pages that came out"
    HINDERED = "something went wrong inside; detail: the trouble"
    TROUBLE_BEHIND = "something went wrong that the citizen was not shown; detail: the trouble"
    COVERED = "the card was pulled and the screen covered"
    UNCOVERED = "the same card came back"
    WARNED = "nobody had moved for a while"
    STAYED = "the warning was answered"
    PACE_CHOSEN = "more time for everything was asked for, or the usual time again; detail: the pace"
    STEPPED_AWAY = "the citizen covered the screen"
    CAME_BACK = "the same person logged in again and took the cover away"
    LEFT = "the visit was left; detail: why"
    CLOSED = "logged out, emptied, counted; count: pages still waiting at the printer"
    ROOM_NOT_EMPTY = "files were left in the visit's room; count: how many"
    STILL_LOGGED_IN = "the provider did not confirm the logging out"
    ENDED = "the process may go"


Detail = Trouble | Level | MessageType | Outcome | Why | Pace | Reference | Pseudonym


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the journal: members of closed lists, names that say nothing of anybody, and a number."""

    what: What
    detail: Detail | None = None
    count: int | None = None
