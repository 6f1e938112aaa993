"""From one citizen's goodbye to the next one's welcome: ``./dev bench handover --visits 200``."""

import argparse
import os
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.station.family import adopt_orphans
from kiosk.station.proving import Proof, at_most, exit_status, reported, table
from tests.bench import places
from tests.bench.glass import HEIGHT, WIDTH, Glass, wait_until
from tests.bench.kiosk import Kiosk
from tests.bench.processes import Tree, visits
from tests.bench.surroundings import surroundings
from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display

_FOOT: Final = 900
"""Below it the welcome says when the last visit ended, which comes a moment later and is never the same."""
_READY_WITHIN_S: Final = 20.0
_CALM_S: Final = 0.3
_PATIENT: Final = '[limits]\ngoodbye = "1 min"\n'
"""Nothing ends a goodbye but the finger."""

_SPARES: Final = 2
"""So many spares may die behind one visit; then the supervisor waits until the next one is needed."""


class UpperGlass(Glass):
    """All but the foot of the screen, which can be looked at by itself."""

    def column(self, x: int) -> bytes:
        return self.display.pixels(x, 0, 1, _FOOT)

    def whole(self) -> bytes:
        return self.display.pixels(0, 0, WIDTH, _FOOT)

    def foot(self) -> bytes:
        return self.display.pixels(0, _FOOT, WIDTH, HEIGHT - _FOOT)


@dataclass(slots=True)
class Waits:
    """Seconds in which the next citizen saw no welcome; ``line``: until it also said what was left of the last visit.

    ``together``: the memory of all processes before the change.
    """

    spare: list[float] = field(default_factory=list[float])
    line: list[float] = field(default_factory=list[float])
    cold: list[float] = field(default_factory=list[float])
    killed: list[float] = field(default_factory=list[float])
    together: list[int] = field(default_factory=list[int])


class Handover:
    """Drives real visits on a real kiosk."""

    def __init__(self, glass: UpperGlass, tree: Tree, journal: Path) -> None:
        self._glass = glass
        self._welcome = self._no_line = b""
        self._tree = tree
        self._journal = journal
        self._seen = 0
        self.waits = Waits()

    def learn(self) -> None:
        while self._glass.is_black():
            time.sleep(_CALM_S)
        self._glass.learn("welcome")
        self._welcome, self._no_line = self._glass.whole(), self._glass.foot()
        self._ask()
        self._glass.learn("question")
        self._part()
        self._wait_for_spare()
        self._next()

    def with_spare(self) -> None:
        self._come_and_go()
        self._wait_for_spare()
        self.waits.together.append(self._tree.pss_bytes())
        welcome, line = self._next()
        self.waits.spare.append(welcome)
        self.waits.line.append(line)

    def without_spare(self) -> None:
        """Whatever kills a spare, the next visit starts when it is needed."""
        self._come_and_go()
        for _ in range(_SPARES):
            os.kill(self._wait_for_spare(), signal.SIGKILL)
        time.sleep(_CALM_S)
        welcome, _ = self._next()
        self.waits.cold.append(welcome)

    def after_a_kill(self) -> None:
        self._ask()
        self._glass.await_scene("question")
        begun = time.perf_counter()
        os.kill(self._visits()[0], signal.SIGKILL)
        self._glass.await_scene("welcome")
        self.waits.killed.append(time.perf_counter() - begun)

    def _come_and_go(self) -> None:
        self._ask()
        self._glass.await_scene("question")
        self._part()

    def _ask(self) -> None:
        self._glass.rest()
        self._glass.tap(*places.CODE)

    def _part(self) -> None:
        """The goodbye says the time, so it is never the same: it is the one that stays."""
        before = self._glass.rest()
        self._glass.tap(*places.END)
        while self._glass.rest(_CALM_S) == before:
            pass

    def _next(self) -> tuple[float, float]:
        """Take the goodbye away; how long until the next welcome is right, and until it says what was left.

        Right in every column that is watched; then every pixel is compared. Raises :class:`LateError`.
        """
        self._glass.rest()
        self._glass.display.point(*places.DONE)
        self._glass.display.press()
        begun = time.perf_counter()
        self._glass.display.release()
        self._glass.await_scene("welcome")
        elapsed = time.perf_counter() - begun
        wait_until(lambda: self._glass.whole() == self._welcome, "the welcome is not right in every pixel")
        wait_until(lambda: self._glass.foot() != self._no_line, "nothing is said of the last visit")
        return elapsed, time.perf_counter() - begun

    def _wait_for_spare(self) -> int:
        """Until the journal says that one more is ready; its process."""
        end = time.monotonic() + _READY_WITHIN_S
        while (ready := self._ready()) == self._seen:
            if time.monotonic() > end:
                raise TimeoutError("no spare comes")
            time.sleep(_CALM_S)
        self._seen = ready
        time.sleep(_CALM_S)
        return self._visits()[-1]

    def _ready(self) -> int:
        with closing(sqlite3.connect(f"file:{self._journal}?mode=ro", uri=True)) as journal:
            return journal.execute("select count(*) from notes where what = 'visit_ready'").fetchone()[0]

    def _visits(self) -> list[int]:
        """The processes of visits, the one on the glass first."""
        return visits(self._tree.pids())


@contextmanager
def _kiosk() -> Iterator[Handover]:
    adopt_orphans()
    with ExitStack() as stack:
        name, _ = stack.enter_context(virtual_display())
        display = Display(name)
        stack.callback(display.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="handover-")))
        world = stack.enter_context(surroundings(folder))
        with world.settings.open("a") as settings:
            settings.write(_PATIENT)
        glass = UpperGlass(display)
        kiosk = Kiosk(glass, name, world)
        try:
            yield Handover(glass, stack.enter_context(kiosk.start()), folder / "journal.db")
        except BaseException:
            kiosk.glass.save(Path(tempfile.gettempdir()) / "bench-handover-astray.png")
            sys.stderr.write(kiosk.log.read_text(errors="replace"))
            raise


def measure(visits: int, cold: int) -> Waits:
    """Raises :class:`LateError` when a welcome does not come."""
    with _kiosk() as handover:
        handover.learn()
        for number in range(visits):
            handover.with_spare()
            if (number + 1) % 20 == 0:
                print(f"handover: {number + 1} of {visits} visits", file=sys.stderr, flush=True)
        for _ in range(cold):
            handover.without_spare()
        # A third one would put the machine out of order.
        for _ in range(2):
            handover.after_a_kill()
        return handover.waits


def proofs(waits: Waits) -> Iterator[Proof]:
    yield at_most("goodbye to next welcome, with the spare, median", _median(waits.spare), 0.060, _ms)
    yield at_most("goodbye to next welcome, with the spare, worst", max(waits.spare), 0.150, _ms)
    yield reported("… nineteen in twenty at most", _ms(statistics.quantiles(waits.spare, n=20)[-1]))
    yield at_most("goodbye to next welcome, without a spare, worst", max(waits.cold), 1.5, _ms)
    yield at_most("killed visit to next welcome, worst", max(waits.killed), 1.5, _ms)
    yield at_most("goodbye to the line that says what was left, worst", max(waits.line), 1.0, _ms)
    yield reported("visits", f"{len(waits.spare)} with the spare, {len(waits.cold)} without")
    together = _median([float(size) for size in waits.together])
    yield reported("memory of all processes with the spare ready", f"{together / 1e6:.0f} MB")


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="./dev bench handover", description=__doc__)
    parser.add_argument("--visits", type=int, default=200, metavar="N", help="with the spare")
    parser.add_argument("--cold", type=int, default=10, metavar="N", help="without one")
    given = parser.parse_args(arguments)
    results = list(proofs(measure(given.visits, given.cold)))
    print(table(results), end="")
    return exit_status(results)


if __name__ == "__main__":
    sys.exit(main())
