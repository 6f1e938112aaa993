"""A search of the whole machine, after a visit has ended and the next person is welcomed."""

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.trace.canaries import Canary
from tests.trace.kiosk import Kiosk, Vera
from tests.trace.places import (
    Found,
    files_below,
    files_written,
    memory_of,
    shared_memory,
    swapped_out,
    words_of_all,
)
from tests.trace.search import search

KINDS: Final = {
    "files": "every file on every disk whose content or name changed since the kiosk was started, found by listing",
    "names of files": "the paths of the same files",
    "room": "the folder in which the rooms of visits are made",
    "journal and log": "the journal with its own files beside it, and all that the kiosk printed",
    "printer": "its spool, its log, and what it tells about its jobs, once the pages were taken out of the tray",
    "shared memory": "System V segments; those of POSIX are files in /dev/shm",
    "memory of the supervisor": "/proc/PID/mem, all that is not merely mapped from a library",
    "memory of the next visit": "the same, of the visit that waited behind the goodbye",
    "memory of the display server": "the same, with its copies of the windows",
    "memory of the message bus": "the same, of the D-Bus daemon that the kiosk was given",
    "command lines and environments": "of every process there is",
    "windows": "their titles and classes, and the properties of the root, the clipboard among them",
}
"""The manifest: what kind of place is searched, and what it is."""


@dataclass(slots=True)
class Report:
    """What was searched and what was found.

    ``searched``: bytes by kind of place; ``hits``: a line each.
    """

    searched: Counter[str] = field(default_factory=Counter[str])
    hits: list[str] = field(default_factory=list[str])

    def look(self, places: Iterable[Found], canaries: Sequence[Canary]) -> None:
        for place in places:
            assert place.kind in KINDS
            self.searched[place.kind] += len(place.data)
            self.hits += [
                f"{hit.what} as {hit.how} in {place.kind}: {place.where}"
                for hit in search(place.data, canaries)
            ]

    def summary(self) -> str:
        """For a table: how much of how many kinds of places."""
        return f"{len(self.searched)} kinds of places, {self.searched.total() >> 20} MB"


def look_around(vera: Vera, report: Report) -> None:
    """What everybody on the machine may see, also while the visit lasts."""
    report.look(words_of_all(), vera.canaries)
    report.look(_windows(vera.kiosk), vera.canaries)
    report.look(_jobs(vera.world.printer.uri), vera.canaries)


def look_everywhere(vera: Vera, report: Report) -> None:
    """All but the files of the whole machine, for which :func:`look_at_all_files` takes its time."""
    look_around(vera, report)
    kiosk, around = vera.kiosk, vera.kiosk.surroundings
    report.look(files_below(kiosk.rooms, "room"), vera.canaries)
    report.look(_written_by(kiosk), vera.canaries)
    report.look(_in_the_printer(around.printer), vera.canaries)
    report.look(shared_memory(), vera.canaries)
    for pid, kind in _memories(kiosk):
        report.look(memory_of(pid, kind), vera.canaries)
    assert swapped_out() == "nowhere", "memory may lie on a disk of this machine"


def look_at_all_files(since: float, leave_out: Path, canaries: Sequence[Canary]) -> Report:
    """Wherever they are, but for the folder in which tests keep the other side: town, cards, and paper in the tray."""
    report = Report()
    report.look(files_written(since, (leave_out,)), canaries)
    return report


Step = Callable[[Vera], None]


def leave_by(way_in: Step, road: Step, vera: Vera) -> Report:
    """A visit that looks for a word, opens a letter and ends on ``road``; then the search, at the next welcome."""
    report = Report()
    _visit(way_in, vera, report)
    before = vera.kiosk.notes().count("printer_cleared")
    road(vera)
    vera.kiosk.until(lambda: vera.kiosk.notes().count("printer_cleared") > before, "the end of the visit")
    _put_in_order(vera)
    look_everywhere(vera, report)
    return report


def _visit(way_in: Step, vera: Vera, report: Report) -> None:
    vera.kiosk.until_noted("visit_shown")
    vera.glass.rest(1.0)
    way_in(vera)
    vera.seeks_in_vain()
    vera.opens_her_letter()
    look_around(vera, report)


def _put_in_order(vera: Vera) -> None:
    """The world around the kiosk, so that the next welcome can be one."""
    vera.world.shelf.remove()
    vera.world.town.client.reset()
    vera.world.printer.mend()
    vera.glass.rest(0.5)


def _memories(kiosk: Kiosk) -> Iterator[tuple[int, str]]:
    around = kiosk.surroundings
    yield around.display_server, "memory of the display server"
    yield around.bus, "memory of the message bus"
    for pid in kiosk.processes():
        yield pid, "memory of the supervisor" if pid == kiosk.process.pid else "memory of the next visit"


def _written_by(kiosk: Kiosk) -> Iterator[Found]:
    for file in kiosk.folder.iterdir():
        if file.is_file() and file.name != "kiosk.toml":
            yield Found("journal and log", str(file), file.read_bytes())


def _in_the_printer(folder: Path) -> Iterator[Found]:
    yield from files_below(folder / "spool", "printer")
    yield Found("printer", "its log", (folder / "log").read_bytes())


def _jobs(uri: str) -> Iterator[Found]:
    """Everything the printer tells anybody about the jobs it has done (RFC 8011, 4.2.6)."""
    command = ["ipptool", "-tv", uri, "get-completed-jobs.test"]
    yield Found(
        "printer", "its jobs", subprocess.run(command, capture_output=True, timeout=30, check=False).stdout
    )


def _windows(kiosk: Kiosk) -> Iterator[Found]:
    for command in (["xwininfo", "-root", "-tree"], ["xprop", "-root"]):
        told = subprocess.run(
            command,
            capture_output=True,
            timeout=30,
            check=True,
            env={**os.environ, "DISPLAY": kiosk.surroundings.display},
        ).stdout
        yield Found("windows", command[0], told)
