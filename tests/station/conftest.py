"""Visits that misbehave: real child processes, each a few lines of Python."""

import sys
import textwrap
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.station.child import Patience, Program
from kiosk.station.journal import Journal
from kiosk.station.supervisor import Supervisor
from tests.station.journals import lines

ROOT = Path(__file__).parents[2]

PRELUDE = """
import ctypes, os, signal, sys, time
from pathlib import Path
from kiosk.station.wire import *
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
room, wire = Path(given["--room"]), VisitWire(given["--wire"])
diary = Path({diary!r})
turn = len(diary.read_text().split())
with diary.open("a") as out:
    print(given["--visit"], file=out)
heard = []

def wait_for(kind):
    "The next message of this kind; what comes before and behind it is kept."
    while not any(isinstance(message, kind) for message in heard):
        heard.extend(wire.hear())
    while not isinstance(message := heard.pop(0), kind):
        pass
    return message

def shout(rubbish):
    os.write(int(given["--wire"].split(",")[1]), rubbish + b"\\n")

def share():
    "The number of a new segment of shared memory."
    return str(ctypes.CDLL(None).shmget(0, 4096, 0o1600))

def appear():
    wait_for(Show)
    wire.say(Shown())
    wire.say(Heartbeat())

def part():
    "The polite end: it stays on the glass until it is killed."
    wire.say(Finished())
    beat()

def close_shop():
    wire.say(StopAsked())
    wait_for(Close)
    part()

def beat():
    while True:
        wire.say(Heartbeat())
        time.sleep(0.1)

def main(act):
    try:
        act()
    except EOFError:
        os._exit(0)
"""

QUICK = Patience(
    start=timedelta(seconds=20),
    beat=timedelta(seconds=1),
    close=timedelta(seconds=2),
    show=timedelta(seconds=1),
    printer=timedelta(milliseconds=300),
)
MakeSupervisor = Callable[..., Supervisor]


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Each visit enters its name when it begins."""
    file = tmp_path / "diary"
    file.touch()
    return file


@pytest.fixture
def supervise(tmp_path: Path, diary: Path, monkeypatch: pytest.MonkeyPatch) -> MakeSupervisor:
    """A supervisor. Its first visit does what the given Python text says, the second closes the shop.

    With ``everyone`` every visit does what the text says; ``turn`` counts them from 0. An act begins hidden.
    """
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    rooms = tmp_path / "rooms"
    rooms.mkdir(exist_ok=True)

    def make(
        visit: str,
        *,
        everyone: bool = False,
        mother: str = "",
        speaker: str = "",
        memory: int | None = None,
        program: str = sys.executable,
        press: str = sys.executable,
        voice: str = sys.executable,
        side_by_side: bool = True,
        **given: object,
    ) -> Supervisor:
        act = textwrap.dedent(visit).strip()
        if not everyone:
            last = "appear(); close_shop()"
            act = f"if turn == 0:\n{textwrap.indent(act, '    ')}\nelse:\n    {last}"
        script = tmp_path / "visit.py"
        prelude = PRELUDE.format(diary=str(diary))
        script.write_text(f"{prelude}\ndef act():\n{textwrap.indent(act, '    ')}\nmain(act)\n")
        begun = Program(
            [program, str(script)],
            beside={
                name: [python, "-c", text]
                for name, python, text in (("press", press, mother), ("voice", voice, speaker))
                if text
            },
            memory=memory,
            side_by_side=side_by_side,
        )
        ours = {"journal": Journal(None, b"k" * 32), "clear_printer": lambda: 0, "patience": QUICK}
        return Supervisor(begun, rooms, **(ours | given))

    return make


@pytest.fixture
def written(diary: Path) -> Callable[..., list[str]]:
    """What the journal says about the visit that began as ``number``, or about none; each row as its words."""

    def read(supervisor: Supervisor, number: int | None = 0) -> list[str]:
        name = "" if number is None else diary.read_text().split()[number]
        return [
            " ".join(str(part) for part in (row.what, row.detail, row.trouble, row.count) if part is not None)
            for row in lines(supervisor.journal)
            if row.visit == name
        ]

    return read
