"""What a machine lacks of the fences, and whether it is ready for a citizen all the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from kiosk.fences import press, speaker, visit
from kiosk.fences.fence import Fence, find_missing, told


class UnfencedError(Exception):
    """A fence is missing without which nobody shall be served here; the words name all that are."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The names of the fences that cannot be put up around a visit, around a letter and around the voice."""

    visit: tuple[str, ...]
    letter: tuple[str, ...]
    voice: tuple[str, ...]

    @classmethod
    def find(cls, around_visit: Iterable[Fence], around_voice: Iterable[Fence]) -> Self:
        """Only while there is one thread: each fence is tried in a fork. Raises :class:`UntriedError`."""
        letter = [*press.BEFORE_PARSERS, *press.BEHIND_PARSERS, *press.AROUND_LETTER]
        return cls(find_missing(around_visit), find_missing(letter), find_missing(around_voice))

    def __str__(self) -> str:
        visit, letter, voice = map(told, (self.visit, self.letter, self.voice))
        return f"fences around a visit: {visit}; around a letter: {letter}; around the voice: {voice}"

    def check(self) -> str:
        """All in a sentence. Raises :class:`UnfencedError` with the same sentence if what is missing matters."""
        if (
            visit.NEEDED.intersection(self.visit)
            or press.NEEDED.intersection(self.letter)
            or speaker.NEEDED.intersection(self.voice)
        ):
            raise UnfencedError(str(self))
        return str(self)
