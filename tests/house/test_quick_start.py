"""What is prepared at installation to make the start quick fits what is installed."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import shiboken6

ROOT = Path(__file__).parent.parent.parent
UNPACK = ROOT / "packaging" / "unpack_pyside.py"
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
