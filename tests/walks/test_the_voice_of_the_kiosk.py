"""The whole kiosk by ear: from a key that can be felt to sound on headphones, from behind all the fences."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.station.beside import STARTS, VOICE
from tests.bench.glass import Glass
from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display
from tests.journeys.story import World
from tests.station.unit_file import UNIT
from tests.trace.headphones import F1, SOUND, Headphones, command_of, is_speaker, is_voice
from tests.trace.kiosk import PATIENCE_S, Kiosk
from tests.walks.conftest import message_bus

LIMITS = {"goodbye": "3 s", "leave": "3 s"}
ESCAPE = 0xFF1B  # XK_Escape in keysymdef.h


class Listener:
    """At the whole kiosk, with a keyboard and headphones. ``callers``: of a bus for assistive tools."""

    def __init__(self, kiosk: Kiosk, display: Display, callers: Callable[[], int]) -> None:
        self.kiosk = kiosk
        self.glass = Glass(display)
        self.callers = callers
        (room,) = kiosk.rooms.iterdir()
        self.heard = Headphones(room).heard

    def presses(self, keysym: int) -> None:
        self.glass.display.strike(keysym)

    def speakers(self) -> list[int]:
        """The program that a speaker is about to start is still the speaker itself."""
        return [pid for pid in self.voices() if is_speaker(pid)][:1]

    def voices(self) -> list[int]:
        return [pid for pid in self.kiosk.processes() if is_voice(pid)]

    def until_another_speaks(self, before: int) -> None:
        _until(lambda: bool(self.speakers()) and self.speakers() != [before])
        heard = self.heard()
        _until(lambda: self.heard() > heard + 1)


@pytest.fixture
def listener(world: World, tmp_path: Path) -> Iterator[Listener]:
    with (
        virtual_display() as screen,
        message_bus() as (address, bus),
        closing(Display(screen.display)) as display,
    ):
        environment = {
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "AT_SPI_BUS_ADDRESS": address,
            "DBUS_SESSION_BUS_ADDRESS": address,
        }
        tell = ["xprop", "-display", screen.display, "-root", "-f", "AT_SPI_BUS", "8s", "-set", "AT_SPI_BUS"]
        subprocess.run([*tell, address], check=True)
        quiet = _open_files(bus)
        kiosk = Kiosk(world, tmp_path, environment, LIMITS, more=SOUND)
        try:
            kiosk.until_noted("visit_shown")
            yield Listener(kiosk, display, lambda: _open_files(bus) - quiet)
        finally:
            kiosk.end()


def test_one_key_starts_the_voice_and_the_end_of_the_visit_ends_it(listener: Listener) -> None:
    assert listener.speakers() == []
    listener.presses(F1)
    _until(lambda: listener.heard() > 10)
    (speaker,) = listener.speakers()
    first = listener.kiosk.visit_process()
    listener.kiosk.process.terminate()
    listener.kiosk.process.wait(PATIENCE_S)
    assert command_of(speaker) == command_of(first) == []
    assert list(listener.kiosk.rooms.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_speaker_that_fails_in_the_middle_of_a_word_is_followed_by_one_that_begins_the_screen_again(
    listener: Listener, how: int
) -> None:
    listener.presses(F1)
    _until(lambda: listener.heard() > 1)
    visit, (speaker,) = listener.kiosk.visit_process(), listener.speakers()
    os.kill(speaker, how)
    listener.until_another_speaks(speaker)
    assert command_of(speaker) == []
    assert listener.kiosk.visit_process() == visit
    assert "voice_begun_again" in listener.kiosk.notes()
    listener.kiosk.end()
    assert list(listener.kiosk.rooms.iterdir()) == []


def test_a_speaker_that_fails_as_often_as_it_starts_is_told_on_the_glass_and_noted_and_the_visit_goes_on(
    listener: Listener,
) -> None:
    listener.presses(F1)
    visit, view = listener.kiosk.visit_process(), listener.glass.rest(0.5)
    killed: set[int] = set()

    def is_given_up() -> bool:
        for speaker in set(listener.speakers()) - killed:
            os.kill(speaker, signal.SIGKILL)
            killed.add(speaker)
        return ("hindered", "voice_gone") in listener.kiosk.noted()

    _until(is_given_up)
    assert len(killed) == STARTS[VOICE]
    assert listener.kiosk.notes().count("voice_begun_again") == STARTS[VOICE] - 1
    _until(lambda: listener.glass.view() != view)
    assert listener.voices() == []
    # Back to where the citizen was; whoever asks for the voice once more is told once more.
    listener.presses(ESCAPE)
    _until(lambda: listener.glass.view() == view)
    listener.presses(F1)
    _until(lambda: listener.kiosk.noted().count(("hindered", "voice_gone")) == 2)
    assert listener.kiosk.visit_process() == visit


def test_when_the_supervisor_is_gone_nobody_speaks_any_more(listener: Listener) -> None:
    listener.presses(F1)
    _until(lambda: listener.heard() > 1)
    speaking = listener.voices()
    assert len(speaking) > 1
    listener.kiosk.process.kill()
    _until(lambda: not any(map(command_of, speaking)))


def test_inside_the_unit_of_a_machine_it_is_heard_too(listener: Listener, too_new: set[str]) -> None:
    kiosk = listener.kiosk
    kiosk.end()
    kiosk.start(sys.executable, "-m", "tests.fences.confining", str(UNIT))
    kiosk.until_welcome()
    (room,) = kiosk.rooms.iterdir()
    headphones = Headphones(room)
    listener.presses(F1)
    _until(lambda: headphones.heard() > 1)
    assert "fences around the voice" not in kiosk.said() or too_new


def test_nobody_is_told_of_it_on_a_bus_for_assistive_tools(listener: Listener) -> None:
    """The windows of this X server say where one is, as a desktop's do."""
    listener.presses(F1)
    _until(lambda: listener.heard() > 5)
    assert listener.callers() == 0


def test_nobody_who_does_not_ask_hears_anything(listener: Listener) -> None:
    listener.presses(ESCAPE)
    time.sleep(1)
    assert listener.heard() == 0
    assert listener.speakers() == []


def _open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def _until(fact: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.05)
