"""A proof always ends in its table."""

from kiosk.station.proving import Proof, exit_status, reported
from tests.prove.__main__ import names, progress
from tests.prove.sections import whole

_GOOD = Proof("print", "3 pages", "all", holds=True)
_BAD = Proof("print", "2 pages", "all", holds=False)


def test_what_stops_a_part_is_a_line_that_does_not_hold(capsys):
    def falls_over():
        yield _GOOD
        raise TimeoutError

    lines = list(whole("the bench", falls_over))
    assert lines[0] is _GOOD
    assert (lines[1].what, lines[1].figure) == ("the bench, to the end", "stopped by TimeoutError")
    assert exit_status(lines) == 1
    assert "TimeoutError" in capsys.readouterr().err


def test_a_figure_without_a_budget_is_not_said_to_hold():
    assert progress(_GOOD) == "holds  print: 3 pages"
    assert progress(_BAD) == "FAILS  print: 2 pages"
    assert progress(reported("wheel to pixel", "6 ms")) == "       wheel to pixel: 6 ms"


def test_every_step_with_proofs_can_be_named():
    assert "way" in names()
    assert "suite" not in names()
