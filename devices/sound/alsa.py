"""Sound through ALSA's own library: the only file that calls it.

No package: what is needed are a few calls of libasound, and a package with players of its own costs a visit eight
megabytes. https://www.alsa-project.org/alsa-doc/alsa-lib/group___p_c_m.html
"""

import ctypes
from array import array
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

_LIBRARY: Final = "libasound.so.2"
_PLAYBACK, _NONBLOCK, _BLOCK = 0, 1, 0
_S16_LE, _INTERLEAVED, _MONO, _RESAMPLED = 2, 3, 1, 1
_SILENTLY: Final = 1


class NoSoundError(Exception):
    """Headphones or loudspeaker cannot be used; the message is a sentence for whoever sets the machine up."""


class Pcm:
    """An opened device for 16-bit samples, one channel. Every method raises :class:`NoSoundError`."""

    def __init__(self, alsa: ctypes.CDLL, handle: ctypes.c_void_p) -> None:
        self._alsa = alsa
        self._handle = handle

    def write(self, samples: "array[int]") -> None:
        """Waits until there is room for all of them."""
        content = (ctypes.c_int16 * len(samples)).from_buffer(samples)
        written = self._alsa.snd_pcm_writei(self._handle, content, ctypes.c_ulong(len(samples)))
        if written < 0:
            # It had nothing to play for a moment; then what was late is played now.
            self._require(self._alsa.snd_pcm_recover(self._handle, written, _SILENTLY))
            written = self._alsa.snd_pcm_writei(self._handle, content, ctypes.c_ulong(len(samples)))
        self._require(written)

    def begin(self) -> None:
        """Play what is there, even if it is too little to begin by itself; harmless when it plays already."""
        self._alsa.snd_pcm_start(self._handle)

    def drain(self) -> None:
        """Waits until the last sample was heard."""
        self._require(self._alsa.snd_pcm_drain(self._handle))

    def drop(self) -> None:
        """Nothing of what waits is heard; what comes next is."""
        self._require(self._alsa.snd_pcm_drop(self._handle))
        self._require(self._alsa.snd_pcm_prepare(self._handle))

    def is_silent(self) -> bool:
        """Whether everything was heard."""
        left = ctypes.c_long()
        return self._alsa.snd_pcm_delay(self._handle, ctypes.byref(left)) < 0 or left.value <= 0

    def _require(self, result: int) -> None:
        _require(self._alsa, result)


@contextmanager
def open_pcm(device: str, rate: int, latency_us: int) -> Generator[Pcm]:
    """``device`` is a name that ``aplay -L`` lists; one that others hold is not waited for.

    ``rate`` in samples a second; at most ``latency_us`` lies ready to be heard. Raises :class:`NoSoundError`.
    """
    alsa = _alsa()
    handle = ctypes.c_void_p()
    try:
        _require(alsa, alsa.snd_pcm_open(ctypes.byref(handle), device.encode(), _PLAYBACK, _NONBLOCK))
        try:
            form = (_S16_LE, _INTERLEAVED, _MONO, rate, _RESAMPLED, latency_us)
            _require(alsa, alsa.snd_pcm_set_params(handle, *form))
            _require(alsa, alsa.snd_pcm_nonblock(handle, _BLOCK))
            yield Pcm(alsa, handle)
        finally:
            alsa.snd_pcm_close(handle)
    finally:
        # Its settings take most of a megabyte, and the next sound may never come.
        alsa.snd_config_update_free_global()


def _alsa() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(_LIBRARY)
    except OSError:
        raise NoSoundError(f"{_LIBRARY} is not installed.") from None


def _require(alsa: ctypes.CDLL, result: int) -> None:
    if result < 0:
        explain = alsa.snd_strerror
        explain.restype = ctypes.c_char_p
        raise NoSoundError(f"The loudspeaker cannot be used: {explain(result).decode()}.")
