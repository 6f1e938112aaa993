"""A visit that has no memory left ends at once, and does not live on half dead."""

import subprocess
import sys

from ui.app import CRASHED

_HIT = """
from types import SimpleNamespace
from ui.app import listening

def crash(kind, bug, where):
    raise {raised}

listening(crash)(SimpleNamespace(exc_type=KeyError, exc_value=None, exc_traceback=None))
"""


def test_a_bug_that_cannot_be_told_for_lack_of_memory_is_the_end():
    done = subprocess.run([sys.executable, "-c", _HIT.format(raised="MemoryError")], check=False)
    assert done.returncode == CRASHED


def test_whatever_else_goes_wrong_there_is_not_taken_for_it():
    told = subprocess.run(
        [sys.executable, "-c", _HIT.format(raised="LookupError")], check=False, capture_output=True, text=True
    )
    assert told.returncode == 1
    assert "LookupError" in told.stderr
