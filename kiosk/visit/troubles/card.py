"""The card, and the reader that it is in."""

from typing import Final

from kiosk.visit.troubles.row import BACK, CITIZEN, END, OTHER_WAY, STAFF, TIME, YOURS_STILL_THERE, row
from kiosk.visit.words import words

PIN_WRONG: Final = row(
    "K01", CITIZEN, BACK,
    words("That was not the card's PIN."),
    words("Try again, slowly. You can see how many tries are left."),
    words("Do not ask for the PIN. Let the person type it alone."),
    not_meant=words("Your card is not blocked."),
    provoke="card: a wrong PIN",
)  # fmt: skip
PIN_LAST_TRY: Final = row(
    "K02", CITIZEN, BACK,
    words("There is only one try left. If it is wrong, the card is blocked."),
    words("Only go on if you are sure of the PIN. Otherwise use a code device, or ask the staff."),
    OTHER_WAY,
    not_meant=words("Your card is not blocked yet."),
    provoke="card: wrong PINs until one try is left",
)  # fmt: skip
PIN_BLOCKED: Final = row(
    "K03", STAFF, END,
    words("The card is blocked, because the PIN was wrong too many times."),
    words("Take your card. You can log in with a code device, or ask the staff for a new PIN."),
    words("Only the office that issued the card can unblock it."), OTHER_WAY,
    not_meant=YOURS_STILL_THERE,
    provoke="card: wrong PINs until none is left",
)  # fmt: skip
CARD_EXPIRED: Final = row(
    "K04", STAFF, END,
    words("The card is too old. Its date has passed."),
    words("Take your card. Log in with a code device, or ask the staff for a new card."),
    words("Order a new card for the person."), OTHER_WAY,
    provoke="card: erik-expired",
)  # fmt: skip
CARD_NOT_YET_VALID: Final = row(
    "K05", STAFF, END,
    words("The card cannot be used yet. Its first day has not come."),
    words("Take your card and ask the staff."),
    words("Check the card's first day. Check that the date of this machine is right."),
    provoke="card: nina-not-yet",
)  # fmt: skip
CARD_REVOKED: Final = row(
    "K06", STAFF, END,
    words("The card has been cancelled and cannot be used any more."),
    words("Take your card. Log in with a code device, or ask the staff for a new card."),
    words("A cancelled card stays cancelled. Order a new one."), OTHER_WAY,
    provoke="card: rita-revoked",
)  # fmt: skip
CARD_UNKNOWN_ISSUER: Final = row(
    "K07", CITIZEN, END,
    words("This card comes from somebody we do not know."),
    words("Take your card and use a citizen card, or log in with a code device."),
    OTHER_WAY,
    provoke="card: otto-other-issuer",
)  # fmt: skip
CARD_WRONG_KIND: Final = row(
    "K08", CITIZEN, END,
    words("You cannot log in with this kind of card."),
    words("Take it out and use your citizen card. The yellow health card and bank cards do not work here."),
    OTHER_WAY,
    provoke="card: bank-card",
)  # fmt: skip
CARD_WITHOUT_CERTIFICATE: Final = row(
    "K09", STAFF, END,
    words("The card is empty. There is nothing on it to log in with."),
    words("Take your card and ask the staff."),
    words("The card was never made ready. Order a new one."),
    provoke="card: empty-card",
)  # fmt: skip
CARD_DAMAGED: Final = row(
    "K10", STAFF, END,
    words("We can read the card, but what is on it is damaged."),
    words("Take your card and ask the staff."),
    words("Try the card in another machine. If it fails there too, order a new one."),
    provoke="card: dora-damaged",
)  # fmt: skip
CARD_UNREADABLE: Final = row(
    "K11", CITIZEN, END,
    words("We cannot read the card. Perhaps it is the wrong way round."),
    words("Take the card out. Turn it so that the gold chip goes in first, facing up."),
    words("Wipe the chip with a dry cloth and try again."),
    provoke="card: mute-card",
)  # fmt: skip
CARD_GONE: Final = row(
    "K12", CITIZEN, END,
    words("The card came out too early."),
    words("Put the card in again and leave it there until you are done."),
    not_meant=words("Your card is not damaged."),
    provoke="card: taken out while it is read",
)  # fmt: skip
CARD_BUSY: Final = row(
    "K13", TIME, END,
    words("Another program is using the card."),
    words("Take the card out, wait a moment and put it in again."),
    words("Restart the machine if this comes back."),
    provoke="reader: another program holds the card",
)  # fmt: skip
TWO_CARDS: Final = row(
    "K14", CITIZEN, END,
    words("There are two cards in the machine. We cannot know which one is yours."),
    words("Take both cards out and put only your own card in."),
    provoke="reader: a card in each of two readers",
)  # fmt: skip
ANOTHER_CARD: Final = row(
    "K15", CITIZEN, END,
    words("This is not the card you started with."),
    words("For your safety the visit ends here. Start again with your own card."),
    provoke="card: another card put in while the screen is covered",
)  # fmt: skip
CARD_HOLDER_UNKNOWN: Final = row(
    "K16", STAFF, END,
    words("The card is real, but the login service does not know whose it is."),
    words("Take your card and ask the staff, or log in with a code device."),
    words("The card may be so new that it is not registered yet. Try again tomorrow."), OTHER_WAY,
    provoke="card: gudrun-unregistered",
)  # fmt: skip
READER_GONE: Final = row(
    "R01", STAFF, END,
    words("The card reader is not connected."),
    words("Log in with a code device, or ask the staff."),
    words("Check that the card reader's plug is in."),
    provoke="reader: unplugged",
)  # fmt: skip
READER_SERVICE_DOWN: Final = row(
    "R02", TIME, END,
    words("The card reader is starting up again."),
    words("Wait half a minute and put the card in again, or log in with a code device."),
    words("It mends itself. If it does not within two minutes, restart the machine."),
    provoke="reader: the PC/SC daemon killed",
)  # fmt: skip
