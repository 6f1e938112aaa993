"""From many runs to lines with a budget."""

import pytest

from tests.bench.figures import ALONE, COMPARED, middle, proofs

_CHROMIUM = {compared.figure: [1.0, 1.0, 1.0] for compared in COMPARED}
_KIOSK = {compared.figure: [0.2, 0.2, 9.0] for compared in COMPARED} | {
    alone.figure: [0.3] for alone in ALONE
}


def test_one_bad_moment_and_one_bad_run_do_not_move_the_median():
    runs = [{"page": [1.0, 2.0, 90.0]}, {"page": [2.0, 3.0, 4.0]}, {"page": [80.0, 80.0, 80.0]}]
    assert middle(runs, "page") == 3.0


def test_a_kiosk_well_under_every_budget_holds():
    assert all(proof.holds for proof in proofs([_KIOSK], [_CHROMIUM], 1))


@pytest.mark.parametrize("compared", [each for each in COMPARED if each.budget], ids=lambda each: each.figure)
def test_a_ratio_over_its_budget_does_not_hold(compared):
    slow = _KIOSK | {compared.figure: [compared.budget * 1.01]}
    assert [proof.what for proof in proofs([slow], [_CHROMIUM], 1) if not proof.holds] == [
        f"{compared.what}, kiosk to Chromium"
    ]


def test_a_figure_without_a_budget_cannot_fail():
    slow = _KIOSK | {"wheel": [50.0], "language": [50.0]}
    assert all(proof.holds for proof in proofs([slow], [_CHROMIUM], 1))


def test_a_card_said_after_half_a_second_does_not_hold():
    slow = _KIOSK | {"card said": [0.51]}
    [failed] = [proof for proof in proofs([slow], [_CHROMIUM], 1) if not proof.holds]
    assert (failed.figure, failed.budget) == ("510 ms", "≤ 500 ms")


def test_a_ratio_shows_both_sides():
    [_, _, first, *_] = proofs([_KIOSK], [_CHROMIUM], 1)
    assert first.figure == "0.20 (200 ms to 1000 ms)"


def test_a_walk_that_went_astray_is_a_line_that_does_not_hold():
    [failed] = [proof for proof in proofs([_KIOSK], [_CHROMIUM, _CHROMIUM], 2) if not proof.holds]
    assert (failed.what, failed.figure) == ("walks of kiosk that came to their end", "1 of 2")


def test_a_contestant_that_never_arrived_leaves_every_figure_unmeasured():
    lines = list(proofs([_KIOSK], [], 1))
    unmeasured = {line.what for line in lines if line.figure == "not measured"}
    assert unmeasured == {f"{compared.what}, kiosk to Chromium" for compared in COMPARED}
    assert not any(line.holds for line in lines if line.what in unmeasured)
    assert not all(line.holds for line in proofs([], [_CHROMIUM], 1) if line.what == ALONE[0].what)
