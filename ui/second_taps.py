"""Lets the second tap of a double tap fall on nothing: it was meant for the screen before."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QPointerEvent

_DOUBLE_MS: Final = 500
_PRESSES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
)
_ENDS: Final = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})


class SecondTaps(QObject):
    """An event filter for the window.

    Swallows a press that comes within half a second at the same place, if another screen has come up in between:
    whoever taps twice on Print must not find that the second tap was on Stop. ``screen`` says what stands there.
    ``reach`` in pixels is how far apart two taps may be.
    """

    def __init__(self, screen: Callable[[], str], reach: float) -> None:
        super().__init__()
        self._screen = screen
        self._reach = reach
        self._before = ("", QPointF(), -_DOUBLE_MS)
        self._swallowing = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QPointerEvent):
            self._swallowing = self._is_second(event)
        swallowed = self._swallowing and isinstance(event, QPointerEvent)
        if kind in _ENDS:
            self._swallowing = False
        return swallowed

    def _is_second(self, event: QPointerEvent) -> bool:
        screen, place, moment = self._before
        now = (self._screen(), event.point(0).position(), event.timestamp())
        near = (now[1] - place).manhattanLength() <= self._reach
        second = near and now[0] != screen and now[2] - moment < _DOUBLE_MS
        if not second:
            self._before = now
        return second
