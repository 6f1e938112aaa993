"""What is read aloud finds its way to an ear: private words to headphones only."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from devices.sound.alsa import NoSoundError
from devices.sound.player import AlsaPlayer, decibels
from kiosk.speech.espeak import RATE, VOICES
from kiosk.speech.lasting import LastingVoice
from kiosk.speech.voice import Player, Words
from ui.voice.mouth import USUAL_LOUDNESS
from ui.voice.telling import Told

_STEP_DB: Final = 4.0
"""Seven steps of it are 24 dB, and three steps up from the softest 12 (EN 301 549, 8.2.1)."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where sound can go. ``headphones`` None: nobody can listen alone at this machine."""

    headphones: Player | None
    loudspeaker: Player | None

    def for_words(self, *, private: bool) -> Player | None:
        """None if they may be heard nowhere."""
        return self.headphones or (None if private else self.loudspeaker)


class SpokenMouth:
    """Says with one voice what may be heard on each of the ``ways``."""

    def __init__(self, voice: LastingVoice, ways: Ways) -> None:
        self._voice = voice
        self._ways = ways
        self._turn = threading.Lock()
        self._saying: deque[Words] = deque()

    def languages(self) -> frozenset[str]:
        return frozenset(VOICES)

    def is_private(self) -> bool:
        return self._ways.headphones is not None

    def say(self, told: Sequence[Told], pace: int, loudness: int) -> None:
        gain = decibels((loudness - USUAL_LOUDNESS) * _STEP_DB)
        saying = deque(_pieces(told, self._ways, pace, gain))
        with self._turn:
            self._saying = saying
        self._voice.hush()
        self._go_on(saying)

    def hush(self) -> None:
        with self._turn:
            self._saying = deque()
        self._voice.hush()

    def _go_on(self, saying: deque[Words]) -> None:
        """The next piece, unless something else is being said by now."""
        with self._turn:
            words = saying.popleft() if saying and saying is self._saying else None
        if words is not None:
            self._voice.say(words, lambda heard: self._go_on(saying) if heard else None)


def _pieces(told: Iterable[Told], ways: Ways, pace: int, gain: float) -> Iterator[Words]:
    """Neighbours in one language that go the same way are said in one breath."""
    for (language, private), group in groupby(told, key=lambda each: (each.language, each.private)):
        way = ways.for_words(private=private)
        if way is not None:
            yield Words(_sentences(each.words for each in group), language, pace, way, gain)


def _sentences(texts: Iterable[str]) -> str:
    """A pause between any two."""
    return " ".join(text if text[-1:] in ".!?:;؟۔" else f"{text}." for text in texts)


class QuietPlayer:
    """A device that may be away or taken by somebody else; then there is silence, and no trouble."""

    def __init__(self, device: str, heard: Callable[[], None]) -> None:
        """``heard`` is called, on the thread of the voice, about every second while there is sound."""
        self._player = AlsaPlayer(device, RATE)
        self._heard = heard

    def play(self, samples: bytes, gain: float, stop: threading.Event) -> None:
        self._heard()
        self._try(lambda: self._player.play(samples, gain, stop))

    def finish(self, stop: threading.Event) -> None:
        self._try(lambda: self._player.finish(stop))

    def _try(self, play: Callable[[], None]) -> None:
        try:
            play()
        except NoSoundError:
            self._player.close()
