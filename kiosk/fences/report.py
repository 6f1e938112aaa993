"""What a machine lacks of the fences, and whether it is ready for a citizen all the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from kiosk.fences import press, visit
from kiosk.fences.fence import Fence, find_missing, told


class UnfencedError(Exception):
    """A fence is missing without which nobody shall be served here; the words name all that are."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The names of the fences that cannot be put up around a visit and around a letter."""

    visit: tuple[str, ...]
    letter: tuple[str, ...]

    @classmethod
    def find(cls, around_visit: Iterable[Fence]) -> Self:
        """Only while there is one thread: each fence is tried in a fork. Raises :class:`UntriedError`."""
        letter = [*press.BEFORE_PARSERS, *press.BEHIND_PARSERS, *press.AROUND_LETTER]
        return cls(find_missing(around_visit), find_missing(letter))

    def __str__(self) -> str:
        return f"fences around a visit: {told(self.visit)}; around a letter: {told(self.letter)}"

    def check(self) -> str:
        """All in a sentence. Raises :class:`UnfencedError` with the same sentence if what is missing matters."""
        if not (visit.NEEDED.isdisjoint(self.visit) and press.NEEDED.isdisjoint(self.letter)):
            raise UnfencedError(str(self))
        return str(self)
