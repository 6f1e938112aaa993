"""Processor time and memory as the kernel tells them, in proc(5)."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.processes import Tree, children, cpu_ticks, descent, pss

_STAT = (
    "4711 (a) (b) S 1 4711 4711 0 -1 4194560 9 8 7 6 120 30 40 5 20 0 4 0 100 200 300 18446744073709551615 "
    "1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0"
)
_ROLLUP = "55d0-7ffe ---p 00000000 00:00 0 [rollup]\nRss:  100000 kB\nPss:   70001 kB\nPss_Dirty:  60000 kB\n"


def test_processor_time_counts_reaped_children_and_survives_an_odd_name():
    assert cpu_ticks(_STAT) == 120 + 30 + 40 + 5


def test_memory_is_the_proportional_share_in_bytes():
    assert pss(_ROLLUP) == 70001 * 1024


def test_a_process_that_has_ended_weighs_nothing():
    assert pss("") == 0


def test_this_process_is_the_first_of_its_own_descent():
    assert next(descent(os.getpid())) == os.getpid()


def test_nobody_has_the_children_of_a_process_that_is_gone():
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert children(gone.pid) == []


def test_a_tree_is_weighed_with_its_children_and_all_of_them_go(tmp_path: Path):
    child = "import time; time.sleep(60)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with Tree([sys.executable, "-c", parent], os.environ, tmp_path / "log") as tree:
        while len(tree.pids()) < 2:
            assert tree.exit_status is None
            time.sleep(0.005)
        assert tree.pss_bytes() > 1_000_000
        assert tree.cpu_seconds() > 0
    assert tree.pids() == []


def test_a_tree_that_works_is_not_calm_before_it_is_done(tmp_path: Path):
    """A process counts its own time: nobody else's load can make this one late."""
    worker = "import time\nwhile time.process_time() < 0.6: pass\nopen('done', 'w').close()\ntime.sleep(60)"
    with Tree(
        [sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r})\n{worker}"],
        os.environ,
        tmp_path / "log",
    ) as tree:
        tree.calm_down()
        assert (tmp_path / "done").exists()


def test_a_tree_that_never_rests_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tests.bench.processes._CALM_WITHIN_S", 0.0)
    with (
        Tree([sys.executable, "-c", "while True: pass"], os.environ, tmp_path / "log") as tree,
        pytest.raises(TimeoutError),
    ):
        tree.calm_down()
