"""Memory shared in the manner of System V: it has no name in any folder and outlives its maker (sysvipc(7))."""

import ctypes
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_TABLE: Final = Path("/proc/sysvipc/shm")
_IPC_RMID: Final = 0
_SHM_DEST: Final = 0o1000
"""Among the rights of a segment: it is removed already, and gone once nobody uses it (shmctl(2))."""


def remove_segments(makers: Collection[int]) -> int:
    """Remove what these processes left behind; returns how many segments there were."""
    libc = ctypes.CDLL(None)
    return sum(libc.shmctl(segment, _IPC_RMID, None) == 0 for segment in _left_by(makers))


def _left_by(makers: Collection[int]) -> Iterator[int]:
    # A kernel without System V has no table.
    with suppress(FileNotFoundError):
        for row in _TABLE.read_text().splitlines()[1:]:
            _, segment, rights, _, maker, *_ = row.split()
            if int(maker) in makers and not int(rights, 8) & _SHM_DEST:
                yield int(segment)
