"""Reading a journal again: is every row as it was written, where it was written, and are all of them there?"""

import hmac
import os
import sqlite3
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from kiosk.station.flaws import Flaw, Wrong, together
from kiosk.station.keeping import WHAT
from kiosk.station.lines import COLUMNS, HEAD_COLUMNS, Head, Line, seal
from kiosk.station.tables import as_text, rows

_PATIENCE_S: Final = 5.0
_DAMAGED: Final = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


Sealed = TypeVar("Sealed", Line, Head)


@dataclass(frozen=True, slots=True)
class Found:
    """A row as it lies in the table: at ``id``, with a seal; ``line`` None when its values are of the wrong kinds."""

    id: int
    line: Line | None
    seal: str


@contextmanager
def open_for_reading(file: Path) -> Generator[sqlite3.Connection]:
    """The journal as it is at the first look, while the kiosk writes on. Raises :class:`sqlite3.OperationalError`."""
    connection = sqlite3.connect(_address(file), uri=True, timeout=_PATIENCE_S)
    connection.text_factory = as_text
    with closing(connection):
        connection.execute("begin")
        yield connection


def _address(file: Path) -> str:
    """For a copy on a disk that cannot be written, SQLite must be told that nobody else writes either."""
    writable = os.access(file.parent, os.W_OK) or file.with_name(f"{file.name}-wal").exists()
    return f"{file.absolute().as_uri()}?mode=ro{'' if writable else '&immutable=1'}"


def verify(
    connection: sqlite3.Connection, key: bytes, read: Callable[[int], None] = lambda _: None
) -> Iterator[Flaw]:
    """Everything that is wrong with a journal, neighbours together, in the order of the rows; nothing is remembered.

    ``read`` is told where each row lay. Raises :class:`sqlite3.OperationalError` when the file cannot be read now.
    """
    return together(_each(connection, key, read))


def is_there(connection: sqlite3.Connection, number: int, its_seal: str) -> bool:
    """Whether a row that somebody noted elsewhere, by its number and seal, stands in this journal."""
    return any(str(row.get("seal")) == its_seal for row in rows(connection, "notes", "id = ?", [number]))


def _each(connection: sqlite3.Connection, key: bytes, read: Callable[[int], None]) -> Iterator[Flaw]:
    head = find_head(connection, key)
    if head is None:
        yield Flaw(Wrong.HEAD, 0, 0)
    walk = _Walk(key, head)
    try:
        for found in _rows(connection):
            yield from walk.meet(found)
            read(found.id)
    except sqlite3.DatabaseError as error:
        if not _is_damaged(error):
            raise
        yield walk.lost()
    else:
        yield from walk.end()


class _Walk:
    """From the first row to the last, knowing only the seal of the row just passed."""

    def __init__(self, key: bytes, head: Head | None) -> None:
        self._key = key
        self._head = head
        self._next = head.first if head else 1
        self._last = head.last if head else sys.maxsize
        self._before = head.before if head else None

    def meet(self, found: Found) -> Iterator[Flaw]:
        written = self._written_as(found)
        if found.id not in (self._next, written) and written == self._next:
            # It only lies elsewhere; nothing is missing before it.
            self._pass(self._next, found.seal)
            yield Flaw(Wrong.OUT_OF_PLACE, found.id, found.id, written)
            return
        if self._next < found.id:
            yield from self._gap(min(found.id - 1, self._last))
        wrong = self._judge(found, written)
        if self._next <= found.id <= self._last:
            self._pass(found.id, found.seal if wrong in {None, Wrong.DETACHED} else None)
        if wrong:
            yield Flaw(wrong, found.id, found.id, written if wrong is Wrong.OUT_OF_PLACE else None)

    def end(self) -> Iterator[Flaw]:
        """What the head says about the end."""
        if not self._head:
            return
        yield from self._gap(self._last)
        if self._before not in (None, self._head.seal):
            yield Flaw(Wrong.DETACHED, self._last, self._last)

    def lost(self) -> Flaw:
        """Nothing behind this row can be read."""
        return Flaw(Wrong.UNREADABLE, self._next, self._last if self._head else self._next)

    def _judge(self, found: Found, written: int | None) -> Wrong | None:
        if written is not None and written != found.id:
            return Wrong.OUT_OF_PLACE
        if not self._next <= found.id <= self._last:
            return Wrong.ADDED
        if written is None or found.line is None:
            return Wrong.CHANGED
        return Wrong.DETACHED if self._before not in (None, found.line.before) else None

    def _written_as(self, found: Found) -> int | None:
        """The number of a row that this machine wrote, wherever it lies."""
        if found.line is None or not hmac.compare_digest(
            found.seal.encode(), seal(self._key, found.line).encode()
        ):
            return None
        return found.line.number

    def _gap(self, until: int) -> Iterator[Flaw]:
        if self._next <= until:
            yield Flaw(Wrong.MISSING, self._next, until)
            self._pass(until, None)

    def _pass(self, number: int, its_seal: str | None) -> None:
        self._next, self._before = number + 1, its_seal


def _rows(connection: sqlite3.Connection) -> Iterator[Found]:
    for values in rows(connection, "notes", order="id"):
        yield Found(values["id"], _as(Line, values, COLUMNS), str(values.get("seal")))


def find_head(connection: sqlite3.Connection, key: bytes) -> Head | None:
    """None when it is missing or was not sealed with this key."""
    try:
        for values in rows(connection, "head"):
            head = _as(Head, values, HEAD_COLUMNS)
            own_seal = str(values.get("own_seal")).encode()
            if head and hmac.compare_digest(own_seal, seal(key, head).encode()):
                return head
    except sqlite3.DatabaseError as error:
        if not _is_damaged(error):
            raise
    return None


def _as(kind: type[Sealed], values: dict[str, Any], names: tuple[str, ...]) -> Sealed | None:
    try:
        return msgspec.convert([values.get(name) for name in names], kind)
    except msgspec.ValidationError:
        return None


def _is_damaged(error: sqlite3.Error) -> bool:
    """The file itself, not the moment, is the reason."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & WHAT in _DAMAGED
