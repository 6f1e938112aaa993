"""The journal keeps what the settings say and no longer, and a clock that is wrong for a day does not empty it."""

from datetime import UTC, datetime, timedelta

from kiosk.station.audit import open_for_reading, verify
from kiosk.station.keeping import MOST_IN_MEMORY, KeptJournal
from kiosk.station.notes import Moment
from kiosk.visit.notes import Note, What
from tests.station.journals import START, lines, write_long_journal

KEY = bytes(range(32))


def test_rows_older_than_the_settings_say_go_with_the_first_note_of_a_day(tmp_path):
    journal = KeptJournal(tmp_path / "journal.db", lambda: KEY, kept=timedelta(days=2))
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for hour in range(0, 24 * 6, 6):
        journal.write(Moment("", start + timedelta(hours=hour), timedelta()), Note(What.ENDED))
    journal.close()
    with open_for_reading(tmp_path / "journal.db") as connection:
        assert list(verify(connection, KEY)) == []
        rows = connection.execute("select at, what, count from notes order by id").fetchall()
    assert rows[0][0].startswith("2026-01-05")
    assert [row[2] for row in rows if row[1] == "rows_forgotten"] == [4, 4, 5]


def test_rows_are_kept_no_longer_than_the_settings_say_however_many_a_day_has(tmp_path):
    file = tmp_path / "journal.db"
    write_long_journal(file, KEY, rows=9 * 24 * 60 * 6, every=timedelta(seconds=10))
    kept = timedelta(days=7)
    journal = KeptJournal(file, lambda: KEY, kept)
    for day in range(9, 19):
        journal.write(Moment("", START + timedelta(days=day), timedelta()), Note(What.ENDED))
    journal.close()
    with open_for_reading(file) as connection:
        assert list(verify(connection, KEY)) == []
        (oldest,) = connection.execute("select min(at) from notes").fetchone()
    assert datetime.fromisoformat(oldest) >= START + timedelta(days=18) - kept


def test_a_clock_that_is_wrong_for_a_day_leaves_eleven_rows_of_twelve(tmp_path):
    file = tmp_path / "journal.db"
    write_long_journal(file, KEY, 60_000)
    journal = KeptJournal(file, lambda: KEY)
    for second in range(3):
        wrong = START + timedelta(days=9999, seconds=second)
        journal.write(Moment("", wrong, timedelta()), Note(What.ENDED))
    journal.close()
    with open_for_reading(file) as connection:
        assert connection.execute("select count(*) from notes").fetchone() == (60_004 - 5_001,)


def test_a_practice_keeps_only_so_many_rows_in_memory():
    journal = KeptJournal(None, lambda: KEY)
    for _ in range(MOST_IN_MEMORY + 100):
        journal.write(Moment("", datetime.now(UTC), timedelta()), Note(What.ENDED))
    assert len(lines(journal.opened())) == MOST_IN_MEMORY
