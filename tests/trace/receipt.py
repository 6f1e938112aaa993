"""What the glass says was left of the last visit, against what a search finds of it in the rooms and at the printer."""

import os
import plistlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from kiosk.station.beside import PRESS, VOICE
from kiosk.station.child import Patience, Program, VisitProcess
from kiosk.station.family import children
from kiosk.station.room import make_room
from kiosk.station.wire import LastVisit
from tests.bench.glass import HEIGHT, WIDTH, Glass
from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display
from tests.trace.kiosk import Kiosk
from tests.trace.report import Finding, Report
from tests.trace.vera import Vera

_DENMARK: Final = ZoneInfo("Europe/Copenhagen")
_ROOT: Final = Path(__file__).parents[2]
_JOBS: Final = Path(__file__).with_name("jobs.test")
_KIND: Final = "receipt"
_FOOT: Final = 900
_OUT_OF_THE_WAY: Final = (40, 400)
_OVER: Final = (7, 8, 9)
"""Cancelled, aborted, completed (RFC 8011, 5.3.7)."""

_WITHIN_S: Final = 10.0
_REST_S: Final = 0.5


def compare_receipt(vera: Vera, report: Report) -> None:
    """The foot of the welcome, pixel by pixel, with that of another visit that is told what was found here."""
    vera.glass.display.point(*_OUT_OF_THE_WAY)
    found = _found(vera)
    with _welcome(vera.kiosk, found) as another:
        wanted = _foot(another)
    report.searched[_KIND] += len(wanted)
    if not vera.kiosk.sees(lambda: _foot(vera.glass) == wanted, _WITHIN_S):
        report.findings.append(Finding(_KIND, "another count", _KIND, f"the foot of the welcome: {found}"))


def _found(vera: Vera) -> LastVisit | None:
    """None since the kiosk was started, until a visit has ended."""
    ended = vera.kiosk.last_end()
    if ended is None:
        return None
    there = ended.astimezone(_DENMARK)
    return LastVisit(there.hour * 60 + there.minute, _pages(vera.world.printer.uri), _files(vera.kiosk))


def _files(kiosk: Kiosk) -> int:
    """Whatever is in the folder of rooms and in no room of a visit that lives."""
    lived_in = [room for pid in kiosk.visits() if (room := _room_of(pid))]
    return sum(not any(path.is_relative_to(room) for room in lived_in) for path in kiosk.rooms.rglob("*"))


def _room_of(visit: int) -> Path | None:
    with suppress(OSError, ValueError):
        words = Path(f"/proc/{visit}/cmdline").read_bytes().split(b"\0")
        return Path(os.fsdecode(words[words.index(b"--room") + 1]))
    return None


def _pages(uri: str) -> int:
    """Of every job that is not over."""
    told = subprocess.run(["ipptool", "-X", uri, _JOBS], capture_output=True, check=True, timeout=30).stdout
    jobs = (job for job in plistlib.loads(told)["Tests"][0]["ResponseAttributes"] if "job-state" in job)
    return sum(max(1, job.get("job-impressions", 1)) for job in jobs if job["job-state"] not in _OVER)


@contextmanager
def _welcome(kiosk: Kiosk, found: LastVisit | None) -> Iterator[Glass]:
    """A visit on a display of its own, told what was found after the one before, if there was any."""
    with (
        virtual_display() as screen,
        closing(Display(screen.display)) as seen,
        tempfile.TemporaryDirectory(prefix="another-visit-") as rooms,
        pytest.MonkeyPatch.context() as environment,
    ):
        for name, value in {**kiosk.environment, "DISPLAY": screen.display}.items():
            environment.setenv(name, value)
        command = [sys.executable, str(_ROOT / "main.py"), "visit", "--settings", str(kiosk.settings)]
        program = Program(command, beside={PRESS: ["false"], VOICE: ["false"]})
        visit = VisitProcess(program, "another", make_room(Path(rooms)), Patience(), called=True)
        try:
            if found:
                visit.tell(found)
            glass = Glass(seen)
            _wait_until_shown(visit)
            glass.rest(_REST_S)
            yield glass
        finally:
            visit.end(children())
            visit.room.remove()


def _wait_until_shown(visit: VisitProcess) -> None:
    until = datetime.now() + timedelta(seconds=40)
    while not visit.shown:
        assert datetime.now() < until, "another visit is not shown"
        list(visit.hear())


def _foot(glass: Glass) -> bytes:
    return glass.display.pixels(0, _FOOT, WIDTH, HEIGHT - _FOOT)
