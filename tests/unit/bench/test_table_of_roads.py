"""Every road and every kind of place has a line, and nothing that is missing holds."""

from xml.sax.saxutils import quoteattr

from tests.prove.no_trace import places_of_roads
from tests.prove.suite import Suite, read_cases
from tests.trace.report import KINDS, Report
from tests.trace.roads import ROADS
from tests.trace.walking import WALKS, Walk, name_of

FILE, TEST = "tests.walks.test_nothing_is_left", "test_nothing_is_left_of_a_visit"


def searched(*but: str) -> str:
    report = Report()
    for kind in set(KINDS) - {*but}:
        report.searched[kind] = 1
    return report.told()


def walked(walk: Walk, told: str) -> str:
    ways = ", ".join(map(name_of, walk.ways))
    properties = {"road": name_of(walk.road), "ways": ways, "told": told}
    inside = "".join(f"<property name={quoteattr(n)} value={quoteattr(v)}/>" for n, v in properties.items())
    return f'<testcase classname="{FILE}" name="{TEST}[x]"><properties>{inside}</properties></testcase>'


def astray(*cases: str) -> set[str]:
    suite = Suite(tuple(read_cases(f"<testsuite>{''.join(cases)}</testsuite>")), 0.0, 0)
    proofs = list(places_of_roads(suite))
    assert [proof.what for proof in proofs] == [
        f"{name_of(road)}: {kind}" for road in ROADS for kind in KINDS
    ]
    return {proof.what for proof in proofs if not proof.holds}


def test_every_road_walked_and_every_place_searched_holds() -> None:
    assert astray(*(walked(walk, searched()) for walk in WALKS)) == set()


def test_a_road_that_nobody_walked_does_not_hold() -> None:
    missing, *others = WALKS
    assert astray(*(walked(walk, searched()) for walk in others)) == {
        f"{name_of(missing.road)}: {kind}" for kind in KINDS
    }


def test_a_place_that_nobody_searched_does_not_hold() -> None:
    first, *others = WALKS
    cases = [walked(first, searched("room")), *(walked(walk, searched()) for walk in others)]
    assert astray(*cases) == {f"{name_of(first.road)}: room"}


def test_a_hit_does_not_hold() -> None:
    told = searched().replace('"room": [0, 1]', '"room": [2, 1]')
    first, *others = WALKS
    assert astray(walked(first, told), *(walked(walk, searched()) for walk in others)) == {
        f"{name_of(first.road)}: room"
    }
