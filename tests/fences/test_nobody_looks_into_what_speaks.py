"""Another process of the same user sees nothing of the program that speaks, not even while it speaks."""

import os
import subprocess
import sys

import pytest

from tests.fences.conftest import ROOT
from tests.fences.looking import WAYS

SPEAKING = """
import os, signal, socket, subprocess, sys, time
from pathlib import Path
from kiosk.fences.hidden import HiddenProgram
from kiosk.fences.kernel import drop_capabilities, refuse_new_privileges
from kiosk.speech import cage
from kiosk.speech.espeak import PROGRAM
from kiosk.speech.speaker import Speaker
from kiosk.speech.wire import Speak, said
from tests.fences.looking import looked_into

how, user = sys.argv[1], int(sys.argv[2])
if user != os.getuid():
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)

def below(pid):
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in told]

def is_program(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().startswith(b"/usr/bin/espeak-ng")

def speak(line):
    "Another user may not be able to start Python again, so nobody does."
    program = HiddenProgram(PROGRAM)
    print(*cage.close(program), file=sys.stderr)
    Speaker(line, program).serve()
    os._exit(0)

ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
speaker = os.fork()
if speaker == 0:
    ours.close()
    speak(theirs)
theirs.close()
# Only the user's own rights, also for what is started: root may look into everything.
refuse_new_privileges()
drop_capabilities()
if how == "alone":
    # As anybody would start it: it waits for a text.
    program = subprocess.Popen([PROGRAM, "--stdin", "--stdout"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(0.2)
    seen = looked_into(program.pid)
    program.kill()
    program.wait()
else:
    ours.send(said(Speak(1, "da", 80, 0, "Sæt dit kort i læseren. " * 400)))
    until = time.monotonic() + 20
    # It waits, for nobody takes its sound.
    while not any(map(is_program, below(speaker))):
        assert time.monotonic() < until
        time.sleep(0.01)
    time.sleep(0.5)
    (program,) = below(speaker)
    assert is_program(program)
    seen = looked_into(speaker if how == "the speaker" else program)
ours.close()
os.waitpid(speaker, 0)
print(*seen, sep="\\n", end="")
"""

US, NOBODY = os.getuid(), 65534
USERS = [US, NOBODY] if US == 0 else [US]


def seen(how: str, user: int) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SPEAKING, how, str(user)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("user", USERS)
def test_no_way_leads_into_the_program(user: int) -> None:
    assert seen("the program", user) == []


def test_nor_into_the_speaker() -> None:
    assert seen("the speaker", US) == []


@pytest.mark.parametrize("user", USERS)
def test_into_one_that_was_not_hidden_they_lead(user: int) -> None:
    """Where Yama keeps whoever is no parent from memory (ptrace_scope), the pipe is open all the same."""
    found = seen("alone", user)
    assert {"the pipe that it reads", "its environment"} <= set(found) <= set(WAYS)


WITHOUT = """
from pathlib import Path
import kiosk.fences.hidden as hidden
from kiosk.fences.fence import put_up
from kiosk.fences.speaker import fences
from kiosk.speech.espeak import PROGRAM

{spoil}
program = hidden.HiddenProgram(PROGRAM)
print(*put_up(fences(program)), program.file, sep=", ")
"""


@pytest.mark.parametrize(
    "spoil",
    [
        "Path('/tmp/everybody').write_text('1\\n'); hidden._SUID_DUMPABLE = Path('/tmp/everybody')",
        "from kiosk.fences.seccomp import *; f = Filter(ALLOW); f.rule(refuse(13), 'memfd_create'); f.load()",
        "hidden._ONLY_STARTED = 0o500",
    ],
    ids=["everybody may look", "no programs in memory", "readable"],
)
def test_where_it_cannot_be_hidden_that_is_said_and_it_is_started_as_it_is(spoil: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(spoil=spoil)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    *missing, program = done.stdout.strip().split(", ")
    assert "no look into its program" in missing, done.stderr
    assert program == "/usr/bin/espeak-ng"
