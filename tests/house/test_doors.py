"""What the README and ./dev promise is there, and what must not be known to the supervisor is not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.station.settings import as_markdown


def run(*command: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(
        command, cwd=root, env=env, capture_output=True, text=True, timeout=100, check=False
    )


@pytest.fixture(scope="module")
def verbs(root) -> set[str]:
    return set(re.findall(r"^  ([a-z]+)  ", run("./dev", root=root).stdout, re.MULTILINE))


def test_dev_lists_the_verbs_it_knows(root, verbs):
    cases = (root / "dev").read_text().rpartition('case "$verb" in')[2]
    known = {
        word
        for line in re.findall(r"^    ([a-z| ]+)\)", cases, re.MULTILINE)
        for word in re.findall(r"\w+", line)
    }
    assert (
        verbs
        == known
        >= {"run", "test", "lint", "words", "screens", "pictures", "bench", "prove", "lock", "hands"}
    )


def test_dev_refuses_an_unknown_verb(root):
    refused = run("./dev", "dance", root=root)
    assert refused.returncode == 64
    assert "usage" in refused.stderr


def test_dev_says_what_to_do_without_a_display(root):
    refused = run("./dev", "run", root=root)
    assert refused.returncode == 1
    assert "QT_QPA_PLATFORM=vnc" in refused.stderr
    assert "./dev pictures" in refused.stderr


def test_the_hands_are_explained_before_anything_runs(root, tmp_path):
    told = run(
        sys.executable, "practice.py", "hands", "--folder", str(tmp_path / "nothing"), "help", root=root
    )
    assert told.returncode == 0
    assert "card NAME" in told.stdout


def test_the_readme_promises_only_what_is_there(root, verbs):
    readme = (root / "README.md").read_text()
    assert set(re.findall(r"\./dev ([a-z]+)", readme)) <= verbs
    links = re.findall(r"\]\(([^)#:]+)\)|src=\"([^\":]+)\"", readme)
    assert [link for pair in links for link in pair if link and not (root / link).exists()] == []


def test_the_readme_begins_with_the_two_commands(root):
    readme = (root / "README.md").read_text()
    assert re.findall(r"\./dev [a-z]+", readme)[:2] == ["./dev run", "./dev test"]


def test_scripts_can_be_run(root):
    assert all(os.access(root / script, os.X_OK) for script in ("dev", ".ci/run"))


def test_the_table_of_settings_is_the_one_in_the_code(root):
    assert (root / "docs/settings.md").read_text() == as_markdown()


def test_everybody_imports_only_whom_they_may(root):
    checked = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache", root=root)
    assert checked.returncode == 0, checked.stdout


def test_the_supervisor_knows_neither_glass_nor_card_nor_network(root):
    loaded = (
        "kiosk.station.supervisor, kiosk.station.dictation, kiosk.station.journal, kiosk.station.scribe, "
        "clearing, devices.printing.printer, devices.printing.sender"
    )
    tell = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    known = run(
        sys.executable, "-c", f"import sys, {loaded}; {tell}", root=root, PYTHONPATH=str(root)
    ).stdout.split()
    assert "sqlite3" in known
    assert {"PySide6", "smartcard", "httpx", "reportlab", "pikepdf"} & set(known) == set()
