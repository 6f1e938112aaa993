"""What one walk over the glass has measured."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tests.bench.glass import Glass

T = TypeVar("T")
_MIDDLE: Final = 700
"""A column of pixels through the matter of every screen, the list among it."""


@dataclass(slots=True)
class Record:
    """``figures``: all that was measured, by name, in seconds, bytes or shares. ``learning``: nothing is timed."""

    glass: Glass
    learning: bool
    figures: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def reach(self, scene: str, act: Callable[[], T], figure: str) -> T:
        """Act, and write down how long it takes until the scene is complete; returns what the act returned."""
        before, begun = self.glass.column(_MIDDLE), time.perf_counter()
        result = act()
        if self.learning:
            self.glass.await_change(_MIDDLE, before)
        self.await_scene(scene)
        self.add(figure, time.perf_counter() - begun)
        return result

    def change(self, act: Callable[[], object], figure: str) -> None:
        """Act, and write down how long it takes until the glass changes at all."""
        before, begun = self.glass.column(_MIDDLE), time.perf_counter()
        act()
        self.glass.await_change(_MIDDLE, before)
        self.add(figure, time.perf_counter() - begun)

    def await_scene(self, scene: str) -> None:
        """Wait until the scene is complete, or learn how it looks."""
        if self.learning:
            self.glass.learn(scene)
        else:
            self.glass.await_scene(scene)

    def add(self, figure: str, value: float) -> None:
        if not self.learning:
            self.figures[figure].append(value)

    def count_frames(self, until: float, last: bytes) -> tuple[int, bytes]:
        """How often the matter has changed since ``last``, up to a moment of the performance counter."""
        frames = 0
        while time.perf_counter() < until:
            if (now := self.glass.column(_MIDDLE)) != last:
                frames, last = frames + 1, now
            time.sleep(0.002)
        return frames, last
