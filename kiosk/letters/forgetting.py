"""Pages of programs and libraries, out of the memory of a process that goes to sleep.

Each comes back when it is needed again, from the file that is mapped there. In the mother most were only needed to load
the libraries; in a child, to open the letter that is now being read on the glass.
"""

import ctypes
import re
from pathlib import Path

_MADV_DONTNEED = 4
_MAPPING = re.compile(
    r"^([0-9a-f]+)-([0-9a-f]+) r-[x-]p \S+ \S+ [1-9]\d* .*\n(?:[A-Z].*\n)*?Anonymous: +0 kB$", re.MULTILINE
)
"""Private, of a file, not writable, and without a page of our own in it: the file has all of it (proc_pid_smaps(5))."""

_libc = ctypes.CDLL(None)


class Files:
    """What is mapped from files when this is made; it can only be found out while there is a disk."""

    def __init__(self) -> None:
        found = _MAPPING.findall(Path("/proc/self/smaps").read_text())
        self._ranges = [(int(start, 16), int(end, 16)) for start, end in found]

    def forget(self) -> None:
        """Let go of all their pages, for this process."""
        for start, end in self._ranges:
            _libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _MADV_DONTNEED)
