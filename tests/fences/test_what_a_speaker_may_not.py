"""A speaker starts the one program that speaks, and does nothing else; nor does the program."""

import pytest

SPEAKER = """
import subprocess
from kiosk.fences.hidden import HiddenProgram
from kiosk.speech import cage
parent = os.getppid()
hidden = HiddenProgram(Path("/usr/bin/espeak-ng"))
cage.close(hidden)
WRITTEN = "/tmp/borgerkiosk-speaker-was-here"
def run(*command, **given):
    done = subprocess.run(command, input=b"1", capture_output=True, **given)
    if done.returncode:
        raise OSError(errno.EACCES, "it did not end well")
    return done.stdout
"""

FORBIDDEN = {
    "start a shell": "run('/bin/sh', '-c', 'exit 0')",
    "start Python": "run(sys.executable, '-c', '0')",
    "have the loader start a shell": "run('/lib64/ld-linux-x86-64.so.2', '/bin/sh', '-c', 'exit 0')",
    "call anybody": "socket.socket().connect(('127.0.0.1', 1))",
    "have a pair of sockets": "socket.socketpair()",
    "write a file": "open(WRITTEN, 'w')",
    "have the program write a file": "run('/usr/bin/espeak-ng', '-w', WRITTEN, 'a'); assert os.path.exists(WRITTEN)",
    "read somebody's home": "os.listdir('/home')",
    "read the machine's accounts": "open('/etc/passwd')",
    "have the program read them": "run('/usr/bin/espeak-ng', '--stdout', '-f', '/etc/passwd')",
    "use a device": "os.open('/dev/tty', os.O_RDWR)",
    "signal the parent": "os.kill(parent, 0)",
    "read the parent's memory": "call('process_vm_readv', parent, 0, 0, 0, 0, 0)",
    "leave for a namespace": "call('unshare', 0x10000000)",
    "leave shared memory": "call('shmget', 0, 4096, 0o1600)",
    "let others look into its memory": "answered(libc.prctl(4, 1, 0, 0, 0))",
    "be dumped, or have its program dumped": "resource.setrlimit(resource.RLIMIT_CORE, (2, 2))",
    "read the copy of its program": "os.open(hidden.file, os.O_RDONLY)",
    "change the copy": "os.write(*hidden.files, b'x')",
    "let others read the copy": "os.fchmod(*hidden.files, 0o700)",
}
COPY = "executable=hidden.file, pass_fds=hidden.files"
NEEDED = {
    "speak": "assert len(run('/usr/bin/espeak-ng', '-v', 'da', '--stdin', '--stdout')) > 5_000",
    "speak by the copy": f"assert len(run('espeak-ng', '-v', 'da', '--stdin', '--stdout', {COPY})) > 5_000",
    "start what it has hidden": "assert hidden.files",
}
SINCE_LINUX_6_12 = {"signal the parent"}


@pytest.fixture(scope="module")
def tried(try_behind):
    return try_behind(SPEAKER, [*FORBIDDEN.values(), *NEEDED.values()], {})


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_speaker_cannot(tried, too_new, name):
    outcome = tried[FORBIDDEN[name]]
    refused = outcome.startswith(("EPERM", "EACCES", "ENXIO", "EAFNOSUPPORT", "AssertionError", "ValueError"))
    assert refused or ("no signals to others" in too_new and name in SINCE_LINUX_6_12), outcome


@pytest.mark.parametrize("attempt", NEEDED.values(), ids=NEEDED.keys())
def test_a_speaker_can(tried, attempt):
    assert tried[attempt] == "done"
