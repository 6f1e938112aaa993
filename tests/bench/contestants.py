"""What is compared: a program on the glass, and the moves that are its own."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from tests.bench.glass import Glass
from tests.bench.processes import Tree
from tests.bench.record import Record


class Contestant(Protocol):
    """All look alike, so a finger touches them in the same places; they differ in how one gets inside."""

    name: str
    glass: Glass
    log: Path
    """What the program has to say."""

    def start(self) -> AbstractContextManager[Tree]:
        """From nothing, as on the first day."""
        ...

    def enter(self, record: Record) -> None:
        """From the welcome to the mailbox, the scene "list"."""
        ...

    def part(self, tree: Tree) -> None:
        """Out of the mailbox, until everything is ready for the next citizen."""
        ...
