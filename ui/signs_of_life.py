"""Notices that somebody is there: a touch, a click, a key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject

_SIGNS: Final = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


class SignsOfLife(QObject):
    """An event filter for the whole application; it lets everything through."""

    def __init__(self, alive: Callable[[], None]) -> None:
        super().__init__()
        self._alive = alive

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # A press goes to the window and then to items; only the window counts.
        if event.type() in _SIGNS and watched.isWindowType():
            self._alive()
        return False
