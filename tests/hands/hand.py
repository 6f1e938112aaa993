"""Two ways to say a thing at the glass: with a finger, and with four arrows and OK alone."""

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
        for letter in letters:
            self.choose(glass, next(item for item in buttons(glass) if item.property("text") == letter))
        self.choose(glass, glass.named("ok"))


class Keys:
    """Presses arrows until the focus is on what is meant, then OK. Letters come from a keyboard with keys."""

    def choose(self, glass: TestedGlass, item: QQuickItem) -> None:
        for _ in range(_MOST_KEYS):
            if glass.window.activeFocusItem() is item:
                glass.press(Qt.Key.Key_Return)
                glass.settle()
                return
            self._towards(glass, item)
        raise AssertionError(f"no arrow leads to {spoken(item)}")

    def type(self, glass: TestedGlass, letters: str) -> None:
        glass.type(letters)
        glass.press(Qt.Key.Key_Return)
        glass.settle()

    def _towards(self, glass: TestedGlass, item: QQuickItem) -> None:
        """The arrow that leads nearer; where it leads nowhere, the other one."""
        before = glass.window.activeFocusItem()
        for key in _arrows(_centre(item) - _centre(before)):
            glass.press(key)
            glass.settle()
            if glass.window.activeFocusItem() is not before:
                return


def buttons(glass: TestedGlass) -> Iterator[QQuickItem]:
    return (item for item in glass.items() if item.inherits("QQuickAbstractButton"))


def spoken(item: QQuickItem) -> str:
    """What a screen reader says of it, as far as the item itself knows."""
    return str(item.property("spoken") or item.property("text") or item.objectName())


def _centre(item: QQuickItem) -> QPointF:
    return item.mapToScene(item.boundingRect().center())


def _arrows(way: QPointF) -> list[Qt.Key]:
    across = Qt.Key.Key_Right if way.x() > 0 else Qt.Key.Key_Left
    along = Qt.Key.Key_Down if way.y() > 0 else Qt.Key.Key_Up
    other = Qt.Key.Key_Up if along is Qt.Key.Key_Down else Qt.Key.Key_Down
    first = [across, along] if abs(way.x()) > abs(way.y()) else [along, across]
    return [*first, other]
