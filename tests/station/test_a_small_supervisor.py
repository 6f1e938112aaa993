"""The supervisor lives beside every visit: what it needs once does not stay in its memory."""

import subprocess
import sys
from pathlib import Path

from tests.station.test_reading_the_journal import Machine

ROOT = Path(__file__).parents[2]

ALL_THAT_IT_LOADS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
import kiosk.station.dictation, kiosk.station.supervisor, devices.printing.printer
from kiosk.station.notes import Duty, Moment, StationNote
from kiosk.station.record import begin_record
from kiosk.station.settings import load

scribe = begin_record(load(Path(sys.argv[1])))
scribe.write(Moment("", datetime.now(UTC), timedelta()), StationNote(Duty.SWEPT, count=0))
assert scribe.close(timedelta(seconds=20)) == 0
print(*sorted({name.partition(".")[0] for name in sys.modules} | {*sys.modules}))
"""

TOO_MUCH = {"keyring", "joserfc", "cryptography", "smartcard", "PySide6", "httpx"}
TOO_MUCH |= {"kiosk.visit.states", "kiosk.visit.step", "kiosk.letters", "reportlab", "logging"}


def run(script: str, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: forks and threads, which tests have, do not go together."""
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_with_its_journal_open_it_has_loaded_nothing_that_only_others_need(tmp_path):
    machine = Machine(tmp_path)
    done = run(ALL_THAT_IT_LOADS, machine.settings, CREDENTIALS_DIRECTORY=str(machine.credentials))
    assert done.stderr == ""
    assert TOO_MUCH & set(done.stdout.split()) == set()
    assert machine.journal_says("verify").stdout.startswith("rows 1 to 1: all as they were written")


def test_a_missing_key_is_told_by_whoever_was_asked_and_nothing_is_written(tmp_path):
    machine = Machine(tmp_path)
    (machine.credentials / "borgerkiosk.journal-key").unlink()
    done = run(ALL_THAT_IT_LOADS, machine.settings, CREDENTIALS_DIRECTORY=str(machine.credentials))
    assert "PasswordSetError: put the secret borgerkiosk.journal-key" in done.stderr
    assert "M06 This machine cannot seal its notes. Call IT:" in done.stderr
    assert not machine.journal.exists()


ASK = """
from kiosk.station.aside import Aside, NoAnswerError
for question in (lambda: b"42", lambda: [][0]):
    asked = Aside(question)
    for _ in range(2):
        try:
            print(asked.answer())
        except NoAnswerError:
            print("no answer")
"""


def test_an_answer_is_remembered_and_no_answer_is_none_however_often_one_asks():
    done = run(ASK)
    assert done.stdout.splitlines() == ["b'42'", "b'42'", "no answer", "no answer"]
    assert done.stderr == "IndexError: list index out of range\n"


UNHEARD = """
import os
ear, mouth = os.pipe()
os.close(ear)
os.dup2(mouth, 2)
from kiosk.station.record import tell_staff
from kiosk.visit.trouble import Trouble
tell_staff(Trouble.DISK_FULL)
print("goes on", flush=True)
os._exit(0)
"""


def test_a_trouble_that_nobody_hears_of_stops_nothing():
    assert run(UNHEARD).stdout == "goes on\n"
