"""What the station itself writes down, beside the notes of the visit: how a process went, and what it left."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.visit.trouble import Trouble


class Ending(enum.Enum):
    """How the process of a visit ended."""

    POLITE = "it said goodbye and exited with 0"
    CRASHED = "it exited with another status"
    KILLED = "a signal ended it"
    HUNG = "it gave no sign of life in time and was killed"
    GARBLED = "it said something that is no message and was killed"


class Duty(enum.Enum):
    """Every kind of note of the station. The value says what ``detail`` and ``count`` hold, where they do."""

    VISIT_BEGUN = "the process of a visit was started"
    VISIT_GONE = "it is gone, its group with it; detail: how; count: exit status, or signal if negative"
    ROOM_REMOVED = "its room is gone; count: files that could not be removed at first"
    PRINTER_CLEARED = "the printer was asked; count: pages still waiting"
    PRINTER_NOT_CLEARED = "the printer could not be asked; detail: the trouble"
    OUT_OF_ORDER = "too many visits crashed; count: seconds of pause"


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
