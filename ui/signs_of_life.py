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
    """An event filter for the window; it lets everything through.

    Not for the whole application: then every event of every item would cross into Python, a fifth of a scroll's cost.
    """

    def __init__(self, alive: Callable[[], None]) -> None:
        super().__init__()
        self._alive = alive

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _SIGNS:
            self._alive()
        return False
