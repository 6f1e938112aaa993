"""What a supervisor holds between two visits, read from outside, and whether it stays the same over many."""

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof, reported
from tests.bench.processes import Tree

_PROC: Final = Path("/proc")
_SHARED_MEMORY: Final = Path("/dev/shm")
_MEMORY: Final = {"Rss", "Pss", "Private_Dirty"}
_GROWTH: Final = 1 << 20
_JOURNAL: Final = "journal.db"
_PASSING: Final = Path("/var/tmp")
_GROWS: Final = (f"{_JOURNAL}*", "kiosk.log", "town", "shelf", "printer")
"""The journal and the log grow by design; the rest is the other side."""


@dataclass(frozen=True, slots=True)
class Sample:
    """After so many ``visits``: ``memory`` in bytes by its name in smaps_rollup, ``counts`` of everything else.

    ``journal`` and ``log`` in bytes: they grow by design, by some rows and lines with every visit.
    """

    visits: int
    memory: Mapping[str, int]
    counts: Mapping[str, int]
    journal: int
    log: int


def sample(visits: int, tree: Tree, folder: Path, rooms: Path) -> Sample:
    """When everything that was begun is done: the first process of the tree is the supervisor."""
    pids = tree.pids()
    supervisor = _PROC / str(pids[0])
    handles = list(_handles(supervisor))
    counts = {
        "open handles": len(handles),
        "sockets": sum(each.startswith("socket:") for each in handles),
        "threads": len(list((supervisor / "task").iterdir())),
        "processes of the kiosk": len(pids),
        "rooms": len(list(rooms.glob("borgerkiosk-room-*"))),
        "files in /dev/shm": sum(1 for _ in _SHARED_MEMORY.rglob("*")),
        "bytes on disk, without journal and log": sum(map(size, _kept(folder))) + size(_PASSING),
    }
    journal = sum(file.stat().st_size for file in folder.glob(f"{_JOURNAL}*"))
    return Sample(visits, _memory(supervisor), counts, journal, (folder / "kiosk.log").stat().st_size)


def _handles(process: Path) -> Iterator[str]:
    for handle in (process / "fd").iterdir():
        with suppress(OSError):
            yield str(handle.readlink())


def _memory(process: Path) -> dict[str, int]:
    """See proc_pid_smaps_rollup in proc(5)."""
    lines = [line.split() for line in (process / "smaps_rollup").read_text().splitlines()[1:]]
    return {name[:-1]: int(kb) * 1024 for name, kb, _ in lines if name[:-1] in _MEMORY}


def _kept(folder: Path) -> Iterator[Path]:
    """Everything the kiosk could have left in its folder."""
    return (entry for entry in folder.iterdir() if not any(entry.match(each) for each in _GROWS))


def size(place: Path) -> int:
    """In bytes, of a file or of all files of a folder."""
    files = place.rglob("*") if place.is_dir() else (place,)
    return sum(file.lstat().st_size for file in files if not file.is_dir())


def proofs(samples: Sequence[Sample]) -> Iterator[Proof]:
    """The first quarter of the samples against the last."""
    for name in sorted(_MEMORY):
        proof = _flat(f"supervisor: {name}", samples, lambda each, name=name: each.memory[name], _GROWTH)
        # It moves with whoever else on the machine runs the same program and shares its pages.
        yield reported(proof.what, proof.figure) if name == "Pss" else proof
    for name in samples[0].counts:
        yield _flat(name, samples, lambda each, name=name: each.counts[name], 0)
    visits = max(1, samples[-1].visits - samples[0].visits)
    for name, of in (("journal, by design", _journal), ("log", _log)):
        grown = of(samples[-1]) - of(samples[0])
        yield reported(f"{name}: bytes a visit", f"{grown / visits:.0f}, {of(samples[-1]):,} in all")


def _flat(what: str, samples: Sequence[Sample], of: Callable[[Sample], int], growth: int) -> Proof:
    """Memory may grow by so many bytes; of what is counted there may not be one more."""
    quarter = max(1, len(samples) // 4)
    average = statistics.mean if growth else statistics.median
    first = average([of(each) for each in samples[:quarter]])
    last = average([of(each) for each in samples[-quarter:]])
    written = _kb if growth else _plain
    figure = f"{written(first)} → {written(last)}, {_slope(samples, of, written)} per 100 visits"
    budget = f"+{_kb(growth)} at most" if growth else "no more"
    return Proof(what, figure, budget, last - first <= growth)


def _slope(samples: Sequence[Sample], of: Callable[[Sample], int], written: Callable[[float], str]) -> str:
    if len(samples) < 2:
        return "?"
    line = statistics.linear_regression([each.visits for each in samples], [of(each) for each in samples])
    slope = line.slope * 100
    return ("+" if slope >= 0 else "-") + written(abs(slope))


def _journal(each: Sample) -> int:
    return each.journal


def _log(each: Sample) -> int:
    return each.log


def _kb(size: float) -> str:
    return f"{size / 1024:,.0f} KB"


def _plain(count: float) -> str:
    return f"{count:,.2f}".rstrip("0").rstrip(".")
