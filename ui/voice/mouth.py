"""Who says aloud what the reader tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ui.voice.telling import Told

PACES = 7
USUAL_PACE = 2
LOUDNESSES = 7
USUAL_LOUDNESS = 3


class Mouth(Protocol):
    """Called on the Qt thread; returns at once. What is private it says in headphones only."""

    def languages(self) -> frozenset[str]:
        """The codes of those that can be heard."""
        ...

    def is_private(self) -> bool:
        """Whether somebody can listen alone: else private words are heard nowhere."""
        ...

    def say(self, told: Sequence[Told], pace: int, loudness: int) -> None:
        """Instead of whatever is being said. ``pace`` from 0 to 6, ``loudness`` from 0 to 6."""
        ...

    def hush(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Tidings:
    """What a mouth has to tell. Each may be called from any thread.

    ``heard``: words are heard just now. ``back``: some were lost, and can be said again. ``gone``: nothing can be said.
    """

    heard: Callable[[], None]
    back: Callable[[], None]
    gone: Callable[[], None]
