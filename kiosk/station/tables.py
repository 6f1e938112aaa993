"""Rows of a database, read one by one with sqlite-utils, whose own annotations leave something open."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database
from sqlite_utils.db import Table


def as_text(data: bytes) -> str:
    """As ``text_factory``: what is no text must be found out by its seal, not raise while it is read."""
    return data.decode(errors="replace")


def rows(
    connection: sqlite3.Connection,
    table: str,
    where: str | None = None,
    values: Sequence[object] = (),
    *,
    columns: Sequence[str] = ("*",),
    order: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Nothing if there is no such table. Raises :class:`sqlite3.Error`."""
    found = Table(Database(connection), table)
    return found.rows_where(where, values, order_by=order, select=", ".join(columns))  # pyright: ignore[reportUnknownMemberType]
