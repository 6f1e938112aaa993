"""One practice world for each worker, and a fresh visit in it for each story."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from devices.cards.launcher import CardShelf
from devices.printing.practice import PracticePrinter
from kiosk.letters.press import ChildPress
from kiosk.letters.starting import own_press
from kiosk.training.town import PracticeTown
from tests.journeys.story import SECONDS_A_PAGE, Story, Visits, World


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory, standing_shelf: CardShelf) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("practice")
    with (
        PracticeTown(folder / "town") as town,
        PracticePrinter(folder / "printer", SECONDS_A_PAGE) as printer,
    ):
        yield World(town, standing_shelf, printer)


@pytest.fixture
def world(practice: World) -> Iterator[World]:
    practice.lay_out_cards()
    yield practice
    practice.mend()


@pytest.fixture(scope="session")
def press() -> Iterator[ChildPress]:
    """One mother for all stories of a worker; she has a child for each letter."""
    with own_press() as press:
        yield press


@pytest.fixture
def visits(world: World, press: ChildPress, tmp_path: Path) -> Iterator[Visits]:
    """One visit after the other at the same kiosk."""
    with ExitStack() as stack:
        yield lambda: Story(world, press, tmp_path, stack)


@pytest.fixture
def story(world: World, press: ChildPress, tmp_path: Path) -> Iterator[Story]:
    with ExitStack() as stack:
        yield Story(world, press, tmp_path, stack)
