"""The speaker of one visit: takes texts, sends sound, has one eSpeak at a time, and nothing else of the machine.

``python -m kiosk.speech.speaker --line FD``, where FD is one end of a ``SOCK_SEQPACKET`` pair, see
:mod:`kiosk.speech.wire`. It has one thread, and leaves when the line is hung up or when the thread that started it ends
(``PR_SET_PDEATHSIG``, prctl(2)).
"""

import os
import select
import socket
import subprocess
import sys
from contextlib import suppress
from typing import IO, Final

from kiosk.fences.fence import told
from kiosk.fences.hidden import HiddenProgram
from kiosk.fences.speaker import NEEDED
from kiosk.speech import cage
from kiosk.speech.espeak import HEADER, PROGRAM, Pace, command, plain
from kiosk.speech.wire import LARGEST_CHUNK, LARGEST_TEXT, Sound, Speak, Spoken, orders, said

_LARGEST_ORDER: Final = LARGEST_TEXT + 1024


class Mouth:
    """One text being turned into sound."""

    def __init__(self, order: Speak, program: HiddenProgram) -> None:
        self.number = order.number
        self._process = subprocess.Popen(
            command(order.voice, Pace(order.speed, order.gap)),
            executable=program.file,
            pass_fds=program.files,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
        )
        self._header = HEADER
        self.sounded = False
        self._feed(plain(order.text))

    @property
    def sound(self) -> IO[bytes]:
        """To wait on, and to read from without waiting once it is readable."""
        assert self._process.stdout is not None
        return self._process.stdout

    def next(self) -> Sound | Spoken:
        """What has come, waiting for it; the end when nothing more comes."""
        chunk = os.read(self.sound.fileno(), LARGEST_CHUNK)
        if not chunk:
            return Spoken(self.number, self._ended())
        cut = min(self._header, len(chunk))
        self._header -= cut
        self.sounded = self.sounded or len(chunk) > cut
        return Sound(self.number, chunk[cut:])

    def close(self) -> None:
        """Whatever it is saying, it says no more."""
        self._process.kill()
        self._ended()

    def _feed(self, text: str) -> None:
        """All at once: a pipe holds 64 KB, four times the longest text."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError), self._process.stdin as ear:
            ear.write(text.encode())

    def _ended(self) -> bool:
        self.sound.close()
        return self._process.wait() == os.EX_OK


class Speaker:
    """Serves one line until it is hung up. Every order is answered, if only by the end of what it is about."""

    def __init__(self, line: socket.socket, program: HiddenProgram) -> None:
        self._line = line
        self._program = program
        self._mouth: Mouth | None = None

    def serve(self) -> None:
        try:
            # Whoever hangs up may leave sound behind that nobody has taken.
            with suppress(ConnectionError):
                while self._turn():
                    continue
        finally:
            self._hush()

    def _turn(self) -> bool:
        """One thing that has come, an order before sound; False when there is no more use in it."""
        waited = [self._line, *([self._mouth.sound] if self._mouth else [])]
        ready, _, _ = select.select(waited, [], [])
        return self._take_order() if self._line in ready else self._send_sound()

    def _take_order(self) -> bool:
        datagram = self._line.recv(_LARGEST_ORDER)
        if not datagram:
            return False
        self._hush()
        order = orders.decode(datagram)
        if isinstance(order, Speak):
            self._mouth = Mouth(order, self._program)
        else:
            self._line.send(said(Spoken(order.number, well=False)))
        return True

    def _send_sound(self) -> bool:
        assert self._mouth is not None
        news = self._mouth.next()
        if isinstance(news, Spoken):
            mouth, self._mouth = self._mouth, None
            if not (news.well or mouth.sounded):
                # Whoever cannot say one sound of it is no speaker.
                return False
        self._line.send(said(news))
        return True

    def _hush(self) -> None:
        mouth, self._mouth = self._mouth, None
        if mouth is not None:
            mouth.close()


def _fence_in(program: HiddenProgram) -> None:
    """What this machine lacks is told; without what is needed nothing is said at all."""
    missing = cage.close(program)
    if missing:
        print(f"fences around the voice: {told(missing)}", file=sys.stderr)
    if NEEDED.intersection(missing):
        sys.exit(os.EX_UNAVAILABLE)


def main() -> None:
    """Serve the line until it is hung up."""
    match sys.argv[1:]:
        case ["--line", number]:
            with socket.socket(fileno=int(number)) as line:
                program = HiddenProgram(PROGRAM)
                _fence_in(program)
                Speaker(line, program).serve()
        case _:
            sys.exit("usage: --line FD")


if __name__ == "__main__":
    main()
