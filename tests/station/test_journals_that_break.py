"""Journals that break again and again: few are kept in a day, all of them in a year; a disk that went is waited for."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.station.keeping import MOST_SET_ASIDE, KeptJournal, meaning
from kiosk.station.notes import Duty, Moment, StationNote
from kiosk.visit.trouble import Trouble, TroubleError

KEY = bytes(range(32))


def test_journals_that_break_one_after_the_other_are_not_heaped_up(tmp_path):
    file = tmp_path / "journal.db"
    journal = KeptJournal(file, lambda: KEY)
    moment = Moment("", datetime.now(UTC), timedelta())
    troubles = []
    for _ in range(MOST_SET_ASIDE + 2):
        file.write_bytes(b"no database at all " * 99)
        with pytest.raises(TroubleError) as trouble:
            journal.write(moment, StationNote(Duty.SWEPT))
        troubles.append(trouble.value.trouble)
    assert troubles == [Trouble.JOURNAL_BROKEN] * MOST_SET_ASIDE + [Trouble.JOURNAL_HELD_UP] * 2
    assert len(list(tmp_path.glob("*.broken-*"))) == MOST_SET_ASIDE


def test_journals_that_break_months_apart_are_each_set_aside(tmp_path):
    file = tmp_path / "journal.db"
    journal = KeptJournal(file, lambda: KEY)
    for month in range(1, MOST_SET_ASIDE + 3):
        moment = Moment("", datetime(2026, month, 1, tzinfo=UTC), timedelta())
        journal.write(moment, StationNote(Duty.SWEPT))
        journal.close()
        file.write_bytes(b"no database at all " * 99)
        with pytest.raises(TroubleError) as trouble:
            journal.write(moment, StationNote(Duty.SWEPT))
        assert trouble.value.trouble is Trouble.JOURNAL_BROKEN
    assert len(list(tmp_path.glob("*.broken-*Z"))) == MOST_SET_ASIDE + 2


def test_a_disk_that_goes_away_altogether_is_waited_for(tmp_path):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert meaning(error, tmp_path / "gone" / "journal.db") is Trouble.JOURNAL_HELD_UP
