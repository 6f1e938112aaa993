"""Debian's Chromium in kiosk mode, with a fresh profile, on the page that lies beside this file."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench import places
from tests.bench.glass import HEIGHT, WIDTH, Glass
from tests.bench.processes import Tree
from tests.bench.record import Record

_PAGE: Final = Path(__file__).parent / "page" / "index.html"
_FLAGS: Final = (
    "--kiosk",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # Without a window manager nobody else tells it how large the glass is.
    "--window-position=0,0",
    f"--window-size={WIDTH},{HEIGHT}",
)


class Chromium:
    name = "chromium"

    def __init__(self, glass: Glass, display: str, folder: Path) -> None:
        self.glass = glass
        self.log = folder / "chromium.log"
        self._display = display

    @contextmanager
    def start(self) -> Iterator[Tree]:
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as home:
            environment = {**os.environ, "DISPLAY": self._display, "HOME": home}
            command = [program(), *_FLAGS, f"--user-data-dir={home}/profile", _PAGE.as_uri()]
            with Tree(command, environment, self.log) as tree:
                yield tree

    def enter(self, record: Record) -> None:
        record.reach("list", lambda: self.glass.tap(*places.CARD), "in")

    def part(self, tree: Tree) -> None:
        """The next citizen gets the same page."""


def program() -> str:
    """Debian's name or Ubuntu's. Raises :class:`FileNotFoundError`."""
    if found := shutil.which("chromium") or shutil.which("chromium-browser"):
        return found
    raise FileNotFoundError("chromium")
