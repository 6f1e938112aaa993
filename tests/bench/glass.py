"""Watches the glass: when it changes, when it has come to rest, when it shows what was learned."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.bench.x11 import Display

WIDTH: Final = 1280
HEIGHT: Final = 1024
_COLUMNS: Final = (40, 180, 420, 640, 860, 1080, 1240)
_PIXEL: Final = 4
_PAUSE_S: Final = 0.0005
_LOOK_S: Final = 0.03
_REST_S: Final = 2.0
_PATIENCE_S: Final = 20.0

View = bytes
"""Some columns of pixels over the whole height: header, matter and last button are among them."""


class LateError(Exception):
    """The glass did not show in time what it should."""


class Glass:
    """``album`` holds how each scene looks when it is complete, as it was learned on a walk that was not timed."""

    def __init__(self, display: Display) -> None:
        self.display: Final = display
        self._album: dict[str, View] = {}

    def view(self) -> View:
        return b"".join(self.column(x) for x in _COLUMNS)

    def column(self, x: int) -> bytes:
        return self.display.pixels(x, 0, 1, HEIGHT)

    def is_black(self) -> bool:
        """Nobody is on it. The fourth byte of a pixel means nothing."""
        view = self.view()
        return not any(any(view[k::_PIXEL]) for k in range(_PIXEL - 1))

    def save(self, path: Path) -> None:
        """Everything that is there, as a picture."""
        pixels = self.display.pixels(0, 0, WIDTH, HEIGHT)
        Image.frombuffer("RGB", (WIDTH, HEIGHT), pixels, "raw", "BGRX", 0, 1).save(path)

    def tap(self, x: int, y: int) -> None:
        self.display.point(x, y)
        self.display.press()
        self.display.release()

    def learn(self, scene: str) -> None:
        """Remember what is there once it has changed no more for a while."""
        self._album[scene] = self.rest(_REST_S)

    def await_scene(self, scene: str) -> None:
        """Wait until the scene is complete, in every pixel of the view. Raises :class:`LateError`."""
        wanted = self._album[scene]
        wait_until(lambda: self.view() == wanted, f"the scene {scene!r} does not come")

    def await_change(self, x: int, before: bytes) -> None:
        """Wait until a column is not as it was before. Raises :class:`LateError`."""
        wait_until(lambda: self.column(x) != before, "nothing changes")

    def rest(self, seconds: float = 0.15) -> View:
        """Wait until nothing has changed for so long. Raises :class:`LateError`."""
        end = time.perf_counter() + _PATIENCE_S
        last, since = self.view(), time.perf_counter()
        while time.perf_counter() - since < seconds:
            time.sleep(_LOOK_S)
            if (now := self.view()) != last:
                last, since = now, time.perf_counter()
            if since > end:
                raise LateError("the glass does not come to rest")
        return last


def wait_until(holds: Callable[[], bool], complaint: str) -> None:
    """Raises :class:`LateError`."""
    end = time.perf_counter() + _PATIENCE_S
    while not holds():
        if time.perf_counter() > end:
            raise LateError(complaint)
        time.sleep(_PAUSE_S)
