"""The tables of the post office."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

_TABLES: dict[str, dict[str, type]] = {
    "mailboxes": {"id": str, "body": bytes},
    "folders": {"id": str, "mailbox_id": str, "body": bytes},
    "messages": {"id": str, "mailbox_id": str, "body": bytes},
    "listed": {
        "id": str, "mailbox_id": str, "folder_id": str, "received": str, "label": str, "read": int, "words": str,
        "body": bytes,
    },
    "files": {"id": str, "message_id": str, "content": bytes},
}  # fmt: skip
_INDEXES = (["mailbox_id", "folder_id", "received", "id", "read"], ["mailbox_id", "received", "id"])


def connect(path: Path) -> sqlite3.Connection:
    """A new database with its tables. ``listed`` is what lists show, which may be older than ``messages``.

    Nothing here outlives the town, so nothing is synced to disk.
    """
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    database = Database(connection)
    for name, columns in _TABLES.items():
        database.table(name).create(columns, pk="id")
    for columns in _INDEXES:
        _index(database.table("listed"), columns)
    return connection


def _index(table: Table, columns: list[str]) -> None:
    table.create_index(columns)  # pyright: ignore[reportUnknownMemberType] - sqlite-utils leaves a type open
