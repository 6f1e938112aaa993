"""What processes hold open: the names of it all, and the contents of what has no name on any disk."""

import ctypes
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from tests.trace.places import Found

_KIND: Final = "open files"
_MOST: Final = 1 << 20
_SPLICE_F_NONBLOCK: Final = 2  # bits/fcntl-linux.h


def handles_of(pid: int) -> Iterator[Found]:
    """Of a file that was deleted and of a memfd all its bytes, of a pipe those that nobody has read yet."""
    for handle in _handles(pid):
        with suppress(OSError):
            target = str(handle.readlink())
            yield Found(_KIND, str(handle), os.fsencode(target))
            mode = handle.stat().st_mode
            if stat.S_ISFIFO(mode):
                yield Found(_KIND, f"{handle}: {target}", _waiting_in(handle))
            elif stat.S_ISREG(mode) and handle.stat().st_nlink == 0:
                yield Found(_KIND, f"{handle}: {target}", handle.read_bytes())


def _handles(pid: int) -> list[Path]:
    with suppress(OSError):
        return list(Path(f"/proc/{pid}/fd").iterdir())
    return []


def _waiting_in(pipe: Path) -> bytes:
    """A copy: whoever reads the pipe misses nothing (tee(2))."""
    ours, theirs = os.pipe()
    source = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        copied = ctypes.CDLL(None).tee(source, theirs, _MOST, _SPLICE_F_NONBLOCK)
        return os.read(ours, _MOST) if copied > 0 else b""
    finally:
        for end in (source, ours, theirs):
            os.close(end)
