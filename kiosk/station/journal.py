"""The journal of a machine: notes in rows, each chained to the one before, so that nobody can change one unseen."""

import hmac
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database
from sqlite_utils.db import Table

from kiosk.station.notes import Moment, StationNote
from kiosk.visit.journal import Note
from kiosk.visit.trouble import Trouble

_COLUMNS = {
    "id": int,
    "visit": str,
    "what": str,
    "detail": str,
    "trouble": str,
    "count": int,
    "at": str,
    "seconds": float,
    "chain": str,
}


class Line(msgspec.Struct, frozen=True):
    """One row. ``at`` is UTC in ISO 8601; ``seconds`` since this visit began; ``chain`` is the HMAC in hexadecimal."""

    id: int
    visit: str
    what: str
    detail: str | None
    trouble: str | None
    count: int | None
    at: str
    seconds: float
    chain: str


class Journal:
    """Stored with sqlite-utils. ``key`` is the machine's journal key; ``file`` None keeps it in memory.

    What the chain cannot show is that rows were cut off at the end; for that a copy of the last ``chain`` must be
    kept elsewhere.
    """

    def __init__(self, file: Path | None, key: bytes) -> None:
        self._database = Database(file) if file else Database(memory=True)
        self._key = key
        self._table().create(
            _COLUMNS, pk="id", not_null={"visit", "what", "at", "seconds", "chain"}, if_not_exists=True
        )
        last = msgspec.convert(list(self._newest_first(limit=1)), list[Line])
        self._next_id, self._chain = (last[0].id + 1, last[0].chain) if last else (1, "")

    def write(self, moment: Moment, note: Note | StationNote) -> None:
        """Add one row and commit it."""
        line = self._line(moment, note)
        self._table().insert(msgspec.to_builtins(line))
        self._next_id, self._chain = line.id + 1, line.chain

    def lines(self) -> list[Line]:
        """Every row, the oldest first."""
        return sorted(msgspec.convert(list(self._table().rows), list[Line]), key=lambda line: line.id)

    def verify(self) -> int | None:
        """The id of the first row that was changed, added or comes after a gap; None when all are as written."""
        before = ""
        for number, line in enumerate(self.lines(), 1):
            if line.id != number or not hmac.compare_digest(line.chain, _seal(self._key, before, line)):
                return line.id
            before = line.chain
        return None

    def close(self) -> None:
        self._database.close()

    def _newest_first(self, limit: int) -> Iterable[dict[str, Any]]:
        # Its own annotations leave out what a sequence of arguments holds.
        return self._table().rows_where(order_by="id desc", limit=limit)  # pyright: ignore[reportUnknownMemberType]

    def _table(self) -> Table:
        return Table(self._database, "notes")

    def _line(self, moment: Moment, note: Note | StationNote) -> Line:
        line = Line(
            id=self._next_id,
            visit=moment.visit,
            what=note.what.name.lower(),
            detail=note.detail.name.lower() if note.detail is not None else None,
            trouble=note.detail.row.code if isinstance(note.detail, Trouble) else None,
            count=note.count,
            at=moment.at.astimezone(UTC).isoformat(timespec="milliseconds"),
            seconds=round(moment.since.total_seconds(), 3),
            chain="",
        )
        return msgspec.structs.replace(line, chain=_seal(self._key, self._chain, line))


def _seal(key: bytes, before: str, line: Line) -> str:
    unsealed = msgspec.structs.replace(line, chain=before)
    return hmac.digest(key, msgspec.json.encode(unsealed), "sha256").hex()
