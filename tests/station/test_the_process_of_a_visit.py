"""The process of one visit, alone with whoever started it."""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager

import pytest

from kiosk.station.child import Patience, Program, VisitProcess
from kiosk.station.family import children
from kiosk.station.notes import Ending
from kiosk.station.room import make_room
from tests.station.conftest import ROOT
from tests.station.processes import wait_for


@pytest.fixture
def begin(tmp_path) -> Callable[..., VisitProcess]:
    """Start a visit that does what the Python text says."""

    @contextmanager
    def begun(text: str, patience: Patience | None = None):
        program = Program([sys.executable, "-c", text])
        strangers = children()
        visit = VisitProcess(program, "f00d", make_room(tmp_path), patience or Patience(), called=False)
        try:
            yield visit
        finally:
            visit.end(strangers)
            visit.room.remove()

    return begun


def test_one_that_still_lives_has_not_exited_and_nobody_waits_for_it(begin):
    with begin("import time; time.sleep(60)") as visit:
        assert visit.how_it_exited() is None
        os.kill(*visit.pids, signal.SIGKILL)
        select.select([visit.exit], [], [], 20)
        assert visit.how_it_exited() is Ending.KILLED


TALKATIVE = """
import fcntl, os, sys, time
out = int(sys.argv[-1].split(",")[1])
fcntl.fcntl(out, fcntl.F_SETPIPE_SZ, 1 << 20)
os.write(out, b'{"type":"Heartbeat"}\\n' * 40_000)
os.mkdir("said", dir_fd=os.open(sys.argv[-3], os.O_RDONLY))
time.sleep(60)
"""


def test_one_that_never_stops_talking_is_not_listened_to_without_end(begin):
    with begin(TALKATIVE) as visit:
        wait_for((visit.room.folder / "said").exists)
        assert sum(1 for _ in visit.hear()) < 4_000


CANNOT_BE_STARTED = """
import os, resource, sys
from pathlib import Path
from kiosk.station.child import Patience, Program, VisitProcess
from kiosk.station.family import children
from kiosk.station.room import make_room

room = make_room(Path(sys.argv[1]))

def begin(memory=None):
    program = Program(["/bin/sh", "-c", "sleep 60"], beside={"press": ["/bin/true"]}, memory=memory)
    return VisitProcess(program, "f00d", room, Patience(), called=True)

def open_files():
    return len(os.listdir("/proc/self/fd"))

def fails(files=1024, **given):
    before = open_files()
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, 4096))
    try:
        begin(**given).end(())
        failed = False
    except OSError:
        failed = True
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 4096))
    assert open_files() == before and children() == set(), (open_files() - before, children())
    return failed

too_few = sum(fails(files) for files in range(4, 40))
resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
if os.geteuid() == 0:
    os.setuid(65534)
print(too_few > 6, fails(memory=2 << 30))
"""


def test_one_that_cannot_be_started_leaves_no_file_open_and_no_process(tmp_path):
    tmp_path.chmod(0o777)
    done = subprocess.run(
        [sys.executable, "-c", CANNOT_BE_STARTED, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "True True\n"


def test_one_that_is_told_twice_to_take_leave_has_no_more_time_for_it(begin):
    with begin("import time; time.sleep(60)") as visit:
        visit.close()
        until = visit.deadline
        time.sleep(0.05)
        visit.close()
        assert visit.deadline == until


@contextmanager
def crowd():
    """As many as the kernel tells in no less than two pieces."""
    number = 600
    sleepers = [os.posix_spawn("/bin/sleep", ["sleep", "600"], {}) for _ in range(number)]
    try:
        yield sleepers
    finally:
        for sleeper in sleepers:
            os.kill(sleeper, signal.SIGKILL)
            os.waitpid(sleeper, 0)


def wait_for_all(gone: list[int]) -> None:
    while gone:
        os.kill(gone[0], signal.SIGKILL)
        os.waitpid(gone.pop(0), 0)


def test_no_child_is_overlooked_while_another_thread_waits_for_others():
    with crowd() as early, crowd() as late:
        looks = []
        waiting = threading.Thread(target=wait_for_all, args=(early,))
        waiting.start()
        while waiting.is_alive():
            looks.append(set(late) <= children())
        waiting.join()
        assert all(looks)
        assert set(late) <= children()
