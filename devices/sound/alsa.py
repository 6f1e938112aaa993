"""The chime on a loudspeaker, through ALSA's own library: the only file that calls it.

No package: what is needed are a few calls of libasound, and a package with players of its own costs a visit eight
megabytes. https://www.alsa-project.org/alsa-doc/alsa-lib/group___p_c_m.html
"""

import ctypes
from array import array
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from devices.sound.bell import RATE, bell

_LIBRARY: Final = "libasound.so.2"
_PLAYBACK, _NONBLOCK, _BLOCK = 0, 1, 0
_S16_LE, _INTERLEAVED, _MONO, _RESAMPLED = 2, 3, 1, 1
_LATENCY_US: Final = 200_000


class NoSoundError(Exception):
    """The loudspeaker cannot be used; the message is a sentence for whoever sets the machine up."""


class AlsaChime:
    """``device`` is a name that ``aplay -L`` lists, such as ``default``. Nothing is loaded before the first ring."""

    def __init__(self, device: str) -> None:
        self._device = device

    def ring(self) -> None:
        """Silent when the loudspeaker cannot be used: the glass shows the same."""
        try:
            _play(self._device, bell())
        except NoSoundError:
            return


def check(device: str) -> str:
    """What the loudspeaker is called. Raises :class:`NoSoundError`."""
    with _opened(_alsa(), device):
        return device


def _play(device: str, samples: "array[int]") -> None:
    alsa = _alsa()
    content = (ctypes.c_int16 * len(samples)).from_buffer(samples)
    with _opened(alsa, device) as pcm:
        _require(alsa, alsa.snd_pcm_nonblock(pcm, _BLOCK))
        _require(alsa, alsa.snd_pcm_writei(pcm, content, ctypes.c_ulong(len(samples))))
        _require(alsa, alsa.snd_pcm_drain(pcm))


def _alsa() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(_LIBRARY)
    except OSError:
        raise NoSoundError(f"{_LIBRARY} is not installed.") from None


@contextmanager
def _opened(alsa: ctypes.CDLL, device: str) -> Generator[ctypes.c_void_p]:
    """A handle for 16-bit samples, one channel. A loudspeaker that others hold is not waited for."""
    pcm = ctypes.c_void_p()
    try:
        _require(alsa, alsa.snd_pcm_open(ctypes.byref(pcm), device.encode(), _PLAYBACK, _NONBLOCK))
        try:
            form = (_S16_LE, _INTERLEAVED, _MONO, RATE, _RESAMPLED, _LATENCY_US)
            _require(alsa, alsa.snd_pcm_set_params(pcm, *form))
            yield pcm
        finally:
            alsa.snd_pcm_close(pcm)
    finally:
        # Its settings take most of a megabyte, and the next chime may never ring.
        alsa.snd_config_update_free_global()


def _require(alsa: ctypes.CDLL, result: int) -> None:
    if result < 0:
        explain = alsa.snd_strerror
        explain.restype = ctypes.c_char_p
        raise NoSoundError(f"The loudspeaker cannot be used: {explain(result).decode()}.")
