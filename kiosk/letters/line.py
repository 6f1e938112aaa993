"""The line between a visit and the mother of its presses: few short orders one way, how presses end the other way.

No byte of a letter goes over it. One datagram (``SOCK_SEQPACKET``, unix(7)) is one message in MessagePack. The end of
a press is handed over beside the order to fork it (``SCM_RIGHTS``).
"""

import enum
import select
import socket
import threading
import time
from collections.abc import Callable
from typing import TypeVar

import msgspec

from kiosk.letters.wire import Crashed, Message

T = TypeVar("T")

LONGEST = 1 << 16
"""Bytes of one message."""


class Seat(enum.Enum):
    """What a press is for: the letter that somebody reads, or a paper of ours that is set beside it."""

    LETTER = "letter"
    PAPER = "paper"


class Warm(Message, frozen=True):
    """Get ready for letters."""


class Fork(Message, frozen=True):
    """Make press ``number``; it answers over the socket that comes with this. Whoever has the seat ends."""

    number: int
    seat: Seat = Seat.LETTER


class End(Message, frozen=True):
    """Kill press ``number``, whatever it is doing. One that has ended already is no fault."""

    number: int


class Ready(Message, frozen=True):
    """Everything is read from the disk and the cage is closed, but for what this machine cannot do."""

    missing: tuple[str, ...]


class Ended(Message, frozen=True):
    """Press ``number`` is no more. ``code`` is its exit status, or minus the number of the signal it died of."""

    number: int
    code: int


Order = Warm | Fork | End
News = Ready | Ended | Crashed

_orders = msgspec.msgpack.Decoder(Order)
_news = msgspec.msgpack.Decoder(News)


class LineLostError(Exception):
    """The mother is gone, or says nothing."""


def said(message: Order | News) -> bytes:
    """A message as one datagram."""
    return msgspec.msgpack.encode(message)


def order_of(datagram: bytes) -> Order:
    """What the visit wants."""
    return _orders.decode(datagram)


class Line:
    """The visit's end. Any thread may give orders and wait; whoever waits reads for all."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._reading = threading.Lock()
        self._counting = threading.Lock()
        self._forked = 0
        self._warmed = False
        self._ready: Ready | Crashed | None = None
        self._codes: dict[int, int] = {}

    def warm(self) -> None:
        """Have the mother get ready; returns at once. Raises LineLostError."""
        with self._counting:
            warmed, self._warmed = self._warmed, True
        if not warmed:
            self._order(Warm())

    def ready(self, seconds: float) -> Ready | Crashed:
        """Wait until the mother is. Raises LineLostError."""
        self.warm()
        return self._hear(lambda: self._ready, seconds)

    def fork(self, seat: Seat) -> tuple[int, socket.socket]:
        """A new press: its number, and the socket to talk to it. Raises LineLostError."""
        with self._counting:
            self._forked += 1
            number = self._forked
        ours, theirs = socket.socketpair()
        try:
            self._order(Fork(number, seat), theirs)
        except LineLostError:
            ours.close()
            raise
        finally:
            theirs.close()
        return number, ours

    def end(self, number: int) -> None:
        """Have a press killed; returns at once. Raises LineLostError."""
        self._order(End(number))

    def code(self, number: int, seconds: float) -> int:
        """How press ``number`` ended, see :class:`Ended`. Raises LineLostError if it does not within ``seconds``."""
        return self._hear(lambda: self._codes.get(number), seconds)

    def close(self) -> None:
        """Hang up: the mother and her press end."""
        self._end.close()

    def _order(self, order: Order, *given: socket.socket) -> None:
        try:
            socket.send_fds(self._end, [said(order)], [each.fileno() for each in given])
        except OSError as cause:
            raise LineLostError from cause

    def _hear(self, known: Callable[[], T | None], seconds: float) -> T:
        until = time.monotonic() + seconds
        while (fact := known()) is None:
            left = until - time.monotonic()
            if left <= 0 or not self._reading.acquire(timeout=left):
                raise LineLostError
            try:
                if known() is None:
                    self._read(until - time.monotonic())
            finally:
                self._reading.release()
        return fact

    def _read(self, seconds: float) -> None:
        try:
            datagram = self._received(seconds)
            news = _news.decode(datagram)
        except (OSError, msgspec.DecodeError) as cause:
            raise LineLostError from cause
        match news:
            case Ended(number, code):
                self._codes[number] = code
            case _:
                self._ready = news

    def _received(self, seconds: float) -> bytes:
        """Not by a time limit of the socket: that one would be a limit of the orders too."""
        poll = select.poll()
        poll.register(self._end, select.POLLIN)
        return self._end.recv(LONGEST) if poll.poll(max(seconds, 0) * 1000) else b""
