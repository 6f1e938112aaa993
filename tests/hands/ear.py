"""Three keys and an ear: the third way to say a thing at the glass, for whoever does not see it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.hands.hand import buttons, spoken
from tests.screens.aloud import SETTLED_MS, Kept
from tests.screens.glass import TestedGlass

_MOST_KEYS = 150


class Ear:
    """Presses Down until the voice has said what is meant, then OK; looks at nothing but the voice log."""

    def __init__(self) -> None:
        self.log = Kept()

    def listen(self, glass: TestedGlass) -> None:
        """Headphones on, and the one key that can be felt."""
        glass.glass.read_aloud_by(lambda: self.log)
        glass.glass.reader().wake()

    def choose(self, glass: TestedGlass, item: QQuickItem) -> None:
        """The item is only asked for its name."""
        self._go_to(glass, spoken(item))
        glass.press(Qt.Key.Key_Return)
        self._wait(glass)

    def type(self, glass: TestedGlass, letters: str) -> None:
        space = glass.stage.tongue.say("Space")
        for letter in letters:
            self._go_to(glass, space if letter == " " else letter)
            glass.press(Qt.Key.Key_Return)
        self.choose(glass, glass.named("ok"))

    def hears(self, words: str) -> bool:
        """Said since the beginning, or within two seconds, in a breath of its own or among others."""
        for _ in range(40):
            if words in self.log.words():
                return True
            QTest.qWait(50)
        return False

    def _go_to(self, glass: TestedGlass, words: str) -> None:
        if words in self.log.last:
            return
        for _ in range(_MOST_KEYS):
            before = len(self.log.said)
            glass.press(Qt.Key.Key_Down)
            QCoreApplication.processEvents()
            if len(self.log.said) > before and self.log.last[0] == words:
                return
        known = sorted(spoken(each) for each in buttons(glass))
        raise AssertionError(f"“{words}” was never said; there are {known}")

    def _wait(self, glass: TestedGlass) -> None:
        glass.settle()
        QTest.qWait(SETTLED_MS)
