"""A real process behind the fences, that tries what it is told and says how each try ended."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PRELUDE = """
import ctypes, errno, json, os, resource, signal, socket, sys, threading
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True)
seccomp = ctypes.CDLL("libseccomp.so.2")
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]

def answered(result):
    if result in (-1, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), "refused")
    return result

def call(name, *arguments):
    number = seccomp.seccomp_syscall_resolve_name(name.encode())
    return answered(libc.syscall(number, *arguments))

def outcome(attempt, names):
    try:
        exec(attempt, names)
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    except Exception as error:
        return repr(error)
    return "done"
"""

EPILOGUE = """
given = json.loads(sys.argv[1])
print(json.dumps({attempt: outcome(attempt, dict(globals())) for attempt in given}))
"""

Outcomes = dict[str, str]
TryBehind = Callable[[str, list[str], Mapping[str, str]], Outcomes]


@pytest.fixture(scope="session")
def try_behind() -> TryBehind:
    """``try_behind(fences, attempts, environment)``: ``fences`` is Python that puts them up, "done" is a success."""

    def run(fences: str, attempts: list[str], environment: Mapping[str, str]) -> Outcomes:
        done = subprocess.run(
            [sys.executable, "-c", PRELUDE + fences + EPILOGUE, json.dumps(attempts)],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.stderr == "", done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


SINCE = {
    1: {"files by list", "files only read", "no files"},
    3: {"files cut short by list", "no file cut short"},
    4: {"ports by list", "no port of its own"},
    5: {"devices by list", "no devices"},
    6: {"no signals to others", "no abstract sockets"},
}
"""The version of Landlock that each fence needs (Documentation/userspace-api/landlock.rst)."""


@pytest.fixture(scope="session")
def too_new() -> set[str]:
    """The fences that the kernel under this test does not have yet, asked in another way than they ask."""
    libc = ctypes.CDLL(None, use_errno=True)
    landlock_create_ruleset, version, get_mdwe = 444, 1, 66
    landlock = libc.syscall(landlock_create_ruleset, None, 0, version)
    late = {name for since, names in SINCE.items() if landlock < since for name in names}
    return late | ({"no code made in memory"} if libc.prctl(get_mdwe, 0, 0, 0, 0) < 0 else set())
