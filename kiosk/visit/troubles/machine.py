"""The machine itself."""

from typing import Final

from kiosk.visit.troubles.row import AGAIN, BACK, CHECK_NETWORK, END, GO_ON, NOTHING_LOST, STAFF, TIME, row
from kiosk.visit.words import words

CLOCK_WRONG: Final = row(
    "M01", STAFF, END,
    words("The clock of this machine is wrong, so nobody can log in safely."),
    words("Use another machine, or ask the staff."),
    words("Check the network. The machine sets its own clock when it is online."),
    provoke="town: clock an hour ahead",
)  # fmt: skip
NETWORK_GONE: Final = row(
    "M02", TIME, AGAIN,
    words("The machine has lost its network."),
    words("Wait a moment and try again."),
    CHECK_NETWORK,
    not_meant=NOTHING_LOST,
    provoke="town: switched off",
)  # fmt: skip
DISK_FULL: Final = row(
    "M03", STAFF, AGAIN,
    words("The disk of this machine is full."),
    GO_ON,
    words("Call IT: the disk with the journal is full. The notes wait in memory until there is room again."),
    provoke="machine: no room left where the journal is kept",
)  # fmt: skip
JOURNAL_HELD_UP: Final = row(
    "M04", STAFF, AGAIN,
    words("This machine cannot write its notes at the moment."),
    GO_ON,
    words("Call IT: the journal may not be written, or another program holds it. The notes wait in memory."),
    provoke="machine: the journal locked, or read-only",
)  # fmt: skip
JOURNAL_BROKEN: Final = row(
    "M05", STAFF, AGAIN,
    words("The notes of this machine were damaged, so it began new ones."),
    GO_ON,
    words("Call IT: the damaged journal lies beside the new one under another name. Keep it and look into it."),
    provoke="machine: the journal overwritten with noise",
)  # fmt: skip
JOURNAL_WITHOUT_KEY: Final = row(
    "M06", STAFF, AGAIN,
    words("This machine cannot seal its notes."),
    GO_ON,
    words("Call IT: the journal's key is missing from the machine's credentials. The notes wait in memory."),
    provoke="machine: started without the journal's key",
)  # fmt: skip
VOICE_GONE: Final = row(
    "M07", STAFF, BACK,
    words("This machine cannot read aloud any more."),
    words("Ask the staff for help, or go on without the voice."),
    words("Go to the person: whoever only listens hears nothing now. Offer help, or another machine."),
    words("If the next visit cannot be read aloud either, call IT: the report on this machine says what is missing."),
    not_meant=NOTHING_LOST,
    provoke="machine: its speaker killed as often as it starts again",
)  # fmt: skip
OUT_OF_ORDER: Final = row(
    "M10", STAFF, END,
    words("This machine is out of order."),
    words("Please ask the staff."),
    words("The machine tries again by itself. If this stays, restart it; if that does not help, call IT."),
    provoke="machine: three visits killed within ten minutes",
)  # fmt: skip
