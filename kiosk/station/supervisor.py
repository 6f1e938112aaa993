"""Starts a process for each visit, has the next one ready behind the goodbye, and sees to it that nothing is left."""

import functools
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.station.aftermath import Aftermath
from kiosk.station.beside import PRESS, VOICE
from kiosk.station.bulletin import Bulletin
from kiosk.station.child import Patience, Program, VisitProcess
from kiosk.station.edition import Edition
from kiosk.station.family import adopt_orphans, children
from kiosk.station.notebook import Notebook
from kiosk.station.notes import Archive, Duty, Ending, StationNote
from kiosk.station.pauses import Pauses
from kiosk.station.rest import Rest
from kiosk.station.room import make_room, sweep
from kiosk.station.watch import Watch
from kiosk.station.wire import (
    Finished,
    FromVisit,
    GarbledError,
    NoteTaken,
    PressDone,
    Ready,
    Shown,
    StopAsked,
    TakingLeave,
    VoiceAsked,
)
from kiosk.visit.trouble import Trouble

_MOST_SPARES = 2
"""That may fail behind one visit; after that the next one starts when it is needed."""


class Supervisor:
    """Knows no citizen. Every visit ends on the same road, however it ended: :meth:`Aftermath.see_off`.

    There is at most one visit on the glass and one that is to follow it. The follower starts hidden when the present
    one takes leave, or at once when there is no present one; it is called when the present one has finished, and only
    when it is shown the present one is killed. So the glass is never empty, and never shows two.

    ``clear_printer``: see :class:`Aftermath`. ``notice`` is the command of the screen "out of order". ``made_from``
    looks at all that a visit reads; a spare is thrown away when it is not as it was. ``opened`` is called once
    the first visit stands on the glass, or has failed to: until then the processor is all its own. ``ails`` is asked in
    every turn what the staff should know of the machine.
    """

    def __init__(
        self,
        program: Program,
        rooms: Path,
        journal: Archive,
        clear_printer: Callable[[], int],
        *,
        notice: Sequence[str] = (),
        made_from: Callable[[], Edition] = frozenset,
        patience: Patience | None = None,
        pauses: Pauses | None = None,
        opened: Callable[[], None] = lambda: None,
        ails: Callable[[], Trouble | None] = lambda: None,
    ) -> None:
        adopt_orphans()
        self._strangers = children()
        self._program = program
        self.rooms = rooms
        self.journal = journal
        self._made_from = made_from
        self._patience = patience or Patience()
        self._opened = opened
        self._bell, self._rope = os.pipe()
        os.set_blocking(self._bell, False)
        self._watch = Watch()
        self._notebook = Notebook(journal)
        self._bulletin = Bulletin(self._visits, ails)
        self._rest = Rest(notice, pauses or Pauses(), self._watch, self._pids, self._notebook.note_machine)
        self._aftermath = Aftermath(
            clear_printer,
            self._ring,
            self._notebook.note,
            self._bulletin.tell,
            patience=self._patience.printer,
            pause=self._patience.again,
        )
        self._present: VisitProcess | None = None
        self._next: VisitProcess | None = None
        self._living: set[str] = set()
        self._spare_of: Edition | None = None
        self._spares_lost = 0
        self._called_at = 0.0
        self._stopping = False

    def run(self) -> None:
        """One visit after the other, until :meth:`stop`. Whatever happens here, no visit outlives it."""
        self._watch.add(self._bell, self._answer_bell)
        try:
            swept = sweep(self.rooms)
            if not self._stopping:
                self._open()
            self._aftermath.begin_the_day(swept)
            self._notebook.write_down()
            while not self._stopping or self._visits() or self._aftermath.is_busy:
                self._turn()
                self._notebook.write_down()
                self._bulletin.examine()
        finally:
            self._abandon()

    def stop(self) -> None:
        """Ask the present visit to take leave, and start no other. From any thread or signal handler."""
        self._stopping = True
        self._ring()

    def lives(self, visit: str) -> bool:
        """Whether the visit of this name was begun and is not over. From any thread."""
        return visit in self._living

    def _open(self) -> None:
        """Bring the first visit onto the glass. To write, to print and to look around has time until then."""
        self._call_next()
        first = self._next
        while first is not None and self._next is first and not self._stopping:
            self._turn()
        self._opened()

    # One turn

    def _turn(self) -> None:
        moments = [visit.deadline for visit in self._visits()]
        moments += [moment for moment in (self._rest.until, self._aftermath.due) if moment is not None]
        self._watch.wait(min(moments, default=None))
        self._aftermath.look()
        self._look_at_the_clock()

    def _look_at_the_clock(self) -> None:
        now = time.monotonic()
        for visit in self._visits():
            if now >= visit.deadline:
                late = visit.called and visit.ready and not visit.shown
                self._lose(visit, Ending.LATE if late else Ending.HUNG)
        if self._rest.is_over():
            self._call_next()

    def _visits(self) -> list[VisitProcess]:
        return [visit for visit in (self._present, self._next) if visit is not None]

    def _ring(self) -> None:
        os.write(self._rope, b".")

    def _answer_bell(self) -> None:
        os.read(self._bell, 1)
        if self._stopping:
            self._close()

    # What is said

    def _listen(self, visit: VisitProcess) -> None:
        try:
            for message in visit.hear():
                self._take(visit, message)
        except EOFError:
            self._watch.drop(visit.voice)
        except GarbledError:
            self._lose(visit, Ending.GARBLED)

    def _take(self, visit: VisitProcess, message: FromVisit) -> None:
        match message:
            case NoteTaken():
                # With the first note, not before the first visit has been started: the closed lists are long.
                from kiosk.station.dictation import as_note

                self._notebook.note(visit.visit, visit.begun, as_note(message))
            case Ready() if not visit.called:
                ready = round((time.monotonic() - visit.begun) * 1000)
                self._notebook.note(visit.visit, visit.begun, StationNote(Duty.VISIT_READY, count=ready))
            case Shown() if visit is self._next:
                self._stand(visit)
            case TakingLeave() if visit is self._present and not self._stopping:
                self._prepare()
            case PressDone():
                visit.let_go(PRESS)
            case VoiceAsked() if visit is self._present:
                self._give_voice(visit)
            case Finished() if visit is self._present:
                self._follow(visit)
            case StopAsked():
                self._stopping = True
                self._close()
            case _:
                pass

    # One after the other

    def _prepare(self) -> None:
        """Have somebody ready behind the goodbye."""
        if self._present is not None and not self._program.side_by_side:
            return
        if self._next is None and self._spares_lost < _MOST_SPARES:
            self._next = self._start(called=False)
            self._spare_of = self._made_from()

    def _call_next(self) -> None:
        """Onto the glass with whoever is ready, or else with somebody new."""
        if self._next is not None and not self._next.called and self._spare_of != self._made_from():
            self._send_away(self._next, Ending.UNUSED)
        if self._next is None or not self._next.called:
            self._called_at = time.monotonic()
        if self._next is None:
            self._next = self._start(called=True)
        if self._next is None:
            self._recover()
            return
        self._next.show()
        self._bulletin.read_to(self._next, alone=self._present is None)

    def _start(self, *, called: bool) -> VisitProcess | None:
        """None if the machine cannot even do that: no memory, no room, no program."""
        name, begun = os.urandom(8).hex(), time.monotonic()
        try:
            room = make_room(self.rooms)
            try:
                visit = VisitProcess(self._program, name, room, self._patience, called=called)
            except OSError:
                room.clear_away()
                raise
        except OSError as error:
            self._notebook.note(name, begun, StationNote(Duty.VISIT_NOT_BEGUN, count=error.errno))
            return None
        self._living.add(name)
        self._notebook.note(name, begun, StationNote(Duty.VISIT_BEGUN))
        self._watch.add(visit.voice, functools.partial(self._listen, visit))
        self._watch.add(visit.exit, functools.partial(self._exited, visit))
        return visit

    def _stand(self, visit: VisitProcess) -> None:
        """The next one is on the glass: now the one before can go."""
        before, self._present, self._next = self._present, visit, None
        self._spares_lost = 0
        if before is not None:
            self._see_off(before, Ending.POLITE)
        self._rest.stand()
        waited = round((time.monotonic() - self._called_at) * 1000)
        self._notebook.note(visit.visit, visit.begun, StationNote(Duty.VISIT_SHOWN, count=waited))
        try:
            visit.start(PRESS)
        except OSError as error:
            self._notebook.note(
                visit.visit, visit.begun, StationNote(Duty.PRESS_NOT_BEGUN, count=error.errno)
            )
            self._lose(visit, Ending.WITHOUT_PRESS)

    def _give_voice(self, visit: VisitProcess) -> None:
        """Who asks for it and gets none asks again, and at last says so on the glass."""
        try:
            before = visit.start(VOICE)
        except OSError as error:
            note = StationNote(Duty.VOICE_NOT_BEGUN, count=error.errno)
        else:
            note = StationNote(Duty.VOICE_BEGUN_AGAIN, count=before) if before else None
        if note is not None:
            self._notebook.note(visit.visit, visit.begun, note)

    def _follow(self, visit: VisitProcess) -> None:
        if self._stopping or not self._program.side_by_side:
            self._send_away(visit, Ending.POLITE)
        if not self._stopping:
            self._call_next()

    # Ends

    def _exited(self, visit: VisitProcess) -> None:
        """What was said before it went. A grandchild may still hold the pipe open, so nobody waits for its end."""
        self._listen(visit)
        if visit in self._visits() and (ending := visit.how_it_exited()) is not None:
            self._lose(visit, ending)

    def _lose(self, visit: VisitProcess, ending: Ending) -> None:
        """It has gone, or has to go, and nobody planned that."""
        if visit not in self._visits():
            return
        planned = visit is self._present and (visit.finished or ending is Ending.POLITE)
        self._send_away(visit, ending)
        if self._stopping:
            return
        if not visit.called:
            self._spares_lost += 1
            self._prepare()
        elif planned:
            self._call_next()
        else:
            self._recover()

    def _send_away(self, visit: VisitProcess, ending: Ending) -> None:
        if visit is self._present:
            self._present = None
        else:
            self._next = None
        self._see_off(visit, ending)

    def _see_off(self, visit: VisitProcess, ending: Ending) -> None:
        self._watch.drop(visit.voice)
        self._watch.drop(visit.exit)
        self._living.discard(visit.visit)
        if visit.shown:
            self._bulletin.withdraw()
        self._aftermath.see_off(visit, ending, self._pids())

    def _pids(self) -> set[int]:
        """Of all that we started and still want, and of those who were there before us."""
        self._strangers &= children()
        return self._strangers.union(self._rest.pids, *(visit.pids for visit in self._visits()))

    def _recover(self) -> None:
        """Go on at once, or after too many crashes say so on the glass and try again after a pause."""
        if not self._rest.is_needed():
            self._call_next()
            return
        for visit in self._visits():
            self._send_away(visit, Ending.POLITE if visit.finished else Ending.UNUSED)

    def _close(self) -> None:
        """The machine stops."""
        self._rest.end()
        if self._next is not None:
            self._send_away(self._next, Ending.UNUSED)
        if self._present is not None and self._present.finished:
            self._send_away(self._present, Ending.POLITE)
        elif self._present is not None:
            self._present.close()

    def _abandon(self) -> None:
        """On the same road as ever, should a visit still be there because something failed here.

        What cannot be written or asked of the printer any more does not hide why: the next start asks it again.
        """
        for visit in self._visits():
            self._send_away(visit, Ending.FELL)
        self._rest.end()
        self._watch.close()
        with suppress(Exception):
            self._notebook.write_down()
