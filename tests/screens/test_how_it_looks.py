"""Larger, clearer, wider apart, lower: every screen as an inspector sees it, and the step that is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from tests.screens.audit import findings, texts, unseen_focus
from tests.screens.glass import TestedGlass
from tests.screens.looks import ACROSS, HARDEST, LEAST, USUAL, Look, dress
from tests.screens.states import STATES, visit
from tests.screens.test_saying_things import touch
from ui.looks import Colours, TextSize
from ui.tongue import LANGUAGES

SAMPLE = [
    *((HARDEST, code, place) for place, code in enumerate(("da", "ar", "kl", "de"))),
    *((ACROSS[place % len(ACROSS)], language.code, place) for place, language in enumerate(LANGUAGES)),
]
"""Each language in one look, and of the screens every fourth, another fourth in each. The whole matrix is made by
``./dev screens --all``."""
_SHARE = 4


@pytest.fixture
def dressed(glass) -> Iterator[TestedGlass]:
    """A glass whose looks are as usual again afterwards, as they are for the next citizen."""
    yield glass
    dress(glass, USUAL)


@pytest.mark.parametrize(("look", "language", "place"), SAMPLE, ids=str)
def test_an_inspector_finds_nothing_however_it_looks(dressed, look, language, place):
    dress(dressed, look)
    found = {}
    for name in [*STATES][place % _SHARE :: _SHARE]:
        dressed.show(visit(name, language))
        if faults := findings(dressed, contrast=LEAST[look.colours]):
            found[name] = faults
    assert found == {}
    assert dressed.warnings == []


@pytest.mark.parametrize("menu", ["See and hear", "Language"])
@pytest.mark.parametrize("look", ACROSS, ids=str)
def test_an_inspector_finds_nothing_in_the_menus(dressed, look, menu):
    dress(dressed, look)
    dressed.show(visit("mailbox", "en"))
    touch(dressed, menu)
    assert findings(dressed, contrast=LEAST[look.colours]) == []


def test_the_largest_letters_can_be_read_from_sixty_centimetres(dressed):
    dress(dressed, Look(TextSize.LARGEST))
    for name in STATES:
        dressed.show(visit(name))
        smallest = min(QFontMetricsF(item.property("font")).capHeight() for item in texts(dressed))
        assert smallest / dressed.stage.property("millimetre") >= 7.33, name


def test_the_soft_theme_is_soft(dressed):
    dress(dressed, Look(colours=Colours.SOFT))
    dressed.show(visit("mailbox"))
    assert [line for line in findings(dressed, contrast=8.0) if line.startswith("contrast")] != []


def test_low_down_leaves_the_upper_part_alone_and_the_other_half_is_enough(dressed):
    dressed.show(visit("mailbox"))
    dress(dressed, Look(low=True))
    band = dressed.window.property("outOfReach")
    assert band > 20 * dressed.stage.property("millimetre")
    assert min(item.mapToScene(item.boundingRect().topLeft()).y() for item in texts(dressed)) >= band


def test_what_was_typed_stays_however_it_looks(dressed):
    dressed.show(visit("asking-user-id", "en"))
    dressed.type("maja")
    touch(dressed, "See and hear")
    touch(dressed, "Letters: Largest")
    touch(dressed, "Colours: White on black")
    touch(dressed, "Close")
    assert "maja" in {item.property("text") for item in texts(dressed)}
    assert dressed.runner.heard == []


def test_the_focus_never_stands_where_nobody_sees_it(dressed):
    dress(dressed, Look(TextSize.LARGEST, low=True))
    dressed.show(visit("looking-at-mandate-longest", "en"))
    page = dressed.named("pageful")
    window = QRectF(page.mapRectToScene(page.boundingRect()))
    for _ in range(12):
        dressed.press(Qt.Key.Key_Tab)
        seen = dressed.window.activeFocusItem()
        rect = seen.mapRectToScene(seen.boundingRect())
        inside = any(above is page for above in _above(seen))
        assert not inside or window.adjusted(-1, -1, 1, 1).contains(rect), seen.property("text")


def _above(item) -> Iterator:
    while item is not None:
        yield item
        item = item.parentItem()


@pytest.mark.parametrize("colours", Colours)
def test_the_focus_can_be_seen_in_every_theme(dressed, colours):
    dress(dressed, Look(colours=colours))
    dressed.show(visit("mailbox"))
    assert unseen_focus(dressed) == []
