"""One run of the whole suite, and which of its tests stand for which demonstration."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from kiosk.station.proving import Proof, at_most

_ROOT: Final = Path(__file__).parents[2]
_TIMEOUT_S: Final = 1200


@dataclass(frozen=True, slots=True)
class Case:
    """One test: ``file`` as a path without its ending, ``name`` and ``given`` apart, and what it told of itself."""

    file: str
    name: str
    seconds: float
    passed: bool
    told: Mapping[str, str] = field(default_factory=dict[str, str])
    given: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """``seconds`` from the word of command to the last result; ``exit_status`` as pytest gives it."""

    cases: tuple[Case, ...]
    seconds: float
    exit_status: int


def run_suite() -> Suite:
    """``./dev test``, as a developer runs it."""
    with tempfile.TemporaryDirectory(prefix="prove-") as folder:
        told = Path(folder) / "tests.xml"
        command = ["./dev", "test", "-q", f"--junitxml={told}"]
        begun = time.perf_counter()
        # Ours must not leak into it: the tests choose how they draw.
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTEST"))
        }
        done = subprocess.run(
            command, cwd=_ROOT, env=environment, stdin=subprocess.DEVNULL, timeout=_TIMEOUT_S, check=False
        )
        seconds = time.perf_counter() - begun
        # A run that came to nothing has told nothing.
        cases = read_cases(told.read_text(encoding="utf-8")) if told.exists() else ()
        return Suite(tuple(cases), seconds, done.returncode)


def read_cases(junit: str) -> Iterator[Case]:
    """The cases of a JUnit file. Skipped is not passed."""
    for case in ElementTree.fromstring(junit).iter("testcase"):
        passed = not any(child.tag in {"failure", "error", "skipped"} for child in case)
        file = case.get("classname", "").replace(".", "/")
        name, _, given = case.get("name", "").removesuffix("]").partition("[")
        told = {each.get("name", ""): each.get("value", "") for each in case.iter("property")}
        yield Case(file, name, float(case.get("time", "0")), passed, told, given)


def all_green(suite: Suite) -> Proof:
    passed = sum(case.passed for case in suite.cases)
    figure = f"{passed} of {len(suite.cases)} tests"
    return Proof(
        "every test, none skipped", figure, "all", suite.exit_status == 0 and passed == len(suite.cases) > 0
    )


def quick_enough(suite: Suite, budget_s: float) -> Proof:
    return at_most(
        "the whole suite, everything installed", suite.seconds, budget_s, lambda value: f"{value:.0f} s"
    )


@dataclass(frozen=True, slots=True)
class Demonstration:
    """``what`` is shown by the tests of ``file``: those whose names begin with one of ``names``, or all of them."""

    what: str
    file: str
    names: tuple[str, ...] = ("test_",)

    def stands_for(self, case: Case) -> bool:
        return case.file.startswith(self.file) and case.name.startswith(self.names)

    def judge(self, suite: Suite) -> Proof:
        """Every one of its names must have a test, and every test must have passed."""
        cases = [case for case in suite.cases if self.stands_for(case)]
        found = all(any(case.name.startswith(name) for case in cases) for name in self.names)
        passed = sum(case.passed for case in cases)
        figure = f"{passed} of {len(cases)} tests, {sum(case.seconds for case in cases):.1f} s"
        return Proof(self.what, figure, "all", found and passed == len(cases))
