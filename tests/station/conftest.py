"""Visits that misbehave: real child processes, each a few lines of Python."""

import sys
import textwrap
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.station.child import Patience
from kiosk.station.journal import Journal
from kiosk.station.supervisor import Supervisor

ROOT = Path(__file__).parents[2]

PRELUDE = """
import os, signal, sys, time
from pathlib import Path
from kiosk.station.wire import Close, Heartbeat, NoteTaken, Shown, StopAsked, VisitWire
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
room, wire = Path(given["--room"]), VisitWire(given["--wire"])
wire.say(Shown())

def shout(rubbish):
    os.write(int(given["--wire"].split(",")[1]), rubbish + b"\\n")
"""

MakeSupervisor = Callable[..., Supervisor]


@pytest.fixture
def supervise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeSupervisor:
    """A supervisor for visits that do what the given Python text says."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    rooms = tmp_path / "rooms"
    rooms.mkdir()

    def make(visit: str, **given: object) -> Supervisor:
        script = tmp_path / "visit.py"
        script.write_text(PRELUDE + textwrap.dedent(visit))
        ours = {
            "clear_printer": lambda: 0,
            "patience": Patience(timedelta(seconds=20), timedelta(seconds=1), timedelta(seconds=2)),
        }
        return Supervisor([sys.executable, str(script)], rooms, Journal(None, b"k" * 32), **(ours | given))

    return make


@pytest.fixture
def written() -> Callable[[Supervisor], list[str]]:
    """What stands in the journal, each row as its words."""

    def read(supervisor: Supervisor) -> list[str]:
        rows = supervisor.journal.lines()
        return [
            " ".join(str(part) for part in (row.what, row.detail, row.trouble, row.count) if part is not None)
            for row in rows
        ]

    return read
