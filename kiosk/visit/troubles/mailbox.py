"""The mailbox: Digital Post, and the login that it asks for."""

from typing import Final

from kiosk.visit.troubles.row import (
    AGAIN,
    BACK,
    CHECK_NETWORK,
    CITIZEN,
    END,
    STAFF,
    STILL_THERE,
    TIME,
    OfAnother,
    row,
)
from kiosk.visit.words import words

MAILBOX_EXEMPT: Final = row(
    "P01", STAFF, BACK,
    words("You are exempt from Digital Post, so letters come to you on paper."),
    words("Ask the staff if you want Digital Post back."),
    words("The person can be registered again at the desk."),
    provoke="login: emma-exempt",
    of_another=OfAnother(
        words("Ask the staff how {principal} can get Digital Post back."),
        words("{principal} is exempt from Digital Post, so the letters come on paper."),
    ),
)  # fmt: skip
MAILBOX_CLOSED: Final = row(
    "P02", STAFF, BACK,
    words("This mailbox is closed."),
    words("Ask the staff."),
    words("Look the person up: the mailbox may be closed after moving abroad."),
    words("Nobody under 15 has a mailbox yet. Letters about them are in their parents' mailboxes."),
    provoke="login: carl-closed",
    of_another=OfAnother(
        words("Ask the staff what you can do for {principal}."),
        words("The mailbox of {principal} is closed."),
    ),
)  # fmt: skip
MAILBOX_DOWN: Final = row(
    "P03", TIME, AGAIN,
    words("Digital Post does not answer just now."),
    words("Wait a moment and try again."),
    CHECK_NETWORK,
    not_meant=STILL_THERE,
    provoke="town: post down",
)  # fmt: skip
MAILBOX_SLOW: Final = row(
    "P04", TIME, AGAIN,
    words("Digital Post is very slow just now."),
    words("Wait a moment and try again."),
    not_meant=STILL_THERE,
    provoke="town: post slow",
)  # fmt: skip
MAILBOX_CHANGED: Final = row(
    "P05", CITIZEN, AGAIN,
    words("The letter was changed somewhere else, perhaps on your phone."),
    words("Press try again to see it as it is now."),
    not_meant=STILL_THERE,
    provoke="town: letter changed elsewhere",
    of_another=OfAnother(
        words("Press try again to see it as it is now."),
        words("The letter was changed somewhere else, perhaps by {principal}."),
    ),
)  # fmt: skip
MAILBOX_REFUSED: Final = row(
    "P06", STAFF, BACK,
    words("Digital Post says that you may not see this."),
    words("Go back and choose another letter, or ask the staff."),
    not_meant=STILL_THERE,
    provoke="town: access refused",
)  # fmt: skip
MAILBOX_ODD: Final = row(
    "P07", STAFF, AGAIN,
    words("Digital Post gave an answer that we do not understand."),
    words("Try again. If it comes back, ask the staff."),
    not_meant=STILL_THERE,
    provoke="town: post talks nonsense",
)  # fmt: skip
SESSION_EXPIRED: Final = row(
    "P08", CITIZEN, END,
    words("You have been logged in for so long that the login has run out."),
    words("Start again with your card or your code device."),
    not_meant=STILL_THERE,
    provoke="town: access token expired",
)  # fmt: skip
LETTER_MISSING: Final = row(
    "P09", CITIZEN, BACK,
    words("The letter is not there any more. Perhaps it was deleted on another device."),
    words("Go back and choose another letter."),
    provoke="town: letter deleted elsewhere",
)  # fmt: skip
MAILBOX_NOT_YET: Final = row(
    "P10", TIME, BACK,
    words("You get a mailbox of your own when you turn 15."),
    words("Until then, letters about you come to your parents. Ask them, or ask the staff."),
    words("Nobody under 15 has a mailbox. Letters about a child go to whoever has custody, as a rule to both."),
    words("A parent can log in here and print them. At 15 the mailbox is made by itself."),
    provoke="login: fie-fourteen",
)  # fmt: skip
