"""The process of one visit, from outside: started hidden, listened to, shown, and gone with everything it started."""

import os
import resource
import signal
import subprocess
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from kiosk.station.bare import bare_environment
from kiosk.station.beside import STARTS, Beside
from kiosk.station.family import end_all
from kiosk.station.notes import Ending
from kiosk.station.room import MemoryRoom
from kiosk.station.segments import remove_segments
from kiosk.station.wire import (
    Close,
    Finished,
    FromVisit,
    Heartbeat,
    Ready,
    Show,
    Shown,
    ToVisit,
    say,
    supervisor_ear,
)

_PIPE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Patience:
    """How long silence may last: from the start to the first beat of its heart, between beats, from Close to the end.

    A visit that starts cold is shown before its heart beats: it loads the rest of the world behind its welcome.
    ``show``: from Show to Shown once it is ready. ``printer``: until its answer is said to be not known; ``again``:
    until a printer that has not said that it is empty is asked once more.
    """

    start: timedelta = timedelta(seconds=30)
    beat: timedelta = timedelta(seconds=5)
    close: timedelta = timedelta(seconds=30)
    show: timedelta = timedelta(seconds=3)
    printer: timedelta = timedelta(milliseconds=900)
    again: timedelta = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Program:
    """What is started for each visit.

    ``visit`` gets ``--visit ID --room FOLDER --wire IN,OUT`` added, and ``--NAME FD,…`` for each process ``beside`` it,
    which is started in ``folder``: see :class:`kiosk.station.beside.Beside`. None of it says anything about a person.
    ``memory`` in bytes is the most that a visit may have for its own (RLIMIT_DATA, setrlimit(2)). ``side_by_side``:
    whether there can be a hidden one beside the one that is shown; a VNC server's port is only for one.
    """

    visit: Sequence[str]
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    folder: Path | None = None
    memory: int | None = None
    side_by_side: bool = True


class VisitProcess:
    """Started by making it, which raises :class:`OSError` when it cannot be; :meth:`end` must be called after that.

    It starts hidden. If it is ``called`` from the start, the word for it waits in the pipe before the process begins.
    """

    def __init__(
        self, program: Program, visit: str, room: MemoryRoom, patience: Patience, *, called: bool
    ) -> None:
        self.visit = visit
        self.room = room
        self.begun = time.monotonic()
        self.called = self.shown = self.finished = self.ready = False
        self._program = program
        self._patience = patience
        self._deadline = self.begun + patience.start.total_seconds()
        self._beats = self._closing = False
        self._beside: dict[str, Beside] = {}
        self._start(called)
        self._ear = supervisor_ear()

    def _start(self, called: bool) -> None:
        """What was opened for it is closed again if it cannot be started."""
        with ExitStack() as theirs, ExitStack() as ours:
            theirs_in, self._to_visit = _pipe(theirs, ours)
            self._from_visit, theirs_out = _pipe(ours, theirs)
            os.set_blocking(self._from_visit, False)
            os.set_blocking(self._to_visit, False)
            if called:
                self.show()
            ends = [theirs_in, theirs_out]
            command = [*self._program.visit, "--visit", self.visit, "--room", str(self.room.folder)]
            command += ["--wire", f"{theirs_in},{theirs_out}"]
            for name, program in self._program.beside.items():
                beside = Beside(program, self._program.folder, theirs, ours, STARTS.get(name, 1))
                self._beside[name] = beside
                ends += beside.ends
                command += [f"--{name}", ",".join(map(str, beside.ends))]
            self._process = self._popen(command, ends)
            self._take_in_hand(ours)
            self._ours = ours.pop_all()

    def _take_in_hand(self, ours: ExitStack) -> None:
        try:
            self.exit = os.pidfd_open(self._process.pid)
            ours.callback(os.close, self.exit)
            if self._program.memory is not None:
                limits = (self._program.memory, self._program.memory)
                resource.prlimit(self._process.pid, resource.RLIMIT_DATA, limits)
        except OSError:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            raise

    def _popen(self, command: Sequence[str], ends: Sequence[int]) -> subprocess.Popen[bytes]:
        # A group and not a session of its own: into another session's group nobody could be put (setpgid(2)).
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            pass_fds=ends,
            process_group=0,
            env=bare_environment(os.environ, self.room.folder),
        )

    @property
    def voice(self) -> int:
        """To wait on, as ``exit`` is: readable when :meth:`hear` has something to say."""
        return self._from_visit

    @property
    def deadline(self) -> float:
        """When its silence has lasted too long, on the monotonic clock."""
        return self._deadline

    @property
    def pids(self) -> set[int]:
        """The processes that we started for it."""
        return {self._process.pid}.union(*(beside.pids for beside in self._beside.values()))

    @property
    def status(self) -> int:
        """The exit status, negative for a signal; known after :meth:`end`."""
        return self._process.returncode

    def tell(self, message: ToVisit) -> None:
        """Say something. A visit that is gone or no longer reads will be found out by other signs."""
        with suppress(BrokenPipeError, BlockingIOError):
            say(self._to_visit, message)

    def show(self) -> None:
        """Call it onto the glass."""
        if not self.called:
            self.called = True
            self.tell(Show())
            if self.ready:
                self._allow(self._patience.show)

    def close(self) -> None:
        """Say that the visit shall take leave; it has ``patience.close`` for it, however often it is told."""
        if self._closing:
            return
        self._closing = True
        self._allow(self._patience.close)
        self.tell(Close())

    def start(self, name: str) -> int:
        """Start the process of that name beside it, as often as :data:`STARTS` says; returns how often it was before.

        Raises :class:`OSError`.
        """
        return self._beside[name].start(self._process.pid) if name in self._beside else 0

    def let_go(self, name: str) -> None:
        """Kill the process of that name beside it, if it runs."""
        if name in self._beside:
            self._beside[name].kill()

    def hear(self) -> Iterator[FromVisit]:
        """What there is to hear, without waiting. Raises :class:`GarbledError`, :class:`EOFError` at the end."""
        # Read first: whoever takes a message may end this process.
        for message in self._ear.hear(self._read()):
            self._note_sign(message)
            yield message

    def _read(self) -> bytes:
        """As much as a pipe holds (pipe(7)), once: a visit that never stops talking must not hold us here."""
        try:
            data = os.read(self._from_visit, _PIPE)
        except BlockingIOError:
            return b""
        if not data:
            raise EOFError
        return data

    def _note_sign(self, message: FromVisit) -> None:
        self.ready = self.ready or isinstance(message, Ready | Shown)
        self._beats = self._beats or isinstance(message, Ready | Heartbeat)
        self.shown = self.shown or isinstance(message, Shown)
        self.finished = self.finished or isinstance(message, Finished)
        # A spare that was called must show itself in time, however well its heart beats.
        if not self._closing and (self.shown or not self.called):
            self._allow(self._patience.beat if self._beats else self._patience.start)

    def _allow(self, time_left: timedelta) -> None:
        self._deadline = time.monotonic() + time_left.total_seconds()

    def how_it_exited(self) -> Ending | None:
        """Once ``exit`` is readable; None as long as it lives."""
        # WNOWAIT: while the leader is not reaped, nobody else can be given the number of its group.
        result = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
        if result is None:
            return None
        if self.finished:
            return Ending.POLITE
        if result.si_code != os.CLD_EXITED:
            return Ending.KILLED
        return Ending.POLITE if result.si_status == os.EX_OK else Ending.CRASHED

    def end(self, kept: Collection[int]) -> int:
        """Kill it with everything it started; ``kept`` as :func:`end_all` has it.

        Returns how many segments of shared memory it left, which are removed.
        """
        pids = self.pids
        end_all(self._process, set(kept) - pids)
        for beside in self._beside.values():
            beside.reap()
        self._ours.close()
        return remove_segments(pids)


def _pipe(read: ExitStack, write: ExitStack) -> tuple[int, int]:
    """Each of its ends is closed with one of them."""
    ends = os.pipe()
    read.callback(os.close, ends[0])
    write.callback(os.close, ends[1])
    return ends
