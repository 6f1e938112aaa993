"""Two ways to say a thing at the glass that is seen: with a finger, and with four arrows and OK alone."""

from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.screens.glass import TestedGlass

_MOST_KEYS = 120


class Hand(Protocol):
    def choose(self, glass: TestedGlass, item: QQuickItem) -> None: ...

    def type(self, glass: TestedGlass, letters: str) -> None:
        """Letters or digits, and OK."""
        ...


class Finger:
    """Touches what is meant, also every key of the keypad and the keyboard on the glass."""

    def choose(self, glass: TestedGlass, item: QQuickItem) -> None:
        point = _centre(item).toPoint()
        QTest.mouseClick(glass.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        glass.settle()

    def type(self, glass: TestedGlass, letters: str) -> None:
        space = glass.stage.tongue.say("Space")
        for letter in letters:
            key = space if letter == " " else letter
            self.choose(glass, next(item for item in buttons(glass) if item.property("text") == key))
        self.choose(glass, glass.named("ok"))


class Keys:
    """Presses arrows until the focus is on what is meant, then OK. Letters come from a keyboard with keys."""

    def choose(self, glass: TestedGlass, item: QQuickItem) -> None:
        pressed: Counter[tuple[QQuickItem, Qt.Key]] = Counter()
        for _ in range(_MOST_KEYS):
            if glass.window.activeFocusItem() is item:
                glass.press(Qt.Key.Key_Return)
                glass.settle()
                return
            self._towards(glass, item, pressed)
        raise AssertionError(f"no arrow leads to {spoken(item)}")

    def type(self, glass: TestedGlass, letters: str) -> None:
        glass.type(letters)
        glass.press(Qt.Key.Key_Return)
        glass.settle()

    def _towards(self, glass: TestedGlass, item: QQuickItem, pressed: Counter) -> None:
        """The arrow that leads nearer; another one, where that has been pressed before and has led back here."""
        before = glass.window.activeFocusItem()
        arrows = _arrows(_centre(item) - _centre(before))
        key = min(arrows, key=lambda key: pressed[before, key])
        pressed[before, key] += 1
        glass.press(key)
        glass.settle()


def buttons(glass: TestedGlass) -> Iterator[QQuickItem]:
    return (item for item in glass.items() if item.inherits("QQuickAbstractButton"))


def spoken(item: QQuickItem) -> str:
    """What a screen reader says of it, as far as the item itself knows."""
    return str(item.property("spoken") or item.property("text") or item.objectName())


def _centre(item: QQuickItem) -> QPointF:
    return item.mapToScene(item.boundingRect().center())


def _arrows(way: QPointF) -> list[Qt.Key]:
    across, athwart = Qt.Key.Key_Right, Qt.Key.Key_Left
    along, against = Qt.Key.Key_Down, Qt.Key.Key_Up
    if way.x() <= 0:
        across, athwart = athwart, across
    if way.y() <= 0:
        along, against = against, along
    first = [across, along] if abs(way.x()) > abs(way.y()) else [along, across]
    return [*first, against, athwart]
