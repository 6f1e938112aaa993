"""Where a trace may lie: every file that was written, the memory of every process that stays, and what a kernel keeps.

Nothing here knows where the kiosk ought to write; it finds out.
"""

import ctypes
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_NO_FILES: Final = ("/proc", "/sys")
"""The kernel's own tables look like files; what they say of a process is read by name below."""

_LARGEST: Final = 256 << 20
_LIBRARY: Final = re.compile(rb"\.so(?:\.|$)")
_SHM_RDONLY: Final = 0o10000


@dataclass(frozen=True, slots=True)
class Found:
    """Some bytes and where they lay. ``kind`` is one of the kinds of places in the manifest."""

    kind: str
    where: str
    data: bytes = field(repr=False)


def files_written(since: float, leave_out: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Every file of every mounted disk whose content or name has changed since then, wherever it is."""
    # Stamps of files come from a clock that is read less often (time(7)).
    begun = int((since - 0.1) * 1e9)
    for path in _walk("/", tuple(map(str, leave_out))):
        with suppress(OSError):
            told = os.lstat(path)
            if stat.S_ISREG(told.st_mode) and max(told.st_ctime_ns, told.st_mtime_ns) >= begun:
                yield Found("files", path, _read(path))
                yield Found("names of files", path, path.encode("utf-8", "surrogateescape"))


def files_below(folder: Path, kind: str) -> Iterator[Found]:
    for path in _walk(str(folder), ()):
        with suppress(OSError):
            if stat.S_ISREG(os.lstat(path).st_mode):
                yield Found(kind, path, _read(path))
                yield Found(kind, f"name of {path}", path.encode("utf-8", "surrogateescape"))


def memory_of(pid: int, kind: str) -> Iterator[Found]:
    """All that process ``pid`` holds and has not merely mapped from a library. One that has ended holds nothing."""
    with (
        suppress(FileNotFoundError, ProcessLookupError),
        Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory,
    ):
        for first, last in mappings(pid):
            # Some mappings belong to the kernel and cannot be read by anybody.
            with suppress(OSError, OverflowError):
                memory.seek(first)
                yield Found(kind, f"{pid}:{first:x}", memory.read(min(last - first, _LARGEST)))


def mappings(pid: int, *, writable: bool = False) -> Iterator[tuple[int, int]]:
    """From where to where, see proc_pid_maps in proc(5)."""
    for line in Path(f"/proc/{pid}/maps").read_bytes().splitlines():
        span, rights, *_ = line.split(maxsplit=2)
        may_write = b"w" in rights
        if rights.startswith(b"r") and (may_write or not (writable or _LIBRARY.search(line))):
            first, last = span.split(b"-")
            yield int(first, 16), int(last, 16)


def words_of(pid: int) -> Iterator[Found]:
    """What anybody may read of a process: its command line, its environment, its name."""
    for name in ("cmdline", "environ", "comm"):
        with suppress(OSError):
            yield Found(
                "command lines and environments",
                f"/proc/{pid}/{name}",
                Path(f"/proc/{pid}/{name}").read_bytes(),
            )


def words_of_all() -> Iterator[Found]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            yield from words_of(int(entry.name))


def shared_memory() -> Iterator[Found]:
    """System V segments, which have no name in any folder (sysvipc(7)); POSIX ones are files in /dev/shm."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
    libc.shmdt.argtypes = [ctypes.c_void_p]
    for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]:
        _, identity, _, size, *_ = line.split()
        at = libc.shmat(int(identity), None, _SHM_RDONLY)
        if at in {None, ctypes.c_void_p(-1).value}:
            continue
        try:
            yield Found("shared memory", f"segment {identity}", ctypes.string_at(at, int(size)))
        finally:
            libc.shmdt(at)


def swapped_out() -> str:
    """Where this machine may put memory on a disk, or "nowhere"."""
    lines = Path("/proc/swaps").read_text().splitlines()[1:]
    return ", ".join(line.split()[0] for line in lines) or "nowhere"


def _walk(folder: str, leave_out: tuple[str, ...]) -> Iterator[str]:
    below = [folder]
    while below:
        with suppress(OSError), os.scandir(below.pop()) as entries:
            for entry in entries:
                if entry.path in _NO_FILES or entry.path in leave_out:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
                else:
                    yield entry.path


def _read(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(_LARGEST)
