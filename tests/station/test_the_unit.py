"""The unit of a machine's kiosk: systemd understands it, and it is the kiosk that ``./dev run`` starts."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from kiosk.station.child import Patience
from kiosk.station.pauses import SHORTEST
from kiosk.station.vault import FreshKeyring, Vault
from main import BAD_SETTINGS, HERE
from practice import kiosk_command
from tests.station.unit_file import UNIT, command, read_unit

LATER_THAN_252 = ("RestartSteps", "RestartMaxDelaySec")
EXPOSURE = 22
"""Tenths, of at most 100: the less the better. docs/decisions/0018-the-unit.md says what it is made of."""


def analyze(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def seconds(time_span: str) -> float:
    """As systemd understands it, systemd.time(7)."""
    told = analyze("timespan", time_span).stdout
    (microseconds,) = (
        line.split(":")[1] for line in told.splitlines() if "s:" in line and "Human" not in line
    )
    return int(microseconds) / 1e6


def test_systemd_understands_it(tmp_path):
    python, *_ = command(read_unit())
    here = tmp_path / UNIT.name
    here.write_text(UNIT.read_text().replace(python, sys.executable))
    verified = analyze("verify", here)
    complaints = [
        line for line in verified.stderr.splitlines() if not any(f"'{key}'" in line for key in LATER_THAN_252)
    ]
    assert (verified.returncode, complaints) == (0, [])


def test_it_exposes_no_more_than_is_said():
    judged = analyze("security", "--offline=yes", f"--threshold={EXPOSURE}", UNIT)
    assert judged.returncode == 0, judged.stdout


def test_it_starts_what_dev_run_starts():
    python, program, *words = command(read_unit())
    practised = kiosk_command(Path("/etc/borgerkiosk/kiosk.toml"))
    assert [Path(python).name, Path(program).name, *words] == [
        "python",
        Path(practised[1]).name,
        *practised[2:],
    ]
    assert Path(practised[1]) == HERE / "main.py"


def test_its_words_are_understood_and_wrong_settings_are_tried_once(tmp_path):
    _, _, *words, _ = command(read_unit())
    done = subprocess.run([sys.executable, HERE / "main.py", *words, tmp_path / "none.toml"], check=False)
    assert done.returncode == BAD_SETTINGS
    assert read_unit()["RestartPreventExitStatus"] == [str(BAD_SETTINGS)]


def test_it_waits_for_a_visit_that_takes_leave_and_cuts_no_leave_short():
    unit = read_unit()
    assert unit["KillMode"] == ["mixed"]
    (wait,) = unit["TimeoutStopSec"]
    assert timedelta(seconds=seconds(wait)) >= Patience().close + timedelta(seconds=20)


def test_it_has_the_keys_that_the_kiosk_looks_for(tmp_path):
    vault = Vault(FreshKeyring())
    vault.lend_client_key(tmp_path)
    vault.lend_journal_key(tmp_path)
    assert sorted(read_unit()["LoadCredentialEncrypted"]) == sorted(file.name for file in tmp_path.iterdir())


def test_no_memory_of_a_visit_reaches_a_disk():
    unit = read_unit()
    assert (unit["LimitCORE"], unit["MemorySwapMax"]) == (["1"], ["0"])


def test_its_pauses_are_no_shorter_than_those_after_visits():
    unit = read_unit()
    first, longest = (seconds(unit[key][0]) for key in ("RestartSec", "RestartMaxDelaySec"))
    assert SHORTEST.total_seconds() <= first < longest
