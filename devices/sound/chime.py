"""The chime on a loudspeaker."""

from typing import Final

from devices.sound.alsa import NoSoundError, open_pcm
from devices.sound.bell import RATE, bell

_LATENCY_US: Final = 200_000


class AlsaChime:
    """``device`` is a name that ``aplay -L`` lists, such as ``default``. Nothing is loaded before the first ring."""

    def __init__(self, device: str) -> None:
        self._device = device

    def ring(self) -> None:
        """Silent when the loudspeaker cannot be used: the glass shows the same."""
        try:
            with open_pcm(self._device, RATE, _LATENCY_US) as pcm:
                pcm.write(bell())
                pcm.drain()
        except NoSoundError:
            return


def check(device: str) -> str:
    """What the loudspeaker is called. Raises :class:`NoSoundError`."""
    with open_pcm(device, RATE, _LATENCY_US):
        return device
