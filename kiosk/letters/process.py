"""One press: a child of the mother, as the visit sees it, and the only way to talk to it."""

import contextlib
import signal
import socket
import sys
import threading
from typing import Self, TypeVar

from kiosk.letters.line import Line, LineLostError, Seat
from kiosk.letters.wire import (
    Answer,
    Body,
    Crashed,
    Drawn,
    Opened,
    Refused,
    Request,
    TornError,
    receive_answer,
    send,
)
from kiosk.visit.trouble import Trouble, TroubleError

_SECONDS_TO_DIE = 1.0
_BROKEN_BY = (-signal.SIGSEGV, -signal.SIGBUS)
_MAY_BE_SAID = (
    Trouble.LETTER_EMPTY,
    Trouble.LETTER_TOO_LARGE,
    Trouble.LETTER_UNSHOWABLE,
    Trouble.LETTER_LOCKED,
    Trouble.LETTER_BROKEN,
    Trouble.LETTER_TOO_HARD,
)

A = TypeVar("A", Opened, Drawn)
_Answered = tuple[Answer, tuple[bytes, ...]]


class PressProcess:
    """Forked for one letter, killed at the end of the context. Raises LineLostError if nobody could fork it."""

    def __init__(self, line: Line, seat: Seat = Seat.LETTER) -> None:
        self._line = line
        self.number, self._socket = line.fork(seat)
        self._stream = self._socket.makefile("rwb")
        self._turn = threading.Lock()
        self._dead = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def alive(self) -> bool:
        """Whether nothing has ended it that is known of here."""
        return not self._dead

    def ask(
        self, request: Request, kind: type[A], seconds: float, *bodies: Body
    ) -> tuple[A, tuple[bytes, ...]]:
        """Send and wait. After any end but an answer of the right kind the child is dead. Raises the B troubles."""
        try:
            with self._turn:
                answer, got = self._answer(request, bodies, seconds)
        except (OSError, ValueError, TornError) as cause:
            raise TroubleError(self._cause_of_death()) from cause
        if isinstance(answer, kind):
            return answer, got
        self.kill()
        if isinstance(answer, Crashed):
            print_crash(answer)
        raise TroubleError(_named(answer.trouble) if isinstance(answer, Refused) else Trouble.LETTER_BROKEN)

    def kill(self) -> None:
        """End it at once, also while another thread waits for its answer; it is dead when this returns."""
        self._end()
        with contextlib.suppress(LineLostError):
            self._line.code(self.number, _SECONDS_TO_DIE)
        with self._turn, contextlib.suppress(OSError):
            # What was not sent yet has nobody to go to.
            self._stream.close()
        self._socket.close()

    def _answer(self, request: Request, bodies: tuple[Body, ...], seconds: float) -> _Answered:
        alarm = threading.Timer(seconds, self._end)
        alarm.start()
        try:
            send(self._stream, request, *bodies)
            return receive_answer(self._stream)
        finally:
            alarm.cancel()

    def _cause_of_death(self) -> Trouble:
        """Out of time, of memory (the parsers abort then) or killed: too hard. A wild pointer: the file is broken."""
        try:
            # The socket closes a moment before the child is dead; what it died of is known only then.
            code = self._line.code(self.number, _SECONDS_TO_DIE)
        except LineLostError:
            code = -signal.SIGKILL
        self.kill()
        return Trouble.LETTER_BROKEN if code in _BROKEN_BY else Trouble.LETTER_TOO_HARD

    def _end(self) -> None:
        # The alarm and the one who closes may both come to end it; without a mother it is dead already.
        self._dead = True
        with contextlib.suppress(LineLostError):
            self._line.end(self.number)
        with contextlib.suppress(OSError):
            # This ends a blocked read and a blocked write alike.
            self._socket.shutdown(socket.SHUT_RDWR)


def print_crash(crash: Crashed) -> None:
    """Tell a fault of ours to whoever reads the log. It says nothing of a letter."""
    print("In the press:", crash.kind, *crash.frames, sep="\n  ", file=sys.stderr)


def _named(name: str) -> Trouble:
    trouble = Trouble.__members__.get(name)
    return trouble if trouble in _MAY_BE_SAID else Trouble.LETTER_BROKEN
