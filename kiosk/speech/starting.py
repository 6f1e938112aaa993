"""A speaker of one's own, for whoever wants one without a supervisor that starts it."""

import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.speech import SPEAKER
from kiosk.speech.espeak import USUAL
from kiosk.speech.voice import Voice, Words

_ROOT: Final = Path(__file__).parents[2]
_LEAVES_WITHIN_S: Final = 10.0
_SPEAKS_WITHIN_S: Final = 10.0


@contextmanager
def own_speaker() -> Generator[tuple[socket.socket, subprocess.Popen[bytes]]]:
    """Our end of a line to it, and its process, which leaves when the line is hung up."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        end = theirs.fileno()
        command = [sys.executable, *SPEAKER, "--line", str(end)]
        process = subprocess.Popen(command, pass_fds=[end], stdin=subprocess.DEVNULL, cwd=_ROOT)
    try:
        with ours:
            yield ours, process
        process.wait(_LEAVES_WITHIN_S)
    finally:
        process.kill()
        process.wait()


def can_speak() -> bool:
    """Whether a word becomes sound here. Nobody hears it."""
    over: queue.SimpleQueue[bool] = queue.SimpleQueue()
    with own_speaker() as (line, _):
        voice = Voice(line)
        voice.say(Words("1", "da", USUAL, _Nobody()), over.put)
        try:
            return over.get(timeout=_SPEAKS_WITHIN_S)
        except queue.Empty:
            return False
        finally:
            voice.close()


class _Nobody:
    """A player that throws all sound away."""

    def play(self, samples: bytes, gain: float, stop: threading.Event) -> None:
        return

    def finish(self, stop: threading.Event) -> None:
        return
