"""A visit ends, on every road after every way in, and nothing is left of it anywhere."""

import time
from collections.abc import Callable

import pytest

from tests.trace.roads import Road
from tests.trace.vera import Vera
from tests.trace.walking import EVERY_RUN, WALKS, Walk, leave_by, name_of

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def road(walk: Walk) -> Road:
    return walk.road


@pytest.fixture
def since() -> float:
    """Before the kiosk is started."""
    return time.time()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    walks = WALKS if metafunc.config.getoption("--every-walk") else EVERY_RUN
    metafunc.parametrize("walk", walks, ids=str)


def test_nothing_is_left_of_a_visit(
    walk: Walk, since: float, vera: Vera, record_property: Callable[[str, object], None]
) -> None:
    report = leave_by(walk, vera, since)
    record_property("road", name_of(walk.road))
    record_property("ways", ", ".join(map(name_of, walk.ways)))
    record_property("told", report.told())
    assert report.findings == [], "\n".join(map(str, report.findings))
    assert report.unsearched() == []
