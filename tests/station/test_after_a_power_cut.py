"""A supervisor that is gone from one moment to the next leaves nothing that the next start does not clear away."""

import subprocess
import sys
from pathlib import Path

from kiosk.station.room import sweep
from tests.station.processes import group_lives, wait_for

LONELY_SUPERVISOR = """
import sys
from pathlib import Path
from kiosk.station.child import Program
from kiosk.station.journal import Journal
from kiosk.station.supervisor import Supervisor
Supervisor(Program([sys.executable, sys.argv[2]]), Path(sys.argv[1]), Journal(None, bytes(32)), lambda: 0).run()
"""


WITHOUT_POWERS = "from kiosk.fences.kernel import drop_capabilities; drop_capabilities()\n"
"""For a supervisor that mounts nothing and may not look into what is shut, as whoever is not root."""


def lonely(supervise, act: str, folder: Path, before: str = "") -> tuple[subprocess.Popen, Path]:
    """A supervisor in a process of its own, and its rooms."""
    rooms = supervise(act, everyone=True).rooms
    code = before + LONELY_SUPERVISOR
    alone = subprocess.Popen([sys.executable, "-c", code, str(rooms), str(folder / "visit.py")])
    return alone, rooms


def test_when_the_supervisor_itself_is_killed_the_visit_goes_and_the_next_one_clears_its_room(
    supervise, tmp_path
):
    pid = tmp_path / "pid"
    alone, rooms = lonely(
        supervise, f"appear(); Path({str(pid)!r}).write_text(str(os.getpid())); wait_for(Close)", tmp_path
    )
    visit = wait_for(lambda: pid.read_text() if pid.exists() else "")
    assert len(list(rooms.iterdir())) == 1
    alone.kill()
    alone.wait()
    wait_for(lambda: not group_lives(int(visit)))
    assert sweep(rooms) == 1
    assert list(rooms.iterdir()) == []


def test_a_visit_that_hangs_when_the_power_of_its_supervisor_goes_is_ended_at_the_next_start(
    supervise, written, tmp_path
):
    pid = tmp_path / "pid"
    act = f"""
        appear()
        if turn == 0:
            (room / "letter.pdf").write_text("private")
            Path({str(pid)!r}).write_text(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGSTOP)
        close_shop()
    """
    alone, rooms = lonely(supervise, act, tmp_path)
    visit = int(wait_for(lambda: pid.read_text() if pid.exists() else ""))
    alone.kill()
    alone.wait()
    assert group_lives(visit)

    asked = []
    supervisor = supervise(act, everyone=True, clear_printer=lambda: asked.append(1) or 0)
    supervisor.run()

    assert not group_lives(visit)
    assert list(rooms.iterdir()) == []
    assert written(supervisor, None) == ["swept 1", "printer_cleared 0"]


def test_a_visit_that_shuts_its_room_takes_nobody_with_it(supervise, diary, tmp_path):
    act = """
        appear()
        if turn == 0:
            (room / "letter.pdf").write_text("private")
            room.chmod(0)
            sys.exit(70)
        close_shop()
    """
    alone, rooms = lonely(supervise, act, tmp_path, WITHOUT_POWERS)
    assert alone.wait(20) == 0
    assert len(diary.read_text().split()) == 2
    assert list(rooms.iterdir()) == []
