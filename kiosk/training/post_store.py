"""What the post office keeps: mailboxes, folders, letters and files, and lists that may lag behind them."""

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import msgspec
from sqlite_utils import Database

from kiosk.training.memo_shapes import Arrival
from kiosk.training.post_shapes import Folder, FolderMessageSummary, Mailbox, Message, MessageCount

SORTABLE = {
    "receivedDateTime": "received",
    "messageDateTime": "received",
    "createdDateTime": "received",
    "label": "label",
    "read": "read",
}
"""The members that lists can be sorted by, and their columns."""
_EACH = 200
"""Letters in one statement: few enough for SQLite's limit on variables."""


class PostStore:
    """One SQLite file. Single letters are always current; lists and counts lag by ``lag()``, as the real ones do."""

    def __init__(self, path: Path, lag: Callable[[], timedelta]) -> None:
        self._lag = lag
        self._late: deque[tuple[float, Message]] = deque()
        self._db = Database(sqlite3.connect(path, check_same_thread=False))
        self._db.conn.execute("PRAGMA synchronous = OFF")
        self._db.conn.execute("PRAGMA journal_mode = MEMORY")
        self._make_tables()

    def close(self) -> None:
        self._db.close()

    def add_mailbox(self, mailbox: Mailbox, folders: list[Folder]) -> None:
        self._db["mailboxes"].insert({"id": mailbox.id, "body": msgspec.json.encode(mailbox)})
        self._db["folders"].insert_all(
            {"id": folder.id, "mailbox_id": folder.mailboxId, "body": msgspec.json.encode(folder)}
            for folder in folders
        )

    def mailbox(self, mailbox_id: str) -> Mailbox | None:
        body = self._one("SELECT body FROM mailboxes WHERE id = ?", mailbox_id)
        return None if body is None else msgspec.json.decode(body, type=Mailbox)

    def folders(self, mailbox_id: str) -> list[Folder]:
        rows = self._db.query("SELECT body FROM folders WHERE mailbox_id = ? ORDER BY rowid", [mailbox_id])
        return [msgspec.json.decode(row["body"], type=Folder) for row in rows]

    def deliver(self, arrivals: Iterable[Arrival]) -> None:
        """Put letters and their files in, all or none."""
        with self._db.atomic():
            for arrival in arrivals:
                self._insert(arrival)

    def message(self, mailbox_id: str, message_id: str) -> Message | None:
        body = self._one("SELECT body FROM messages WHERE id = ? AND mailbox_id = ?", message_id, mailbox_id)
        return None if body is None else msgspec.json.decode(body, type=Message)

    def replace(self, message: Message) -> None:
        """Write a changed letter; lists show it once they have caught up."""
        self._db.execute(
            "UPDATE messages SET body = ? WHERE id = ?", [msgspec.json.encode(message), message.id]
        )
        self._db.conn.commit()
        self._late.append((time.monotonic() + self._lag().total_seconds(), message))

    def content(self, message_id: str, file_id: str) -> bytes | None:
        return self._one("SELECT content FROM files WHERE id = ? AND message_id = ?", file_id, message_id)

    def page(
        self, mailbox_id: str, folder_id: str | None, order: list[tuple[str, bool]], number: int, size: int
    ) -> tuple[int, list[bytes]]:
        """How many letters there are, and one page of them as JSON. ``order``: columns, and whether descending."""
        self._catch_up()
        where = "mailbox_id = ?" + (" AND folder_id = ?" if folder_id else "")
        given = [mailbox_id, folder_id] if folder_id else [mailbox_id]
        sort = ", ".join(f"{column} {'DESC' if descending else 'ASC'}" for column, descending in order)
        total = self._one(f"SELECT count(*) FROM listed WHERE {where}", *given)  # noqa: S608 - fixed texts
        rows = self._db.query(
            f"SELECT body FROM listed WHERE {where} ORDER BY {sort}, id LIMIT ? OFFSET ?",  # noqa: S608
            [*given, size, number * size],
        )
        return total or 0, [row["body"] for row in rows]

    def summary(self, mailbox_id: str) -> list[FolderMessageSummary]:
        """Each folder with its counts."""
        self._catch_up()
        sql = """SELECT folder_id, count(*) AS total, sum(NOT read) AS unread, max(received) AS latest
                 FROM listed WHERE mailbox_id = ? GROUP BY folder_id"""
        counted = {row["folder_id"]: row for row in self._db.query(sql, [mailbox_id])}
        return [_summary(folder, counted.get(folder.id, {})) for folder in self.folders(mailbox_id)]

    def _insert(self, arrival: Arrival) -> None:
        message = arrival.message
        body = msgspec.json.encode(message)
        execute = self._db.conn.execute
        execute("INSERT INTO messages VALUES (?, ?, ?)", (message.id, message.mailboxId, body))
        execute("INSERT INTO listed VALUES (?, ?, ?, ?, ?, ?, ?)", _listed(message, body))
        for file_id, content in arrival.contents.items():
            execute("INSERT INTO files VALUES (?, ?, ?)", (file_id, message.id, content))

    def _catch_up(self) -> None:
        now = time.monotonic()
        while self._late and self._late[0][0] <= now:
            message = self._late.popleft()[1]
            row = _listed(message, msgspec.json.encode(message))
            self._db.conn.execute("REPLACE INTO listed VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._db.conn.commit()

    def _one(self, sql: str, *given: str | None) -> "bytes | None":
        row = self._db.execute(sql, given).fetchone()
        return row[0] if row else None

    def _make_tables(self) -> None:
        table = self._db.table
        table("mailboxes").create({"id": str, "body": bytes}, pk="id")
        table("folders").create({"id": str, "mailbox_id": str, "body": bytes}, pk="id")
        table("messages").create({"id": str, "mailbox_id": str, "body": bytes}, pk="id")
        table("listed").create(
            {
                "id": str, "mailbox_id": str, "folder_id": str, "received": str, "label": str, "read": int,
                "body": bytes,
            },
            pk="id",
        )  # fmt: skip
        table("listed").create_index(["mailbox_id", "folder_id", "received", "id", "read"])
        table("listed").create_index(["mailbox_id", "received"])
        table("files").create({"id": str, "message_id": str, "content": bytes}, pk="id")


def _listed(message: Message, body: bytes) -> tuple[str, str, str, str, str, int, bytes]:
    return (
        message.id, message.mailboxId, message.folderId, message.receivedDateTime, message.label,
        int(message.read), body,
    )  # fmt: skip


def _summary(folder: Folder, counted: dict[str, object]) -> FolderMessageSummary:
    count = msgspec.convert(
        {
            "label": folder.name,
            "unreadMessages": counted.get("unread", 0),
            "totalMessages": counted.get("total", 0),
            "latestMessageFrom": counted.get("latest"),
        },
        MessageCount,
    )
    return FolderMessageSummary(folder=folder, messageCount=count)
