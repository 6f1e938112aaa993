"""A thousand visits by random hands, and nothing that grows: ``./dev bench soak --visits 1000``."""

import argparse
import os
import secrets
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.station.family import adopt_orphans
from kiosk.station.mounts import mount_memory
from kiosk.station.proving import Proof, at_most, exit_status, reported, table
from kiosk.training.client import TownClient
from tests.bench import gauges
from tests.bench.citizen import Citizen
from tests.bench.diary import Diary
from tests.bench.gauges import Sample
from tests.bench.handover import UpperGlass
from tests.bench.kiosk import Kiosk
from tests.bench.plans import Plan, draw
from tests.bench.processes import Tree
from tests.bench.surroundings import surroundings
from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display

_ROOMS: Final = Path("/dev/shm/rooms")
_SHORTEST: Final = f"""
[room]
parent = "{_ROOMS}"
[limits]
silence = "20 s"
warning = "20 s"
cover = "5 s"
goodbye = "3 s"
leave = "3 s"
"""
_SAMPLES: Final = 40
_SAID_S: Final = 10.0
_BUDGET_S: Final = 1.5
_HAPPENED: Final = (
    "login_by_card", "mailbox_shown", "letter_shown", "print_begun", "print_ended", "print_held", "hindered",
    "covered", "uncovered", "stepped_away", "came_back", "login_refused", "ended",
)  # fmt: skip
_ENOUGH: Final = 1000
"""In so many visits each of them has happened, whatever the seed."""


class BrokenError(Exception):
    """The soak met something that does not go on; the message says how to see it again."""


@dataclass(slots=True)
class Record:
    """``waits``: seconds from the call to the next welcome, as the supervisor says, by the number of the visit.

    ``whole``: seconds of each visit; ``happened``: notes of each kind in the journal.
    """

    samples: list[Sample] = field(default_factory=list[Sample])
    waits: dict[int, float] = field(default_factory=dict[int, float])
    whole: list[float] = field(default_factory=list[float])
    happened: dict[str, int] = field(default_factory=dict[str, int])
    pauses: int = 0


class Soak:
    """Visits on one kiosk, each drawn from the seed and its own number."""

    def __init__(self, citizen: Citizen, seed: int, folder: Path) -> None:
        self._citizen, self._seed, self._folder = citizen, seed, folder
        self.record = Record()

    def visit(self, number: int) -> None:
        plan, begun = draw(self._seed, number), time.monotonic()
        with self._replayable(number, plan):
            self._come_and_go(number, plan)
        self.record.whole.append(time.monotonic() - begun)

    @contextmanager
    def _replayable(self, number: int, plan: Plan) -> Generator[None]:
        """Whatever breaks, the message says how to see it again."""
        try:
            yield
        except Exception as error:
            name = type(error).__name__
            raise BrokenError(
                f"visit {number} ({plan}): {name}: {error}; notes: {self._citizen.story()}\n"
                f"again: ./dev bench soak --seed {self._seed} --first {number} --visits 1"
            ) from error

    def _come_and_go(self, number: int, plan: Plan) -> None:
        citizen = self._citizen
        citizen.comes(plan.person)
        for act in plan.acts:
            act(citizen)
        shown = citizen.makes_way()
        self.record.waits[number] = (shown.count or 0) / 1000
        self.record.pauses += citizen.has("out_of_order")
        citizen.mends()
        citizen.glass.await_scene("welcome")

    def count(self) -> None:
        self.record.happened = self._citizen.diary.counts()

    def weigh(self, visits: int, number: int) -> None:
        """After so many visits, the last of them of that number."""
        with self._replayable(number, draw(self._seed, number)):
            self._citizen.tree.calm_down()
            self.record.samples.append(gauges.sample(visits, self._citizen.tree, self._folder, _ROOMS))


@contextmanager
def _kiosk(seed: int) -> Generator[Soak]:
    adopt_orphans()
    with ExitStack() as stack:
        name, _ = stack.enter_context(virtual_display())
        display = Display(name)
        stack.callback(display.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        world = stack.enter_context(surroundings(folder))
        # Of its own: nobody else's files are counted, and no room of others is swept.
        mount_memory(_ROOMS.parent)
        mount_memory(Path("/var/tmp"))
        _ROOMS.mkdir(mode=0o700)
        with world.settings.open("a") as settings:
            settings.write(_SHORTEST)
        kiosk = Kiosk(UpperGlass(display), name, world)
        tree = stack.enter_context(kiosk.start())
        try:
            yield Soak(_citizen(stack, kiosk, tree, folder), seed, folder)
        except BaseException:
            kiosk.glass.save(Path(tempfile.gettempdir()) / "bench-soak-astray.png")
            sys.stderr.writelines(kiosk.log.read_text(errors="replace").splitlines(keepends=True)[-40:])
            raise


def _citizen(stack: ExitStack, kiosk: Kiosk, tree: Tree, folder: Path) -> Citizen:
    while kiosk.glass.is_black():
        time.sleep(0.1)
    kiosk.glass.learn("welcome")
    diary = Diary(folder / "journal.db")
    stack.callback(diary.close)
    while diary.shown() is None:
        time.sleep(0.1)
    url = tomllib.loads((folder / "kiosk.toml").read_text())["post"]["url"]
    town = stack.enter_context(TownClient(url))
    return Citizen(kiosk.glass, folder, town, diary, tree)


def measure(seed: int, first: int, visits: int) -> Record:
    """Raises :class:`BrokenError` when a visit does not end or no next one comes."""
    print(f"soak: seed {seed}", file=sys.stderr, flush=True)
    every = max(2, visits // _SAMPLES)
    with _kiosk(seed) as soak:
        progress = _Progress(visits)
        for done in range(1, visits + 1):
            soak.visit(first + done - 1)
            if done % every == 0:
                soak.weigh(done, first + done - 1)
            progress.at(done)
        soak.count()
        return soak.record


class _Progress:
    """How far it is, and how long it will take, every ten seconds."""

    def __init__(self, visits: int) -> None:
        self._visits, self._begun, self._said = visits, time.monotonic(), 0.0

    def at(self, done: int) -> None:
        now = time.monotonic()
        if now - self._said >= _SAID_S or done == self._visits:
            each = (now - self._begun) / done
            left = each * (self._visits - done) / 60
            print(
                f"soak: {done:,} of {self._visits:,} visits, {each:.1f} s each, {left:.0f} min left",
                file=sys.stderr,
                flush=True,
            )
            self._said = now


def proofs(record: Record) -> Iterator[Proof]:
    """Of a whole soak."""
    waits = record.waits
    yield reported("visits, all of them ended", f"{len(waits)}, {statistics.mean(record.whole):.1f} s each")
    yield reported("from the call to the next welcome, median", _ms(statistics.median(waits.values())))
    worst = max(waits, key=lambda number: waits[number])
    yield at_most(f"from the call to the next welcome, worst (visit {worst})", waits[worst], _BUDGET_S, _ms)
    yield reported("pauses out of order, all of them over", str(record.pauses))
    left = record.happened.get("room_not_empty", 0)
    yield Proof("visits that left a file in their room", str(left), "none", left == 0)
    for what in _HAPPENED:
        yield _happened(what, record.happened.get(what, 0), len(waits))
    if len(record.samples) > 1:
        yield from gauges.proofs(record.samples)


def _happened(what: str, times: int, visits: int) -> Proof:
    """A soak in which nothing happens shows nothing; in a short one not everything does."""
    written = f"{times:,} times"
    if visits < _ENOUGH:
        return reported(f"happened: {what}", written)
    return Proof(f"happened: {what}", written, "at least once", times > 0)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="./dev bench soak", description=__doc__)
    parser.add_argument("--visits", type=int, default=1000, metavar="N")
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(10**6), help="the same visits once more"
    )
    parser.add_argument("--first", type=int, default=1, metavar="N", help="the number of the first visit")
    given = parser.parse_args(arguments)
    try:
        record = measure(given.seed, given.first, given.visits)
    except BrokenError as error:
        print(f"soak: {error}", file=sys.stderr)
        return os.EX_SOFTWARE
    results = list(proofs(record))
    print(table(results), end="")
    print(f"seed {given.seed}")
    return exit_status(results)


if __name__ == "__main__":
    sys.exit(main())
