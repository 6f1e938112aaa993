"""The notes of one turn, written at its end: a disk may be slow, and somebody waits for the glass."""

import time
from collections import deque
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.station.notes import Archive, Moment, StationNote

if TYPE_CHECKING:
    from kiosk.visit.notes import Note


class Notebook:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._unwritten: deque[tuple[Moment, Note | StationNote]] = deque()

    def note(self, visit: str, begun: float, note: "Note | StationNote") -> None:
        """Of a visit that began then on the monotonic clock."""
        since = timedelta(seconds=time.monotonic() - begun)
        self._unwritten.append((Moment(visit, datetime.now(UTC), since), note))

    def note_machine(self, note: StationNote) -> None:
        """Of no visit."""
        self.note("", time.monotonic(), note)

    def write_down(self) -> None:
        """In their order. One that cannot be written is still there, with all that come after it."""
        while self._unwritten:
            self._archive.write(*self._unwritten[0])
            self._unwritten.popleft()
