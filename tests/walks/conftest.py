"""A practice world, an X server without a screen, and a kiosk for each road out of a visit."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from devices.cards.launcher import CardShelf
from devices.printing.practice import PracticePrinter
from kiosk.training.town import PracticeTown
from tests.bench.glass import Glass
from tests.bench.virtual import virtual_display
from tests.bench.x11 import Display
from tests.fences.conftest import too_new  # noqa: F401 - a fixture
from tests.journeys.story import World
from tests.trace.canaries import Canary
from tests.trace.kiosk import Kiosk, Surroundings, Vera
from tests.trace.looking import Step, leave_by, look_at_all_files
from tests.trace.manifest import name_of


@pytest.fixture(scope="session")
def other_side(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("other-side")


@pytest.fixture(scope="session")
def practice(other_side: Path, standing_shelf: CardShelf) -> Iterator[World]:
    with (
        PracticeTown(other_side / "town") as town,
        PracticePrinter(other_side / "printer", seconds_a_page=0.2) as printer,
    ):
        yield World(town, standing_shelf, printer)


@pytest.fixture
def world(practice: World) -> Iterator[World]:
    practice.lay_out_cards()
    yield practice
    practice.mend()


@contextmanager
def _message_bus() -> Iterator[tuple[str, int]]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", "--address=unix:tmpdir=/tmp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            yield daemon.stdout.readline().strip(), daemon.pid
        finally:
            daemon.terminate()


@pytest.fixture
def silence() -> str:
    """From the last sign of life to the warning: longer than any test."""
    return "10 min"


@pytest.fixture
def vera(world: World, other_side: Path, tmp_path: Path, silence: str) -> Iterator[Vera]:
    with vera_at_a_kiosk(world, other_side, tmp_path, silence) as vera:
        yield vera


@pytest.fixture
def kiosk(vera: Vera) -> Kiosk:
    """The one at which Vera stands."""
    return vera.kiosk


@pytest.fixture(scope="module")
def vera_for_all(
    practice: World, other_side: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Vera]:
    """At a kiosk that nobody uses, for all tests of a file."""
    with vera_at_a_kiosk(practice, other_side, tmp_path_factory.mktemp("kiosk"), "10 min") as vera:
        yield vera


@contextmanager
def vera_at_a_kiosk(world: World, other_side: Path, folder: Path, silence: str) -> Iterator[Vera]:
    with (
        virtual_display() as screen,
        _message_bus() as (address, bus),
        closing(Display(screen.display)) as seen,
    ):
        surroundings = Surroundings(screen.display, screen.pid, address, bus, other_side)
        kiosk = Kiosk(world, folder, surroundings, silence)
        try:
            yield Vera(world, kiosk, Glass(seen))
        finally:
            kiosk.end()


@pytest.fixture(scope="session")
def canaries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Canary]]:
    """Of all roads that one worker has walked; at its end every file of the machine is searched for them."""
    begun, canaries = time.time(), list[Canary]()
    yield canaries
    parents = tmp_path_factory.getbasetemp().parents
    of_tests = next(folder for folder in parents if folder.name.startswith("pytest-of-"))
    assert look_at_all_files(begun, of_tests, canaries).hits == []


@pytest.fixture
def nothing_is_left(
    vera: Vera, canaries: list[Canary], record_property: Callable[[str, object], None]
) -> Callable[[Step, Step], None]:
    """A visit by a way in and a road out; fails when anything of it is found."""

    def leave(way_in: Step, road: Step) -> None:
        record_property("road", name_of(road))
        canaries.extend(vera.canaries)
        report = leave_by(way_in, road, vera)
        canaries.extend(vera.canaries)
        record_property("hits", len(report.hits))
        record_property("searched", report.summary())
        assert report.hits == [], "\n".join(report.hits)

    return leave
