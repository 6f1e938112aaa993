"""The journal for IT: verified on the spot, or given out as a table."""

import csv
import os
import re
import sqlite3
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from keyring.errors import KeyringError

from kiosk.station.audit import find_head, is_there, open_for_reading, verify
from kiosk.station.lines import Head
from kiosk.station.progress import Progress
from kiosk.station.record import journal_key
from kiosk.station.settings import Settings
from kiosk.station.tables import rows

_COLUMNS: Final = ("number", "at", "visit", "seconds", "what", "detail", "trouble", "count")
_WITHIN: Final = "at >= ? and at < ?"
_NOTED: Final = re.compile(r"\d+:[0-9a-f]{64}", re.ASCII)
_NO_ROWS: Final = Head(first=1, before="", last=0, seal="")


def verify_journal(settings: Settings, noted: str | None = None) -> int:
    """Print every row that is not as it was written; the exit status is 1 if there is one, 0 if all is well.

    ``noted`` is the end of the journal as an earlier verification printed it: ``NUMBER:SEAL``, else EX_USAGE. Other
    exit statuses are those of :func:`_guarded`.
    """
    if noted is not None and not _NOTED.fullmatch(noted):
        return _refuse(os.EX_USAGE, "what was noted is a number, a colon and 64 hexadecimal digits")
    return _guarded(settings, lambda file: _verify(file, journal_key(settings), noted))


def _verify(file: Path, key: bytes, noted: str | None) -> int:
    with open_for_reading(file) as connection:
        head = find_head(connection, key) or _NO_ROWS
        flaws = 0
        for flaw in verify(connection, key, Progress(head.last, "rows").at):
            flaws += 1
            print(flaw)
        flaws += _compare(connection, head, noted) if noted else 0
    print(f"rows {head.first} to {head.last}: {f'{flaws} flaws' if flaws else 'all as they were written'}")
    print(f"the end, to be noted elsewhere: {head.last}:{head.seal}")
    return 1 if flaws else os.EX_OK


def _compare(connection: sqlite3.Connection, head: Head, noted: str) -> int:
    """Say what is not well with the row that somebody noted; returns how many flaws that is."""
    number, _, its_seal = noted.partition(":")
    if int(number) < head.first - 1:
        print(f"row {number}: older than what is kept, so it cannot be compared")
        return 0
    before_all = int(number) == head.first - 1
    if head.before == its_seal if before_all else is_there(connection, int(number), its_seal):
        return 0
    print(f"row {number}: not the one that was noted; the journal was exchanged or cut")
    return 1


def export_journal(settings: Settings, first: date | None = None, last: date | None = None) -> int:
    """Write the rows of the days from ``first`` to ``last``, both among them, to standard output as CSV (RFC 4180).

    In UTF-8, with a heading. The days are those of the machine's own time zone; ``at`` is in UTC. Nothing is verified.
    Exit statuses as for :func:`verify_journal`.
    """
    return _guarded(settings, lambda file: _export(file, _moment(first), _moment(last, timedelta(days=1))))


def _export(file: Path, begin: str | None, end: str | None) -> int:
    with (
        open_for_reading(file) as connection,
        open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False) as table,
    ):
        out = csv.writer(table)
        out.writerow(_COLUMNS)
        days = [begin or "", end or "9"]
        progress = Progress(_count(connection, days), "rows")
        asked_for = rows(connection, "notes", _WITHIN, days, columns=_COLUMNS, order="id")
        for done, row in enumerate(asked_for, 1):
            out.writerow(row.values())
            progress.at(done)
    return os.EX_OK


def _count(connection: sqlite3.Connection, days: Sequence[str]) -> int:
    return sum(row["count(*)"] for row in rows(connection, "notes", _WITHIN, days, columns=["count(*)"]))


def _moment(day: date | None, later: timedelta = timedelta()) -> str | None:
    if day is None:
        return None
    return datetime.combine(day + later, time()).astimezone(UTC).isoformat(timespec="milliseconds")


def _guarded(settings: Settings, read: Callable[[Path], int]) -> int:
    """EX_CONFIG without a file or key, EX_NOINPUT when it is not there, EX_TEMPFAIL when it cannot be read now."""
    if settings.journal is None:
        return _refuse(os.EX_CONFIG, "this machine keeps its journal in memory (journal.file)")
    if not settings.journal.is_file():
        return _refuse(os.EX_NOINPUT, f"there is no journal {settings.journal}")
    try:
        return read(settings.journal)
    except KeyringError as error:
        return _refuse(os.EX_CONFIG, f"no key for the journal: {error}")
    except sqlite3.DatabaseError as error:
        return _refuse(os.EX_TEMPFAIL, f"the journal cannot be read: {error}")
    except BrokenPipeError:  # Whoever read along has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return os.EX_IOERR


def _refuse(status: int, why: str) -> int:
    print(why, file=sys.stderr)
    return status
