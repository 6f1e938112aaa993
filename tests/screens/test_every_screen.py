"""Every screen in every language, looked at by an inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtQuick import QQuickItem

from tests.screens.audit import findings, missing_glyphs, texts, unseen_focus
from tests.screens.states import LANGUAGES, STATES, TYPED, visit
from ui.screens.every import VIEW_MODELS
from ui.screens.visit import scene
from ui.tongue import tongue


def test_every_screen_has_a_made_up_visit():
    scenes = [scene(visit(name), tongue("da")) for name in STATES]
    shown = {type(model) for each in scenes for model in (each.model, each.strip) if model}
    assert shown == set(VIEW_MODELS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATES)
def test_an_inspector_finds_nothing(glass, name, language):
    glass.show(visit(name, language))
    assert findings(glass) == []


def test_a_hidden_pin_is_drawn_in_letters_that_we_have(glass):
    state, keys = TYPED["asking-pin-typed"]
    glass.show(visit(state))
    glass.type(keys)
    glass.settle()
    assert [line for text in texts(glass) for line in missing_glyphs(text.property("text"))] == []


def test_the_screens_change_while_another_window_is_in_front(glass):
    glass.show(visit("welcome"))
    other = QWindow()
    other.show()
    other.requestActivate()
    glass.until(lambda: glass.window.activeFocusItem() is None)
    for name in ("asking-user-id", "welcome", "asking-user-id"):
        glass.show(visit(name))
    assert glass.warnings == []
    other.close()


@pytest.fixture
def low(glass):
    """A panel as wide as ever, but only half as high as wide."""
    before = glass.window.size()
    glass.window.resize(before.width(), before.width() * 9 // 16)
    yield glass
    glass.window.resize(before)
    glass.settle()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_on_a_low_panel(low, language):
    for name in STATES:
        low.show(visit(name, language))
        found = [line for line in findings(low) if line.startswith(("cut off", "outside", "sticks out"))]
        assert found == [], name


def test_a_fingertip_is_measured_as_everything_else_on_a_low_panel(low):
    low.settle()
    usual = low.stage.property("millimetre") * 15
    assert 0.6 * usual < low.window.property("fingertip") < 0.8 * usual


@pytest.mark.parametrize("language", ["da", "ar"])
@pytest.mark.parametrize("name", STATES)
def test_tab_reaches_every_control_and_comes_back(glass, name, language):
    glass.show(visit(name, language))
    wanted = {item for item in glass.items() if _takes_focus(item)}
    reached = set()
    for _ in range(len(wanted) + 2):
        glass.press(Qt.Key.Key_Tab)
        reached.add(_focused(glass))
    assert _names(wanted - reached) == []
    assert len(reached) >= len(wanted)


def _takes_focus(item: QQuickItem) -> bool:
    return item.activeFocusOnTab() and item.isEnabled()


def _focused(glass) -> QQuickItem:
    """A row of the list stands for the list."""
    item = glass.window.activeFocusItem()
    while not item.activeFocusOnTab() and item.parentItem() is not None:
        item = item.parentItem()
    return item


def _names(items) -> list[str]:
    return [item.property("text") or item.objectName() or item.metaObject().className() for item in items]


@pytest.mark.parametrize(
    "name",
    [
        "welcome",
        "asking-pin",
        "asking-user-id",
        "mailbox",
        "mailbox-found",
        "reading-attachment",
        "asking-to-print",
        "warned",
    ],
)
def test_the_focus_can_be_seen_on_every_control(glass, name):
    glass.show(visit(name))
    assert unseen_focus(glass) == []


@pytest.mark.parametrize("name", ["mailbox", "asking-to-serve", "trouble-refused"])
def test_arabic_stands_the_other_way_round(glass, name):
    glass.show(visit(name, "da"))
    left = glass.named("language").mapToScene(glass.named("language").boundingRect().center()).x()
    glass.show(visit(name, "ar"))
    right = glass.named("language").mapToScene(glass.named("language").boundingRect().center()).x()
    assert left > glass.window.width() / 2 > right


def test_training_is_said_on_every_screen(glass):
    for name in STATES:
        glass.stage.show(visit(name))
        assert any("TRAINING" in (item.property("text") or "") for item in glass.items())
