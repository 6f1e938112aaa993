"""Where a trace may lie: every file that was written, the memory of every process that stays, and what a kernel keeps.

Nothing here knows where the kiosk ought to write; it finds out.
"""

import ctypes
import os
import re
import stat
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_NO_FILES: Final = ("/proc", "/sys")
"""The kernel's own tables look like files; what they say of a process is read by name below."""

_WINDOW: Final = 64 << 20
_OVERLAP: Final = 1 << 20
_PAGE: Final = 4096
_EMPTY: Final = bytes(_PAGE)
_LIBRARY: Final = re.compile(rb"\.so(?:\.|$)")
_SHM_RDONLY: Final = 0o10000
_GONE: Final = (FileNotFoundError, ProcessLookupError)


@dataclass(frozen=True, slots=True)
class Found:
    """Some bytes and where they lay. ``kind`` is one of the kinds of places in the manifest."""

    kind: str
    where: str
    data: bytes = field(repr=False)


def files_written(since: float, leave_out: Sequence[Path]) -> Iterator[Found]:
    """Everything on every mounted disk whose content, name or attributes changed since then, wherever it is."""
    for path in _changed(since, leave_out):
        yield Found("names of files", path, os.fsencode(path))
        with suppress(OSError):
            yield from _attributes(path)
            told = os.lstat(path)
            if stat.S_ISLNK(told.st_mode):
                yield Found("names of files", f"target of {path}", os.fsencode(Path(path).readlink()))
            elif stat.S_ISREG(told.st_mode):
                yield from _content("files", path)


def _changed(since: float, leave_out: Sequence[Path]) -> Iterator[str]:
    """By find(1), which is quick at it. A kernel stamps every change, whatever a program says of its time."""
    left_out = [
        word for folder in (*_NO_FILES, *leave_out) for word in ("-path", str(folder), "-prune", "-o")
    ]
    # Stamps of files come from a clock that is read less often (time(7)).
    command = ["find", "/", *left_out, "-newerct", f"@{since - 0.1:.3f}", "-print0"]
    # It complains of what vanished while it looked.
    found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return map(os.fsdecode, found.split(b"\0")[:-1])


def _attributes(path: str) -> Iterator[Found]:
    for name in os.listxattr(path, follow_symlinks=False):
        value = os.getxattr(path, name, follow_symlinks=False)
        yield Found("names of files", f"{name} of {path}", os.fsencode(name) + b"=" + value)


def files_below(folder: Path, kind: str) -> Iterator[Found]:
    """Names and contents of all that is in it."""
    for path in (folder, *folder.rglob("*")):
        yield Found(kind, f"name of {path}", os.fsencode(path))
        with suppress(OSError):
            if stat.S_ISREG(path.lstat().st_mode):
                yield from _content(kind, str(path))


def _content(kind: str, path: str) -> Iterator[Found]:
    with Path(path).open("rb") as file:
        for at in _windows(os.fstat(file.fileno()).st_size):
            yield Found(kind, path, os.pread(file.fileno(), _WINDOW, at))


def _windows(size: int) -> Iterator[int]:
    """Where each begins: what lies across the end of one is whole in the next."""
    yield 0
    yield from range(_WINDOW - _OVERLAP, size - _OVERLAP, _WINDOW - _OVERLAP)


def memory_of(pid: int, kind: str) -> Iterator[Found]:
    """All that process ``pid`` holds and has not merely mapped from a library. One that has ended holds nothing."""
    with suppress(*_GONE), Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for first, last in mappings(pid):
            for at in _windows(last - first):
                begin = first + at
                data = _read(memory.fileno(), begin, min(begin + _WINDOW, last))
                yield Found(kind, f"{pid}:{begin:x}", data)


def mappings(pid: int, *, writable: bool = False) -> Iterator[tuple[int, int]]:
    """From where to where, see proc_pid_maps in proc(5)."""
    for line in Path(f"/proc/{pid}/maps").read_bytes().splitlines():
        span, rights, *_ = line.split(maxsplit=2)
        may_write = b"w" in rights
        if rights.startswith(b"r") and (may_write or not (writable or _LIBRARY.search(line))):
            first, last = span.split(b"-")
            yield int(first, 16), int(last, 16)


def _read(memory: int, first: int, last: int) -> bytes:
    """Without the pages that are empty, of which there are most, and those of the kernel's own, which nobody reads."""
    with suppress(OSError, OverflowError):
        whole = os.pread(memory, last - first, first)
        if len(whole) == last - first:
            return _written_pages(whole)
    return b"".join(_written_pages(_page(memory, at)) for at in range(first, last, _PAGE))


def _page(memory: int, at: int) -> bytes:
    with suppress(OSError, OverflowError):
        return os.pread(memory, _PAGE, at)
    return b""


def _written_pages(data: bytes) -> bytes:
    pages = (data[at : at + _PAGE] for at in range(0, len(data), _PAGE))
    return b"".join(page for page in pages if page != _EMPTY)


def words_of_all() -> Iterator[Found]:
    """What anybody may read of each process: its command line, its environment, its name."""
    for process in Path("/proc").glob("[0-9]*"):
        words = b"".join(_read_if_there(process / name) for name in ("cmdline", "environ", "comm"))
        yield Found("command lines and environments", str(process), words)


def _read_if_there(file: Path) -> bytes:
    with suppress(OSError):
        return file.read_bytes()
    return b""


def shared_memory() -> Iterator[Found]:
    """System V segments, which have no name in any folder (sysvipc(7)); POSIX ones are files in /dev/shm."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
    libc.shmdt.argtypes = [ctypes.c_void_p]
    table = Path("/proc/sysvipc/shm").read_bytes()
    yield Found("shared memory", "the table of segments", table)
    for line in table.splitlines()[1:]:
        _, identity, _, size, *_ = line.split()
        at = libc.shmat(int(identity), None, _SHM_RDONLY)
        if at in {None, ctypes.c_void_p(-1).value}:
            continue
        try:
            yield Found("shared memory", f"segment {int(identity)}", ctypes.string_at(at, int(size)))
        finally:
            libc.shmdt(at)


def swapped_out() -> str:
    """Where this machine may put memory on a disk, or "nowhere"."""
    lines = Path("/proc/swaps").read_text().splitlines()[1:]
    return ", ".join(line.split()[0] for line in lines) or "nowhere"
