"""What can be measured of speech without understanding it."""

import math
import statistics
from array import array

from kiosk.speech.espeak import RATE

_AUDIBLE = 200
_THINNED = 4
"""One sample of so many is enough to find a pitch."""
_RATE = RATE // _THINNED
_FRAME = _RATE * 40 // 1000
_LOWEST, _HIGHEST = 60, 300
"""Hertz of a voice."""


def samples(heard: bytes) -> "array[int]":
    return array("h", heard)


def seconds(heard: bytes) -> float:
    """From the first sound to the last."""
    loud = [place for place, height in enumerate(samples(heard)) if abs(height) > _AUDIBLE]
    return (loud[-1] - loud[0]) / RATE if loud else 0.0


def words_a_minute(heard: bytes, text: str) -> float:
    return len(text.split()) / seconds(heard) * 60


def pitch(heard: bytes) -> float:
    """Hertz, in the middle of all voiced frames, by the highest peak of each one's autocorrelation."""
    content = samples(heard)[::_THINNED]
    frames = [content[start : start + _FRAME] for start in range(0, len(content) - _FRAME, 4 * _FRAME)]
    found = [_pitch(frame) for frame in frames if max(map(abs, frame)) > 10 * _AUDIBLE]
    return statistics.median(found)


def _pitch(frame: "array[int]") -> float:
    periods = range(_RATE // _HIGHEST, _RATE // _LOWEST)
    return _RATE / max(periods, key=lambda period: _alike(frame, period))


def _alike(frame: "array[int]", period: int) -> float:
    ours, theirs = frame[:-period], frame[period:]
    product = sum(a * b for a, b in zip(ours, theirs, strict=True))
    return product / math.sqrt(1 + sum(a * a for a in ours) * sum(b * b for b in theirs))
