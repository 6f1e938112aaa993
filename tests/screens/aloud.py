"""A mouth that keeps what it is given, and what can be heard of a screen by keys alone."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.speech.espeak import VOICES
from tests.screens.glass import TestedGlass
from ui.voice.reader import Reader
from ui.voice.telling import Told
from ui.voice.tree import read, spot_of, walk

SETTLED_MS = 100


class Kept:
    """The voice log: everything that would be said, each time with its pace and loudness."""

    def __init__(self, *, headphones: bool = True) -> None:
        self.headphones = headphones
        self.said: list[list[Told]] = []
        self.how: list[tuple[int, int]] = []
        self.hushed = 0

    def languages(self) -> frozenset[str]:
        return frozenset(VOICES)

    def say(self, told: Sequence[Told], pace: int, loudness: int) -> None:
        self.said.append(list(told))
        self.how.append((pace, loudness))

    def is_private(self) -> bool:
        return self.headphones

    def hush(self) -> None:
        self.hushed += 1

    @property
    def last(self) -> list[str]:
        return [told.words for told in self.said[-1]]

    def words(self) -> str:
        return "\n".join(told.words for each in self.said for told in each)

    def loud(self) -> str:
        """What a loudspeaker would say."""
        return "\n".join(told.words for each in self.said for told in each if not told.private)


class Listener:
    """Somebody who does not see the glass: presses keys, and listens."""

    def __init__(self, glass: TestedGlass) -> None:
        self.glass = glass
        self.log = Kept()
        glass.glass.read_aloud_by(lambda: self.log)
        self.reader: Reader = glass.glass.reader()

    def press(self, key: Qt.Key) -> list[str]:
        """What is said to it; nothing, if nothing is."""
        before = len(self.log.said)
        QTest.keyClick(self.glass.window, key)
        self.glass.settle()
        QTest.qWait(SETTLED_MS)
        return self.log.last if len(self.log.said) > before else []

    def show(self, visit) -> list[str]:
        before = len(self.log.said)
        self.glass.show(visit)
        QTest.qWait(SETTLED_MS)
        return self.log.last if len(self.log.said) > before else []


def audible(glass: TestedGlass) -> Iterator[str]:
    """Every text that is said when the screen comes, or when the focus comes to where it belongs."""
    for spot in read(glass.window):
        yield from (spot.name, spot.more)
    for node in walk(QAccessible.queryAccessibleInterface(glass.window)):
        if node.state().focusable:
            spot = spot_of(node)
            yield from (spot.name, spot.more)
