"""What we say that we search is what is searched."""

from pathlib import Path

from tests.trace import manifest
from tests.trace.plants import PLANTS
from tests.trace.report import KINDS
from tests.trace.roads import ROADS, by_a_killed_speaker, by_taking_the_card
from tests.trace.walking import WALKS
from tests.trace.ways import WAYS, by_card, by_code


def test_the_manifest_in_the_documentation_is_the_one_of_the_code() -> None:
    written = (Path(__file__).parents[2] / "docs" / "no-trace.md").read_text(encoding="utf-8")
    assert written == manifest.as_markdown(), "python -m tests.trace.manifest > docs/no-trace.md"


def test_a_leak_of_every_kind_is_planted() -> None:
    assert set(PLANTS) == set(KINDS)


def test_every_road_is_walked_after_every_way_in() -> None:
    walked = {(way, walk.road) for walk in WALKS for way in walk.ways}
    assert walked == {(way, road) for way in WAYS for road in ROADS} - {
        (by_code, by_taking_the_card),
        (by_card, by_a_killed_speaker),
        (by_code, by_a_killed_speaker),
    }
