"""Whoever runs as the same user tries to look into a process, in every way that Linux has."""

import ctypes
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.fences.kernel import call, libc

_PTRACE_SEIZE: Final = 0x4206
_PIDFD_GETFD: Final = 438


class _Piece(ctypes.Structure):
    """struct iovec."""

    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def _somewhere(pid: int) -> int:
    return int(Path(f"/proc/{pid}/maps").read_text().partition("-")[0], 16)


def _open_memory(pid: int) -> None:
    Path(f"/proc/{pid}/mem").open("rb").close()


def _read_memory(pid: int) -> None:
    # Of a process that shows no map, the place is asked of the machine's: a reader may guess.
    at = 0x400000
    with suppress(OSError, ValueError):
        at = _somewhere(pid)
    space = ctypes.create_string_buffer(16)
    ours, theirs = _Piece(ctypes.addressof(space), 16), _Piece(at, 16)
    call(libc.process_vm_readv(pid, ctypes.byref(ours), 1, ctypes.byref(theirs), 1, 0))


def _trace(pid: int) -> None:
    call(libc.ptrace(_PTRACE_SEIZE, pid, None, None))


def _open_its_pipe(pid: int) -> None:
    os.close(os.open(f"/proc/{pid}/fd/0", os.O_RDONLY | os.O_NONBLOCK))


def _take_its_pipe(pid: int) -> None:
    os.close(call(libc.syscall(_PIDFD_GETFD, os.pidfd_open(pid), 0, 0)))


WAYS: Final[Mapping[str, Callable[[int], object]]] = {
    "its memory as a file": _open_memory,
    "its memory by a call": _read_memory,
    "the pipe that it reads": _open_its_pipe,
    "that pipe by a call": _take_its_pipe,
    "its environment": lambda pid: Path(f"/proc/{pid}/environ").read_bytes(),
    "its map": lambda pid: Path(f"/proc/{pid}/maps").read_bytes(),
    "all it does": _trace,
}


def looked_into(pid: int) -> list[str]:
    """The ways in which it could be looked into."""
    return [name for name, way in WAYS.items() if _works(way, pid)]


def _works(way: Callable[[int], object], pid: int) -> bool:
    try:
        way(pid)
    except PermissionError:
        return False
    return True
