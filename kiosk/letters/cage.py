"""The cage around the press: little memory, little time, no network, no disk, no life without its parent.

It closes in three steps: around the mother before any parser is imported (so this is only the standard library),
behind her once everything is read, and around each child that she forks.
"""

import ctypes
import os
import resource
import signal
import struct
from collections.abc import Callable, Iterator

MEMORY = 512 << 20
"""Bytes of address space. A 300 dpi page needs 256 MiB of it; pdfium aborts cleanly when it runs out."""

CPU_SECONDS = 5
"""Processor time for one request, see :func:`wind_clock`."""

_CPU_SECONDS_IN_ALL = 300
"""Of one process, the mother or a child."""

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
# landlock_create_ruleset and landlock_restrict_self have the same numbers on every architecture.
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT, _LANDLOCK_VERSION = 444, 446, 1
_LANDLOCK_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many file system rights each version of Landlock knows (linux/landlock.h); later ones know as many as 5."""

_libc = ctypes.CDLL(None, use_errno=True)


def close_before_parsers() -> Iterator[str]:
    """Set what must stand before a parser is imported. Yields the names of what this machine could not do."""
    yield from _attempt("end with the parent", _end_with_parent)
    yield from _attempt("no core dump", _hide_memory)
    yield from _attempt("limits", _limit)
    yield from _attempt("no network", _leave_network)


def close_behind_parsers() -> Iterator[str]:
    """Take the file system away, once all that is needed from it has been read. Yields as above."""
    yield from _attempt("no files", _leave_files)


def close_around_letter(mother: int) -> None:
    """Inside a child of ``mother``, before its letter comes. Raises OSError: what was possible for her is so here."""
    _end_with_parent()
    if os.getppid() != mother:
        # She died before the line above.
        raise ProcessLookupError(mother)
    # Root is exempt from this one.
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    wind_clock()


def wind_clock() -> None:
    """Give the request that begins now its own processor time; SIGXCPU ends the process when it is used up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + CPU_SECONDS + 1, _CPU_SECONDS_IN_ALL))


def _attempt(name: str, act: Callable[[], None]) -> Iterator[str]:
    try:
        act()
    except OSError:
        yield name


def _end_with_parent() -> None:
    # The signal comes when the *thread* that started us ends. A fork does not inherit this wish.
    _call(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))


def _hide_memory() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _call(_libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS_IN_ALL, _CPU_SECONDS_IN_ALL))


def _leave_network() -> None:
    """An empty network namespace: with root's rights, or else inside a user namespace of our own."""
    if _libc.unshare(_CLONE_NEWNET) != 0:
        _call(_libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET))


def _leave_files() -> None:
    """Landlock with every file right handled and none granted: what is open stays, nothing more can be opened."""
    version = _call(_libc.syscall(_LANDLOCK_CREATE, None, 0, _LANDLOCK_VERSION))
    rights = struct.pack("=Q", (1 << _LANDLOCK_RIGHTS.get(version, 16)) - 1)
    rules = _call(_libc.syscall(_LANDLOCK_CREATE, rights, ctypes.c_size_t(len(rights)), 0))
    try:
        _call(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        _call(_libc.syscall(_LANDLOCK_RESTRICT, rules, 0))
    finally:
        os.close(rules)


def _call(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), "the kernel refused")
    return result
