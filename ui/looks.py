"""How the glass is to look: larger, darker, wider apart, lower down. For this visit only: it ends with the process."""

from enum import IntEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Borgerkiosk"
QML_IMPORT_MAJOR_VERSION = 1


class TextSize(IntEnum):
    """Capitals of 4.0, 5.2, 6.8 and 8.75 mm in running text."""

    SMALL = 0
    USUAL = 1
    LARGE = 2
    LARGEST = 3


class Colours(IntEnum):
    """At least 10:1; twice at least 20:1; and soft, 4.5:1 to 8:1."""

    USUAL = 0
    DARK_ON_LIGHT = 1
    LIGHT_ON_DARK = 2
    SOFT = 3


@QmlElement
class Looks(QObject):
    """Lives on the Qt thread. A size or theme that is not there raises :class:`ValueError`: a bug."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size = TextSize.USUAL
        self._colours = Colours.USUAL
        self._airy = False
        self._low = False

    @Slot(int)
    def chooseSize(self, size: int) -> None:  # noqa: N802
        self._size = TextSize(size)
        self.changed.emit()

    @Slot(int)
    def chooseColours(self, colours: int) -> None:  # noqa: N802
        self._colours = Colours(colours)
        self.changed.emit()

    @Slot(bool)
    def chooseAiry(self, airy: bool) -> None:  # noqa: N802
        self._airy = airy
        self.changed.emit()

    @Slot(bool)
    def chooseLow(self, low: bool) -> None:  # noqa: N802
        self._low = low
        self.changed.emit()

    @Property(int, notify=changed)
    def size(self) -> int:
        return self._size

    @Property(int, notify=changed)
    def colours(self) -> int:
        return self._colours

    @Property(bool, notify=changed)
    def airy(self) -> bool:
        """More room between letters, words, lines and paragraphs."""
        return self._airy

    @Property(bool, notify=changed)
    def low(self) -> bool:
        """Everything that can be touched stands in the lower part of the panel."""
        return self._low
