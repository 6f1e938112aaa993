"""The table that says whether all proofs hold."""

from kiosk.station.proving import Proof, at_most, exit_status, reported, table

_GOOD = at_most("card put in, said on the glass", 0.4, 0.5, lambda value: f"{value} s")
_BAD = Proof("print", "1 page missing", "none", holds=False)


def test_what_is_exactly_at_its_budget_holds():
    assert at_most("a", 2, 2, str).holds


def test_a_table_stands_straight_and_names_what_does_not_hold():
    assert table([_GOOD, _BAD]) == (
        "| what                           | figure         | budget  | holds |\n"
        "| ------------------------------ | -------------- | ------- | ----- |\n"
        "| card put in, said on the glass | 0.4 s          | ≤ 0.5 s | yes   |\n"
        "| print                          | 1 page missing | none    | NO    |\n"
    )


def test_a_reported_figure_neither_holds_nor_fails():
    assert table([reported("wheel to pixel", "6 ms")]).endswith(
        "| wheel to pixel | 6 ms   | –      | –     |\n"
    )


def test_only_if_all_hold_the_exit_status_is_0():
    assert exit_status([_GOOD, reported("b", "1")]) == 0
    assert exit_status([_GOOD, _BAD]) == 1


def test_nothing_proved_is_not_a_proof():
    assert exit_status([]) == 1
