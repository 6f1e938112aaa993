"""The kiosk as it stands in a citizen service centre: ``main.py run``, with everything it starts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench.glass import Glass, wait_until
from tests.bench.places import END, OK, digit
from tests.bench.processes import Tree, visits
from tests.bench.record import Record
from tests.bench.surroundings import Surroundings

_INSTALL: Final = Path(__file__).parents[2] / "packaging" / "install_tree.py"
_AS_INSTALLED: Final = Path(__file__).parent / "installed"
_WITH_SPARE: Final = 2


class Kiosk:
    name = "kiosk"

    def __init__(self, glass: Glass, display: str, world: Surroundings) -> None:
        self.glass = glass
        self.log = world.folder / "kiosk.log"
        self._display = display
        self._world = world
        self._program = world.folder / "program"
        subprocess.run([sys.executable, _INSTALL, self._program], check=True)

    @contextmanager
    def start(self) -> Iterator[Tree]:
        environment = {**os.environ, **self._world.environment, "PYTHONPATH": str(_AS_INSTALLED)}
        environment |= {"DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb"}
        command = [
            sys.executable,
            str(self._program / "main.py"),
            "run",
            "--settings",
            str(self._world.settings),
        ]
        try:
            with Tree(command, environment, self.log) as tree:
                yield tree
        finally:
            self._world.take_card()

    def enter(self, record: Record) -> None:
        """By card: put it in, type the PIN, and wait for the mailbox."""
        self.glass.rest()
        record.change(self._world.put_card, "card said")
        record.await_scene("question for the PIN")
        for sign in self._world.pin:
            self.glass.tap(*digit(sign))
            self.glass.rest(0.1)
        record.reach("list", lambda: self.glass.tap(*OK), "pin to home")

    def part(self, tree: Tree) -> None:
        """The goodbye stands there and a spare behind it."""
        self.glass.tap(*END)
        wait_until(lambda: len(visits(tree.pids())) == _WITH_SPARE, "no spare comes")
