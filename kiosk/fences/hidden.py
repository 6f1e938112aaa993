"""A program that nobody looks into while it runs: a copy in memory that its user may start, and not read.

Whatever is started from a file that its user cannot read is not dumpable, from its first instruction on (``would_dump``
in the kernel's fs/exec.c). A wish of our own would end with the start of the program (PR_SET_DUMPABLE, prctl(2)).
"""

import errno
import fcntl
import os
from pathlib import Path
from typing import Final

_SUID_DUMPABLE: Final = Path("/proc/sys/fs/suid_dumpable")
_EVERYBODY_MAY_LOOK: Final = "1"
"""For whoever hunts faults: then such programs are dumpable like all others (proc_sys_fs(5))."""

_MFD_EXEC: Final = 0x10  # linux/memfd.h, since Linux 6.3
_ONLY_STARTED: Final = 0o100
_SEALS: Final = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE


class HiddenProgram:
    """``file`` is what to start, with ``files`` open: until :meth:`hide`, the program itself."""

    def __init__(self, program: Path) -> None:
        self.program: Final = program
        self.file = str(program)
        self.files: tuple[int, ...] = ()

    def hide(self) -> None:
        """Without capabilities, with which everything can be read. Raises :class:`OSError`."""
        if _SUID_DUMPABLE.read_text().strip() == _EVERYBODY_MAY_LOOK:
            raise OSError(errno.EPERM, "whoever runs a program may look into it here, whatever its file says")
        copy = _memory()
        os.write(copy, self.program.read_bytes())
        os.fchmod(copy, _ONLY_STARTED)
        fcntl.fcntl(copy, fcntl.F_ADD_SEALS, _SEALS)
        file = f"/proc/self/fd/{copy}"
        if _can_be_read(file):
            os.close(copy)
            raise OSError(errno.EPERM, "the copy can be read")
        self.file, self.files = file, (copy,)


def _memory() -> int:
    flags = os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING
    try:
        return os.memfd_create("program", flags | _MFD_EXEC)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    return os.memfd_create("program", flags)


def _can_be_read(file: str) -> bool:
    try:
        os.close(os.open(file, os.O_RDONLY))
    except PermissionError:
        return False
    return True
