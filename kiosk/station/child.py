"""The process of one visit, from outside: started, listened to, and gone with everything it started."""

import ctypes
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.station.notes import Ending
from kiosk.station.room import MemoryRoom
from kiosk.station.wire import Close, FromVisit, GarbledError, say, supervisor_ear

_PR_SET_CHILD_SUBREAPER: Final = 36  # linux/prctl.h


@dataclass(frozen=True, slots=True)
class Patience:
    """How long silence may last: from the start to the first message, between messages, from Close to the end."""

    start: timedelta = timedelta(seconds=30)
    beat: timedelta = timedelta(seconds=5)
    close: timedelta = timedelta(seconds=30)


class VisitProcess:
    """A context: whatever happens inside, afterwards the process and its whole group are gone.

    ``command`` gets ``--visit ID --room FOLDER --wire IN,OUT`` added; none of them says anything about a person.
    """

    def __init__(self, command: Sequence[str], visit: str, room: MemoryRoom, patience: Patience) -> None:
        self._others = _children()
        theirs_in, self._to_visit = os.pipe()
        self._from_visit, theirs_out = os.pipe()
        os.set_blocking(self._from_visit, False)
        wire = f"{theirs_in},{theirs_out}"
        self._process = subprocess.Popen(
            [*command, "--visit", visit, "--room", str(room.folder), "--wire", wire],
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs_in, theirs_out),
            start_new_session=True,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._exit = os.pidfd_open(self._process.pid)
        self._ear = supervisor_ear()
        self._patience = patience
        self._deadline = time.monotonic() + patience.start.total_seconds()
        self._closing = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        end_all(self._process, self._others)
        for end in (self._to_visit, self._from_visit, self._exit):
            os.close(end)

    def watch(self, tell: Callable[[FromVisit], None], stop: int) -> Ending:
        """Listen until it ends or must be ended. ``stop``: a file that becomes readable when the machine stops."""
        with selectors.DefaultSelector() as selector:
            for source in (self._exit, self._from_visit, stop):
                selector.register(source, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select(max(0.0, self._deadline - time.monotonic()))}
                if not ready:
                    return Ending.HUNG
                if stop in ready:
                    selector.unregister(stop)
                    self.ask_to_close()
                try:
                    if self._from_visit in ready and not self._listen(tell):
                        selector.unregister(self._from_visit)
                    if self._exit in ready:
                        self._listen_to_the_end(tell)
                        return self._how_it_exited()
                except GarbledError:
                    return Ending.GARBLED

    @property
    def status(self) -> int:
        """The exit status, negative for a signal; known once the context is left."""
        return self._process.returncode

    def ask_to_close(self) -> None:
        """Say once that the visit shall take leave; it has ``patience.close`` for it."""
        self._closing = True
        self._deadline = time.monotonic() + self._patience.close.total_seconds()
        with suppress(BrokenPipeError):
            say(self._to_visit, Close())

    def _listen(self, tell: Callable[[FromVisit], None]) -> bool:
        """Read once what there is; False when the pipe has come to its end."""
        try:
            data = os.read(self._from_visit, 65536)
        except BlockingIOError:
            return True
        for message in self._ear.hear(data):
            self._sign_of_life()
            tell(message)
        return bool(data)

    def _listen_to_the_end(self, tell: Callable[[FromVisit], None]) -> None:
        """What was said before it went. A grandchild may still hold the pipe open, so never wait for its end."""
        with suppress(BlockingIOError):
            while data := os.read(self._from_visit, 65536):
                for message in self._ear.hear(data):
                    tell(message)

    def _sign_of_life(self) -> None:
        if not self._closing:
            self._deadline = time.monotonic() + self._patience.beat.total_seconds()

    def _how_it_exited(self) -> Ending:
        # WNOWAIT: while the leader is not reaped, nobody else can be given the number of its group.
        result = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        if result is None or result.si_code != os.CLD_EXITED:
            return Ending.KILLED
        return Ending.POLITE if result.si_status == os.EX_OK else Ending.CRASHED


def end_all(process: subprocess.Popen[bytes], others: set[int]) -> None:
    """Kill the process, its group and whatever it let loose, and wait until the last one can write no more.

    Orphans become our own children (:func:`adopt_orphans`): whoever is our child and none of ``others``, who were there
    before, comes from the visit, in whatever group or session.
    """
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    while strays := _children() - others:
        for stray in strays:
            os.kill(stray, signal.SIGKILL)
            os.waitpid(stray, 0)


def _children() -> set[int]:
    """Our own children, dead ones that nobody waited for among them (proc(5), children)."""
    lists = Path("/proc/self/task").glob("*/children")
    return {int(number) for children in lists for number in children.read_text().split()}


def adopt_orphans() -> None:
    """Make this process the parent of every orphan below it, so that :func:`end_all` can wait for them."""
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl: PR_SET_CHILD_SUBREAPER")
