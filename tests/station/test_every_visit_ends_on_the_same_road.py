"""However a visit ends: processes and room are gone, the printer was asked, the journal has it, the next one knows."""

import ctypes
import itertools
import signal
import subprocess
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.station.audit import verify
from kiosk.station.family import children
from kiosk.station.notes import Ending
from kiosk.station.pauses import Pauses
from kiosk.station.room import MemoryRoom
from tests.station.processes import group_lives

WAYS = [
    ("part()", Ending.POLITE, -9),
    ("sys.exit(0)", Ending.POLITE, 0),
    ("sys.exit(70)", Ending.CRASHED, 70),
    ("raise ValueError", Ending.CRASHED, 1),
    ("os.kill(os.getpid(), signal.SIGKILL)", Ending.KILLED, -9),
    ("os.abort()", Ending.KILLED, -6),
    ("time.sleep(60)", Ending.HUNG, -9),
    ("os.kill(os.getpid(), signal.SIGSTOP)", Ending.HUNG, -9),
    ("shout(b'what?'); time.sleep(60)", Ending.GARBLED, -9),
    ("shout(b'x' * 4000); time.sleep(60)", Ending.GARBLED, -9),
    ("wire.say(NoteTaken('EVERYTHING_ABOUT_ANNA')); time.sleep(60)", Ending.GARBLED, -9),
]  # fmt: skip


@pytest.mark.parametrize(("visit", "ending", "status"), WAYS, ids=[way[0][:30] for way in WAYS])
def test_a_visit_leaves_nothing_behind_and_the_next_one_is_told(
    supervise, written, tmp_path, visit, ending, status
):
    told = tmp_path / "told"
    supervisor = supervise(
        f"""
        if turn == 0:
            appear()
            (room / "letter.pdf").write_text("private")
            sys.stderr.close()
            {visit}
        appear()
        receipt = wait_for(LastVisit)
        Path({str(told)!r}).write_text(f"{{receipt.pages}} {{receipt.files}}")
        close_shop()
        """,
        everyone=True,
    )

    supervisor.run()

    assert list(supervisor.rooms.iterdir()) == []
    notes = written(supervisor)
    assert notes[0] == "visit_begun"
    assert notes[1].startswith("visit_shown ")
    assert notes[2:] == [
        f"visit_gone {ending.name.lower()} {status}",
        "room_removed 0",
        "printer_cleared 0",
    ]
    assert told.read_text() == "0 0"
    assert list(verify(supervisor.journal._connection, b"k" * 32)) == []


def test_a_room_that_could_not_be_removed_is_tried_again_when_the_next_visit_ends(
    supervise, written, monkeypatch
):
    remove = MemoryRoom.remove
    tried = []

    def stuck_at_first(room: MemoryRoom) -> None:
        tried.append(room.folder)
        if len(tried) == 1:
            raise OSError
        remove(room)

    monkeypatch.setattr(MemoryRoom, "remove", stuck_at_first)
    supervisor = supervise("appear(); sys.exit(0)")
    supervisor.run()
    assert list(supervisor.rooms.iterdir()) == []
    assert [row for row in written(supervisor) if "room" in row] == ["room_removed 1", "room_removed 0"]


def test_a_visit_that_takes_more_memory_than_it_may_ends_by_itself(supervise, written):
    supervisor = supervise("appear(); hoard = bytearray(400 << 20); part()", memory=300 << 20)
    supervisor.run()
    assert "visit_gone crashed 1" in written(supervisor)


def test_a_grandchild_that_ignores_everything_goes_with_its_visit(supervise, tmp_path):
    supervisor = supervise(f"""
        appear()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                (room / "again").touch() if room.exists() else time.sleep(0.01)
        Path({str(tmp_path / "group")!r}).write_text(str(os.getpgid(0)))
        sys.exit(0)
    """)
    supervisor.run()
    assert not group_lives(int((tmp_path / "group").read_text()))
    assert list(supervisor.rooms.iterdir()) == []


def test_a_grandchild_that_left_the_group_goes_too_and_is_no_zombie(supervise, written, tmp_path):
    supervisor = supervise(f"""
        appear()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                Path({str(tmp_path / "pid")!r}).write_text(str(os.getpid()))
                time.sleep(60)
            os._exit(0)
        while not Path({str(tmp_path / "pid")!r}).exists():
            time.sleep(0.01)
        sys.exit(70)
    """)
    supervisor.run()
    assert "visit_gone crashed 70" in written(supervisor)
    assert not Path("/proc", (tmp_path / "pid").read_text()).exists()


def segments() -> list[str]:
    return [row.split()[1] for row in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]]


def test_shared_memory_goes_with_its_visit_and_is_written_down(supervise, written, tmp_path):
    supervisor = supervise(f"""
        appear()
        Path({str(tmp_path / "segment")!r}).write_text(share())
        sys.exit(0)
    """)
    supervisor.run()
    assert (tmp_path / "segment").read_text() not in segments()
    assert written(supervisor)[-2:] == ["memory_removed 1", "printer_cleared 0"]


def test_shared_memory_of_somebody_else_stays(supervise, written):
    libc = ctypes.CDLL(None)
    segment = libc.shmget(0, 4096, 0o1600)
    try:
        supervisor = supervise("appear(); sys.exit(0)")
        supervisor.run()
        assert str(segment) in segments()
        assert not any(note.startswith("memory_removed") for note in written(supervisor))
    finally:
        libc.shmctl(segment, 0, None)


def test_who_was_there_before_is_left_alone(supervise):
    stranger = subprocess.Popen(["sleep", "60"])
    try:
        supervise("appear(); sys.exit(70)").run()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_children_are_found_while_threads_come_and_go():
    child = subprocess.Popen(["sleep", "60"])
    stop = threading.Event()

    def come_and_go() -> None:
        while not stop.is_set():
            threading.Thread(target=lambda: None).start()

    busy = threading.Thread(target=come_and_go)
    busy.start()
    try:
        assert all(child.pid in children() for _ in range(200))
    finally:
        stop.set()
        busy.join()
        child.kill()
        child.wait()


def test_a_visit_that_gives_signs_of_life_is_left_alone(supervise, written):
    supervisor = supervise("""
        appear()
        for _ in range(8):
            wire.say(Heartbeat())
            time.sleep(0.2)
        sys.exit(0)
    """)
    began = time.monotonic()
    supervisor.run()
    assert "visit_gone polite 0" in written(supervisor)
    assert time.monotonic() - began > 1.5


def test_a_welcome_behind_which_the_world_still_loads_is_left_alone(supervise, written):
    supervisor = supervise("""
        wait_for(Show)
        wire.say(Shown())
        time.sleep(1.5)
        wire.say(Heartbeat())
        sys.exit(0)
    """)
    supervisor.run()
    assert "visit_gone polite 0" in written(supervisor)


def test_notes_of_the_visit_stand_in_the_journal_with_its_random_name(supervise, written):
    supervisor = supervise("""
        from kiosk.visit.journal import Note, What
        from kiosk.visit.trouble import Trouble
        appear()
        wire.note(Note(What.LOGIN_BY_CARD, count=3))
        wire.note(Note(What.HINDERED, Trouble.PAPER_OUT))
        sys.exit(0)
    """)
    supervisor.run()
    assert written(supervisor)[2:4] == ["login_by_card 3", "hindered paper_out U01"]


def test_a_visit_that_nobody_saw_is_not_the_last_one_and_who_comes_instead_is_told(supervise, tmp_path):
    told = tmp_path / "told"
    supervise(
        f"""
        if turn == 0:
            appear()
            (room / "letter.pdf").touch()
            sys.exit(70)
        if turn == 1:
            wait_for(LastVisit)
            sys.exit(70)
        appear()
        Path({str(told)!r}).write_text(str(wait_for(LastVisit)))
        close_shop()
        """,
        everyone=True,
        clear_printer=itertools.chain((0, 4), itertools.repeat(0)).__next__,
        pauses=Pauses(shortest=timedelta(), longest=timedelta()),
    ).run()
    assert "pages=4" in told.read_text()


def test_a_stopped_machine_lets_the_visit_take_leave_and_starts_no_other(supervise, written, diary):
    supervisor = supervise("""
        appear()
        os.kill(os.getppid(), signal.SIGUSR1)
        wait_for(Close)
        part()
    """)
    stop_on_signal(supervisor)
    supervisor.run()
    assert "visit_gone polite -9" in written(supervisor)
    assert len(diary.read_text().split()) == 1


def stop_on_signal(supervisor) -> None:
    signal.signal(signal.SIGUSR1, lambda *_: supervisor.stop())


def test_a_machine_that_is_stopped_before_it_began_starts_nobody(supervise, diary):
    supervisor = supervise("appear()")
    supervisor.stop()
    supervisor.run()
    assert diary.read_text() == ""


def test_a_visit_that_does_not_take_leave_is_killed(supervise, written):
    supervisor = supervise("appear(); os.kill(os.getppid(), signal.SIGUSR1); beat()")
    stop_on_signal(supervisor)
    supervisor.run()
    assert "visit_gone hung -9" in written(supervisor)


def test_a_closed_window_stops_the_machine(supervise, diary):
    supervise("appear(); close_shop()").run()
    assert len(diary.read_text().split()) == 1


def test_visits_follow_each_other_and_every_one_has_its_own_room(supervise, tmp_path):
    supervisor = supervise(
        f"""
        appear()
        seen = Path({str(tmp_path / "seen")!r})
        with seen.open("a") as out:
            print(room.name, oct(room.stat().st_mode & 0o777), len(list(room.iterdir())), file=out)
        close_shop() if turn == 2 else part()
        """,
        everyone=True,
    )
    supervisor.run()
    names, rights, files = zip(
        *(line.split() for line in (tmp_path / "seen").read_text().splitlines()), strict=True
    )
    assert len(set(names)) == 3
    assert set(rights) == {"0o700"}
    assert set(files) == {"0"}
