"""The whole kiosk by ear: from a key that can be felt to sound on headphones, from behind all the fences."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display
from tests.journeys.story import World
from tests.trace.kiosk import PATIENCE_S, Kiosk

LIMITS = {"goodbye": "3 s", "leave": "3 s"}
F1, ESCAPE = 0xFFBE, 0xFF1B  # XK_F1, XK_Escape in keysymdef.h
SECOND = 2 * 22_050
EARS = """
pcm.ears {
    type file
    slave.pcm "null"
    format "raw"
    file { @func concat strings [ { @func getenv vars [ HOME ] default "/" } "/heard" ] }
}
"""
"""Headphones that keep what they play in the room of the visit, where it goes when the visit does."""


class Listener:
    """At the whole kiosk, with a keyboard and these headphones."""

    def __init__(self, kiosk: Kiosk, display: Display) -> None:
        self.kiosk = kiosk
        self._display = display

    def puts_headphones_on(self) -> None:
        (self.room / ".asoundrc").write_text(EARS)

    def presses(self, keysym: int) -> None:
        self._display.strike(keysym)

    @property
    def room(self) -> Path:
        (room,) = self.kiosk.rooms.iterdir()
        return room

    def heard(self) -> float:
        """Seconds of sound so far."""
        file = self.room / "heard"
        return file.stat().st_size / SECOND if file.exists() else 0.0

    def speakers(self) -> list[int]:
        return [pid for pid in self.kiosk.processes() if b"kiosk.speech.speaker" in _command(pid)]


@pytest.fixture
def listener(world: World, tmp_path: Path) -> Iterator[Listener]:
    with virtual_display() as screen, closing(Display(screen.display)) as display:
        environment = {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        sound = "\n[sound]\nheadphones = 'ears'\n"
        kiosk = Kiosk(world, tmp_path, environment, LIMITS, more=sound)
        try:
            kiosk.until_noted("visit_shown")
            yield Listener(kiosk, display)
        finally:
            kiosk.end()


def test_one_key_starts_the_voice_and_the_end_of_the_visit_ends_it(listener: Listener) -> None:
    listener.puts_headphones_on()
    assert listener.speakers() == []
    listener.presses(F1)
    _until(lambda: listener.heard() > 10)
    (speaker,) = listener.speakers()
    first = listener.kiosk.visit_process()
    listener.kiosk.process.terminate()
    listener.kiosk.process.wait(PATIENCE_S)
    assert _command(speaker) == _command(first) == b""
    assert list(listener.kiosk.rooms.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_speaker_that_fails_in_the_middle_of_a_word_harms_nobody(listener: Listener, how: int) -> None:
    listener.puts_headphones_on()
    listener.presses(F1)
    _until(lambda: listener.heard() > 1)
    visit, (speaker,) = listener.kiosk.visit_process(), listener.speakers()
    os.kill(speaker, how)
    # Longer than a visit may be silent towards its supervisor.
    for _ in range(60):
        listener.presses(F1)
        time.sleep(0.1)
    assert listener.kiosk.visit_process() == visit
    listener.kiosk.end()
    assert _command(speaker) == b""
    assert list(listener.kiosk.rooms.iterdir()) == []


def test_nobody_who_does_not_ask_hears_anything(listener: Listener) -> None:
    listener.puts_headphones_on()
    listener.presses(ESCAPE)
    time.sleep(1)
    assert listener.heard() == 0
    assert listener.speakers() == []


def _until(fact: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.05)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
