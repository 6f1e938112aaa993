"""The glass leaves Python's import statement as it is, and the source of our modules out of memory."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

IMPORTED = """
import linecache
from ui.app import Glass
import kiosk.visit.states
print([name for name in linecache.cache if "kiosk/visit" in name])
"""


def test_no_module_is_read_as_text_when_it_is_imported():
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
