"""A machine whose visits keep crashing says so on the glass, and goes on trying."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.station.pauses import PATIENCE, Pauses
from tests.station.journals import lines
from tests.station.processes import stat_of

PAUSE = timedelta(milliseconds=700)


def shortly() -> Pauses:
    return Pauses(shortest=PAUSE, longest=PAUSE)


class StoppedAfter(Pauses):
    """Somebody stops the machine when it has crashed so often; the pause would be an hour."""

    def __init__(self, crashes: int) -> None:
        super().__init__()
        self.left = crashes
        self.stop = lambda: None

    def after_crash(self, now: timedelta) -> timedelta:
        self.left -= 1
        if self.left:
            return timedelta()
        self.stop()
        return timedelta(hours=1)


@pytest.fixture
def notice(tmp_path) -> Path:
    """Where the screen that says so writes its process down."""
    return tmp_path / "notice"


def standing(notice: Path) -> list[str]:
    code = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()} '); time.sleep(60)"
    return [sys.executable, "-c", code, str(notice)]


def test_the_third_crash_puts_up_a_notice_until_a_visit_stands_again(supervise, written, notice):
    supervisor = supervise(
        f"""
        if turn < 3:
            sys.exit(70)
        notice = Path({str(notice)!r})
        stands = notice.read_text().split() if notice.exists() else []
        wait_for(Show)
        assert len(stands) == 1 and Path("/proc", stands[0]).exists(), "the glass was empty"
        wire.say(Shown())
        while Path("/proc", stands[0]).exists():
            time.sleep(0.01)
        close_shop()
        """,
        everyone=True,
        notice=standing(notice),
        pauses=shortly(),
    )
    supervisor.run()
    assert written(supervisor, None)[-1] == "out_of_order 0"
    assert "visit_gone polite -9" in written(supervisor, 3)


def test_the_machine_keeps_trying_with_one_and_the_same_notice(supervise, written, notice):
    supervisor = supervise(
        "sys.exit(70) if turn < 5 else appear(); close_shop()",
        everyone=True,
        notice=standing(notice),
        pauses=shortly(),
    )
    supervisor.run()
    assert sum(note.startswith("out_of_order") for note in written(supervisor, None)) == 3
    assert len(notice.read_text().split()) == 1
    assert stat_of(Path("/proc", notice.read_text().strip())) == []


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(3)"], ["/no/such/program"]])
def test_a_notice_that_cannot_be_shown_is_written_down_and_the_machine_goes_on(supervise, written, command):
    supervisor = supervise(
        "sys.exit(70) if turn < 3 else appear(); close_shop()",
        everyone=True,
        notice=command,
        pauses=shortly(),
    )
    supervisor.run()
    assert "notice_lost" in " ".join(written(supervisor, None))
    assert "visit_gone polite -9" in written(supervisor, 3)


def test_a_machine_that_is_out_of_order_can_be_stopped_at_once(supervise, written, notice):
    pauses = StoppedAfter(1)
    supervisor = supervise("sys.exit(70)", everyone=True, notice=standing(notice), pauses=pauses)
    pauses.stop = supervisor.stop
    supervisor.run()
    assert written(supervisor)[-3:] == ["visit_gone crashed 70", "room_removed 0", "printer_cleared 0"]


def test_a_press_that_cannot_be_started_counts_as_a_crash_of_its_visit(supervise, written):
    pauses = StoppedAfter(PATIENCE)
    supervisor = supervise("appear(); beat()", everyone=True, mother="pass", press="/no/such", pauses=pauses)
    pauses.stop = supervisor.stop
    supervisor.run()
    for number in range(PATIENCE):
        assert written(supervisor, number)[2:4] == ["press_not_begun 2", "visit_gone without_press -9"]


def test_a_program_that_cannot_be_started_counts_as_a_crash(supervise, written):
    pauses = StoppedAfter(PATIENCE)
    supervisor = supervise("", pauses=pauses, program="/no/such/program")
    pauses.stop = supervisor.stop
    supervisor.run()
    notes = [row.what for row in lines(supervisor.journal)]
    assert notes.count("visit_not_begun") == PATIENCE
    assert list(supervisor.rooms.iterdir()) == []
