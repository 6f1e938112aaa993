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
    """After one visit, or none at the start: when it ended, what its room held, what the printer says once it did."""

    visit: str
    begun: float
    files: int = 0
    ended: datetime | None = None
    printer: StationNote | None = None

    def receipt(self) -> LastVisit | None:
        if self.ended is None:
            return None
        there = self.ended.astimezone(_denmark())
        said = self.printer
        pages = said.count if said is not None and said.what is Duty.PRINTER_CLEARED else None
        return LastVisit(there.hour * 60 + there.minute, pages, self.files)


class Aftermath:
    """``clear_printer`` cancels what waits at the printer and returns the pages still there, or raises TroubleError.

    It is called on a thread of its own, for a printer takes its time; ``wake`` is called there when there is news.
    ``tell`` takes the receipt for the next welcome, made within ``patience`` of the end: if the printer has not
    answered by then, it is told that this is not known, and told again with the answer.
    """

    def __init__(
        self,
        clear_printer: Callable[[], int],
        wake: Callable[[], None],
        write: Write,
        tell: Callable[[LastVisit], None],
        patience: timedelta,
    ) -> None:
        self._clear = clear_printer
        self._wake = wake
        self._write = write
        self._tell = tell
        self._patience = patience.total_seconds()
        self._asking: set[Finding] = set()
        self._answered: queue.SimpleQueue[tuple[Finding, Exception | None]] = queue.SimpleQueue()
        self._last: Finding | None = None
        self._due: float | None = None

    def see_off(self, gone: VisitProcess, ending: Ending, kept: Collection[int]) -> None:
        """End a visit with all it started (``kept`` is of others), clear its room away, ask the printer."""
        gone.end(kept)
        finding = Finding(gone.visit, gone.begun, gone.room.clear_away(), datetime.now(UTC))
        self._write(gone.visit, gone.begun, StationNote(Duty.VISIT_GONE, ending, gone.status))
        self._write(gone.visit, gone.begun, StationNote(Duty.ROOM_REMOVED, count=finding.files))
        if gone.shown:
            self._last, self._due = finding, time.monotonic() + self._patience
        if gone.called:
            self._ask(finding)

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
        return self._due

    def look(self) -> None:
        """Write down and tell what there is to know by now. Raises what was a bug at the printer."""
        while not self._answered.empty():
            finding, bug = self._answered.get()
            if bug is not None:
                raise bug
            self._take(finding)
        if self._due is not None and time.monotonic() >= self._due:
            self._hand_on()

    def _take(self, finding: Finding) -> None:
        self._asking.remove(finding)
        if finding.printer is not None:
            self._write(finding.visit, finding.begun, finding.printer)
        if finding is self._last:
            self._hand_on()

    def _hand_on(self) -> None:
        self._due = None
        if self._last is not None and (receipt := self._last.receipt()) is not None:
            self._tell(receipt)

    def _ask(self, finding: Finding) -> None:
        self._asking.add(finding)
        threading.Thread(target=self._go, args=(finding,), name="printer", daemon=True).start()

    def _go(self, finding: Finding) -> None:
        """To the printer, and back with an answer."""
        bug = None
        try:
            finding.printer = StationNote(Duty.PRINTER_CLEARED, count=self._clear())
        except TroubleError as error:
            finding.printer = StationNote(Duty.PRINTER_NOT_CLEARED, error.trouble)
        except Exception as error:
            bug = error
        self._answered.put((finding, bug))
        self._wake()


def _denmark() -> tzinfo:
    """Late: with the first visit that is over, long after the first that was begun."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(_DENMARK)
