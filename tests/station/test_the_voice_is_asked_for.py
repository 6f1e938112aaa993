"""A visit asks for a speaker, and for another one when that has failed; whoever gets none goes on without."""

import errno
import subprocess
import sys

from kiosk.station.beside import STARTS, VOICE
from tests.station.conftest import ROOT

SPEAKER = """
import os, socket, sys, time
line = socket.socket(fileno=int(sys.argv[2]))
line.send(str(os.getpid()).encode())
time.sleep(60)
"""

LISTENING = """
import errno, resource, select, socket
lines = [socket.socket(fileno=int(line)) for line in given["--voice"].split(",")]

def hear(number):
    "What is said on that line within a moment; the end of it is nothing."
    until = time.monotonic() + 10
    while not select.select([lines[number]], [], [], 0.1)[0]:
        wire.say(Heartbeat())
        assert time.monotonic() < until
    return lines[number].recv(99).decode()

def lives(pid):
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    return True

def tell(*words):
    with open({told!r}, "a") as out:
        print(*words, file=out)
"""


def told_by(supervise, tmp_path, act: str, **given):
    """What the visit tells, and its supervisor afterwards."""
    told = tmp_path / "told"
    told.touch()
    supervisor = supervise(LISTENING.format(told=str(told)) + act, speaker=SPEAKER, **given)
    supervisor.run()
    assert list(supervisor.rooms.iterdir()) == []
    return told.read_text().splitlines(), supervisor


def of_voice(notes: list[str]) -> list[str]:
    return [note for note in notes if note.startswith("voice")]


def test_whoever_asks_is_given_a_speaker_that_goes_with_the_visit(supervise, written, tmp_path):
    (pid,), supervisor = told_by(
        supervise,
        tmp_path,
        """
appear()
wire.say(VoiceAsked())
tell(hear(0))
""",
    )
    assert not alive(int(pid))
    assert of_voice(written(supervisor)) == []


def test_whoever_asks_twice_is_given_another_in_its_place(supervise, written, tmp_path):
    told, supervisor = told_by(
        supervise,
        tmp_path,
        """
appear()
for number in range(2):
    wire.say(VoiceAsked())
    pid = hear(number)
    tell("new", lives(pid))
tell(hear(0), "end of the first line")
""",
    )
    assert told == ["new True", "new True", " end of the first line"]
    assert of_voice(written(supervisor)) == ["voice_begun_again 1"]


def test_one_that_hangs_makes_room_for_another(supervise, written, tmp_path):
    told, supervisor = told_by(
        supervise,
        tmp_path,
        """
appear()
wire.say(VoiceAsked())
first = hear(0)
os.kill(int(first), signal.SIGSTOP)
wire.say(VoiceAsked())
hear(1)
tell(lives(first))
""",
    )
    assert told == ["False"]
    assert of_voice(written(supervisor)) == ["voice_begun_again 1"]


def test_whoever_asks_without_end_keeps_the_last(supervise, written, tmp_path):
    told, supervisor = told_by(
        supervise,
        tmp_path,
        """
appear()
for number in range(len(lines)):
    wire.say(VoiceAsked())
    last = hear(number)
for _ in range(3):
    wire.say(VoiceAsked())
wire.say(Heartbeat())
time.sleep(0.5)
tell(len(lines), lives(last))
""",
    )
    assert told == [f"{STARTS[VOICE]} True"]
    again = [f"voice_begun_again {before}" for before in range(1, STARTS[VOICE])]
    assert of_voice(written(supervisor)) == [*again, *[f"voice_not_begun {errno.EBUSY}"] * 3]


def test_a_spare_that_asks_is_given_none_before_somebody_stands_there(supervise, written, tmp_path):
    told, supervisor = told_by(
        supervise,
        tmp_path,
        """
if turn == 0:
    appear()
    wire.say(TakingLeave())
    while not Path({ready!r}).exists():
        wire.say(Heartbeat())
        time.sleep(0.02)
    part()
wire.say(VoiceAsked())
wire.say(Ready())
time.sleep(0.5)
tell(bool(select.select([lines[0]], [], [], 0)[0]))
Path({ready!r}).touch()
wait_for(Show)
wire.say(Shown())
wire.say(Heartbeat())
wire.say(VoiceAsked())
tell(lives(hear(0)))
close_shop()
""".replace("{ready!r}", repr(str(tmp_path / "ready"))),
        everyone=True,
    )
    assert told == ["False", "True"]
    assert of_voice(written(supervisor, 1)) == []


def test_where_none_can_be_started_the_line_is_hung_up_and_the_visit_goes_on(supervise, written, tmp_path):
    told, supervisor = told_by(
        supervise,
        tmp_path,
        """
appear()
for number in range(2):
    wire.say(VoiceAsked())
    tell(hear(number), "hung up")
""",
        voice="/nowhere/python",
    )
    assert told == [" hung up"] * 2
    assert of_voice(written(supervisor)) == [f"voice_not_begun {errno.ENOENT}"] * 2
    assert "visit_gone polite 0" in written(supervisor)


OUT_OF_MEMORY = """
import sys
from pathlib import Path
from kiosk.station.child import Program
from kiosk.station.journal import Journal
from kiosk.station.supervisor import Supervisor

rooms = Path(sys.argv[1])
program = Program(
    [sys.executable, sys.argv[2]], beside={"voice": [sys.executable, "-c", "import time; time.sleep(60)"]}
)
Supervisor(program, rooms, Journal(None, b"k" * 32), lambda: 0).run()
print("in order", list(rooms.iterdir()))
"""

IN_NEED = """
import os, resource, select, socket, sys, time
from kiosk.station.wire import *
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
wire, (line, *_) = VisitWire(given["--wire"]), given["--voice"].split(",")
line = socket.socket(fileno=int(line))
wire.hear()
wire.say(Shown())
time.sleep(1)
usual = resource.prlimit(os.getppid(), resource.RLIMIT_DATA)
resource.prlimit(os.getppid(), resource.RLIMIT_DATA, (1 << 20, usual[1]))
wire.say(VoiceAsked())
while not select.select([line], [], [], 0.2)[0]:
    wire.say(Heartbeat())
print("hung up", line.recv(99), flush=True)
resource.prlimit(os.getppid(), resource.RLIMIT_DATA, usual)
wire.say(StopAsked())
wire.hear()
"""


def test_a_supervisor_without_memory_for_a_speaker_hangs_up_and_goes_on(tmp_path):
    """What it starts has no more than it has itself."""
    visit, rooms = tmp_path / "visit.py", tmp_path / "rooms"
    visit.write_text(IN_NEED)
    rooms.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", OUT_OF_MEMORY, rooms, visit],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["hung up b''", "in order []"], done.stderr


def alive(pid: int) -> bool:
    return subprocess.run(["kill", "-0", str(pid)], capture_output=True, check=False).returncode == 0
