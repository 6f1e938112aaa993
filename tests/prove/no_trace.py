"""What is left of a visit: every road out of it, every place searched, and how many hits."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof
from tests.prove import journal
from tests.prove.suite import Case, Demonstration, Suite, all_green, read_cases
from tests.trace.report import KINDS, read_told
from tests.trace.roads import ROADS
from tests.trace.walking import WALKS, name_of

_ROOT: Final = Path(__file__).parents[2]
_TIMEOUT_S: Final = 2400
_WORKERS: Final = 4
"""More than there are cores: a walk mostly waits."""
_HANDOVERS: Final = 200
_COLD: Final = 10
_FOLDERS: Final = ("tests/walks", "tests/station", "tests/fences", "tests/unit/visit", "tests/journeys")

DEMONSTRATIONS: Final = (
    Demonstration("the whole kiosk, in its own processes", "tests/walks/test_the_whole_kiosk"),
    Demonstration("from card to paper inside the fences", "tests/walks/test_from_card_to_paper_inside"),
    Demonstration("a planted leak is found, one of each kind", "tests/walks/test_a_planted_leak"),
    Demonstration("any sequence of events ends, and nothing personal is left", "tests/unit/visit/test_any"),
    Demonstration(
        "a changed, missing or swapped row of 100,000 is named", "tests/station/test_reading_the_journal"
    ),
    Demonstration("visit, press and voice have less than a user's rights", "tests/fences"),
    Demonstration("nobody looks into what speaks", "tests/fences/test_nobody_looks_into_what_speaks"),
    Demonstration("the voice of the kiosk comes, comes back, and goes", "tests/walks/test_the_voice_of"),
    Demonstration(
        "a voice is given to whoever asks for it, a few times", "tests/station/test_the_voice_is_asked"
    ),
    Demonstration("every end takes the same road", "tests/station/test_every_visit"),
    Demonstration(
        "three crashes, and the machine says that it is out of order", "tests/station/test_out_of_order"
    ),
    Demonstration(
        "nothing personal is noted, logged or told", "tests/journeys/test_nothing_personal_is_told"
    ),
    Demonstration("a cover, and the way back", "tests/journeys/test_stepping_away"),
    Demonstration("one person at one machine", "tests/journeys/test_one_machine_at_a_time"),
)


def proofs(*, quick: bool) -> Iterator[Proof]:
    """``quick``: without the long journal, and without the hand-overs, which take minutes and a quiet machine."""
    suite = _run()
    yield all_green(suite)
    yield from places_of_roads(suite)
    for demonstration in DEMONSTRATIONS:
        yield demonstration.judge(suite)
    if not quick:
        yield from journal.proofs()
        yield from _handovers()


def _handovers() -> Iterator[Proof]:
    # They need an X server, which a quick proof does without.
    from tests.bench.handover import measure, proofs

    yield from proofs(measure(_HANDOVERS, _COLD))


@dataclass(frozen=True, slots=True)
class _Walked:
    """One test's word of one road: after which ways in, and by kind of place hits and bytes searched."""

    road: str
    ways: Sequence[str]
    told: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, case: Case) -> "_Walked":
        ways = case.told.get("ways", "").split(", ")
        return cls(case.told.get("road", ""), ways, dict(read_told(case.told.get("told", "{}"))))


def places_of_roads(suite: Suite) -> Iterator[Proof]:
    """A line for each road and each kind of place, also for those that nobody walked or searched."""
    walked = [_Walked.of(case) for case in suite.cases if case.name.startswith("test_nothing_is_left")]
    for road in map(name_of, ROADS):
        of_road = [walk for walk in walked if walk.road == road]
        for kind in KINDS:
            yield _place(road, kind, of_road)


def _place(road: str, kind: str, walked: Sequence[_Walked]) -> Proof:
    wanted = {name_of(way) for walk in WALKS if name_of(walk.road) == road for way in walk.ways}
    ways = [way for walk in walked if walk.told.get(kind, (0, 0))[1] for way in walk.ways]
    hits, size = (sum(walk.told.get(kind, (0, 0))[k] for walk in walked) for k in (0, 1))
    figure = f"{hits} hits in {_sized(size)} {' and '.join(ways) or 'by nobody'}"
    return Proof(f"{road}: {kind}", figure, "0 hits", hits == 0 and set(ways) == wanted)


def _sized(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.1f} KB"


def _run() -> Suite:
    """The tests of this step. A run that came to nothing has told nothing."""
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        told = Path(folder) / "tests.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-n", str(_WORKERS), "--dist", "worksteal"]
        command += [f"--junitxml={told}", "--every-walk", *_FOLDERS]
        done = subprocess.run(command, cwd=_ROOT, stdin=subprocess.DEVNULL, timeout=_TIMEOUT_S, check=False)
        cases = read_cases(told.read_text(encoding="utf-8")) if told.exists() else ()
        return Suite(tuple(cases), 0.0, done.returncode)
