"""One press: a child process, and the only way to talk to it."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from kiosk.letters.wire import (
    Answer,
    Crashed,
    Drawn,
    Opened,
    Ready,
    Refused,
    Request,
    TornError,
    receive_answer,
    send,
)
from kiosk.visit.trouble import Trouble, TroubleError

_SECONDS_TO_START, _SECONDS_TO_DIE = 30.0, 1.0
_BROKEN_BY = (-signal.SIGSEGV, -signal.SIGBUS)
_MAY_BE_SAID = (
    Trouble.LETTER_EMPTY,
    Trouble.LETTER_TOO_LARGE,
    Trouble.LETTER_UNSHOWABLE,
    Trouble.LETTER_LOCKED,
    Trouble.LETTER_BROKEN,
    Trouble.LETTER_TOO_HARD,
)
_ROOT = Path(__file__).parents[2]

A = TypeVar("A", Opened, Drawn)


class PressProcess:
    """Started and getting ready. Whoever starts it must outlive it: it dies with the thread that did."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-B", "-m", "kiosk.letters.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "LC_ALL": "C.UTF-8"},
            cwd=_ROOT,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._turn = threading.Lock()
        self._missing: tuple[str, ...] | None = None

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def ready(self) -> tuple[str, ...]:
        """Wait until it is; what its cage lacks. Raises RuntimeError if it cannot start: a fault of the machine."""
        with self._turn:
            if self._missing is None:
                self._missing = self._started()
        return self._missing

    def ask(self, request: Request, kind: type[A], seconds: float) -> A:
        """Send and wait. After any end but an answer of the right kind the child is dead. Raises the B troubles."""
        try:
            with self._turn:
                answer = self._answer(request, seconds)
        except (OSError, ValueError, TornError) as cause:
            raise TroubleError(self._cause_of_death()) from cause
        if isinstance(answer, Refused):
            raise TroubleError(_named(answer.trouble))
        if isinstance(answer, Crashed):
            _print_crash(answer)
        if not isinstance(answer, kind):
            self.kill()
            raise TroubleError(Trouble.LETTER_BROKEN)
        return answer

    def kill(self) -> None:
        """End it and all that it may have started, at once, also while another thread waits for its answer."""
        self._end()
        with self._turn:
            for stream in (self._in, self._out):
                _close(stream)

    def _started(self) -> tuple[str, ...]:
        try:
            answer = self._within(_SECONDS_TO_START, lambda: receive_answer(self._out))
        except TornError as cause:
            raise RuntimeError("the press does not start") from cause
        if isinstance(answer, Crashed):
            _print_crash(answer)
        if not isinstance(answer, Ready):
            raise RuntimeError("the press does not start")
        return answer.missing

    def _answer(self, request: Request, seconds: float) -> Answer:
        def exchange() -> Answer:
            send(self._in, request)
            return receive_answer(self._out)

        return self._within(seconds, exchange)

    def _within(self, seconds: float, act: Callable[[], Answer]) -> Answer:
        # Killing is the one thing that ends a blocked read and a blocked write alike.
        alarm = threading.Timer(seconds, self._end)
        alarm.start()
        try:
            return act()
        finally:
            alarm.cancel()

    def _cause_of_death(self) -> Trouble:
        """Out of time, of memory (the parsers abort then) or killed: too hard. A wild pointer: the file is broken."""
        # The pipe closes a moment before the child is dead; what it died of is known only then.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS_TO_DIE)
        self.kill()
        return Trouble.LETTER_BROKEN if self._process.returncode in _BROKEN_BY else Trouble.LETTER_TOO_HARD

    def _end(self) -> None:
        # The alarm and the one who closes may both come to end it: the second finds nobody.
        with contextlib.suppress(ProcessLookupError):
            if self.alive():
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _close(stream: IO[bytes]) -> None:
    # What was not sent yet has nobody to go to.
    with contextlib.suppress(OSError):
        stream.close()


def _print_crash(answer: Crashed) -> None:
    print("In the press:", answer.kind, *answer.frames, sep="\n  ", file=sys.stderr)


def _named(name: str) -> Trouble:
    trouble = Trouble.__members__.get(name)
    return trouble if trouble in _MAY_BE_SAID else Trouble.LETTER_BROKEN
