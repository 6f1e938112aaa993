"""A practice world, an X server without a screen, and a kiosk for each walk."""

import subprocess
from collections.abc import Iterator, Mapping
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
from tests.trace.headphones import SOUND
from tests.trace.kiosk import Kiosk
from tests.trace.roads import Road, by_silence
from tests.trace.vera import Surroundings, Vera

LIMITS = {"goodbye": "3 s", "leave": "3 s", "cover": "5 s", "warning": "20 s", "silence": "10 min"}
"""From the last sign of life to the warning it is longer than any test."""


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
def message_bus() -> Iterator[tuple[str, int]]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", "--address=unix:tmpdir=/tmp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            yield daemon.stdout.readline().strip(), daemon.pid
        finally:
            daemon.terminate()


@pytest.fixture
def road() -> Road | None:
    """Out of the visit, for a test that walks one."""
    return None


@pytest.fixture
def vera(world: World, other_side: Path, tmp_path: Path, road: Road | None) -> Iterator[Vera]:
    limits = LIMITS | {"silence": "20 s"} if road is by_silence else LIMITS
    with vera_at_a_kiosk(world, other_side, tmp_path, limits) as vera:
        yield vera


@pytest.fixture
def kiosk(vera: Vera) -> Kiosk:
    """The one at which Vera stands."""
    return vera.kiosk


@contextmanager
def vera_at_a_kiosk(
    world: World, other_side: Path, folder: Path, limits: Mapping[str, str]
) -> Iterator[Vera]:
    printer = other_side / "printer"
    theirs = (other_side / "town", printer / "out", world.shelf.cards)
    with (
        virtual_display() as screen,
        message_bus() as (address, bus),
        closing(Display(screen.display)) as seen,
    ):
        environment = {
            "DISPLAY": screen.display,
            # Who is told of it writes there whatever assistive tools may want to know.
            "AT_SPI_BUS_ADDRESS": address,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
        }
        kiosk = Kiosk(world, folder, environment, limits, more=SOUND)
        around = Surroundings(screen.display, screen.pid, bus, printer, theirs)
        try:
            yield Vera(world, kiosk, Glass(seen), around)
        finally:
            kiosk.end()
