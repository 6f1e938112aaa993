"""A full disk, a lock, a read-only or broken journal: notes wait, staff are told, order and chain stay right."""

import os
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.station.audit import open_for_reading, verify
from kiosk.station.keeping import KeptJournal
from kiosk.station.notes import Moment
from kiosk.station.scribe import Scribe
from kiosk.visit.notes import Note, What
from kiosk.visit.trouble import Trouble, TroubleError

KEY = bytes(range(32))
ROOT = Path(__file__).parents[2]


class Desk:
    """Somebody who takes notes all day, and hears what the staff would hear."""

    def __init__(self, file: Path, *, most: int = 1000, key=lambda: KEY) -> None:
        self.file = file
        self.told: list[Trouble | None] = []
        self.scribe = Scribe(
            KeptJournal(file, key), self.told.append, pause=timedelta(milliseconds=30), most=most
        )
        self.taken = 0

    def take(self, times: int = 1) -> None:
        for _ in range(times):
            self.taken += 1
            moment = Moment("f00d", datetime.now(UTC), timedelta())
            self.scribe.write(moment, Note(What.LETTER_SHOWN, count=self.taken))

    def until_told(self, *troubles: Trouble | None) -> None:
        until(lambda: self.told == [*troubles], lambda: self.told)

    def written(self) -> list[str]:
        with open_for_reading(self.file) as connection:
            assert [str(flaw) for flaw in verify(connection, KEY)] == []
            rows = connection.execute("select what, detail, count from notes order by id").fetchall()
        return [" ".join(str(part) for part in row if part is not None) for row in rows]

    def letters(self) -> list[int]:
        return [int(row.split()[-1]) for row in self.written() if row.startswith("letter_shown")]

    def until_written(self) -> None:
        until(lambda: self.file.exists() and not self.scribe.waiting, lambda: self.scribe.waiting)


def until(fact, said) -> None:
    deadline = time.monotonic() + 20
    while not fact():
        assert time.monotonic() < deadline, said()
        time.sleep(0.01)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "journal.db")
    yield desk
    desk.scribe.close(timedelta(seconds=5))


def test_notes_are_written_in_order_and_the_last_one_before_the_end(desk):
    desk.take(20)
    assert desk.scribe.close(timedelta(seconds=5)) == 0
    assert desk.letters() == [*range(1, 21)]
    assert desk.told == []


def test_while_somebody_holds_the_journal_notes_wait_and_nobody_else_does(desk):
    desk.take()
    desk.until_written()
    with held(desk.file):
        began = time.monotonic()
        desk.take(100)
        assert time.monotonic() - began < 1
        desk.until_told(Trouble.JOURNAL_HELD_UP)
        assert desk.scribe.trouble is Trouble.JOURNAL_HELD_UP
    desk.until_told(Trouble.JOURNAL_HELD_UP, None)
    assert desk.scribe.trouble is None
    assert desk.letters() == [*range(1, 102)]
    assert desk.written()[-1].startswith("notes_held_up journal_held_up ")


@contextmanager
def held(file):
    with closing(sqlite3.connect(file)) as other:
        other.execute("begin immediate")
        yield


def test_a_glance_at_the_journal_while_it_is_begun_holds_nothing_up(tmp_path):
    file = tmp_path / "journal.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        desk = Desk(file)
        desk.take()
        time.sleep(0.1)
        other.execute("commit")
    desk.until_written()
    assert desk.scribe.close(timedelta(seconds=5)) == 0
    assert desk.told == []
    assert desk.letters() == [1]


def test_of_too_many_notes_the_oldest_are_lost_and_the_journal_says_how_many(tmp_path):
    desk = Desk(tmp_path / "journal.db", most=10)
    desk.take()
    desk.until_written()
    with held(desk.file):
        desk.take()
        desk.until_told(Trouble.JOURNAL_HELD_UP)
        desk.take(13)
    desk.until_told(Trouble.JOURNAL_HELD_UP, None)
    assert desk.scribe.close(timedelta(seconds=5)) == 0
    assert desk.written()[1] == "notes_lost 4"
    assert desk.letters() == [1, *range(6, 16)]


def test_what_cannot_be_written_at_the_end_is_counted(desk):
    desk.take()
    desk.until_written()
    with held(desk.file):
        desk.take(7)
        assert desk.scribe.close(timedelta(seconds=5)) == 7


NO_TEXT = "update head set {0} = cast(x'ff' || {0} as text)"
BREAKS = {
    "noise": lambda file: file.write_bytes(os.urandom(20_000)),
    "emptied": lambda file: file.write_bytes(b""),
    "cut": lambda file: os.truncate(file, 5000),
    "no-table": lambda file: alter(file, "drop table notes"),
    "no-head": lambda file: alter(file, "delete from head"),
    "false-head": lambda file: alter(file, "update head set last = 1"),
    "bad-byte-before": lambda file: alter(file, NO_TEXT.format("before")),
    "bad-byte-in-seal": lambda file: alter(file, NO_TEXT.format("seal")),
    "bad-byte-in-own-seal": lambda file: alter(file, NO_TEXT.format("own_seal")),
    "another-database": lambda file: alter(
        file, "create table stranger (a); drop table notes; drop table head"
    ),
    "row-too-many": lambda file: alter(file, "update notes set id = 21 where id = 1"),
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_a_broken_journal_is_set_aside_whole_and_a_new_one_begins_with_a_note(tmp_path, break_it):
    file = tmp_path / "journal.db"
    before = Desk(file)
    before.take(20)
    assert before.scribe.close(timedelta(seconds=5)) == 0
    break_it(file)
    broken = file.read_bytes()

    after = Desk(file)
    after.take(3)
    assert after.scribe.close(timedelta(seconds=5)) == 0

    if broken:
        assert after.told == [Trouble.JOURNAL_BROKEN, None]
        assert after.scribe.trouble is Trouble.JOURNAL_BROKEN
        (aside,) = tmp_path.glob("journal.db.broken-*[0-9]Z")
        assert aside.read_bytes() == broken
        assert after.written()[0] == "journal_set_aside journal_broken"
    assert after.letters() == [1, 2, 3]


def alter(file, sql):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(sql)


def test_a_journal_that_breaks_while_it_is_written_is_set_aside_too(desk):
    desk.take()
    desk.until_written()
    alter(desk.file, "drop table head")
    desk.take(2)
    desk.until_told(Trouble.JOURNAL_BROKEN, None)
    assert desk.letters() == [2, 3]


def test_a_folder_that_comes_late_is_waited_for(tmp_path):
    desk = Desk(tmp_path / "not" / "yet" / "journal.db")
    desk.take(2)
    desk.until_told(Trouble.JOURNAL_HELD_UP)
    desk.file.parent.mkdir(parents=True)
    desk.until_told(Trouble.JOURNAL_HELD_UP, None)
    desk.scribe.close(timedelta(seconds=5))
    assert desk.letters() == [1, 2]


def test_without_a_key_nothing_is_written_unsealed(tmp_path):
    def no_key():
        raise TroubleError(Trouble.JOURNAL_WITHOUT_KEY)

    desk = Desk(tmp_path / "journal.db", key=no_key)
    desk.take(2)
    desk.until_told(Trouble.JOURNAL_WITHOUT_KEY)
    assert desk.scribe.close(timedelta(seconds=5)) == 2
    assert not desk.file.exists()


def test_a_bug_of_the_scribe_comes_to_whoever_takes_the_next_note(tmp_path):
    desk = Desk(tmp_path / "journal.db", key=lambda: 1 // 0)
    desk.take()
    with pytest.raises(ZeroDivisionError):
        until(lambda: desk.take(), str)


IN_A_SMALL_WORLD = """
import os, subprocess, sys
sys.path[:0] = [{root!r}]
from pathlib import Path
from datetime import timedelta
from kiosk.visit.trouble import Trouble
from tests.station.test_notes_that_cannot_be_written import Desk, alter, until
disk = Path({disk!r})
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "small", disk], check=True)
desk = Desk(disk / "journal.db")
"""


def in_a_small_world(tmp_path, story: str) -> None:
    """Mounts of its own, so that a disk can be filled or made read-only for real.

    Root needs no user namespace for that, and in a chroot gets none (user_namespaces(7)).
    """
    root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    disk = tmp_path / "disk"
    disk.mkdir()
    script = IN_A_SMALL_WORLD.format(root=str(ROOT), disk=str(disk)) + textwrap.dedent(story)
    done = subprocess.run(
        ["unshare", *root, "--mount", sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_on_a_full_disk_notes_wait_until_there_is_room(tmp_path):
    in_a_small_world(
        tmp_path,
        """
        desk.take(3)
        desk.until_written()
        ballast = disk / "ballast"
        try:
            with ballast.open("wb", buffering=0) as out:
                while True:
                    out.write(bytes(4096))
        except OSError:
            pass
        desk.take(200)
        desk.until_told(Trouble.DISK_FULL)
        ballast.unlink()
        desk.until_told(Trouble.DISK_FULL, None)
        assert desk.scribe.close(timedelta(seconds=5)) == 0
        assert desk.letters() == [*range(1, 204)]
        """,
    )


def test_a_disk_that_is_full_from_the_start_is_no_reason_not_to_start(tmp_path):
    in_a_small_world(
        tmp_path,
        """
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(1 << 20))
        desk.take(3)
        desk.until_told(Trouble.DISK_FULL)
        ballast.unlink()
        desk.until_told(Trouble.DISK_FULL, None)
        assert desk.letters() == [1, 2, 3]
        """,
    )


def test_a_read_only_disk_is_waited_for(tmp_path):
    in_a_small_world(
        tmp_path,
        """
        desk.take(3)
        assert desk.scribe.close(timedelta(seconds=5)) == 0
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert desk.letters() == [1, 2, 3]
        later = Desk(disk / "journal.db")
        later.take(2)
        later.until_told(Trouble.JOURNAL_HELD_UP)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        later.until_told(Trouble.JOURNAL_HELD_UP, None)
        assert later.letters() == [1, 2, 3, 1, 2]
        """,
    )


def test_a_file_that_may_grow_no_further_loses_no_note(tmp_path):
    in_a_small_world(
        tmp_path,
        """
        import resource
        desk.take(3)
        desk.until_written()
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
        desk.take(300)
        desk.until_told(Trouble.JOURNAL_HELD_UP)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        desk.until_told(Trouble.JOURNAL_HELD_UP, None)
        assert desk.letters() == [*range(1, 304)]
        """,
    )
