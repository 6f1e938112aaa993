"""The printer and its paper."""

from typing import Final

from kiosk.visit.troubles.row import AGAIN, AS_SOON_AS_MENDED, BACK, CITIZEN, NOTHING_LOST, STAFF, TIME, row
from kiosk.visit.words import words

PAPER_OUT: Final = row(
    "U01", STAFF, BACK,
    words("The printer has no more paper."),
    words("Ask the staff to put paper in."),
    words("Open the tray, put in A4 paper, close the tray."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: media-empty",
)  # fmt: skip
PAPER_JAM: Final = row(
    "U02", STAFF, BACK,
    words("Paper is stuck in the printer."),
    words("Ask the staff. They can take it out. Do not pull the paper yourself."),
    words("Open the cover, pull the paper out slowly, close the cover. Give all pages to the person."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: media-jam",
)  # fmt: skip
PAPER_WRONG: Final = row(
    "U03", STAFF, BACK,
    words("The printer has the wrong paper in it."),
    words("Ask the staff to put A4 paper in."),
    words("Put A4 paper in the tray and set the tray to A4."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: media-needed",
)  # fmt: skip
PRINTER_COVER_OPEN: Final = row(
    "U04", STAFF, BACK,
    words("A cover on the printer is open."),
    words("Ask the staff to close it."),
    words("Close all covers until they click."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: cover-open",
)  # fmt: skip
PRINTER_TONER_OUT: Final = row(
    "U05", STAFF, BACK,
    words("The printer has no more ink powder."),
    words("Ask the staff."),
    words("Put in a new toner cartridge."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: toner-empty",
)  # fmt: skip
PRINTER_FULL: Final = row(
    "U06", CITIZEN, BACK,
    words("The tray where the paper comes out is full."),
    words("Take your pages out of the tray."),
    words("Empty the output tray. Give pages that nobody takes to the shredder."),
    not_meant=AS_SOON_AS_MENDED,
    provoke="printer: output-area-full",
)  # fmt: skip
PRINTER_OFFLINE: Final = row(
    "U07", STAFF, AGAIN,
    words("The printer does not answer."),
    words("Ask the staff to look at the printer."),
    words("Check that the printer is switched on and its cable is in."),
    not_meant=NOTHING_LOST,
    provoke="printer: switched off",
)  # fmt: skip
PRINTER_BUSY: Final = row(
    "U08", TIME, AGAIN,
    words("The printer is busy."),
    words("Wait a moment."),
    not_meant=NOTHING_LOST,
    provoke="printer: busy with another job",
)  # fmt: skip
PRINTER_ODD: Final = row(
    "U09", STAFF, AGAIN,
    words("The printer gave an answer that we do not understand."),
    words("Ask the staff to look at the printer."),
    words("Switch the printer off and on. If it comes back, call the technician."),
    not_meant=NOTHING_LOST,
    provoke="printer: talks nonsense",
)  # fmt: skip
PRINTER_STOPPED: Final = row(
    "U10", STAFF, BACK,
    words("The printer has stopped."),
    words("Ask the staff to look at the printer."),
    words("Read the printer's own display and do what it says."),
    not_meant=NOTHING_LOST,
    provoke="printer: other",
)  # fmt: skip
