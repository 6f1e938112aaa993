"""The processes below the supervisor: which there are, whose they are, and how all of one visit's come to an end."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_PR_SET_CHILD_SUBREAPER: Final = 36  # linux/prctl.h
_PROC: Final = Path("/proc")
_GROUP: Final = 2
"""The field of proc_pid_stat(5) after the name: state, parent, group."""


def adopt_orphans() -> None:
    """Make this process the parent of every orphan below it, so that :func:`end_all` can wait for them."""
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl: PR_SET_CHILD_SUBREAPER")


def end_all(process: subprocess.Popen[bytes], kept: Collection[int]) -> None:
    """Kill the process, its group and whatever it let loose, and wait until the last one can write no more.

    Orphans become our own children (:func:`adopt_orphans`): whoever is our child and none of ``kept``, the ones that we
    started and still want, comes from a visit, in whatever group or session.
    """
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    while strays := children() - set(kept):
        for stray in strays:
            os.kill(stray, signal.SIGKILL)
            os.waitpid(stray, 0)


def end_left_behind(room: Path) -> None:
    """Kill what still lives of a visit whose supervisor is gone, known by its room.

    A process of another user cannot be looked into and is left alone.
    """
    groups = {_group(folder) for folder in _naming(room)}
    for folder in _processes():
        if _group(folder) in groups - {None, os.getpgid(0)}:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(int(folder.name), signal.SIGKILL)


def children() -> set[int]:
    """Our own children, dead ones that nobody waited for among them.

    A look may skip one while another thread waits for a child that the same look still saw (proc(5), children): when
    the next look sees the same, none was skipped.
    """
    before, found = None, _look_at_children()
    while found != before:
        before, found = found, _look_at_children()
    return found


def _look_at_children() -> set[int]:
    found: set[int] = set()
    for each in _PROC.glob("self/task/*/children"):
        # A thread may end while we look; a child is never its alone.
        with suppress(OSError):
            found.update(int(number) for number in each.read_text().split())
    return found


def _naming(room: Path) -> Iterator[Path]:
    """The visit has its room on its command line."""
    for folder in _processes():
        with suppress(OSError):
            if os.fsencode(room) in (folder / "cmdline").read_bytes().split(b"\0"):
                yield folder


def _processes() -> Iterator[Path]:
    return (folder for folder in _PROC.iterdir() if folder.name.isdigit() and folder.name != str(os.getpid()))


def _group(folder: Path) -> int | None:
    with suppress(OSError):
        return int((folder / "stat").read_text().rpartition(")")[2].split()[_GROUP])
    return None
