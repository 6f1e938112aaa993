"""What the post office keeps: mailboxes, folders, letters and files, and lists that may lag behind them."""

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import msgspec

from kiosk.training.folding import folded
from kiosk.training.memo_shapes import Arrival
from kiosk.training.message_shapes import Message
from kiosk.training.post_schema import connect
from kiosk.training.post_shapes import Folder, FolderMessageSummary, Mailbox, MessageCount

SORTABLE = {
    "receivedDateTime": "received",
    "messageDateTime": "received",
    "createdDateTime": "received",
    "label": "label",
    "read": "read",
}
"""The members that lists can be sorted by, and their columns."""
Value = str | int | bytes | None
Sought = Sequence[tuple[str, ...]]
"""What is looked for, folded: all words of one of these."""

_Listed = tuple[str, str, str, str, str, int, str, bytes]


class MessageCounts(NamedTuple):
    """One folder's counts; ``latest`` is when its newest letter arrived."""

    unread: int
    total: int
    latest: str | None


_NOTHING = MessageCounts(0, 0, None)


class PostStore:
    """One SQLite file. Single letters are always current; lists and counts lag by ``lag()``, as the real ones do."""

    def __init__(self, path: Path, lag: Callable[[], timedelta]) -> None:
        self._lag = lag
        self._late: deque[tuple[float, Message]] = deque()
        self._connection = connect(path)

    def close(self) -> None:
        self._connection.close()

    def add_mailbox(self, mailbox: Mailbox, folders: list[Folder]) -> None:
        self._execute("INSERT INTO mailboxes VALUES (?, ?)", mailbox.id, msgspec.json.encode(mailbox))
        for folder in folders:
            body = msgspec.json.encode(folder)
            self._execute("INSERT INTO folders VALUES (?, ?, ?)", folder.id, mailbox.id, body)

    def mailbox(self, mailbox_id: str) -> Mailbox | None:
        body = self._one("SELECT body FROM mailboxes WHERE id = ?", mailbox_id)
        return None if body is None else msgspec.json.decode(body, type=Mailbox)

    def folders(self, mailbox_id: str) -> list[Folder]:
        rows = self._execute("SELECT body FROM folders WHERE mailbox_id = ? ORDER BY rowid", mailbox_id)
        return [msgspec.json.decode(row[0], type=Folder) for row in rows]

    def deliver(self, arrivals: Iterable[Arrival]) -> None:
        """Put letters and their files in, all or none."""
        messages: list[tuple[str, str, bytes]] = []
        listed: list[_Listed] = []
        files: list[tuple[str, str, bytes]] = []
        for arrival in arrivals:
            message, body = arrival.message, msgspec.json.encode(arrival.message)
            messages.append((message.id, message.mailboxId, body))
            listed.append(_listed(message, body))
            files.extend((file_id, message.id, content) for file_id, content in arrival.contents.items())
        with self._connection as connection:
            connection.executemany("INSERT INTO messages VALUES (?, ?, ?)", messages)
            connection.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", listed)
            connection.executemany("INSERT INTO files VALUES (?, ?, ?)", files)

    def message(self, mailbox_id: str, message_id: str) -> Message | None:
        body = self._one("SELECT body FROM messages WHERE id = ? AND mailbox_id = ?", message_id, mailbox_id)
        return None if body is None else msgspec.json.decode(body, type=Message)

    def replace(self, message: Message) -> None:
        """Write a changed letter; lists show it once they have caught up."""
        self._execute("UPDATE messages SET body = ? WHERE id = ?", msgspec.json.encode(message), message.id)
        self._late.append((time.monotonic() + self._lag().total_seconds(), message))

    def delete(self, message_id: str) -> None:
        """For good, and from the lists at once."""
        self._late = deque(late for late in self._late if late[1].id != message_id)
        for table, column in (("messages", "id"), ("listed", "id"), ("files", "message_id")):
            self._execute(f"DELETE FROM {table} WHERE {column} = ?", message_id)

    def content(self, message_id: str, file_id: str) -> bytes | None:
        return self._one("SELECT content FROM files WHERE id = ? AND message_id = ?", file_id, message_id)

    def page(
        self,
        mailbox_id: str,
        folder_id: str | None,
        order: list[tuple[str, bool]],
        number: int,
        size: int,
        sought: Sought = (),
    ) -> tuple[int, list[bytes]]:
        """How many letters there are, and one page of them as JSON. ``order``: columns, and whether descending."""
        self._catch_up()
        where = "mailbox_id = ?" + (" AND folder_id = ?" if folder_id else "") + _fitting(sought)
        given = [mailbox_id, *([folder_id] if folder_id else []), *chain.from_iterable(sought)]
        directed = [*order, ("id", order[0][1])]
        sort = ", ".join(f"{column} {'DESC' if descending else 'ASC'}" for column, descending in directed)
        (total,) = self._execute(f"SELECT count(*) FROM listed WHERE {where}", *given).fetchone()
        rows = self._execute(
            f"""SELECT body FROM listed
                WHERE id IN (SELECT id FROM listed WHERE {where} ORDER BY {sort} LIMIT ? OFFSET ?)
                ORDER BY {sort}""",
            *given,
            size,
            number * size,
        )
        return total, [row[0] for row in rows]

    def summary(self, mailbox_id: str) -> list[FolderMessageSummary]:
        """Each folder with its counts."""
        self._catch_up()
        sql = """SELECT folder_id, sum(NOT read), count(*), max(received)
                 FROM listed WHERE mailbox_id = ? GROUP BY folder_id"""
        counted = {row[0]: MessageCounts(*row[1:]) for row in self._execute(sql, mailbox_id)}
        return [_summary(folder, counted.get(folder.id, _NOTHING)) for folder in self.folders(mailbox_id)]

    def _catch_up(self) -> None:
        now = time.monotonic()
        while self._late and self._late[0][0] <= now:
            message = self._late.popleft()[1]
            row = _listed(message, msgspec.json.encode(message))
            self._execute("REPLACE INTO listed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *row)

    def _one(self, sql: str, *given: str) -> bytes | None:
        row = self._execute(sql, *given).fetchone()
        return row[0] if row else None

    def _execute(self, sql: str, *given: Value) -> sqlite3.Cursor:
        with self._connection:
            return self._connection.execute(sql, given)


def _listed(message: Message, body: bytes) -> _Listed:
    return (
        message.id, message.mailboxId, message.folderId, message.receivedDateTime, message.label,
        int(message.read), folded(f"{message.label}\n{message.sender.label}"), body,
    )  # fmt: skip


def _fitting(sought: Sought) -> str:
    """The condition for letters that have what is looked for in their subject or their sender."""
    if not sought:
        return ""
    each = (" AND ".join("instr(words, ?)" for _ in words) for words in sought)
    return f" AND ({' OR '.join(each)})"


def _summary(folder: Folder, counts: MessageCounts) -> FolderMessageSummary:
    count = MessageCount(
        label=folder.name,
        unreadMessages=counts.unread,
        totalMessages=counts.total,
        latestMessageFrom=counts.latest,
    )
    return FolderMessageSummary(folder=folder, messageCount=count)
