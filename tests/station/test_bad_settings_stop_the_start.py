"""With settings that cannot be used the program says everything that is wrong with them, and does not start."""

import subprocess
import sys
from pathlib import Path

MAIN = Path(__file__).parents[2] / "main.py"


def test_the_program_names_every_problem_and_exits_with_78(tmp_path):
    file = tmp_path / "kiosk.toml"
    file.write_text('[panel]\nwidth = "376 inch"\nheight = "20 mm"\n')

    started = subprocess.run(
        [sys.executable, MAIN, "run", "--settings", file],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert started.returncode == 78
    assert f'{file}:2: panel.width = "376 inch" is not allowed; allowed: a length from' in started.stderr
    assert f'{file}:3: panel.height = "20 mm" is no setting' in started.stderr
    assert f"{file}: identity.issuer is missing" in started.stderr
    assert "Traceback" not in started.stderr
