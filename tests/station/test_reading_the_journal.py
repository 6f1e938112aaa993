"""IT verifies the journal of a machine, and takes it out as a table."""

import csv
import io
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.station.audit import open_for_reading, verify
from kiosk.station.journal import Journal
from tests.station.journals import flip_a_bit, remove, spoil, swap, write_long_journal

KEY = bytes(range(32))
MAIN = Path(__file__).parents[2] / "main.py"
SETTINGS = """training = true
[panel]
width = "376 mm"
[reader]
name = "Borgerlaeser"
[printer]
uri = "ipp://127.0.0.1:1/ipp/print"
[identity]
issuer = "http://127.0.0.1:1/op"
client_id = "kiosk"
[post]
url = "http://127.0.0.1:1"
[mandates]
url = "http://127.0.0.1:1/mandates"
[services]
url = "http://127.0.0.1:1/services"
"""


class Machine:
    """A machine of which only the disk and the credentials matter."""

    def __init__(self, folder: Path) -> None:
        self.journal = folder / "journal.db"
        self.settings = folder / "kiosk.toml"
        self.settings.write_text(f"{SETTINGS}[journal]\nfile = '{self.journal}'\n")
        self.credentials = folder / "credentials"
        self.credentials.mkdir()
        (self.credentials / "borgerkiosk.journal-key").write_text(KEY.hex())

    def journal_says(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, MAIN, "journal", *words, "--settings", self.settings],
            env={**os.environ, "CREDENTIALS_DIRECTORY": str(self.credentials), "TZ": "Europe/Copenhagen"},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    def end(self) -> str:
        with closing(sqlite3.connect(self.journal)) as connection:
            return "{}:{}".format(*connection.execute("select last, seal from head").fetchone())


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture(scope="module")
def long_journal(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("long") / "journal.db"
    write_long_journal(file, KEY, 100_000)
    return file


def test_of_100_000_rows_the_changed_the_missing_and_the_swapped_are_named(
    machine, long_journal, record_property
):
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    changed, missing, one, other = chance.sample(range(1, 100_001), 4)
    machine.journal.write_bytes(long_journal.read_bytes())
    flip_a_bit(machine.journal, changed, chance)
    remove(machine.journal, missing)
    swap(machine.journal, one, other)

    began = time.monotonic()
    done = machine.journal_says("verify")
    record_property("verify of 100,000 rows", f"{time.monotonic() - began:.1f} s")

    *flaws, total, _ = done.stdout.splitlines()
    assert sorted(flaws) == sorted(
        [
            f"row {changed}: not as it was written",
            f"row {missing}: missing",
            f"row {one}: out of place, written as row {other}",
            f"row {other}: out of place, written as row {one}",
        ]
    )
    assert total == "rows 1 to 100000: 4 flaws"
    assert done.returncode == 1


def test_a_long_journal_takes_no_more_memory_than_a_short_one(machine):
    write_long_journal(machine.journal, KEY, 10_000)
    with open_for_reading(machine.journal) as connection:
        tracemalloc.start()
        assert list(verify(connection, KEY)) == []
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 500_000


def test_a_journal_that_is_as_it_was_written_says_so_and_where_it_ends(machine):
    write_long_journal(machine.journal, KEY, 50)
    done = machine.journal_says("verify")
    assert done.stdout == (
        "rows 1 to 50: all as they were written\n"
        f"the end, to be noted elsewhere: {machine.end()}\n"
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_an_end_that_was_noted_shows_that_the_whole_file_was_put_back(machine):
    write_long_journal(machine.journal, KEY, 50)
    earlier = machine.journal.read_bytes()
    noted_then = machine.end()
    write_more(machine.journal)
    noted_later = machine.end()

    assert machine.journal_says("verify", "--noted", noted_then).returncode == 0
    machine.journal.write_bytes(earlier)
    assert machine.journal_says("verify").returncode == 0
    done = machine.journal_says("verify", "--noted", noted_later)
    assert done.returncode == 1
    assert done.stdout.startswith("row 51: not the one that was noted")


def test_an_end_that_was_noted_before_the_first_row_is_compared_too(machine):
    Journal(machine.journal, KEY).close()
    noted = machine.end()
    assert noted.startswith("0:")
    assert machine.journal_says("verify", "--noted", noted).returncode == 0
    write_more(machine.journal)
    assert machine.journal_says("verify", "--noted", noted).returncode == 0
    machine.journal.unlink()
    write_more(machine.journal)
    assert machine.journal_says("verify", "--noted", noted).returncode == 1


def test_an_end_that_was_noted_and_is_kept_no_longer_accuses_nobody(machine):
    write_long_journal(machine.journal, KEY, 50)
    long_ago = machine.end()
    write_more(machine.journal)
    last_gone = machine.end()
    write_more(machine.journal)
    with closing(Journal(machine.journal, KEY)) as journal:
        journal.keep_last(1)

    done = machine.journal_says("verify", "--noted", long_ago)
    assert done.stdout.startswith(
        "row 50: older than what is kept, so it cannot be compared\nrows 52 to 52: all"
    )
    assert done.returncode == 0
    assert "older" not in machine.journal_says("verify", "--noted", last_gone).stdout
    wrong = machine.journal_says("verify", "--noted", f"51:{'0' * 64}")
    assert wrong.stdout.startswith("row 51: not the one that was noted")


@pytest.mark.parametrize(
    "noted", ["", "50", "fifty:" + "0" * 64, f"50 {'0' * 64}", f"50:{'0' * 63}", "50:no"]
)
def test_a_slip_of_the_pen_accuses_nobody(machine, noted):
    write_long_journal(machine.journal, KEY, 50)
    done = machine.journal_says("verify", "--noted", noted)
    assert (done.returncode, done.stdout) == (os.EX_USAGE, "")
    assert "64 hexadecimal digits" in done.stderr


def write_more(file):
    from tests.station.test_notes_that_cannot_be_written import Desk

    desk = Desk(file)
    desk.take()
    assert desk.scribe.close(timedelta(seconds=5)) == 0


def test_a_journal_is_verified_while_the_kiosk_writes_on(machine):
    write_long_journal(machine.journal, KEY, 50)
    with closing(Journal(machine.journal, KEY)) as journal, open_for_reading(machine.journal) as connection:
        found = verify(connection, KEY, lambda _: journal.probe())
        assert list(found) == []


@pytest.mark.parametrize("seed", range(8))
def test_no_bit_of_the_file_can_be_turned_unseen(machine, seed):
    """Either nothing that anybody reads has changed, or it is named."""
    write_long_journal(machine.journal, KEY, 60)
    chance = random.Random(seed)
    whole = machine.journal.read_bytes()
    rows = content(machine.journal)
    for _ in range(60):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        machine.journal.write_bytes(data)
        try:
            with open_for_reading(machine.journal) as connection:
                flaws = list(verify(connection, KEY))
        except sqlite3.OperationalError:
            continue
        assert flaws or content(machine.journal) == rows


def content(file):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("select * from notes order by id").fetchall()


def test_the_table_has_a_heading_and_the_rows_of_the_days_asked_for(machine):
    write_long_journal(machine.journal, KEY, 2000)
    done = machine.journal_says("csv", "--from", "2026-01-02", "--to", "2026-01-02")
    heading, *rows = csv.reader(io.StringIO(done.stdout, newline=""))
    assert heading == ["number", "at", "visit", "seconds", "what", "detail", "trouble", "count"]
    assert rows[0][:4] == ["660", "2026-01-01T23:00:00.000+00:00", f"{33:016x}", "1.5"]
    assert rows[0][4:] == ["hindered", "paper_out", "U01", "3"]
    assert rows[-1][1] == "2026-01-02T21:20:00.000+00:00"
    assert (done.returncode, done.stderr) == (0, "")


def test_a_table_that_takes_its_time_says_how_much_of_it_is_done(machine):
    write_long_journal(machine.journal, KEY, 20_000)
    with closing(Journal(machine.journal, KEY)) as journal:
        journal.keep_last(15_000)
    reading = subprocess.Popen(
        [sys.executable, MAIN, "journal", "csv", "--to", "2026-01-08", "--settings", machine.settings],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # Whoever reads along is slow, and the pipe full.
    reading.stdout.readline()
    time.sleep(1.2)
    rows = reading.stdout.read().count("\n")
    _, said = reading.communicate()
    done, total = re.fullmatch(r"([\d,]+) of ([\d,]+) rows", said.splitlines()[0]).groups()
    assert int(done.replace(",", "")) < int(total.replace(",", "")) == rows < 15_000


@pytest.mark.parametrize(
    ("spoilt", "status", "says"),
    [
        (lambda machine: None, os.EX_NOINPUT, "there is no journal"),
        (lambda machine: machine.settings.write_text(SETTINGS), os.EX_CONFIG, "keeps its journal in memory"),
        (
            lambda machine: (
                write_long_journal(machine.journal, KEY, 3),
                (machine.credentials / "borgerkiosk.journal-key").unlink(),
            ),
            os.EX_CONFIG,
            "put the secret borgerkiosk.journal-key into systemd's credentials",
        ),
        (
            lambda machine: (
                write_long_journal(machine.journal, KEY, 3),
                (machine.credentials / "borgerkiosk.journal-key").write_text("no digits"),
            ),
            os.EX_CONFIG,
            "the secret borgerkiosk.journal-key is not 32 bytes",
        ),
    ],
    ids=["no-file", "in-memory", "no-key", "odd-key"],
)
def test_what_cannot_be_verified_says_why(machine, spoilt, status, says):
    spoilt(machine)
    done = machine.journal_says("verify")
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_journal_at_all_is_named_and_never_touched(machine):
    machine.journal.write_bytes(b"no database " * 99)
    done = machine.journal_says("verify")
    assert done.returncode == 1
    assert "the file is damaged" in done.stdout
    assert machine.journal.read_bytes() == b"no database " * 99


def test_a_journal_without_its_head_is_still_read_row_by_row(machine):
    write_long_journal(machine.journal, KEY, 30)
    spoil(machine.journal, "delete from head; update notes set count = 77 where id = 12")
    done = machine.journal_says("verify")
    assert done.stdout.splitlines()[:2] == [
        "the head is missing or not as it was written, so rows may be missing at both ends",
        "row 12: not as it was written",
    ]
