"""What is left of a visit: every road out of it, every place searched, and how many hits."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof
from tests.prove import journal
from tests.prove.suite import Case, Demonstration, Suite, read_cases

_ROOT: Final = Path(__file__).parents[2]
_TIMEOUT_S: Final = 1200
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
    Demonstration("the visit and the press have less than a user's rights", "tests/fences"),
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
    for case in suite.cases:
        if case.name.startswith("test_nothing_is_left"):
            yield _road(case)
    for demonstration in DEMONSTRATIONS:
        yield demonstration.judge(suite)
    if not quick:
        yield from journal.proofs()
        yield from _handovers()


def _handovers() -> Iterator[Proof]:
    # They need an X server, which a quick proof does without.
    from tests.bench.handover import measure, proofs

    yield from proofs(measure(_HANDOVERS, _COLD))


def _road(case: Case) -> Proof:
    figure = f"{case.told.get('hits', '?')} hits in {case.told.get('searched', '?')}"
    return Proof(f"a visit that ends {case.told.get('road', '?')}", figure, "0 hits", case.passed)


def _run() -> Suite:
    """The tests of this step, one after the other: they share the machine that they search."""
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        told = Path(folder) / "tests.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={told}", *_FOLDERS]
        done = subprocess.run(command, cwd=_ROOT, stdin=subprocess.DEVNULL, timeout=_TIMEOUT_S, check=False)
        return Suite(tuple(read_cases(told.read_text(encoding="utf-8"))), 0.0, done.returncode)
