"""A voice that lasts as long as the visit: when its speaker is gone another one is asked for, a few times."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from kiosk.speech.voice import Voice, Words

PAUSES_S: Final = (0.0, 1.0, 4.0)
"""Before each speaker that takes the place of one before: what failed may need time, and nobody listens for ever."""

OpenVoice = Callable[[Callable[[bool], None]], Voice]
"""Starts the next speaker. It is given what the voice is to call when that one is gone, see :class:`Voice`."""


class LastingVoice:
    """Says as :class:`Voice` does. The first speaker is started when something is said for the first time.

    ``back`` is called when words were lost with a speaker and can be said again, ``gone`` when nobody will say them,
    and for each that is to be said after that. Both on some thread.
    """

    def __init__(
        self,
        open_voice: OpenVoice,
        back: Callable[[], None] = lambda: None,
        gone: Callable[[], None] = lambda: None,
        pauses: Sequence[float] = PAUSES_S,
    ) -> None:
        self._open_voice = open_voice
        self._back = back
        self._gone = gone
        self._pauses = deque(pauses)
        self._turn = threading.Lock()
        self._voice: Voice | None = None
        self._begun = self._over = self._owing = False

    def say(self, words: Words, done: Callable[[bool], None] = lambda _: None) -> None:
        """``done``: as for a :class:`Voice`."""
        with self._turn:
            self._begin()
            voice, over = self._voice, self._over
            self._owing = voice is None
        if voice is not None:
            voice.say(words, done)
            self._check(voice)
            return
        done(False)
        if over:
            self._gone()

    def hush(self) -> None:
        """Nothing is to be said again, either."""
        with self._turn:
            voice, self._owing = self._voice, False
        if voice is not None:
            voice.hush()

    def _check(self, voice: Voice) -> None:
        """It may have gone while it was given something to say."""
        with self._turn:
            self._owing = self._owing or self._voice is not voice

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._voice = self._open_voice(self._lose)

    def _lose(self, unsaid: bool) -> None:
        """A speaker is gone, with something ``unsaid`` or not."""
        with self._turn:
            self._voice = None
            self._owing = self._owing or unsaid
            self._over = not self._pauses
            pause = self._pauses.popleft() if self._pauses else None
        if pause is None:
            self._gone()
            return
        coming = threading.Timer(pause, self._come_back)
        coming.daemon = True
        coming.start()

    def _come_back(self) -> None:
        with self._turn:
            self._voice = self._open_voice(self._lose)
            owing, self._owing = self._owing, False
        if owing:
            self._back()
