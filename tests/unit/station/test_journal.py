"""Nobody changes, removes or adds a row of the journal unseen."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.station.audit import open_for_reading, verify
from kiosk.station.journal import Journal, NotOursError
from kiosk.station.notes import Duty, Ending, Moment, StationNote
from kiosk.visit.journal import Note, What
from kiosk.visit.people import Level
from kiosk.visit.trouble import Trouble
from tests.station.journals import lines

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
    write_notes(file)
    return file


def write_notes(file, second=0) -> None:
    with closing(Journal(file, KEY)) as journal:
        for later, note in enumerate(NOTES):
            journal.write(moment(second + later), note)


def moment(second: int) -> Moment:
    return Moment("f00d", datetime(2026, 11, 24, 12, 0, second, tzinfo=UTC), timedelta(seconds=second))


def flaws(file, key=KEY) -> list[str]:
    """What a reader who opens the file anew finds wrong with it."""
    with open_for_reading(file) as connection:
        return [str(flaw) for flaw in verify(connection, key)]


def change(file, sql: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(sql)


def test_rows_come_back_as_they_were_written(file):
    with closing(Journal(file, KEY)) as journal:
        rows = [
            (row.what, row.detail, row.trouble, row.count, row.at[17:23], row.seconds)
            for row in lines(journal)
        ]
    assert rows == [
        ("visit_begun", None, None, None, "00.000", 0.0),
        ("signed_in", "substantial", None, None, "01.000", 1.0),
        ("hindered", "paper_out", "U01", None, "02.000", 2.0),
        ("closed", None, None, 0, "03.000", 3.0),
        ("visit_gone", "polite", None, 0, "04.000", 4.0),
    ]
    assert flaws(file) == []


def test_a_journal_goes_on_where_it_ended(file):
    with closing(Journal(file, KEY)) as journal:
        journal.write(moment(9), Note(What.ENDED))
    assert flaws(file) == []


CHANGED = "not as it was written"
COPY = (
    "insert into notes select {0}, {0}, visit, what, detail, trouble, count, at, seconds, before, seal "
    "from notes where id = 2"
)
INSERT_BEFORE_3 = (
    f"update notes set id = -id where id > 2; update notes set id = 1 - id where id < 0; {COPY.format(3)}"
)


def swap(one: int, other: int) -> str:
    moves = [(one, -1), (other, one), (-1, other)]
    return ";".join(f"update notes set id = {to} where id = {where}" for where, to in moves)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("update notes set detail = 'high' where id = 2", [f"row 2: {CHANGED}"]),
        ("update notes set detail = null where id = 2", [f"row 2: {CHANGED}"]),
        ("update notes set at = '2026-11-24T11:00:00.000+00:00' where id = 4", [f"row 4: {CHANGED}"]),
        ("update notes set visit = 'beef' where id in (1, 2, 4)", [f"rows 1 to 2: {CHANGED}", f"row 4: {CHANGED}"]),
        ("update notes set count = 1 where id = 4", [f"row 4: {CHANGED}"]),
        ("update notes set number = 5 where id = 4", [f"row 4: {CHANGED}"]),
        ("update notes set seal = (select seal from notes where id = 1) where id = 3", [f"row 3: {CHANGED}"]),
        ("update notes set before = 'x' where id = 5", [f"row 5: {CHANGED}"]),
        ("update notes set visit = cast(x'ff00' as text) where id = 5", [f"row 5: {CHANGED}"]),
        ("delete from notes where id = 3", ["row 3: missing"]),
        ("delete from notes where id in (1, 3, 4)", ["row 1: missing", "rows 3 to 4: missing"]),
        ("delete from notes where id > 3", ["rows 4 to 5: missing"]),
        ("delete from notes", ["rows 1 to 5: missing"]),
        ("drop table notes", ["rows 1 to 5: missing"]),
        ("alter table notes drop column trouble", [f"row 3: {CHANGED}"]),
        (swap(2, 4), ["row 2: out of place, written as row 4", "row 4: out of place, written as row 2"]),
        (swap(2, 3), ["row 2: out of place, written as row 3", "row 3: out of place, written as row 2"]),
        ("update notes set id = id + 10 where id > 3", ["rows 14 to 15: out of place, written as rows 4 to 5"]),
        ("update notes set id = 9 where id = 2", ["row 2: missing", "row 9: out of place, written as row 2"]),
        (INSERT_BEFORE_3, [f"row 3: {CHANGED}", "rows 4 to 6: out of place, written as rows 3 to 5"]),
        (COPY.format(6), ["row 6: added: the journal does not reach so far"]),
    ],
)  # fmt: skip
def test_every_row_that_is_not_as_written_is_named_with_what_is_wrong(file, sql, found):
    change(file, sql)
    assert flaws(file) == found


NO_HEAD = "the head is missing or not as it was written, so rows may be missing at both ends"


@pytest.mark.parametrize(
    "sql",
    [
        "delete from head",
        "drop table head",
        "update head set last = 4",
        "update head set last = 4; delete from notes where id = 5",
        "update head set first = 2; delete from notes where id = 1",
        "update head set own_seal = (select seal from notes where id = 1)",
    ],
)
def test_a_head_that_was_touched_is_named(file, sql):
    change(file, sql)
    assert flaws(file)[0] == NO_HEAD


def test_a_row_of_another_journal_of_the_same_machine_fits_nowhere(file, tmp_path):
    other = tmp_path / "other.db"
    write_notes(other)
    change(file, f"attach '{other}' as other; replace into notes select * from other.notes where id = 3")
    detached = "written by this machine, but not after the row before it"
    assert flaws(file) == [f"rows 3 to 4: {detached}"]


def test_rows_of_a_tail_that_was_cut_off_and_written_anew_do_not_come_back(file, tmp_path):
    before = tmp_path / "before.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"vacuum into '{before}'")
    write_notes(file)
    write_notes(before, second=30)
    change(before, f"attach '{file}' as longer; replace into notes select * from longer.notes where id = 8")
    assert [flaw.partition(":")[0] for flaw in flaws(before)] == ["rows 8 to 9"]


def test_another_key_fits_nothing_and_a_journal_is_not_continued_with_it(file):
    assert flaws(file, b"another") == [NO_HEAD, f"rows 1 to 5: {CHANGED}"]
    with pytest.raises(NotOursError):
        Journal(file, b"another")


def test_a_journal_whose_end_was_cut_off_goes_on_and_the_missing_rows_stay_missing(file):
    change(file, "delete from notes where id > 3")
    write_notes(file)
    assert flaws(file) == ["rows 4 to 5: missing"]


def test_a_row_is_there_with_the_head_that_counts_it_or_not_at_all(file):
    with closing(Journal(file, KEY)) as journal, closing(sqlite3.connect(file)) as other:
        other.execute("begin immediate")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            journal.write(moment(9), Note(What.ENDED))
        other.rollback()
        journal.write(moment(10), Note(What.ENDED))
    assert flaws(file) == []


def test_who_only_looks_whether_it_can_be_written_takes_no_row_from_who_writes(file):
    with closing(Journal(file, KEY)) as looking, closing(Journal(file, KEY)) as writing:
        writing.write(moment(9), Note(What.ENDED))
        assert looking.probe() == 6
        assert flaws(file) == []
        writing.write(moment(10), Note(What.ENDED))
    assert flaws(file) == []


def test_who_has_patience_waits_for_who_writes(file):
    with closing(sqlite3.connect(file, check_same_thread=False)) as other:
        other.execute("begin immediate")
        threading.Timer(0.3, other.rollback).start()
        with closing(Journal(file, KEY, patience=timedelta(seconds=20))) as looking:
            assert looking.probe() == 5


@pytest.mark.parametrize(("second", "removed"), [(0, 0), (2, 2), (3, 3), (99, 5)])
def test_old_rows_are_forgotten_and_the_rest_still_fits(file, second, removed):
    with closing(Journal(file, KEY)) as journal:
        before = moment(second).at if second < 60 else LATER
        assert journal.forget_before(before, share=1, span=timedelta()) == removed
        assert lines(journal) == lines(journal)[:5]
        assert [row.number for row in lines(journal)] == [*range(removed + 1, 6)]
    assert flaws(file) == []
    write_notes(file, second=40)
    assert flaws(file) == []
    change(file, f"delete from notes where id = {removed + 1}")
    assert flaws(file) == [f"row {removed + 1}: missing"]


def test_a_clock_that_is_wrong_for_a_day_does_not_empty_the_journal(file):
    with closing(Journal(file, KEY)) as journal:
        assert journal.forget_before(LATER, share=0.1, span=timedelta(seconds=3)) == 3
    assert flaws(file) == []


def test_nor_does_it_take_more_than_a_share_of_it_where_that_is_more(file):
    with closing(Journal(file, KEY)) as journal:
        assert journal.forget_before(LATER, share=0.25, span=timedelta(seconds=0.5)) == 2
    assert flaws(file) == []


LATER = datetime(2030, 1, 1, tzinfo=UTC)


def test_a_forgotten_row_that_is_put_back_is_named(file, tmp_path):
    whole = tmp_path / "whole.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"vacuum into '{whole}'")
    with closing(Journal(file, KEY)) as journal:
        journal.keep_last(2)
    change(file, f"attach '{whole}' as whole; insert into notes select * from whole.notes where id = 1")
    assert flaws(file) == ["row 1: added: the journal does not reach so far"]
