"""Speech on headphones or a loudspeaker, a fiftieth of a second at a time, so that it can stop at once."""

import sys
from array import array
from contextlib import ExitStack
from threading import Event
from typing import Final

from devices.sound.alsa import Pcm, open_pcm

_SLICES_A_SECOND: Final = 50
_LATENCY_US: Final = 80_000
"""How much sound lies in the device: what is begun is heard to an end of at most that much, unless it is dropped."""


class AlsaPlayer:
    """``device`` is a name that ``aplay -L`` lists, ``rate`` in samples a second. Open from the first sound on.

    For one thread. Every method raises :class:`devices.sound.alsa.NoSoundError` when the device cannot be used.
    """

    def __init__(self, device: str, rate: int) -> None:
        self._device = device
        self._rate = rate
        self._open = ExitStack()
        self._pcm: Pcm | None = None

    def play(self, samples: bytes, gain: float, stop: Event) -> None:
        """16 bits, one channel, little-endian, made louder by ``gain``; returns when all of it is on its way.

        When ``stop`` is set meanwhile, what is on its way is not heard either.
        """
        pcm = self._opened()
        content = _louder(samples, gain)
        step = self._rate // _SLICES_A_SECOND
        for start in range(0, len(content), step):
            if stop.is_set():
                pcm.drop()
                return
            pcm.write(content[start : start + step])

    def finish(self, stop: Event) -> None:
        """Wait until the last sound was heard, or ``stop`` is set."""
        pcm = self._opened()
        pcm.begin()
        while not stop.wait(1 / _SLICES_A_SECOND):
            if pcm.is_silent():
                return
        pcm.drop()

    def close(self) -> None:
        """Give the device back, at once; the next sound opens it anew."""
        self._pcm = None
        self._open.close()

    def _opened(self) -> Pcm:
        if self._pcm is None:
            self._pcm = self._open.enter_context(open_pcm(self._device, self._rate, _LATENCY_US))
        return self._pcm


def _louder(samples: bytes, gain: float) -> "array[int]":
    content = array("h")
    content.frombytes(samples[: len(samples) // 2 * 2])
    if sys.byteorder == "big":
        content.byteswap()
    if gain == 1.0:
        return content
    return array("h", (max(-32768, min(32767, round(sample * gain))) for sample in content))


def decibels(gain_db: float) -> float:
    """The factor for an amplitude: 20 log10 of it is ``gain_db``."""
    return 10 ** (gain_db / 20)
