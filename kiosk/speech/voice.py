"""The visit's end of its speaker: says one text at a time, each where it may be heard."""

import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Protocol

from kiosk.speech.espeak import PACES, VOICES
from kiosk.speech.wire import LARGEST_CHUNK, LARGEST_TEXT, Hush, News, Sound, Speak, news, said

_LARGEST_NEWS: Final = LARGEST_CHUNK + 1024
PATIENCE_S: Final = 10.0
"""A speaker that starts cold sends its first sound within a quarter of a second, where nothing else is to be done. One
that has gone hangs up, and is not waited for.
"""

_LOOKS_EVERY_S: Final = 1.0


class Player(Protocol):
    """Where sound goes: 16 bits, one channel, little-endian. Only the voice's own thread calls it."""

    def play(self, samples: bytes, gain: float, stop: threading.Event) -> None:
        """Returns when all of it is on its way, or ``stop`` is set."""
        ...

    def finish(self, stop: threading.Event) -> None:
        """Returns when the last of it was heard, or ``stop`` is set."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """``text`` in one of the languages of :data:`kiosk.speech.espeak.VOICES`, for the ears at ``player``.

    ``pace`` is a place in :data:`kiosk.speech.espeak.PACES`; ``gain`` is the factor for the amplitude.
    """

    text: str = field(repr=False)
    language: str
    pace: int
    player: Player
    gain: float = 1.0


class _Saying:
    """Words on their way to the ear."""

    def __init__(self, number: int, words: Words, done: Callable[[bool], None]) -> None:
        self.number = number
        self.words = words
        self.done = done
        self.stop = threading.Event()


class Voice:
    """``line`` is the end of a ``SOCK_SEQPACKET`` pair whose other end a speaker has; ``close`` hangs up.

    Any thread may speak and hush. Without a speaker, or without sound, nothing is heard and every text is over at once.
    ``ended`` is called once, on the voice's own thread, when the speaker has gone or has not answered for
    ``patience_s``: whether something was not said to its end for that.
    """

    def __init__(
        self,
        line: socket.socket,
        ended: Callable[[bool], None] = lambda _: None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._line = line
        self._ended = ended
        self._patience_s = patience_s
        self._turn = threading.Lock()
        self._present: _Saying | None = None
        self._last = self._answered = 0
        self._since = 0.0
        self._unsaid = self._closed = False
        threading.Thread(target=self._listen, daemon=True).start()

    def say(self, words: Words, done: Callable[[bool], None] = lambda _: None) -> None:
        """Say it instead of whatever is being said; what does not fit into one order is left out.

        ``done`` is called once, on some thread: whether it was heard to its end.
        """
        with self._turn:
            before = self._silence()
            number = self._count()
            self._present = _Saying(number, words, done)
            lost = not self._order(_speak(number, words))
            self._unsaid = lost
        _tell(before, heard=False)
        if lost:
            self._finish(number, heard=False)

    def hush(self) -> None:
        """Say no more; nothing is heard after a fiftieth of a second."""
        with self._turn:
            before = self._silence()
            self._unsaid = False
            if before is not None:
                self._order(said(Hush(self._count())))
        _tell(before, heard=False)

    def close(self) -> None:
        """Say no more, ever: the speaker leaves, and nobody is called for that."""
        self._closed = True
        self.hush()
        self._hang_up()

    def _hang_up(self) -> None:
        with suppress(OSError):
            # Where the speaker has left before, the line is closed.
            self._line.shutdown(socket.SHUT_RDWR)

    def _count(self) -> int:
        """The number of the next order."""
        if not self._waits():
            self._since = time.monotonic()
        self._last += 1
        return self._last

    def _waits(self) -> bool:
        """The speaker owes an answer, or more sound."""
        return self._answered < self._last or self._present is not None

    def _silence(self) -> _Saying | None:
        before, self._present = self._present, None
        if before is not None:
            before.stop.set()
        return before

    def _order(self, datagram: bytes) -> bool:
        """Never waits: a speaker that hangs must not hold whoever paints the glass."""
        try:
            self._line.send(datagram, socket.MSG_DONTWAIT)
        except OSError:
            return False
        return True

    def _listen(self) -> None:
        """On the voice's own thread: what does not belong to the present words any more is passed over."""
        with self._line:
            while datagram := self._hear():
                message = news.decode(datagram)
                self._take(message)
                with self._turn:
                    self._answered, self._since = message.number, time.monotonic()
            self._hang_up()
        with self._turn:
            unsaid = self._unsaid or self._present is not None
        self.hush()
        if not self._closed:
            self._ended(unsaid)

    def _hear(self) -> bytes:
        """Nothing, if nothing comes any more."""
        try:
            while not select.select([self._line], [], [], _LOOKS_EVERY_S)[0]:
                if self._hangs():
                    return b""
            return self._line.recv(_LARGEST_NEWS)
        except (OSError, ValueError):
            # Whoever hangs up may do so while we wait.
            return b""

    def _hangs(self) -> bool:
        with self._turn:
            return self._waits() and time.monotonic() - self._since > self._patience_s

    def _take(self, message: News) -> None:
        with self._turn:
            saying = self._present
        if saying is None or saying.number != message.number:
            return
        if isinstance(message, Sound):
            saying.words.player.play(message.samples, saying.words.gain, saying.stop)
            return
        saying.words.player.finish(saying.stop)
        self._finish(message.number, heard=message.well)

    def _finish(self, number: int, *, heard: bool) -> None:
        with self._turn:
            over = self._present if self._present and self._present.number == number else None
            if over is not None:
                self._present = None
        _tell(over, heard=heard)


def _speak(number: int, words: Words) -> bytes:
    pace = PACES[words.pace]
    text = words.text.encode()[:LARGEST_TEXT].decode(errors="ignore")
    return said(Speak(number, VOICES[words.language], pace.speed, pace.gap, text))


def _tell(saying: _Saying | None, *, heard: bool) -> None:
    if saying is not None:
        saying.done(heard)
