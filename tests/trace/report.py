"""What was searched, how much of it there was, and what was found: by kind of place."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.trace.canaries import Canary
from tests.trace.places import Found
from tests.trace.search import search

KINDS: Final = {
    "files": "every file on every disk that was written since the kiosk was started, found by listing",
    "names of files": "the path of everything that was made or changed since then, also of folders, links and pipes; "
    "what a link points to; extended attributes",
    "room": "the folder in which the rooms of visits are made",
    "journal and log": "the journal with its own files beside it, and all that the kiosk printed",
    "printer": "all in its folder but the paper in the tray: its spool, its log, and what it keeps of its own",
    "jobs": "all that the printer tells anybody about any job that it knows",
    "shared memory": "System V segments; those of POSIX are files in /dev/shm",
    "memory of the supervisor": "/proc/PID/mem, all that is not merely mapped from a library",
    "memory of the next visit": "the same, of the visit that waited behind the goodbye, of its press, and of "
    "whoever else is below the supervisor",
    "memory of the display server": "the same, with its copies of the windows",
    "memory of the message bus": "the same, of the D-Bus daemon that the kiosk was given, also for assistive tools",
    "open files": "what these processes hold open: deleted files, memfds, and what waits in their pipes",
    "command lines and environments": "of every process there is",
    "receipt": "the line at the foot of the welcome: every pixel is as it has to be after what was found in the folder "
    "of rooms and at the printer",
    "windows": "their titles and classes, the properties of the root, and who holds a clipboard: nobody may",
}
"""The manifest: what kind of place is searched, and what it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found where; ``how`` as in :class:`tests.trace.canaries.Hit`."""

    what: str
    how: str
    kind: str
    where: str

    def __str__(self) -> str:
        return f"{self.what} as {self.how} in {self.kind}: {self.where}"


@dataclass(slots=True)
class Report:
    """``searched``: bytes by kind of place."""

    searched: Counter[str] = field(default_factory=Counter[str])
    findings: list[Finding] = field(default_factory=list[Finding])

    def look(self, places: Iterable[Found], canaries: Sequence[Canary]) -> None:
        for place in places:
            assert place.kind in KINDS
            self.searched[place.kind] += len(place.data)
            wanted = [canary for canary in canaries if place.kind not in canary.by_design]
            for hit in search(place.data, wanted):
                self.findings.append(Finding(hit.what, hit.how, place.kind, place.where))

    def unsearched(self) -> Sequence[str]:
        """Kinds of places of which nothing was there to look at. There always is: a name, a table, a process."""
        return [kind for kind in KINDS if not self.searched[kind]]

    def told(self) -> str:
        """For a table: hits and bytes by kind of place."""
        hits = Counter(finding.kind for finding in self.findings)
        return json.dumps({kind: (hits[kind], self.searched[kind]) for kind in KINDS})


def read_told(told: str) -> Mapping[str, tuple[int, int]]:
    """What :meth:`Report.told` wrote."""
    return {kind: (hits, size) for kind, (hits, size) in json.loads(told).items()}
