"""The journal of a machine: notes in rows, each chained to the one before, so that nobody can change one unseen."""

import hmac
import math
import secrets
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from sqlite_utils import Database
from sqlite_utils.db import Table

from kiosk.station.lines import HEAD_COLUMNS, SCHEMA, Head, line, seal
from kiosk.station.notes import Moment, StationNote
from kiosk.station.tables import as_text
from kiosk.visit.notes import Note

_HEAD: Final = f"select {', '.join(HEAD_COLUMNS)}, own_seal from head"
_TABLES: Final = "select count(*) from sqlite_schema where name in ('notes', 'head')"
_LATER: Final = "select strftime('%Y-%m-%dT%H:%M:%f', at, ?) from notes where id = ?"

# Readers do not hold up the writer, and what is committed survives the power (sqlite.org/wal.html). Little is ever
# read, so little is kept in memory: 200 KB.
_SETTINGS: Final = (
    "journal_mode = wal",
    "synchronous = full",
    "wal_autocheckpoint = 64",
    "cache_size = -200",
)


class NotOursError(Exception):
    """The file is a journal, but one without its tables, or not one whose head was sealed with this key."""


class Journal:
    """One SQLite file; ``file`` None keeps it in memory. ``key`` is the machine's journal key. For one thread.

    ``patience``: how long to wait for another that writes at the moment.

    All methods raise :class:`sqlite3.Error`; a new one, and those that write, raise :class:`NotOursError` as well.
    """

    def __init__(self, file: Path | None, key: bytes, patience: timedelta = timedelta()) -> None:
        self._key = key
        self._connection = sqlite3.connect(
            file or ":memory:", timeout=patience.total_seconds(), isolation_level=None
        )
        self._connection.text_factory = as_text
        self._database = Database(self._connection)
        try:
            self._head = self._open()
        except BaseException:
            self._connection.close()
            raise

    def write(self, moment: Moment, note: Note | StationNote) -> None:
        """Add one row and put the head after it, both or neither."""
        added = line(self._head.last + 1, self._head.seal, moment, note)
        head = msgspec.structs.replace(self._head, last=added.number, seal=seal(self._key, added))
        with self._database.atomic():
            self._put(head)
            row = {"id": head.last, **msgspec.structs.asdict(added), "seal": head.seal}
            Table(self._database, "notes").insert(row)
        self._head = head

    def forget_before(self, at: datetime, share: float, span: timedelta) -> int:
        """Remove the rows written before ``at``, the oldest first, and begin behind them; returns how many.

        No more than a ``share`` of all rows, or than the rows of one ``span`` from the oldest on if these are more.
        """
        first = self._first_since("?", at.astimezone(UTC).isoformat(timespec="milliseconds"))
        share_ends = self._head.first + math.ceil((self._head.last + 1 - self._head.first) * share)
        span_ends = self._first_since(_LATER, f"+{span.total_seconds()} seconds", self._head.first)
        return self._begin_at(min(first, max(share_ends, span_ends)))

    def keep_last(self, rows: int) -> None:
        """Remove all but as many rows."""
        self._begin_at(self._head.last - rows + 1)

    def _first_since(self, moment: str, *values: object) -> int:
        found = self._connection.execute(
            f"select id from notes where at >= ({moment}) order by id limit 1", values
        )
        (first,) = found.fetchone() or (self._head.last + 1,)
        return first

    def _begin_at(self, first: int) -> int:
        if first <= self._head.first:
            return 0
        row = self._connection.execute("select before from notes where id = ?", [first]).fetchone()
        (before,) = row or (self._head.seal,)
        head = msgspec.structs.replace(self._head, first=first, before=before)
        with self._database.atomic():
            removed = self._connection.execute("delete from notes where id < ?", [first]).rowcount
            self._put(head)
        self._head = head
        return removed

    def probe(self) -> int:
        """Write nothing new, so that what would stand in the way is raised now; returns the number of the last row.

        Another may write on beside it: what stands there now is written again, and not what was read at the beginning.
        """
        with self._connection:
            self._connection.execute("begin immediate")
            head = self._read_head()
            self._put(head)
        return head.last

    def close(self) -> None:
        self._connection.close()

    def _open(self) -> Head:
        for setting in _SETTINGS:
            self._connection.execute(f"pragma {setting}")
        tables = self._connection.execute("select count(*) from sqlite_schema").fetchone()
        return self._read_head() if tables != (0,) else self._begin()

    def _begin(self) -> Head:
        # Random, so that no row of one journal fits into another of the same machine.
        start = secrets.token_hex(32)
        head = Head(first=1, before=start, last=0, seal=start)
        with self._database.atomic():
            for statement in SCHEMA:
                self._connection.execute(statement)
            self._put(head)
        return head

    def _read_head(self) -> Head:
        *values, own_seal = self._connection.execute(_HEAD).fetchone() or (None,)
        try:
            head = msgspec.convert(values, Head)
        except msgspec.ValidationError:
            raise NotOursError from None
        if not hmac.compare_digest(str(own_seal).encode(), seal(self._key, head).encode()):
            raise NotOursError
        return head

    def _put(self, head: Head) -> None:
        """Before anything else is written."""
        # sqlite-utils makes a table that is missing while it writes; a journal without one is broken.
        if self._connection.execute(_TABLES).fetchone() != (2,):
            raise NotOursError
        row = {"id": 1, **msgspec.structs.asdict(head), "own_seal": seal(self._key, head)}
        Table(self._database, "head").insert(row, replace=True)
