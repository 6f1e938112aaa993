"""A journal that is opened when it is needed, and set aside and begun anew when it is broken."""

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.station.notes import Duty, Moment, StationNote
from kiosk.visit.trouble import Trouble, TroubleError

if TYPE_CHECKING:
    from kiosk.station.journal import Journal
    from kiosk.visit.notes import Note

MOST_SET_ASIDE: Final = 3
"""Journals that may break in one day; then it is the disk that is broken, and IT must look at it."""

MOST_IN_MEMORY: Final = 1000
"""Rows that a practice keeps: some fifty visits."""

_AT_ONCE: Final = (1 / 12, timedelta(days=2))
"""What may be forgotten in a day, the larger of both: a clock that is wrong for a day must not empty the journal."""

_PATIENCE: Final = timedelta(milliseconds=500)
"""With whoever reads at the moment a journal is begun, or SQLite tidies it up; a reader holds up no other writing."""

_ROOM_LEFT: Final = 1 << 16
WHAT: Final = 0xFF
"""The first byte of an extended result code says what, the rest where (sqlite.org/rescode.html)."""

_FOR_NOW: Final = {
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}


class KeptJournal:
    """The journal in ``file`` (None: in memory). ``key`` is asked until it answers, and may raise TroubleError.

    For the one thread that writes. A broken file is renamed, never deleted. Rows are kept for ``kept``, in memory only
    the last :data:`MOST_IN_MEMORY`.
    """

    def __init__(
        self, file: Path | None, key: Callable[[], bytes], kept: timedelta = timedelta(days=365)
    ) -> None:
        self._file = file
        self._ask = key
        self._kept = kept
        self._today: date | None = None
        self._key: bytes | None = None
        self._journal: Journal | None = None
        self._set_aside = 0
        self._untold = False

    def write(self, moment: Moment, note: "Note | StationNote") -> None:
        """Raises :class:`TroubleError` when it is not written: DISK_FULL, JOURNAL_HELD_UP, JOURNAL_WITHOUT_KEY.

        After JOURNAL_BROKEN the next call begins a new journal.
        """
        from kiosk.station.journal import NotOursError

        try:
            journal = self.opened()
            journal.write(moment, note)
            if moment.at.date() != self._today:
                self._set_aside = 0
                self._forget(journal, moment)
        except (sqlite3.Error, NotOursError) as error:
            self.close()
            trouble = meaning(error, self._file)
            if trouble is Trouble.JOURNAL_BROKEN:
                trouble = self._put_aside()
            raise TroubleError(trouble) from error

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def opened(self) -> "Journal":
        from kiosk.station.journal import Journal

        if self._key is None:
            self._key = self._ask()
        if self._journal is None:
            self._journal = Journal(self._file, self._key, _PATIENCE)
        if self._untold:
            told = Moment("", datetime.now(UTC), timedelta())
            self._journal.write(told, StationNote(Duty.JOURNAL_SET_ASIDE, Trouble.JOURNAL_BROKEN))
            self._untold = False
        return self._journal

    def _forget(self, journal: "Journal", moment: Moment) -> None:
        """With the first note of each day, or in memory with every one."""
        if self._file is None:
            journal.keep_last(MOST_IN_MEMORY)
            return
        if removed := journal.forget_before(moment.at - self._kept, *_AT_ONCE):
            journal.write(moment, StationNote(Duty.ROWS_FORGOTTEN, count=removed))
        self._today = moment.at.date()

    def _put_aside(self) -> Trouble:
        if self._file is None or self._set_aside == MOST_SET_ASIDE:
            return Trouble.JOURNAL_HELD_UP
        try:
            put_aside(self._file)
        except OSError:
            return Trouble.JOURNAL_HELD_UP
        self._set_aside += 1
        self._untold = True
        return Trouble.JOURNAL_BROKEN


def meaning(error: Exception, file: Path | None) -> Trouble:
    """Of what was raised over the journal in ``file``. Raises it again if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.Error) and code is None:
        raise error
    what = code & WHAT if code else sqlite3.SQLITE_NOTADB
    if what == sqlite3.SQLITE_FULL or (what == sqlite3.SQLITE_IOERR and file and _is_full(file.parent)):
        return Trouble.DISK_FULL
    return Trouble.JOURNAL_HELD_UP if what in _FOR_NOW else Trouble.JOURNAL_BROKEN


def _is_full(folder: Path) -> bool:
    try:
        disk = os.statvfs(folder)
    except OSError:  # It is gone, or cannot even be asked that.
        return False
    return disk.f_bavail * disk.f_frsize < _ROOM_LEFT


def put_aside(file: Path) -> Path:
    """Rename a database, with what SQLite keeps beside it, and return its new name. Raises :class:`OSError`."""
    aside = file.with_name(f"{file.name}.broken-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
    # The database last: a log that stays behind would be played into the next one (sqlite.org/howtocorrupt.html).
    for part in ("-wal", "-shm", "-journal", ""):
        if (beside := file.with_name(file.name + part)).exists():
            beside.rename(aside.with_name(aside.name + part))
    return aside
