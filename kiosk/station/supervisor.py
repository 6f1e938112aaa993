"""Starts a process for each visit, sees to it that nothing is left of it, and starts the next."""

import os
import secrets
import selectors
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.station.child import Patience, VisitProcess, adopt_orphans
from kiosk.station.notes import Duty, Ending, Moment, StationNote
from kiosk.station.pauses import pause_after
from kiosk.station.room import MemoryRoom, make_room, sweep
from kiosk.station.wire import FromVisit, NoteTaken, StopAsked
from kiosk.visit.trouble import TroubleError

if TYPE_CHECKING:
    from kiosk.visit.journal import Note

OutOfOrder = Callable[[timedelta], AbstractContextManager[object]]


class Archive(Protocol):
    """Where the notes go."""

    def write(self, moment: Moment, note: "Note | StationNote") -> None: ...


def _now() -> timedelta:
    return timedelta(seconds=time.monotonic())


@dataclass(slots=True)
class Supervisor:
    """Knows no citizen. Every visit ends on the same road, however it ended: :meth:`_see_off`.

    ``clear_printer`` cancels what waits at the printer and returns the pages still there, or raises
    :class:`TroubleError`. ``out_of_order`` shows a screen of its own for as long as its context lasts.
    """

    command: Sequence[str]
    rooms: Path
    journal: Archive
    clear_printer: Callable[[], int]
    out_of_order: OutOfOrder = nullcontext
    patience: Patience = field(default_factory=Patience)
    _crashes: list[timedelta] = field(default_factory=list[timedelta], init=False)
    _stop_pipe: tuple[int, int] = field(default_factory=os.pipe, init=False)
    _stopping: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        adopt_orphans()

    def run(self) -> None:
        """One visit after the other, until :meth:`stop`."""
        sweep(self.rooms)
        while not self._stopping:
            ending = self.one_visit()
            if ending is not Ending.POLITE and not self._stopping:
                self._rest_after_crash()

    def stop(self) -> None:
        """Ask the present visit to take leave, and start no other. From any thread or signal handler."""
        self._stopping = True
        os.write(self._stop_pipe[1], b".")

    def one_visit(self) -> Ending:
        """From the start of a process to the last trace of it."""
        log = _Log(self.journal, secrets.token_hex(8), _now())
        room = make_room(self.rooms)
        try:
            with VisitProcess(self.command, log.visit, room, self.patience) as process:
                log.write(StationNote(Duty.VISIT_BEGUN))
                ending = process.watch(lambda message: self._hear(message, log), self._stop_pipe[0])
            log.write(StationNote(Duty.VISIT_GONE, ending, process.status))
            return ending
        finally:
            self._see_off(room, log)

    def _hear(self, message: FromVisit, log: "_Log") -> None:
        match message:
            case NoteTaken():
                # With the first note, not before the first visit has been started: the closed lists are long.
                from kiosk.station.dictation import as_note

                log.write(as_note(message))
            case StopAsked():
                self._stopping = True
            case _:
                pass

    def _see_off(self, room: MemoryRoom, log: "_Log") -> None:
        kept = room.files_kept()
        room.remove()
        printer = self._ask_printer()
        log.write(StationNote(Duty.ROOM_REMOVED, count=kept))
        log.write(printer)

    def _ask_printer(self) -> StationNote:
        try:
            return StationNote(Duty.PRINTER_CLEARED, count=self.clear_printer())
        except TroubleError as error:
            return StationNote(Duty.PRINTER_NOT_CLEARED, error.trouble)

    def _rest_after_crash(self) -> None:
        self._crashes.append(_now())
        pause = pause_after(self._crashes, self._crashes[-1])
        if pause:
            _Log(self.journal, "", _now()).write(
                StationNote(Duty.OUT_OF_ORDER, count=int(pause.total_seconds()))
            )
            with self.out_of_order(pause), selectors.DefaultSelector() as selector:
                selector.register(self._stop_pipe[0], selectors.EVENT_READ)
                selector.select(pause.total_seconds())


@dataclass(frozen=True, slots=True)
class _Log:
    """The journal, seen from one visit."""

    journal: Archive
    visit: str
    begun: timedelta

    def write(self, note: "Note | StationNote") -> None:
        self.journal.write(Moment(self.visit, datetime.now(UTC), _now() - self.begun), note)
