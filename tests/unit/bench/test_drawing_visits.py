"""The same seed gives the same visits, whichever is asked for first."""

from tests.bench import acts
from tests.bench.plans import draw

MANY = range(1, 1001)


def test_the_same_seed_gives_the_same_visits() -> None:
    assert [draw(7, number) for number in MANY] == [draw(7, number) for number in MANY]


def test_one_visit_of_many_can_be_seen_again_alone() -> None:
    many = {number: draw(7, number) for number in MANY}
    assert draw(7, 371) == many[371]


def test_another_seed_gives_other_visits() -> None:
    assert [draw(7, number) for number in MANY] != [draw(8, number) for number in MANY]


def test_every_visit_has_a_road_out() -> None:
    assert all(draw(7, number).acts[-1].__name__.startswith(("by_", "as_")) for number in MANY)


def test_crashes_lie_far_apart() -> None:
    crashes = {acts.by_a_kill, acts.by_a_wild_pointer, acts.by_a_hang, acts.by_too_little_memory}
    when = [number for number in MANY if draw(7, number).acts[-1] in crashes]
    assert when == list(range(40, 1001, 80))


def test_whatever_can_happen_happens() -> None:
    drawn = {act.__name__ for number in MANY for act in draw(7, number).acts}
    wanted = {"prints", "prints_into_a_jam", "pulls_card_and_returns", "steps_away_and_returns", "by_silence"}
    assert wanted | {"stops_printer", "reader_is_unplugged"} <= drawn
