"""The glass without a display: put up once, shown anything."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QSG_RENDER_LOOP"] = "basic"

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.visit.events import Said
from kiosk.visit.states import Visit
from ui.app import Glass
from ui.panel import Panel


class Listening:
    """A runner that only remembers what was said."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.heard: list[Said] = []
        self.lives = 0

    def said(self, event: Said) -> None:
        self.heard.append(event)

    def alive(self) -> None:
        self.lives += 1

    def pump(self) -> None:
        pass


class TestedGlass:
    """Shows a visit and waits until it stands; keeps every QML warning."""

    __test__ = False

    def __init__(self, visit: Visit, *, training: bool = True) -> None:
        QAccessible.setActive(True)
        self.warnings: list[str] = []
        self.runner = Listening(visit)
        self.glass = Glass(Panel(), training=training)
        self.glass.engine.warnings.connect(self._warned)
        self.glass.connect_runner(self.runner)
        self.glass.appear()
        QTest.qWaitForWindowExposed(self.window)

    def _warned(self, warnings) -> None:
        self.warnings += [warning.toString() for warning in warnings]

    @property
    def window(self):
        return self.glass.window

    @property
    def stage(self):
        return self.glass.stage

    def show(self, visit: Visit) -> None:
        self.runner.visit = visit
        self.runner.heard.clear()
        self.stage.show(visit)
        self.settle()

    def settle(self) -> None:
        """Layouts and mirroring come a polish later, rows of a list later still: until two pictures are the same."""
        before = None
        for turn in range(20):
            QCoreApplication.processEvents()
            now = self.window.grabWindow()
            if turn >= 2 and now == before:
                return
            before = now

    def until(self, fact: Callable[[], bool]) -> None:
        for _ in range(100):
            if fact():
                return
            QTest.qWait(20)
        raise AssertionError("it did not come about within two seconds")

    def seconds_left(self) -> int:
        """Of the countdown, as it stands there; numbers are kept apart from the text around them by invisible signs."""
        return int("".join(sign for sign in str(self.stage.property("countdown")) if sign.isdigit()))

    def come_to_front(self) -> None:
        """Other tests show windows of their own."""
        self.window.requestActivate()
        self.until(self.window.isActive)

    def picture(self) -> QImage:
        return self.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)

    def items(self, item: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Everything that is visible, parents first."""
        for child in (item or self.window.contentItem()).childItems():
            if child.isVisible():
                yield child
                yield from self.items(child)

    def named(self, name: str) -> QQuickItem:
        return next(item for item in self.items() if item.objectName() == name)

    def press(self, *keys) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)
            QCoreApplication.processEvents()

    def type(self, letters: str) -> None:
        for letter in letters:
            QTest.keyClick(self.window, letter)
            QCoreApplication.processEvents()

    def take_down(self) -> None:
        self.glass.take_down()
