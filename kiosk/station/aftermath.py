"""The one road on which every visit ends: processes gone, room gone, printer asked, notes written, the next told."""

import queue
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from kiosk.station.child import VisitProcess
from kiosk.station.notes import Duty, Ending, StationNote
from kiosk.station.wire import LastVisit
from kiosk.visit.trouble import TroubleError

_DENMARK = "Europe/Copenhagen"
Write = Callable[[str, float, StationNote], None]
"""Takes the random name of a visit, when it began on the monotonic clock, and the note."""


@dataclass(eq=False, slots=True)
class Finding:
    """After one visit, or none at the start: when it ended, what its room held, what the printer said last.

    ``asked``: when the printer was asked last, on the monotonic clock.
    """

    visit: str
    begun: float
    files: int = 0
    ended: datetime | None = None
    printer: StationNote | None = None
    asked: float = 0.0

    def receipt(self, pages: int | None) -> LastVisit | None:
        if self.ended is None:
            return None
        there = self.ended.astimezone(_denmark())
        return LastVisit(there.hour * 60 + there.minute, pages, self.files)


class Aftermath:
    """``clear_printer`` cancels what waits at the printer and returns the pages still there, or raises TroubleError.

    It is called on a thread of its own, for a printer takes its time; ``wake`` is called there when there is news.
    A printer that cannot be asked, or on which pages wait, is asked again after every ``pause``, for it may come back
    and print them beside the next citizen.

    ``tell`` takes the receipt for the next welcome, made within ``patience`` of the end: if the printer has not
    answered by then, it is told that this is not known, and told again with every answer that is another.
    """

    def __init__(
        self,
        clear_printer: Callable[[], int],
        wake: Callable[[], None],
        write: Write,
        tell: Callable[[LastVisit], None],
        *,
        patience: timedelta,
        pause: timedelta,
    ) -> None:
        self._clear = clear_printer
        self._wake = wake
        self._write = write
        self._tell = tell
        self._patience = patience.total_seconds()
        self._pause = pause.total_seconds()
        self._asking: set[Finding] = set()
        self._answered: queue.SimpleQueue[tuple[Finding, StationNote | Exception]] = queue.SimpleQueue()
        self._uncleared: list[VisitProcess] = []
        self._newest: Finding | None = None
        self._last: Finding | None = None
        self._told: LastVisit | None = None
        self._due: float | None = None
        self._again: float | None = None

    def see_off(self, gone: VisitProcess, ending: Ending, kept: Collection[int]) -> None:
        """End a visit with all it started (``kept`` is of others), clear its room away, ask the printer."""
        segments = gone.end(kept)
        self._write(gone.visit, gone.begun, StationNote(Duty.VISIT_GONE, ending, gone.status))
        self._uncleared = [earlier for earlier in self._uncleared if not self._is_cleared(earlier)]
        files = gone.room.clear_away()
        self._write(gone.visit, gone.begun, StationNote(Duty.ROOM_REMOVED, count=files))
        if segments:
            self._write(gone.visit, gone.begun, StationNote(Duty.MEMORY_REMOVED, count=segments))
        if files:
            self._uncleared.append(gone)
        finding = Finding(gone.visit, gone.begun, files, datetime.now(UTC))
        if gone.shown:
            self._last, self._told = finding, None
            self._due = time.monotonic() + self._patience
        if gone.called:
            self._ask(finding)

    def _is_cleared(self, earlier: VisitProcess) -> bool:
        """Now, of a room of which something was left when its visit ended."""
        if earlier.room.clear_away():
            return False
        self._write(earlier.visit, earlier.begun, StationNote(Duty.ROOM_REMOVED, count=0))
        return True

    def begin_the_day(self, swept: int) -> None:
        """What was left behind when the power went: ``swept`` rooms, and perhaps jobs at the printer."""
        finding = Finding("", time.monotonic())
        self._write(finding.visit, finding.begun, StationNote(Duty.SWEPT, count=swept))
        self._ask(finding)

    @property
    def is_busy(self) -> bool:
        """Somebody is still at the printer."""
        return bool(self._asking)

    @property
    def due(self) -> float | None:
        """When to :meth:`look` at the latest, on the monotonic clock."""
        return min((moment for moment in (self._due, self._again) if moment is not None), default=None)

    def look(self) -> None:
        """Write down and tell what there is to know by now. Raises what was a bug at the printer."""
        while not self._answered.empty():
            finding, said = self._answered.get()
            if isinstance(said, Exception):
                raise said
            self._take(finding, said)
        now = time.monotonic()
        if self._due is not None and now >= self._due:
            self._hand_on(None)
        if self._newest is not None and self._again is not None and now >= self._again:
            self._ask(self._newest)

    def _take(self, finding: Finding, said: StationNote) -> None:
        self._asking.remove(finding)
        if said != finding.printer:
            finding.printer = said
            self._write(finding.visit, finding.begun, said)
        if finding is self._newest:
            self._again = time.monotonic() + self._pause if _is_open(said) else None
        # Who asked later knows it better; who asked before the last visit was over knows nothing of it.
        if self._last is not None and finding.asked >= self._last.asked:
            self._last.asked = finding.asked
            self._hand_on(said)

    def _hand_on(self, said: StationNote | None) -> None:
        self._due = None
        pages = said.count if said is not None and said.what is Duty.PRINTER_CLEARED else None
        receipt = self._last.receipt(pages) if self._last is not None else None
        if receipt is not None and receipt != self._told:
            self._told = receipt
            self._tell(receipt)

    def _ask(self, finding: Finding) -> None:
        finding.asked = time.monotonic()
        self._newest, self._again = finding, None
        self._asking.add(finding)
        threading.Thread(target=self._go, args=(finding,), name="printer", daemon=True).start()

    def _go(self, finding: Finding) -> None:
        """To the printer, and back with an answer."""
        try:
            said = StationNote(Duty.PRINTER_CLEARED, count=self._clear())
        except TroubleError as error:
            said = StationNote(Duty.PRINTER_NOT_CLEARED, error.trouble)
        except Exception as bug:
            said = bug
        self._answered.put((finding, said))
        self._wake()


def _is_open(said: StationNote) -> bool:
    return said.what is not Duty.PRINTER_CLEARED or said.count != 0


def _denmark() -> tzinfo:
    """Late: with the first visit that is over, long after the first that was begun."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(_DENMARK)
