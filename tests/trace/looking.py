"""A search of the whole machine, after a visit has ended and the next person is welcomed."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.trace.canaries import Canary, Digits
from tests.trace.handles import handles_of
from tests.trace.kiosk import Kiosk
from tests.trace.places import (
    Found,
    files_below,
    files_written,
    memory_of,
    shared_memory,
    swapped_out,
    words_of_all,
)
from tests.trace.report import Finding, Report
from tests.trace.vera import Vera

_CLIPBOARDS: Final = ("PRIMARY", "SECONDARY", "CLIPBOARD")
_FEW: Final = 6
_JOBS: Final = Path(__file__).with_name("jobs.test")


def look_around(vera: Vera, report: Report) -> None:
    """What others may see while the visit lasts: anybody on the machine or at the printer, who reads journal or log."""
    report.look(words_of_all(), vera.canaries)
    report.look(_windows(vera), vera.canaries)
    report.look(_jobs(vera.world.printer.uri), vera.canaries)
    report.look(_written_by(vera.kiosk), vera.canaries)
    for name in _CLIPBOARDS:
        if vera.glass.display.holder_of(name):
            report.findings.append(Finding("something", "a clipboard", "windows", name))


def look_everywhere(vera: Vera, report: Report) -> None:
    """All but the files of the whole machine, for which :func:`look_at_all_files` takes its time."""
    look_around(vera, report)
    report.look(files_below(vera.kiosk.rooms, "room"), vera.canaries)
    report.look(_in_the_printer(vera.around.printer), vera.canaries)
    report.look(shared_memory(), vera.canaries)
    for pid, kind in _staying(vera):
        report.look(memory_of(pid, kind), vera.canaries)
        report.look(handles_of(pid), vera.canaries)
    assert swapped_out() == "nowhere", "memory may lie on a disk of this machine"


def look_at_all_files(since: float, vera: Vera, report: Report) -> None:
    """Wherever they are, but for the folders of the other side: town, cards, and paper in the tray."""
    canaries = [canary for canary in {*vera.before, *vera.canaries} if not _is_anywhere(canary)]
    report.look(files_written(since, vera.around.theirs), canaries)


def _is_anywhere(canary: Canary) -> bool:
    """Six digits stand in some file of a machine by chance. What the kiosk itself writes is searched for them too."""
    return isinstance(canary, Digits) and len(canary.text) <= _FEW


def _staying(vera: Vera) -> Iterator[tuple[int, str]]:
    """The processes that outlive a visit, and what their memory is called."""
    yield vera.around.display_server, "memory of the display server"
    yield vera.around.bus, "memory of the message bus"
    supervisor, *below = vera.kiosk.processes()
    yield supervisor, "memory of the supervisor"
    yield from ((pid, "memory of the next visit") for pid in below)


def _written_by(kiosk: Kiosk) -> Iterator[Found]:
    for file in (kiosk.log, kiosk.complaints, *kiosk.folder.glob(f"{kiosk.journal.name}*")):
        yield Found("journal and log", str(file), file.read_bytes())


def _in_the_printer(folder: Path) -> Iterator[Found]:
    for path in folder.iterdir():
        if path != folder / "out":
            yield from files_below(path, "printer")


def _jobs(uri: str) -> Iterator[Found]:
    """Everything that the printer tells anybody about any job (RFC 8011, 4.2.6)."""
    yield _said("jobs", ["ipptool", "-tv", uri, str(_JOBS)])


def _windows(vera: Vera) -> Iterator[Found]:
    for command in (["xwininfo", "-root", "-tree"], ["xprop", "-root"]):
        yield _said("windows", command, DISPLAY=vera.around.display)


def _said(kind: str, command: list[str], **environment: str) -> Found:
    told = subprocess.run(command, capture_output=True, timeout=30, check=True, env=os.environ | environment)
    return Found(kind, command[0], told.stdout)
