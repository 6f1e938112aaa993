"""Supervisor and visit as the machine runs them: real processes, and one road out of every end."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clearing import Clearing
from kiosk.station.audit import open_for_reading, verify
from kiosk.station.settings import load
from kiosk.visit.trouble import TroubleError
from tests.bench.processes import is_gone
from tests.journeys.story import World
from tests.trace.kiosk import PATIENCE_S, Kiosk

LIMITS = {"goodbye": "3 s"}


@pytest.fixture
def kiosk(world: World, tmp_path: Path) -> Iterator[Kiosk]:
    """As the tests draw: on no display."""
    made = Kiosk(world, tmp_path, {}, LIMITS, full_screen=False)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.process.kill()
        made.process.wait()


def test_a_visit_that_is_killed_leaves_nothing_and_the_next_one_begins(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    first = kiosk.visit_process()
    (room,) = kiosk.rooms.iterdir()
    (room / "left-behind").write_text("something of Anna's")
    os.kill(first, signal.SIGKILL)
    kiosk.until_noted("visit_begun", times=2)
    assert ("visit_gone", "killed") in kiosk.noted()
    assert not room.exists()
    assert ("printer_cleared", None) in kiosk.noted()
    # The card is still in: the next visit finds it by itself.
    kiosk.until_noted("login_by_card", times=2)
    assert kiosk.visit_process() != first


def test_a_visit_that_hangs_is_ended_by_the_supervisor(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    os.kill(kiosk.visit_process(), signal.SIGSTOP)
    kiosk.until_noted("visit_begun", times=2)
    assert ("visit_gone", "hung") in kiosk.noted()
    assert len(list(kiosk.rooms.iterdir())) == 1


def test_a_visit_that_hangs_does_not_outlive_its_supervisor(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    visit = kiosk.visit_process()
    os.kill(visit, signal.SIGSTOP)
    kiosk.process.kill()
    kiosk.process.wait()
    deadline = time.monotonic() + PATIENCE_S
    while not is_gone(visit):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_polite_end_closes_the_visit_and_leaves_no_process(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    visit = kiosk.visit_process()
    world.shelf.remove()
    kiosk.end()
    assert kiosk.complaints.read_text() == ""
    notes = kiosk.noted()
    assert ("visit_gone", "polite") in notes or ("left", "asked") in notes
    assert not list(kiosk.rooms.iterdir())
    with pytest.raises(ProcessLookupError):
        os.kill(visit, 0)


def test_a_kiosk_that_nobody_uses_stops_at_once(kiosk: Kiosk) -> None:
    kiosk.until_noted("visit_shown")
    begun = time.monotonic()
    kiosk.end()
    assert kiosk.complaints.read_text() == ""
    assert time.monotonic() - begun < PATIENCE_S / 4
    assert ("visit_gone", "polite") in kiosk.noted()


def test_nothing_personal_is_in_the_journal_or_on_a_command_line(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    person = world.people["anna"]
    words = [person.name.encode(), *person.name.encode().split(), (person.cpr or "").encode()]
    seen = kiosk.journal.read_bytes() + Path(f"/proc/{kiosk.visit_process()}/cmdline").read_bytes()
    assert [word for word in words if word and word in seen] == []


def test_a_visit_goes_on_while_somebody_holds_the_journal_and_the_staff_are_told(
    world: World, kiosk: Kiosk
) -> None:
    kiosk.until_noted("visit_shown")
    with closing(sqlite3.connect(kiosk.journal)) as other:
        other.execute("begin immediate")
        world.shelf.insert("anna")
        kiosk.until(lambda: kiosk.complaints.read_text().startswith("M04 "), "a word to the staff")
        assert "login_by_card" not in kiosk.notes()
    kiosk.until_noted("login_by_card")
    kiosk.until_noted("notes_held_up")
    world.shelf.remove()
    kiosk.end()
    assert kiosk.complaints.read_text().endswith("\nThe journal is written again.\n")
    with open_for_reading(kiosk.journal) as connection:
        assert list(verify(connection, world.vault.journal_key())) == []


def test_the_supervisor_has_loaded_neither_qt_nor_the_card_library(world: World, kiosk: Kiosk) -> None:
    world.shelf.insert("anna")
    kiosk.until_noted("login_by_card")
    os.kill(kiosk.visit_process(), signal.SIGKILL)
    kiosk.until_noted("visit_shown", times=2)
    loaded = Path(f"/proc/{kiosk.process.pid}/maps").read_text()
    assert [
        name for name in ("Qt6", "PySide6", "pcsclite", "smartcard", "pdfium", "lxml") if name in loaded
    ] == []


def test_the_printer_named_before_and_the_one_named_now_are_both_asked(world: World, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    text = world.settings(tmp_path / "journal.db", tmp_path, limits=LIMITS)
    file.write_text(text)
    clearing = Clearing(file, load(file), "machine", lambda _: False)
    assert clearing.clear() == 0
    file.write_text(text.replace(world.printer.uri, "ipp://127.0.0.1:9/ipp/print"))
    with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
        clearing.clear()
    file.write_text(text)
    with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
        clearing.clear()
    assert clearing.clear() == 0
    file.write_text("these are no settings")
    assert clearing.clear() == 0


def proved(world: World, folder: Path) -> tuple[int, str]:
    settings = folder / "kiosk.toml"
    settings.write_text(world.settings(folder / "journal.db", folder, limits=LIMITS))
    world.vault.lend_journal_key(folder)
    done = subprocess.run(
        [sys.executable, "main.py", "prove", "--settings", str(settings)],
        env={**os.environ, "CREDENTIALS_DIRECTORY": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_machine_that_is_ready_says_so(world: World, tmp_path: Path) -> None:
    status, table = proved(world, tmp_path)
    assert status == 0, table
    assert table.count(" yes ") == 14


def test_a_machine_that_is_not_ready_says_what_is_wrong(world: World, tmp_path: Path) -> None:
    world.printer.take_paper()
    world.town.client.switch(switched_off=True)
    world.shelf.unplug()
    status, table = proved(world, tmp_path)
    assert status == 1
    assert all(code in table for code in ("U01", "M02", "R01"))
    assert table.count(" NO ") == 7
