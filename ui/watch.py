"""Watches what comes to the window: who is there, and which tap was meant for the screen before."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QKeyEvent, QPointerEvent

_DOUBLE_MS: Final = 500
_PRESSES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
)
_ENDS: Final = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
_SIGNS: Final = frozenset({*_PRESSES, QEvent.Type.KeyPress, QEvent.Type.Wheel})
_POINTERS: Final = frozenset({*_PRESSES, *_ENDS, QEvent.Type.MouseMove, QEvent.Type.TouchUpdate})


class Watch(QObject):
    """An event filter for the window; ``alive`` is called at every touch, click, key and turn of a wheel.

    ``closed`` is called when somebody closes the window, which stays all the same: closed, it would leave a visit that
    lives and that nobody sees.

    ``take`` is offered the number of every key that is pressed, and keeps what no screen needs to know.

    Swallows a press that comes within half a second at the same place, if another screen has come up in between:
    whoever taps twice on Print must not find that the second tap was on Stop. ``screen`` says what stands there.
    ``reach`` in pixels is how far apart two taps may be.

    Not for the whole application: then every event of every item would cross into Python, a fifth of a scroll's cost.
    """

    def __init__(
        self,
        screen: Callable[[], str],
        reach: float,
        alive: Callable[[], None],
        closed: Callable[[], None],
        take: Callable[[int], bool],
    ) -> None:
        super().__init__()
        self._closed = closed
        self._take = take
        self._screen = screen
        self._reach = reach
        self._alive = alive
        self._before = ("", QPointF(), -_DOUBLE_MS)
        self._swallowing = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind in _SIGNS:
            self._alive()
        if kind == QEvent.Type.Close:
            event.ignore()
            self._closed()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            return self._take(event.key())
        return kind in _POINTERS and isinstance(event, QPointerEvent) and self._swallow(kind, event)

    def _swallow(self, kind: QEvent.Type, event: QPointerEvent) -> bool:
        if kind in _PRESSES:
            self._swallowing = self._is_second(event)
        swallowed = self._swallowing
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
