"""A voice with a speaker of its own, and ears that keep what they heard."""

import socket
import threading
from collections.abc import Iterator

import pytest

from kiosk.speech.starting import own_speaker
from kiosk.speech.voice import Voice


class Ears:
    """A player that plays nothing: sound comes as fast as it is made."""

    def __init__(self) -> None:
        self.heard = bytearray()

    def play(self, samples: bytes, gain: float, stop: threading.Event) -> None:
        if not stop.is_set():
            self.heard += samples

    def finish(self, stop: threading.Event) -> None:
        """It was heard already."""


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def speaker_pid(speaker: tuple[socket.socket, int]) -> int:
    return speaker[1]


@pytest.fixture
def speaker_line(speaker: tuple[socket.socket, int]) -> socket.socket:
    """Our end."""
    return speaker[0]


@pytest.fixture
def speaker() -> Iterator[tuple[socket.socket, int]]:
    """A line to a real speaker, which leaves when it is hung up, and its process."""
    with own_speaker() as (line, process):
        yield line, process.pid
    assert process.returncode == 0


@pytest.fixture
def voice(speaker_line: socket.socket) -> Iterator[Voice]:
    voice = Voice(speaker_line)
    yield voice
    voice.close()
