"""Two notes of a soft bell, one after the other, low enough for ears that have grown old."""

import math
from array import array
from typing import Final

RATE: Final = 16_000
_NOTES: Final = ((0.0, 523.25), (0.35, 659.26))
"""When in seconds and how high in hertz: C5 and E5, where hearing loss of old age has not begun (ISO 7029)."""
_SECONDS: Final = 1.6
_LOUD: Final = 0.25
_ATTACK_S: Final = 0.02
_FADING_S: Final = 0.35


def bell() -> "array[int]":
    """Samples of 16 bits, one channel, :data:`RATE` a second."""
    loudest = _LOUD * 32767
    count = int(_SECONDS * RATE)
    return array("h", (int(loudest * _height(sample / RATE)) for sample in range(count)))


def _height(moment: float) -> float:
    return sum(_note(moment - begins, pitch) for begins, pitch in _NOTES if moment > begins)


def _note(moment: float, pitch: float) -> float:
    """A bell swells at once and dies away, its octave sooner than itself."""
    swelling = min(1.0, moment / _ATTACK_S)
    turn = math.tau * pitch * moment
    fading = math.exp(-moment / _FADING_S)
    return swelling * fading * (math.sin(turn) + 0.3 * fading * math.sin(2 * turn))
