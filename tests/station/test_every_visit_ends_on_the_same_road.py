"""However a visit ends: its processes and its room are gone, the printer was asked, the journal has it."""

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.station.notes import Ending
from kiosk.station.room import sweep
from kiosk.visit.trouble import Trouble, TroubleError

WAYS = [
    ("sys.exit(0)", Ending.POLITE, 0),
    ("sys.exit(70)", Ending.CRASHED, 70),
    ("raise ValueError", Ending.CRASHED, 1),
    ("os.kill(os.getpid(), signal.SIGKILL)", Ending.KILLED, -9),
    ("os.abort()", Ending.KILLED, -6),
    ("time.sleep(60)", Ending.HUNG, -9),
    ("shout(b'what?'); time.sleep(60)", Ending.GARBLED, -9),
    ("shout(b'x' * 4000); time.sleep(60)", Ending.GARBLED, -9),
    ("wire.say(NoteTaken('EVERYTHING_ABOUT_ANNA')); time.sleep(60)", Ending.GARBLED, -9),
]  # fmt: skip


@pytest.mark.parametrize(("visit", "ending", "status"), WAYS, ids=[way[0][:30] for way in WAYS])
def test_a_visit_leaves_nothing_behind(supervise, written, visit, ending, status):
    supervisor = supervise(f"(room / 'letter.pdf').write_text('private'); sys.stderr.close(); {visit}")

    assert supervisor.one_visit() is ending

    assert list(supervisor.rooms.iterdir()) == []
    assert written(supervisor) == [
        "visit_begun",
        f"visit_gone {ending.name.lower()} {status}",
        "room_removed 0",
        "printer_cleared 0",
    ]
    assert supervisor.journal.verify() == []


def test_a_grandchild_that_ignores_everything_goes_with_its_visit(supervise, tmp_path):
    supervisor = supervise(f"""
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                (room / "again").touch() if room.exists() else time.sleep(0.01)
        Path({str(tmp_path / "group")!r}).write_text(str(os.getpgid(0)))
        sys.exit(0)
    """)

    assert supervisor.one_visit() is Ending.POLITE

    group = int((tmp_path / "group").read_text())
    assert not group_lives(group)
    assert list(supervisor.rooms.iterdir()) == []


def test_a_grandchild_that_left_the_group_goes_too_and_is_no_zombie(supervise, tmp_path):
    supervisor = supervise(f"""
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
    assert supervisor.one_visit() is Ending.CRASHED
    assert not Path("/proc", (tmp_path / "pid").read_text()).exists()


def group_lives(group: int) -> bool:
    states = [stat_of(folder) for folder in Path("/proc").glob("[0-9]*")]
    return any(state and state[0] != "Z" and int(state[2]) == group for state in states)


def stat_of(folder: Path) -> list[str]:
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def test_a_visit_that_gives_signs_of_life_is_left_alone(supervise):
    supervisor = supervise("""
        for _ in range(8):
            wire.say(Heartbeat())
            time.sleep(0.2)
    """)
    began = time.monotonic()
    assert supervisor.one_visit() is Ending.POLITE
    assert time.monotonic() - began > 1.5


def test_notes_of_the_visit_stand_in_the_journal_with_its_random_name(supervise, written):
    supervisor = supervise("""
        from kiosk.visit.journal import Note, What
        from kiosk.visit.trouble import Trouble
        wire.note(Note(What.LOGIN_BY_CARD, count=3))
        wire.note(Note(What.HINDERED, Trouble.PAPER_OUT))
    """)
    supervisor.one_visit()
    assert written(supervisor)[1:3] == ["login_by_card 3", "hindered paper_out U01"]
    assert len({row.visit for row in supervisor.journal.lines()}) == 1


def test_pages_that_wait_and_a_printer_that_does_not_answer_are_written_down(supervise, written):
    waiting = supervise("sys.exit(0)", clear_printer=lambda: 2)
    waiting.one_visit()
    assert written(waiting)[-1] == "printer_cleared 2"

    def offline() -> int:
        raise TroubleError(Trouble.PRINTER_OFFLINE)

    silent = supervise("sys.exit(0)", clear_printer=offline)
    silent.one_visit()
    assert written(silent)[-1] == "printer_not_cleared printer_offline U07"


def test_a_stopped_machine_lets_the_visit_take_leave_and_starts_no_other(supervise, written):
    supervisor = supervise("assert wire.hear() == [Close()]")
    supervisor.stop()
    assert supervisor.one_visit() is Ending.POLITE
    supervisor.run()
    assert written(supervisor).count("visit_begun") == 1


def test_a_visit_that_does_not_take_leave_is_killed(supervise, written):
    supervisor = supervise("""
        while True:
            wire.say(Heartbeat())
            time.sleep(0.1)
    """)
    supervisor.stop()
    assert supervisor.one_visit() is Ending.HUNG


def test_a_closed_window_stops_the_machine(supervise, written):
    supervisor = supervise("wire.say(StopAsked())")
    supervisor.run()
    assert written(supervisor).count("visit_begun") == 1


def test_visits_follow_each_other_and_every_one_has_its_own_room(supervise, tmp_path, written):
    supervisor = supervise(f"""
        seen = Path({str(tmp_path / "seen")!r})
        with seen.open("a") as out:
            print(room.name, oct(room.stat().st_mode & 0o777), len(list(room.iterdir())), file=out)
        if len(seen.read_text().splitlines()) == 3:
            wire.say(StopAsked())
    """)
    supervisor.run()
    names, rights, files = zip(
        *(line.split() for line in (tmp_path / "seen").read_text().splitlines()), strict=True
    )
    assert len(set(names)) == 3
    assert set(rights) == {"0o700"}
    assert set(files) == {"0"}


def test_the_third_crash_shows_out_of_order_until_the_machine_is_stopped(supervise, written):
    pauses = []

    @contextmanager
    def screen(pause):
        pauses.append(pause.total_seconds())
        supervisor.stop()
        yield

    supervisor = supervise("sys.exit(70)", out_of_order=screen)
    supervisor.run()
    assert pauses == [5]
    assert written(supervisor)[-1] == "out_of_order 5"
    assert written(supervisor).count("visit_gone crashed 70") == 3


def test_a_supervisor_that_fails_itself_still_takes_the_visit_down(supervise, tmp_path):
    supervisor = supervise(f"""
        Path({str(tmp_path / "group")!r}).write_text(str(os.getpgid(0)))
        wire.say(NoteTaken("CARD_SEEN"))
        time.sleep(60)
    """)
    supervisor.journal.close()
    with pytest.raises(Exception, match="closed"):
        supervisor.one_visit()
    assert list(supervisor.rooms.iterdir()) == []


def test_when_the_supervisor_itself_is_killed_the_visit_goes_and_the_next_one_clears_its_room(
    supervise, tmp_path
):
    rooms = supervise(f"""
        Path({str(tmp_path / "pid")!r}).write_text(str(os.getpid()))
        try:
            wire.hear()
        except EOFError:
            os._exit(70)
    """).rooms
    alone = subprocess.Popen(
        [sys.executable, "-c", LONELY_SUPERVISOR, str(rooms), str(tmp_path / "visit.py")]
    )
    visit = wait_for(lambda: (tmp_path / "pid").read_text() if (tmp_path / "pid").exists() else "")
    assert len(list(rooms.iterdir())) == 1
    alone.kill()
    alone.wait()
    wait_for(lambda: not group_lives(int(visit)))
    assert sweep(rooms) == 1
    assert list(rooms.iterdir()) == []


LONELY_SUPERVISOR = """
import sys
from datetime import timedelta
from pathlib import Path
from kiosk.station.journal import Journal
from kiosk.station.supervisor import Supervisor
Supervisor([sys.executable, sys.argv[2]], Path(sys.argv[1]), Journal(None, bytes(32)), lambda: 0).run()
"""


def wait_for(fact):
    until = time.monotonic() + 20
    while not (found := fact()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return found
