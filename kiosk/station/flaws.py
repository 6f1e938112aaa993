"""What can be wrong with a journal, and how it is said."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


class Wrong(enum.Enum):
    """What can be wrong with a row."""

    CHANGED = "not as it was written"
    MISSING = "missing"
    ADDED = "added: the journal does not reach so far"
    OUT_OF_PLACE = "out of place"
    DETACHED = "written by this machine, but not after the row before it"
    UNREADABLE = "cannot be read: the file is damaged"
    HEAD = "the head is missing or not as it was written, so rows may be missing at both ends"


@dataclass(frozen=True, slots=True)
class Flaw:
    """The same wrong with the rows ``first`` to ``last``. ``written`` is the place where ``first`` was written."""

    wrong: Wrong
    first: int
    last: int
    written: int | None = None

    def __str__(self) -> str:
        if self.wrong is Wrong.HEAD:
            return self.wrong.value
        moved = "" if self.written is None else f", written as {_rows(self.written, self.last - self.first)}"
        return f"{_rows(self.first, self.last - self.first)}: {self.wrong.value}{moved}"

    def reaches(self, other: "Flaw") -> bool:
        """Is ``other`` the same wrong with the next row?"""
        return (self.wrong, self.last + 1, self._shift()) == (other.wrong, other.first, other._shift())

    def _shift(self) -> int | None:
        return None if self.written is None else self.written - self.first


def together(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """Neighbours with the same wrong become one."""
    waiting: Flaw | None = None
    for flaw in flaws:
        if waiting and waiting.reaches(flaw):
            waiting = replace(waiting, last=flaw.last)
            continue
        if waiting:
            yield waiting
        waiting = flaw
    if waiting:
        yield waiting


def _rows(first: int, more: int) -> str:
    return f"rows {first} to {first + more}" if more else f"row {first}"
