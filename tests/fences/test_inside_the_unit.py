"""The unit of a machine takes nothing away of what the fences of visit and press are made of."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fences.conftest import ROOT
from tests.station.unit_file import UNIT

LOOK = """
from pathlib import Path
from kiosk.fences.report import Lack
from kiosk.fences.visit import fences
print(Lack.find(fences(Path.cwd(), Path("/dev/shm"), [443], {})))
"""


def said_inside(unit: Path) -> str:
    """What is said of the fences at the start of the kiosk."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fences.confining", unit, sys.executable, "-c", LOOK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "", done.stderr
    return done.stdout.strip()


def said_outside() -> str:
    return subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()


def test_every_fence_holds_that_the_kernel_has(too_new: set[str]) -> None:
    assert said_inside(UNIT) == said_outside()
    assert said_inside(UNIT) == "fences around a visit: all; around a letter: all" or too_new


CALLS = "SystemCallFilter=@system-service"


@pytest.mark.parametrize(
    ("line", "instead", "missing"),
    [
        ("landlock_create_ruleset ", "", "files by list"),
        (CALLS, f"{CALLS}\nSystemCallFilter=~@privileged", "no capabilities"),
        ("RestrictNamespaces=user net", "RestrictNamespaces=user", "no network"),
    ],
    ids=["without Landlock", "without what is called privileged", "without a network of one's own"],
)
def test_what_a_unit_must_not_say_is_seen(tmp_path: Path, line: str, instead: str, missing: str) -> None:
    harsh, text = tmp_path / UNIT.name, UNIT.read_text()
    assert text.count(line) == 1
    harsh.write_text(text.replace(line, instead))
    assert missing in said_inside(harsh)
