"""The whole measurement: both contestants learned, then walked in turn on the same display."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.station.family import adopt_orphans
from tests.bench.chromium import Chromium
from tests.bench.contestants import Contestant
from tests.bench.figures import Run
from tests.bench.glass import Glass, LateError
from tests.bench.kiosk import Kiosk
from tests.bench.surroundings import surroundings
from tests.bench.virtual import virtual_display
from tests.bench.walk import walk
from tests.bench.x11 import Display


@dataclass(slots=True)
class Measured:
    """What the walks have measured that came to their end; ``runs`` of each were begun."""

    runs: int
    kiosk: list[Run] = field(default_factory=list[Run])
    chromium: list[Run] = field(default_factory=list[Run])


def measure(runs: int) -> Measured:
    """``runs`` walks of each, in turn. One that goes astray is told of, and missing from the results."""
    adopt_orphans()
    measured = Measured(runs)
    with _contestants() as (kiosk, chromium):
        pairs = [(kiosk, measured.kiosk), (chromium, measured.chromium)]
        pairs = [(contestant, results) for contestant, results in pairs if _learn(contestant)]
        for number in range(runs):
            # Whoever comes second finds the disk warmer, so they take turns at that too.
            for contestant, results in pairs if number % 2 else reversed(pairs):
                results += _try(contestant, f"run {number + 1} of {runs}", learning=False)
    return measured


@contextmanager
def _contestants() -> Iterator[tuple[Contestant, Contestant]]:
    with ExitStack() as stack:
        name, _ = stack.enter_context(virtual_display())
        display = Display(name)
        stack.callback(display.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        world = stack.enter_context(surroundings(folder))
        yield Kiosk(Glass(display), name, world), Chromium(Glass(display), name, folder)


def _learn(contestant: Contestant) -> bool:
    """Twice: after the first time a letter is no longer new, and files are in the page cache."""
    return all(_try(contestant, "learning how it looks", learning=True) for _ in range(2))


def _try(contestant: Contestant, what: str, *, learning: bool) -> list[Run]:
    """One walk; nothing, if it went astray."""
    _tell(f"{contestant.name}, {what}")
    try:
        return [walk(contestant, learning=learning).figures]
    except (LateError, TimeoutError) as error:
        _tell(f"{contestant.name} went astray: {error}")
        return []


def _tell(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)
