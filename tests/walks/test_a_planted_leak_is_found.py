"""A leak of each kind is planted in a kiosk that is clean, and the search of a visit's end finds it."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.story import World
from tests.trace.canaries import word
from tests.trace.looking import look_around, look_at_all_files, look_everywhere
from tests.trace.plants import PLANTS, PLANTS_OF_A_VOICE
from tests.trace.receipt import compare_receipt
from tests.trace.report import KINDS, Report
from tests.trace.vera import Vera
from tests.walks.conftest import LIMITS, vera_at_a_kiosk

UNHURRIED = LIMITS | {"goodbye": "1 min"}
"""The goodbye waits until somebody touches it."""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def since() -> float:
    """Before the kiosk is started."""
    return time.time()


@pytest.fixture
def vera(world: World, other_side: Path, tmp_path: Path) -> Iterator[Vera]:
    with vera_at_a_kiosk(world, other_side, tmp_path, UNHURRIED) as vera:
        yield vera


def test_a_leak_of_each_kind_is_found_where_it_was_planted(since: float, vera: Vera) -> None:
    leaks = {kind: word(kind) for kind in PLANTS}
    vera.comes()
    vera.canaries += leaks.values()
    clean, planted = Report(), Report()
    look_everywhere(vera, clean)
    compare_receipt(vera, clean)
    assert clean.findings == []
    with ExitStack() as undo:
        for kind, plant in PLANTS.items():
            plant(vera, leaks[kind], undo)
        look_everywhere(vera, planted)
        compare_receipt(vera, planted)
        look_at_all_files(since, vera, planted)
    found = {finding.kind for finding in planted.findings if finding.what == finding.kind}
    assert set(KINDS) - found == set()


def test_a_leak_of_a_voice_is_found_where_it_was_planted(since: float, vera: Vera) -> None:
    leaks = {kind: word(kind) for kind in PLANTS_OF_A_VOICE}
    vera.comes()
    vera.canaries += leaks.values()
    planted = Report()
    with ExitStack() as undo:
        for kind, plant in PLANTS_OF_A_VOICE.items():
            plant(vera, leaks[kind], undo)
        look_everywhere(vera, planted)
        look_at_all_files(since, vera, planted)
    found = {finding.kind for finding in planted.findings if finding.what == finding.kind}
    assert set(leaks) - found == set()


def test_a_voice_that_is_not_gone_is_seen(vera: Vera) -> None:
    vera.comes()
    vera.listens()
    with pytest.raises(AssertionError):
        vera.hears_nobody()


def test_a_clipboard_that_somebody_holds_is_seen(vera: Vera) -> None:
    vera.comes()
    vera.glass.display.hold("CLIPBOARD", vera.glass.display.root)
    report = Report()
    look_around(vera, report)
    assert ("windows", "CLIPBOARD") in {(found.kind, found.where) for found in report.findings}
