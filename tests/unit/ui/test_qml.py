"""qmllint sees our Python types, and finds nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui import qmltypes

QML = Path(__file__).parent.parent.parent.parent / "ui" / "qml"
FILES = sorted(QML.rglob("*.qml"))


@pytest.fixture(scope="module")
def module(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("qml")
    qmltypes.write(folder)
    return folder


def lint(module: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name("pyside6-qmllint")
    return subprocess.run(
        [tool, "-W", "0", "-I", module, *files], capture_output=True, text=True, timeout=180, check=False
    )


def test_every_screen_is_clean(module):
    done = lint(module, *FILES)
    assert done.returncode == 0, done.stderr


def test_a_misspelt_field_would_be_found(module, tmp_path):
    shutil.copytree(QML, tmp_path / "qml")
    screen = tmp_path / "qml" / "screens" / "AskingPin.qml"
    screen.write_text(screen.read_text().replace("page.tries", "page.trys"))
    done = lint(module, screen)
    assert done.returncode != 0
    assert "trys" in done.stdout + done.stderr


def test_a_misspelt_slot_would_be_found(module, tmp_path):
    shutil.copytree(QML, tmp_path / "qml")
    screen = tmp_path / "qml" / "screens" / "AskingPin.qml"
    screen.write_text(screen.read_text().replace("stage.givePin", "stage.givePim"))
    assert "givePim" in lint(module, screen).stderr


def test_no_screen_places_anything_by_x():
    """``x`` is not mirrored for Arabic: anchors and layouts are."""
    assert [file.name for file in FILES if "  x:" in file.read_text()] == []


def test_parts_know_neither_the_stage_nor_screens():
    parts = [file for file in FILES if file.parent.name == "parts"]
    assert [file.name for file in parts if "import Borgerkiosk" in file.read_text()] == []
