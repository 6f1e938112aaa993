"""Long journals, made quickly, and hands that spoil them."""

import random
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from kiosk.station.journal import Journal
from kiosk.station.lines import COLUMNS, HEAD_COLUMNS, Head, Line, line, seal
from kiosk.station.notes import Moment
from kiosk.visit.notes import Note, What
from kiosk.visit.trouble import Trouble

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def write_long_journal(file: Path, key: bytes, rows: int, *, every: timedelta = timedelta(minutes=1)) -> None:
    """What :class:`Journal` writes one by one, in one transaction."""
    Journal(file, key).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        (start,) = connection.execute("select before from head").fetchone()
        written = list(sealed_rows(start, key, rows, every))
        marks = ", ".join("?" * len(written[0]))
        connection.executemany(f"insert into notes values ({marks})", written)
        head = Head(1, start, rows, written[-1][-1])
        last = [getattr(head, name) for name in HEAD_COLUMNS]
        connection.execute("replace into head values (1, ?, ?, ?, ?, ?)", [*last, seal(key, head)])


def sealed_rows(before: str, key: bytes, rows: int, every: timedelta) -> Iterator[tuple[object, ...]]:
    for number in range(1, rows + 1):
        moment = Moment(f"{number // 20:016x}", START + number * every, timedelta(seconds=1.5))
        added = line(number, before, moment, Note(What.HINDERED, Trouble.PAPER_OUT, number % 9))
        before = seal(key, added)
        yield number, *msgspec.structs.astuple(added), before


def lines(journal: Journal) -> list[Line]:
    """Every line, the oldest first. For a journal that fits in memory."""
    cursor = journal._connection.execute(f"select {', '.join(COLUMNS)} from notes order by id")
    return msgspec.convert(cursor.fetchall(), list[Line])


def flip_a_bit(file: Path, row: int, chance: random.Random) -> None:
    """In one value of a row, whatever that makes of it."""
    with closing(sqlite3.connect(file)) as connection, connection:
        (names, values) = read_row(connection, row)
        name, value = chance.choice([pair for pair in zip(names, values, strict=True) if pair[1] is not None])
        put = "cast(? as text)" if isinstance(value, str) else "?"
        connection.execute(f"update notes set {name} = {put} where id = ?", [flipped(value, chance), row])


def read_row(connection, row: int):
    cursor = connection.execute("select * from notes where id = ?", [row])
    values = cursor.fetchone()
    return [each[0] for each in cursor.description][1:], values[1:]


def flipped(value, chance: random.Random):
    match value:
        case int():
            return value ^ 1 << chance.randrange(32)
        case float():
            (bits,) = struct.unpack("<q", struct.pack("<d", value))
            return struct.unpack("<d", struct.pack("<q", bits ^ 1 << chance.randrange(52)))[0]
        case _:
            data = bytearray(value.encode())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            return bytes(data)


def remove(file: Path, row: int) -> None:
    spoil(file, f"delete from notes where id = {row}")


def swap(file: Path, one: int, other: int) -> None:
    moves = [(one, -1), (other, one), (-1, other)]
    spoil(file, ";".join(f"update notes set id = {to} where id = {where}" for where, to in moves))


def spoil(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(sql)
