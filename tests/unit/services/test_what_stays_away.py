"""The HTTP library comes without its command line, which a visit has no use for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LOADED = """
import sys
import kiosk.services
print(sorted({"click", "rich", "pygments"} & set(sys.modules)))
"""


def test_nothing_that_draws_on_terminals_is_loaded():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
