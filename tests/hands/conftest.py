"""The glass once for all stories, and somebody before it for each, in every language and with either hand."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from devices.cards.launcher import CardShelf
from devices.printing.practice import PracticePrinter
from kiosk.letters.press import ChildPress
from kiosk.letters.starting import own_press
from kiosk.training.town import PracticeTown
from tests.hands.manners import ALL_SIX, Manner
from tests.hands.visitor import Visitor, Visitors
from tests.journeys.story import SECONDS_A_PAGE, World
from tests.screens.glass import TestedGlass
from tests.screens.states import visit


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory, standing_shelf: CardShelf) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("practice")
    with (
        PracticeTown(folder / "town") as town,
        PracticePrinter(folder / "printer", SECONDS_A_PAGE) as printer,
    ):
        yield World(town, standing_shelf, printer)


@pytest.fixture(scope="session")
def press() -> Iterator[ChildPress]:
    with own_press() as press:
        yield press


@pytest.fixture(scope="session")
def put_up() -> Iterator[TestedGlass]:
    glass = TestedGlass(visit("welcome"))
    yield glass
    glass.take_down()


@pytest.fixture(params=ALL_SIX, ids=str)
def manner(request) -> Manner:
    return request.param


@pytest.fixture
def visitors(
    manner, practice: World, press, put_up: TestedGlass, tmp_path: Path, record_property
) -> Iterator[Visitors]:
    """One after the other at the same glass. A QML warning during the story fails it. It is told who came."""
    practice.lay_out_cards()
    put_up.come_to_front()
    put_up.warnings.clear()
    came = list[Visitor]()

    def comes() -> Visitor:
        came.append(Visitor(put_up, manner.hand, manner.language, practice, press, tmp_path, stack))
        return came[-1]

    with ExitStack() as stack:
        stack.callback(practice.mend)
        yield comes
        put_up.glass.connect_runner(put_up.runner)
    record_property("people", " ".join(sorted({each.who for each in came})))
    assert put_up.warnings == []


@pytest.fixture
def visitor(visitors: Visitors) -> Visitor:
    return visitors()
