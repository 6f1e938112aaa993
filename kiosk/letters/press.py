"""The press: each file of a letter is opened in a process of its own, and this is the side that trusts nothing."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO, Self, TypeVar

from kiosk.letters.wire import (
    LARGEST_FILE,
    MOST_PAGES,
    MOST_PIXELS,
    Answer,
    Crashed,
    Draw,
    Drawn,
    Open,
    Opened,
    Ready,
    Refused,
    Request,
    TornError,
    receive_answer,
    send,
)
from kiosk.visit.paper import Picture, Pressed
from kiosk.visit.post import FileRef
from kiosk.visit.trouble import Trouble, TroubleError

SECONDS_A_REQUEST = 6.0
"""By the clock on the wall, for a file or for a page; the child's own limit of processor time is a little lower."""

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

A = TypeVar("A", Ready, Opened, Drawn)


class ChildPress:
    """A :class:`kiosk.visit.ports.Press`: one child for each file, and a warm one waiting for the next.

    ``first_width`` is the width in pixels of the first page's picture. Use it as a context manager: at its end no
    child is left. ``missing()`` names the protections that this machine does not have.
    """

    def __init__(self, first_width: int = 1000, seconds_a_request: float = SECONDS_A_REQUEST) -> None:
        self._first_width = first_width
        self._seconds = seconds_a_request
        # Linux ends a child with the *thread* that started it (PR_SET_PDEATHSIG), so one thread starts them all.
        self._starter = ThreadPoolExecutor(1, "press")
        self._turn = threading.Lock()
        self._spare = self._starter.submit(_Child)
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._starter.submit(_Child.kill, self._spare.result()).result()
        self._starter.shutdown()

    def missing(self) -> tuple[str, ...]:
        """What the cage lacks here; waits until a child is ready."""
        return self._spare.result().ready()

    def open(self, content: bytes, file: FileRef) -> Pressed:
        """The file as safe pages, with a picture of the first. ``file.encoding_format`` is only a claim.

        Raises LETTER_EMPTY, LETTER_TOO_LARGE, LETTER_UNSHOWABLE, LETTER_LOCKED, LETTER_BROKEN or LETTER_TOO_HARD.
        """
        self.close()
        if len(content) > LARGEST_FILE:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        child = self._take_spare()
        try:
            request = Open(content, file.encoding_format, file.language, self._first_width)
            return _pressed(child.ask(request, Opened, self._seconds), self._first_width)
        finally:
            # Only now: a child that gets ready takes the processor from the letter somebody waits for.
            self._renew_spare()

    def draw(self, page: int, width: int) -> Picture:
        """Page ``page`` (from 1), ``width`` pixels wide, less if it is very tall. Raises LETTER_TOO_HARD, _BROKEN."""
        child = self._child
        if child is None:
            raise TroubleError(Trouble.LETTER_TOO_HARD)
        return _picture(child.ask(Draw(page, width), Drawn, self._seconds), page, width)

    def close(self) -> None:
        """Kill the child that holds the letter."""
        with self._turn:
            child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _take_spare(self) -> "_Child":
        child = self._spare.result()
        if not child.alive():
            child.kill()
            child = self._starter.submit(_Child).result()
        child.ready()
        with self._turn:
            self._child = child
        return child

    def _renew_spare(self) -> None:
        self._spare: Future[_Child] = self._starter.submit(_Child)


class _Child:
    """A child process and the way to talk to it."""

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


def _pressed(answer: Opened, width: int) -> Pressed:
    if not 1 <= answer.pages <= MOST_PAGES or not answer.pdf.startswith(b"%PDF-"):
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Pressed(answer.pdf, answer.pages, answer.text, _picture(answer.first, 1, width))


def _picture(answer: Drawn, page: int, width: int) -> Picture:
    """Checked, because whoever draws a picture on the glass believes its sizes."""
    pixels = answer.width * answer.height
    right = answer.page == page and 0 < answer.width <= width and 0 < pixels <= MOST_PIXELS
    if not right or len(answer.rgb) != pixels * 3:
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Picture(page, answer.width, answer.height, answer.rgb)
