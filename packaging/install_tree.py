"""Lays the program down as a package does: only what runs, every module and every screen compiled.

    python packaging/install_tree.py FOLDER

with the Python and the Qt that will run it. Screens are compiled here and nowhere else: a compiled screen beside one
that was edited since would be shown without a word, so the source tree never has any, and FOLDER is made anew each
time. One that another Qt has made is not used: Qt compares the version in it with its own.
"""

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDERS: Final = ("kiosk", "devices", "ui", "fonts", "translations")
_LEFT_OUT: Final = shutil.ignore_patterns("__pycache__", "*.qmlc", "*.jsc")


def install(folder: Path) -> None:
    """Make ``folder`` anew. Raises :class:`subprocess.CalledProcessError` when a screen cannot be compiled."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=_LEFT_OUT)
    for file in (*ROOT.glob("*.py"), ROOT / "LICENSE"):
        shutil.copy2(file, folder)
    subprocess.run([sys.executable, "-m", "ui.words", "compile"], cwd=folder, check=True)
    for screen in screens(folder):
        _compile(screen)
    compileall.compile_dir(folder, quiet=1, workers=0)


def screens(folder: Path) -> Iterator[Path]:
    return (folder / "ui" / "qml").rglob("*.qml")


def _compile(screen: Path) -> None:
    """To bytecode only: what qmlcachegen makes in C++ needs a C++ program around it."""
    compiled = screen.with_suffix(".qmlc")
    subprocess.run([_compiler(), "--only-bytecode", "-o", compiled, screen], check=True)
    Path(f"{compiled}.aotstats").unlink(missing_ok=True)


def _compiler() -> Path:
    """The tool itself; its starter in Python takes ten times as long for each screen."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed")
    return Path(spec.origin).parent / "Qt" / "libexec" / "qmlcachegen"


if __name__ == "__main__":
    os.umask(0o022)
    install(Path(sys.argv[1]))
