"""What the station itself writes down, beside the notes of the visit: how a process went, and what it left."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from kiosk.visit.trouble import Trouble

if TYPE_CHECKING:
    from kiosk.visit.journal import Note


class Ending(enum.Enum):
    """How the process of a visit ended."""

    POLITE = "it said goodbye and exited with 0"
    CRASHED = "it exited with another status"
    KILLED = "a signal ended it"
    HUNG = "it gave no sign of life in time and was killed"
    GARBLED = "it said something that is no message and was killed"
    LATE = "it was called onto the glass, did not come in time and was killed"
    WITHOUT_PRESS = "it stood on the glass, but its press could not be started, and it was killed"
    FELL = "the supervisor itself failed, and killed it before it went"
    UNUSED = "it was a spare that was not wanted any more, and was killed"


class Duty(enum.Enum):
    """Every kind of note of the station. The value says what ``detail`` and ``count`` hold, where they do."""

    VISIT_BEGUN = "the process of a visit was started, hidden"
    VISIT_NOT_BEGUN = "no process could be started for a visit; count: the number of the error (errno)"
    PRESS_NOT_BEGUN = "no press could be started for a visit; count: the number of the error (errno)"
    VOICE_NOT_BEGUN = "nothing could be read aloud to a visit; count: the number of the error (errno)"
    VOICE_BEGUN_AGAIN = "a speaker that had gone was started again for a visit; count: how many had gone"
    VISIT_READY = (
        "it waits hidden behind the one before, loaded and drawn; count: milliseconds since it was started"
    )
    VISIT_SHOWN = "its welcome stands on the glass; count: milliseconds since it was called"
    VISIT_GONE = "it is gone, its group with it; detail: how; count: exit status, or signal if negative"
    ROOM_REMOVED = (
        "its room is gone; count: files that could not be removed, and are tried at the next end again"
    )
    MEMORY_REMOVED = "it left shared memory behind, which is gone now; count: segments of System V"
    PRINTER_CLEARED = "the printer was asked; count: pages still waiting. It is asked again until none is"
    PRINTER_NOT_CLEARED = "the printer could not be asked; detail: the trouble. It is asked again"
    OUT_OF_ORDER = "too many visits crashed; count: seconds of pause"
    NOTICE_LOST = (
        "the screen that says so could not be shown or has gone; count: its exit status, if it had begun"
    )
    SWEPT = "the machine started; count: rooms left behind by the time before"
    JOURNAL_SET_ASIDE = "the journal before this one was broken and lies beside it; detail: the trouble"
    NOTES_HELD_UP = "notes had to wait until they could be written; detail: the trouble; count: seconds"
    ROWS_FORGOTTEN = "rows older than the settings say were removed at the beginning; count: how many"
    NOTES_LOST = "too many notes waited, and the oldest are lost; count: how many"


@dataclass(frozen=True, slots=True)
class Moment:
    """Which visit (a random id that means nothing elsewhere), when, and how long after its beginning."""

    visit: str
    at: datetime
    since: timedelta


@dataclass(frozen=True, slots=True)
class StationNote:
    """One line of the journal about the machine: members of closed lists, and a number."""

    what: Duty
    detail: Ending | Trouble | None = None
    count: int | None = None


class Archive(Protocol):
    """Where the notes go."""

    def write(self, moment: Moment, note: "Note | StationNote") -> None: ...
