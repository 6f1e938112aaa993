"""The whole measurement: both contestants learned, then walked in turn on the same display."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.chromium import Chromium
from tests.bench.contestants import Contestant
from tests.bench.figures import Run
from tests.bench.glass import Glass
from tests.bench.kiosk import Kiosk
from tests.bench.processes import adopt_orphans
from tests.bench.surroundings import surroundings
from tests.bench.virtual import virtual_display
from tests.bench.walk import walk
from tests.bench.x11 import Display


@dataclass(slots=True)
class Measured:
    kiosk: list[Run] = field(default_factory=list[Run])
    chromium: list[Run] = field(default_factory=list[Run])


def measure(runs: int) -> Measured:
    """``runs`` walks of each, in turn. Raises :class:`LateError` when one does not show what it should."""
    adopt_orphans()
    with _contestants() as (kiosk, chromium):
        _learn(kiosk, chromium)
        measured = Measured()
        for number in range(runs):
            # Whoever comes second finds the disk warmer, so they take turns at that too.
            pairs = [(kiosk, measured.kiosk), (chromium, measured.chromium)]
            for contestant, results in pairs if number % 2 else reversed(pairs):
                _tell(f"run {number + 1} of {runs}, {contestant.name}")
                results.append(walk(contestant, learning=False).figures)
        return measured


@contextmanager
def _contestants() -> Iterator[tuple[Contestant, Contestant]]:
    with ExitStack() as stack:
        name = stack.enter_context(virtual_display())
        display = Display(name)
        stack.callback(display.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        world = stack.enter_context(surroundings(folder))
        yield Kiosk(Glass(display), name, world), Chromium(Glass(display), name, folder)


def _learn(*contestants: Contestant) -> None:
    """Twice: after the first time a letter is no longer new, and files are in the page cache."""
    for contestant in contestants:
        for _ in range(2):
            _tell(f"learning how {contestant.name} looks")
            walk(contestant, learning=True)


def _tell(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)
