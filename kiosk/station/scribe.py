"""Takes notes down at once and writes them beside everything else; while it cannot, they wait and nobody else does."""

import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from kiosk.station.keeping import KeptJournal
from kiosk.station.notes import Duty, Moment, StationNote
from kiosk.visit.trouble import Trouble, TroubleError

if TYPE_CHECKING:
    from kiosk.visit.notes import Note

MOST_WAITING: Final = 5000
"""Notes that may wait in memory, about two megabytes; of more, the oldest are lost, and that is noted."""

Entry = tuple[Moment, "Note | StationNote"]
Tell = Callable[[Trouble | None], None]


class Scribe:
    """Writes into ``journal`` from a thread of its own, which begins with the first note.

    ``tell`` is told there of a trouble, once when it comes, and None when it is over. After a trouble the next try is
    made when ``pause`` is over.
    """

    def __init__(
        self,
        journal: KeptJournal,
        tell: Tell,
        *,
        pause: timedelta = timedelta(seconds=5),
        most: int = MOST_WAITING,
    ) -> None:
        self._journal = journal
        self._tell = tell
        self._pause = pause.total_seconds()
        self._most = most
        self._waiting: deque[Entry] = deque()
        self._lost = 0
        self._held_up: _HeldUp | None = None
        self._lasting: Trouble | None = None
        self._bug: Exception | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="scribe", daemon=True)

    def write(self, moment: Moment, note: "Note | StationNote") -> None:
        """At once; it waits for no disk. For one thread. Raises what was a bug when an earlier note was written."""
        if self._bug is not None:
            raise self._bug
        with self._changed:
            if len(self._waiting) == self._most:
                self._waiting.popleft()
                self._lost += 1
            self._waiting.append((moment, note))
            self._changed.notify()
        if self._thread.ident is None:
            self._thread.start()

    @property
    def trouble(self) -> Trouble | None:
        """What the staff should know: why notes are not written now, else that a journal has been set aside since.

        From any thread.
        """
        held_up = self._held_up
        return held_up.by if held_up else self._lasting

    @property
    def waiting(self) -> int:
        """How many notes are not written yet."""
        with self._changed:
            return self._lost + len(self._waiting)

    def close(self, patience: timedelta) -> int:
        """Try once more for as long as that; returns how many notes could not be written."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join(patience.total_seconds())
        return self.waiting

    def _work(self) -> None:
        try:
            while (entry := self._next()) is not None and self._tried(entry):
                pass
            self._journal.close()
        except Exception as bug:
            self._bug = bug

    def _next(self) -> Entry | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            return self._waiting[0] if self._waiting else None

    def _tried(self, entry: Entry) -> bool:
        """Written or not: is there any sense in another try?"""
        try:
            self._confess()
            self._journal.write(*entry)
            self._done(entry)
            self._recover()
        except TroubleError as error:
            self._hold_up(error.trouble)
            return error.trouble is Trouble.JOURNAL_BROKEN or self._rest()
        return True

    def _confess(self) -> None:
        """That notes are lost is written where they should have stood."""
        if lost := self._lost:
            self._journal.write(_now(), StationNote(Duty.NOTES_LOST, count=lost))
            with self._changed:
                self._lost -= lost

    def _done(self, entry: Entry) -> None:
        with self._changed:
            if self._waiting and self._waiting[0] is entry:
                self._waiting.popleft()
            else:  # Given up for lost while it was being written.
                self._lost -= 1

    def _hold_up(self, trouble: Trouble) -> None:
        since = self._held_up.since if self._held_up else time.monotonic()
        if self._held_up is None or self._held_up.by is not trouble:
            self._tell(trouble)
        self._held_up = _HeldUp(trouble, since)
        if trouble is Trouble.JOURNAL_BROKEN:
            self._lasting = trouble

    def _recover(self) -> None:
        """All that waited is written."""
        if self._held_up is None or self._waiting:
            return
        seconds = round(time.monotonic() - self._held_up.since)
        self._journal.write(_now(), StationNote(Duty.NOTES_HELD_UP, self._held_up.by, seconds))
        self._held_up = None
        self._tell(None)

    def _rest(self) -> bool:
        """Until the next try; False when that was the last one."""
        with self._changed:
            if self._closing:
                return False
            self._changed.wait_for(lambda: self._closing, self._pause)
            return True


class _HeldUp:
    def __init__(self, by: Trouble, since: float) -> None:
        self.by = by
        self.since = since


def _now() -> Moment:
    return Moment("", datetime.now(UTC), timedelta())
