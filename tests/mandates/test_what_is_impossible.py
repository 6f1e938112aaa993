"""A member of the staff cannot act as the citizen, nor can a right to act be passed on: no such program has types."""

import json
import subprocess
import sys
from pathlib import Path

IMPOSSIBLE = Path(__file__).with_name("impossible.py")


def test_every_line_that_is_called_impossible_is_refused_and_no_other() -> None:
    command = [sys.executable, "-m", "basedpyright", "--outputjson", str(IMPOSSIBLE)]
    told = json.loads(subprocess.run(command, capture_output=True, timeout=100, check=False).stdout)
    refused = {it["range"]["start"]["line"] for it in told["generalDiagnostics"]}
    lines = IMPOSSIBLE.read_text().splitlines()
    assert {it["rule"] for it in told["generalDiagnostics"]} == {"reportArgumentType"}
    assert refused == {number for number, line in enumerate(lines) if line.endswith("# impossible")}
