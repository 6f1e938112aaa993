"""Nobody changes, removes or adds a row of the journal unseen."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from kiosk.station.journal import Journal
from kiosk.station.notes import Duty, Ending, Moment, StationNote
from kiosk.visit.journal import Note, What
from kiosk.visit.people import Level
from kiosk.visit.trouble import Trouble

KEY = bytes(range(32))
NOTES = [
    StationNote(Duty.VISIT_BEGUN),
    Note(What.SIGNED_IN, Level.SUBSTANTIAL),
    Note(What.HINDERED, Trouble.PAPER_OUT),
    Note(What.CLOSED, count=0),
    StationNote(Duty.VISIT_GONE, Ending.POLITE, 0),
]


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "journal.db"
    journal = Journal(file, KEY)
    for second, note in enumerate(NOTES):
        journal.write(moment(second), note)
    journal.close()
    return file


def moment(second: int) -> Moment:
    return Moment("f00d", datetime(2026, 11, 24, 12, 0, second, tzinfo=UTC), timedelta(seconds=second))


def first_broken(file) -> int | None:
    journal = Journal(file, KEY)
    broken = journal.verify()
    journal.close()
    return broken


def change(file, sql: str) -> None:
    database = Database(file)
    with database.conn:
        database.conn.execute(sql)
    database.close()


def test_rows_come_back_as_they_were_written(file):
    journal = Journal(file, KEY)
    rows = [
        (row.what, row.detail, row.trouble, row.count, row.at[17:23], row.seconds) for row in journal.lines()
    ]
    journal.close()
    assert rows == [
        ("visit_begun", None, None, None, "00.000", 0.0),
        ("signed_in", "substantial", None, None, "01.000", 1.0),
        ("hindered", "paper_out", "U01", None, "02.000", 2.0),
        ("closed", None, None, 0, "03.000", 3.0),
        ("visit_gone", "polite", None, 0, "04.000", 4.0),
    ]
    assert first_broken(file) is None


def test_a_journal_goes_on_where_it_ended(file):
    journal = Journal(file, KEY)
    journal.write(moment(9), Note(What.ENDED))
    journal.close()
    assert first_broken(file) is None


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        ("update notes set detail = 'high' where id = 2", 2),
        ("update notes set at = '2026-11-24T11:00:00.000+00:00' where id = 4", 4),
        ("update notes set visit = 'beef' where id = 1", 1),
        ("update notes set count = 1 where id = 4", 4),
        ("update notes set chain = (select chain from notes where id = 1) where id = 3", 3),
        ("delete from notes where id = 3", 4),
        ("delete from notes where id = 1", 2),
        ("update notes set id = id + 10 where id = 5", 15),
        ("insert into notes select 6, visit, what, detail, trouble, count, at, seconds, chain from notes limit 1", 6),
        ("update notes set id = 9 where id = 2", 3),
    ],
)  # fmt: skip
def test_the_first_broken_row_is_named(file, sql, row):
    change(file, sql)
    assert first_broken(file) == row


def test_another_key_fits_no_row(file):
    journal = Journal(file, b"another")
    assert journal.verify() == 1
    journal.close()
