"""A press with a letter reads and writes what is open, computes, and does nothing else; its mother little more."""

import pytest

from kiosk.fences.fence import find_missing
from kiosk.fences.press import AROUND_LETTER, BEFORE_PARSERS, BEHIND_PARSERS

MOTHER = """
from kiosk.fences.fence import put_up
from kiosk.fences.press import AROUND_LETTER, BEFORE_PARSERS, BEHIND_PARSERS
ours, theirs = socket.socketpair()
parent = os.getppid()
missing = put_up(BEFORE_PARSERS)
"""
WITH_POWERS = MOTHER.replace(
    "put_up(BEFORE_PARSERS)", "put_up(fence for fence in BEFORE_PARSERS if fence.name != 'no capabilities')"
)
"""Root's powers stay, where the test has them: what is refused now, the list of system calls alone refuses."""

PRESS = MOTHER + "missing += put_up(BEHIND_PARSERS) + put_up(AROUND_LETTER)\n"

FOR_BOTH = {
    "start a program": ("system calls by list", "os.execv('/bin/true', ['true'])"),
    "call anybody": ("system calls by list", "socket.socket().connect(('127.0.0.1', 1))"),
    "call a socket in a folder": (
        "system calls by list",
        "socket.socket(socket.AF_UNIX).connect('/run/x')",
    ),
    "write a file": ("files only read", "open('/tmp/borgerkiosk-press-was-here', 'w')"),
    "cut a file short": ("no file cut short", "os.truncate(os.environ['KEPT'], 0)"),
    "make a folder": ("files only read", "os.mkdir('/tmp/borgerkiosk-press-was-here')"),
    "signal the parent": ("no signals to others", "os.kill(parent, 0)"),
    "read the parent's memory": ("system calls by list", "call('process_vm_readv', parent, 0, 0, 0, 0, 0)"),
    "have memory that is written and run": (
        "no code made in memory",
        "answered(libc.mmap(None, 4096, 7, 0x22, -1, 0))",
    ),
    "set up io_uring": ("system calls by list", "call('io_uring_setup', 1, 0)"),
    "leave for a namespace": ("system calls by list", "call('unshare', 0x10000000)"),
    "let others look into its memory": ("system calls by list", "answered(libc.prctl(4, 1, 0, 0, 0))"),
    "outlive the parent": ("system calls by list", "answered(libc.prctl(1, 0, 0, 0, 0))"),
    "set a limit of the parent": ("system calls by list", "resource.prlimit(parent, resource.RLIMIT_CORE)"),
    "leave a message queue": ("system calls by list", "call('msgget', 0, 0o1600)"),
    "leave a semaphore": ("system calls by list", "call('semget', 0, 1, 0o1600)"),
    "leave shared memory": ("system calls by list", "call('shmget', 0, 4096, 0o1600)"),
    "look into shared memory of others": ("system calls by list", "call('shmat', -1, 0, 0)"),
    "watch page faults": ("system calls by list", "call('userfaultfd', 0)"),
}
FOR_A_PRESS = {
    "start a process": "os.fork()",
    "start a thread": "threading.Thread(target=print).start()",
    "read a file": "open('main.py')",
    "list a folder": "os.listdir('/')",
    "ask for a file's length by its name": "os.statvfs('/')",
    "have a socket": "socket.socketpair()",
    "have a file in memory": "os.memfd_create('x')",
    "have a pipe": "os.pipe()",
    "watch another process": "os.pidfd_open(parent)",
    "load code": "answered(libc.mmap(None, 4096, 5, 0x22, -1, 0))",
    "make memory code": "answered(libc.mprotect(None, 4096, 5))",
    "ask a device": "call('ioctl', 0, 0x5401, 0)",
    "signal itself to others' harm": "os.kill(0, 0)",
    "change its name": "os.chdir('/')",
    "wait for events": "__import__('select').epoll()",
}
NEEDED = {
    "read and write what is open": "ours.send(b'x'); assert theirs.recv(1) == b'x'",
    "have memory": "assert len(bytearray(200 << 20))",
    "compute": "assert sum(range(1000)) == 499500",
    "know the time": "import time; time.monotonic()",
    "have chance": "assert len(os.urandom(4)) == 4",
    "limit itself": "resource.setrlimit(resource.RLIMIT_CPU, (5, 300))",
}


def refused(outcome):
    return outcome.startswith(("EPERM", "EACCES", "EAFNOSUPPORT", "RuntimeError"))


@pytest.fixture(scope="module")
def tried(try_behind, tmp_path_factory):
    kept = tmp_path_factory.mktemp("outside") / "kept"
    kept.write_text("as it was")
    both = [*(attempt for _, attempt in FOR_BOTH.values()), *NEEDED.values()]
    yield lambda fences, *more: try_behind(fences, [*both, *more], {"KEPT": str(kept)})
    assert kept.read_text() == "as it was"


@pytest.fixture(scope="module")
def press(tried):
    return tried(PRESS, *FOR_A_PRESS.values())


@pytest.fixture(scope="module")
def mother(tried):
    return tried(MOTHER)


@pytest.fixture(scope="module")
def mother_with_powers(tried):
    return tried(WITH_POWERS)


@pytest.mark.parametrize("attempt", FOR_A_PRESS.values(), ids=FOR_A_PRESS.keys())
def test_a_press_cannot(press, attempt):
    assert refused(press[attempt]), press[attempt]


@pytest.mark.parametrize(("fence", "attempt"), FOR_BOTH.values(), ids=FOR_BOTH.keys())
def test_neither_a_press_nor_its_mother_can(press, mother, too_new, fence, attempt):
    assert refused(press[attempt]) or fence in too_new, press[attempt]
    assert refused(mother[attempt]) or fence in too_new, mother[attempt]


SYSTEM_CALLS = {
    name: attempt for name, (fence, attempt) in FOR_BOTH.items() if fence == "system calls by list"
}


@pytest.mark.parametrize("attempt", SYSTEM_CALLS.values(), ids=SYSTEM_CALLS.keys())
def test_a_mother_with_roots_powers_cannot(mother_with_powers, attempt):
    assert refused(mother_with_powers[attempt]), mother_with_powers[attempt]


@pytest.mark.parametrize("attempt", NEEDED.values(), ids=NEEDED.keys())
def test_both_can(press, mother, attempt):
    assert press[attempt] == mother[attempt] == "done"


def test_nobody_else_of_the_same_user_can_look_into_the_memory_of_a_mother(try_behind):
    """Nor into that of her children: they inherit it, and may not even ask."""
    not_dumpable = "assert answered(libc.prctl(3, 0, 0, 0, 0)) == 0"
    assert try_behind(MOTHER, [not_dumpable], {}) == {not_dumpable: "done"}


def test_missing_is_what_this_kernel_is_too_old_for(too_new):
    every = [*BEFORE_PARSERS, *BEHIND_PARSERS, *AROUND_LETTER]
    assert set(find_missing(every)) == too_new & {fence.name for fence in every}
