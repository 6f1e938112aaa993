"""Each forbidden act is tried in a real process behind the visit's fences, and refused by the kernel."""

import os
import signal
import socket
from pathlib import Path

import pytest

from kiosk.fences.fence import Fence, UntriedError, find_missing
from kiosk.fences.visit import fences
from tests.fences.forbidden import FORBIDDEN, PUT_UP

WITH_POWERS = PUT_UP.replace(
    "put_up(every)", "put_up(fence for fence in every if fence.name != 'no capabilities')"
)
"""Root's powers stay, where the test has them: what is refused now, the list of system calls alone refuses."""

NOT_DUMPABLE = "assert answered(libc.prctl(3, 0, 0, 0, 0)) == 0"
"""PR_GET_DUMPABLE, prctl(2)."""

ACTS = [(fence, *act) for fence, acts in FORBIDDEN.items() for act in acts.values()]
NAMES = [name for acts in FORBIDDEN.values() for name in acts]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory):
    room, outside = tmp_path_factory.mktemp("room"), tmp_path_factory.mktemp("outside")
    kept = outside / "kept"
    kept.write_text("as it was")
    before = kept.stat()
    abstract = f"@borgerkiosk-{os.getpid()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as named,
        socket.create_server(("127.0.0.1", 0)) as other,
        socket.socket(socket.AF_UNIX) as hidden,
    ):
        hidden.bind(abstract.replace("@", "\0"))
        hidden.listen()
        yield {
            "ROOM": str(room),
            "OUTSIDE": str(outside),
            "ABSTRACT": abstract,
            "NAMED": str(named.getsockname()[1]),
            "OTHER": str(other.getsockname()[1]),
        }
    assert [path.name for path in outside.iterdir()] == ["kept"]
    # Nobody can set the time at which rights or attributes were last changed (inode(7)).
    assert (kept.stat().st_ctime_ns, kept.stat().st_mode) == (before.st_ctime_ns, before.st_mode)
    assert kept.read_text() == "as it was"


@pytest.fixture(scope="module")
def outcomes(try_behind, surroundings):
    return try_behind(PUT_UP, [attempt for _, attempt, _ in ACTS], surroundings)


@pytest.mark.parametrize(("fence", "attempt", "refusal"), ACTS, ids=NAMES)
def test_a_visit_cannot(outcomes, too_new, fence, attempt, refusal):
    assert outcomes[attempt].startswith(refusal) or fence in too_new


SYSTEM_CALLS = FORBIDDEN["system calls by list"]


@pytest.fixture(scope="module")
def outcomes_with_powers(try_behind, surroundings):
    return try_behind(WITH_POWERS, [attempt for attempt, _ in SYSTEM_CALLS.values()], surroundings)


@pytest.mark.parametrize(("attempt", "refusal"), SYSTEM_CALLS.values(), ids=SYSTEM_CALLS.keys())
def test_a_visit_with_roots_powers_cannot(outcomes_with_powers, attempt, refusal):
    assert outcomes_with_powers[attempt].startswith(refusal)


def test_nobody_else_of_the_same_user_can_look_into_its_memory(try_behind, tmp_path):
    (tmp_path / "kept").touch()
    environment = dict.fromkeys(("ROOM", "OUTSIDE"), str(tmp_path)) | {"NAMED": "1", "OTHER": "1"}
    assert set(try_behind(PUT_UP, [NOT_DUMPABLE], environment).values()) == {"done"}


def test_the_kernel_would_have_let_us(try_behind, tmp_path):
    """Without fences the same acts are done, so that it is the fences that refuse them."""
    (tmp_path / "kept").write_text("as it was")
    unfenced = PUT_UP.partition("missing")[0]
    environment = dict.fromkeys(("ROOM", "OUTSIDE"), str(tmp_path)) | {"NAMED": "1", "OTHER": "1"}
    names = {
        "write outside",
        "read outside",
        "signal the parent",
        "look around",
        "take a port",
        "wait for callers",
        "make a folder outside",
        "have memory that is written and run",
        "run what was written",
        "read the parent's environment",
        "raise a limit",
    }
    attempts = [attempt for name, (_, attempt, _) in zip(NAMES, ACTS, strict=True) if name in names]
    assert set(try_behind(unfenced, attempts, environment).values()) == {"done"}


def test_missing_is_what_this_kernel_is_too_old_for(tmp_path, too_new):
    every = fences(Path.cwd(), tmp_path, [], {})
    assert set(find_missing(every)) == too_new & {fence.name for fence in every}


def test_looking_for_what_is_missing_puts_up_no_fence_here(tmp_path):
    find_missing(fences(Path.cwd(), tmp_path, [], {}))
    assert Path("/etc/passwd").read_bytes()


ENDS = {
    "it is killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "it exits as if all were well": lambda: os._exit(os.EX_OK),
    "it has a fault": lambda: {}["fault"],
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_whoever_looks_for_what_is_missing_and_ends_early_is_not_believed(end):
    with pytest.raises(UntriedError):
        find_missing([Fence("the end", end)])


def test_a_limit_that_is_lower_already_stays(try_behind, tmp_path):
    """As nobody may raise it, not even to what we want it to be."""
    (tmp_path / "kept").touch()
    low = """
from kiosk.fences.kernel import drop_capabilities
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
drop_capabilities()
"""
    attempts = [
        "assert 'limits' not in missing",
        "assert resource.getrlimit(resource.RLIMIT_FSIZE) == (1 << 20,) * 2",
    ]
    environment = dict.fromkeys(("ROOM", "OUTSIDE"), str(tmp_path)) | {"NAMED": "1", "OTHER": "1"}
    assert set(try_behind(low + PUT_UP, attempts, environment).values()) == {"done"}


def test_it_reads_its_own_key_and_not_the_one_that_lies_beside_it(try_behind, tmp_path):
    for name in ("own", "other"):
        (tmp_path / name).write_text("key")
    put_up = f"""
from kiosk.fences.fence import put_up
from kiosk.fences.visit import fences
room = Path({str(tmp_path)!r}) / "room"
room.mkdir()
put_up(fences(Path.cwd(), room, [], {{}}, [], [room.parent / "own"]))
"""
    attempts = ["(room.parent / 'own').read_text()", "(room.parent / 'other').read_text()"]
    missing = find_missing(fences(Path.cwd(), tmp_path, [], {}))
    refused = "done" if "files by list" in missing else "EACCES"
    assert try_behind(put_up, attempts, {}) == dict(zip(attempts, ("done", refused), strict=True))
