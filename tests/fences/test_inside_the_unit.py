"""The unit of a machine takes nothing away of what the fences of visit, press and voice are made of."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fences.conftest import ROOT
from tests.station.unit_file import UNIT

LOOK = """
from pathlib import Path
from kiosk.fences import speaker
from kiosk.fences.hidden import HiddenProgram
from kiosk.fences.report import Lack
from kiosk.fences.visit import fences
from kiosk.speech.espeak import PROGRAM
around_visit = fences(Path.cwd(), Path("/dev/shm"), [443], {})
print(Lack.find(around_visit, speaker.fences(HiddenProgram(PROGRAM))))
"""


def said_inside(unit: Path, asked: str = LOOK) -> str:
    """What is said of the fences at the start of the kiosk, or whatever else is ``asked``."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fences.confining", unit, sys.executable, "-c", asked],
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
    all_of_them = "fences around a visit: all; around a letter: all; around the voice: all"
    assert said_inside(UNIT) == all_of_them or too_new


SPEAK = "from kiosk.speech.starting import can_speak; print(can_speak())"


def test_it_can_speak_there() -> None:
    assert said_inside(UNIT, SPEAK) == "True"


CALLS = "SystemCallFilter=@system-service"


@pytest.mark.parametrize(
    ("line", "instead", "missing"),
    [
        ("landlock_create_ruleset ", "", "files by list"),
        (CALLS, f"{CALLS}\nSystemCallFilter=~@privileged", "no capabilities"),
        ("RestrictNamespaces=user net", "RestrictNamespaces=user", "no network"),
        (CALLS, f"{CALLS}\nSystemCallFilter=~memfd_create", "no look into its program"),
    ],
    ids=[
        "without Landlock",
        "without what is called privileged",
        "without a network of one's own",
        "without programs in memory",
    ],
)
def test_what_a_unit_must_not_say_is_seen(tmp_path: Path, line: str, instead: str, missing: str) -> None:
    harsh, text = tmp_path / UNIT.name, UNIT.read_text()
    assert text.count(line) == 1
    harsh.write_text(text.replace(line, instead))
    assert missing in said_inside(harsh)
