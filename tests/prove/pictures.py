"""A picture of every screen and every paper in every language."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from kiosk.station.proving import Proof
from tests.letters.make_pictures import NAMES
from tests.screens.make_pictures import PICTURES
from tests.screens.states import LANGUAGES, STATES

_ROOT: Final = Path(__file__).parents[2]
_ALL: Final = (*STATES, *NAMES)
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def every_picture() -> Proof:
    """Make them anew and count those that were written now."""
    before = {path: path.stat().st_mtime_ns for path in _paths() if path.exists()}
    made = subprocess.run(
        [sys.executable, "-m", "tests.screens.make_pictures"], cwd=_ROOT, timeout=300, check=False
    )
    fresh = sum(_is_fresh(path, before.get(path)) for path in _paths())
    figure = f"{fresh} pictures: {len(STATES)} screens and {len(NAMES)} papers in {len(LANGUAGES)} languages"
    whole = fresh == len(_ALL) * len(LANGUAGES)
    return Proof("a picture of every screen and paper", figure, "every one", made.returncode == 0 and whole)


def _paths() -> list[Path]:
    return [PICTURES / language / f"{name}.png" for language in LANGUAGES for name in _ALL]


def _is_fresh(path: Path, before: int | None) -> bool:
    return path.exists() and path.stat().st_mtime_ns != before and path.read_bytes().startswith(_PNG)
