"""What is in a letter."""

from typing import Final

from kiosk.visit.troubles.row import BACK, CITIZEN, NOT_YOUR_FAULT, STILL_THERE, OfAnother, row
from kiosk.visit.words import words

_WHO_MAY_CALL: Final = OfAnother(
    words("Who may speak for {principal} can call the sender and ask for a new letter.")
)
"""To read letters for somebody is not yet to speak for them."""

LETTER_TOO_LARGE: Final = row(
    "B01", CITIZEN, BACK,
    words("The letter is too large to be shown on this machine."),
    words("You can read it at home, or ask the staff."),
    not_meant=STILL_THERE,
    provoke="letter: a hundred million bytes",
)  # fmt: skip
LETTER_BROKEN: Final = row(
    "B02", CITIZEN, BACK,
    words("The letter is damaged. The sender made a mistake."),
    words("Call the sender and ask for a new letter. You can look at the other letters."),
    not_meant=NOT_YOUR_FAULT,
    provoke="letter: a PDF that is not a PDF",
    of_another=_WHO_MAY_CALL,
)  # fmt: skip
LETTER_LOCKED: Final = row(
    "B03", CITIZEN, BACK,
    words("The letter is locked with a password by the sender."),
    words("Call the sender and ask for a letter without a password."),
    provoke="letter: a PDF with a password",
    of_another=OfAnother(
        words("Who may speak for {principal} can call the sender and ask for a letter without a password.")
    ),
)  # fmt: skip
LETTER_UNSHOWABLE: Final = row(
    "B04", CITIZEN, BACK,
    words("This kind of file cannot be shown here."),
    words("Open it at home, or call the sender and ask for the letter as PDF."),
    not_meant=STILL_THERE,
    provoke="letter: a zip file",
    of_another=OfAnother(
        words("Open it at home. Who may speak for {principal} can call the sender and ask for a PDF.")
    ),
)  # fmt: skip
LETTER_EMPTY: Final = row(
    "B05", CITIZEN, BACK,
    words("There is nothing in this letter. The file is empty."),
    words("Call the sender and ask for a new letter."),
    provoke="letter: a file of no bytes",
    of_another=_WHO_MAY_CALL,
)  # fmt: skip
LETTER_TOO_HARD: Final = row(
    "B06", CITIZEN, BACK,
    words("The letter took too long to open, so we stopped."),
    words("You can read it at home, or call the sender."),
    not_meant=STILL_THERE,
    provoke="letter: a PDF made to hang",
    of_another=OfAnother(
        words("You can read it at home. Who may speak for {principal} can call the sender.")
    ),
)  # fmt: skip
