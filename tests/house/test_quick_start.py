"""What is prepared at installation to make the start quick fits what is installed."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import shiboken6

ROOT = Path(__file__).parent.parent.parent
UNPACK = ROOT / "packaging" / "unpack_pyside.py"
WELCOME = """
import sys
from ui.app import Glass

glass = Glass()
glass.after_first_frame(lambda: print(glass.stage.property("screen")))
glass.after_first_frame(glass.vanish)
sys.exit(glass.run())
"""
LOOK = """
import PySide6.QtCore
from shibokensupport.signature import loader, parser
print(loader.__file__, parser.__cached__)
"""


def run(site: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


def test_what_is_unpacked_here_comes_from_the_version_that_is_installed():
    unpacked = Path(shiboken6.__file__).parent / "files.dir"
    stamp = unpacked / "unpacked-from"
    assert not unpacked.exists() or stamp.read_text() == version("shiboken6")


def test_an_unpacked_pyside_is_made_anew_and_loaded_compiled(tmp_path):
    package = tmp_path / "shiboken6"
    shutil.copytree(Path(shiboken6.__file__).parent, package)
    stale = package / "files.dir" / "shibokensupport" / "stale.py"
    stale.parent.mkdir(parents=True, exist_ok=True)
    stale.write_text("")
    run(tmp_path, str(UNPACK))
    loader, compiled = run(tmp_path, "-c", LOOK).split()
    assert Path(loader).is_relative_to(package / "files.dir")
    assert Path(compiled).exists()
    assert not stale.exists()


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("installed") / "program"
    (folder / "ui" / "qml").mkdir(parents=True)
    (folder / "ui" / "qml" / "Stale.qmlc").write_text("")
    subprocess.run([sys.executable, ROOT / "packaging" / "install_tree.py", folder], check=True, timeout=60)
    return folder


def test_everything_that_is_installed_is_compiled_and_nothing_else_lies_there(installed):
    for source, compiled in (("*.qml", ".qmlc"), ("*.po", ".mo")):
        sources = {file.with_suffix("") for file in installed.rglob(source)}
        assert sources == {file.with_suffix("") for file in installed.rglob(f"*{compiled}")} != set()
    assert (installed / "ui" / "__pycache__").is_dir()
    assert not [*installed.rglob("*.aotstats")]


def test_the_compiled_screens_are_the_ones_that_this_qt_shows(installed):
    for screen in ("Main", "screens/Welcome"):
        (installed / "ui" / "qml" / f"{screen}.qml").write_text("nobody reads this")
    done = subprocess.run(
        [sys.executable, "-c", WELCOME],
        cwd=installed,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "Welcome\n", done.stderr


def test_no_screen_is_compiled_where_screens_are_edited():
    assert not [*(ROOT / "ui").rglob("*.qmlc")]
