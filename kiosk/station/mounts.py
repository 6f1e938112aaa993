"""A file system in memory for one room alone: mounted where the machine allows it, gone with everything in it."""

import ctypes
import os
from pathlib import Path
from typing import Final

# linux/mount.h
_NOSUID, _NODEV, _NOEXEC = 2, 4, 8
_DETACH, _NOFOLLOW = 2, 8
_LIMITS: Final = "mode=0700,size=64m,nr_inodes=4096"
_libc = ctypes.CDLL(None, use_errno=True)


def mount_memory(folder: Path) -> bool:
    """Mount a tmpfs (tmpfs(5)) over an empty folder, without swap from Linux 6.4 on. False: not allowed here."""
    return any(_mount(folder, options) for options in (f"{_LIMITS},noswap", _LIMITS))


def unmount(folder: Path) -> None:
    """Take away what is mounted there, if anything is, also while somebody still has a file open in it."""
    if os.path.ismount(folder) and _libc.umount2(os.fsencode(folder), _DETACH | _NOFOLLOW):
        raise OSError(ctypes.get_errno(), "umount2", str(folder))


def is_without_swap(folder: Path) -> bool:
    """Whether the file system mounted exactly there never goes to swap (proc(5), mountinfo)."""
    return any(
        "noswap" in mount[-1].split(",") for mount in _mountinfo() if mount[4] == str(folder.resolve())
    )


def filesystem(folder: Path) -> str:
    """The type of the file system under ``folder``, from the longest mount point above it."""
    above = [mount for mount in _mountinfo() if folder.resolve().is_relative_to(mount[4])]
    # Of several mounted over each other the last one is on top.
    deepest = max(enumerate(above), key=lambda each: (len(each[1][4]), each[0]))[1]
    return deepest[deepest.index("-") + 1]


def _mountinfo() -> list[list[str]]:
    return [line.split() for line in Path("/proc/self/mountinfo").read_text().splitlines()]


def _mount(folder: Path, options: str) -> bool:
    flags = ctypes.c_ulong(_NOSUID | _NODEV | _NOEXEC)
    return not _libc.mount(b"borgerkiosk", os.fsencode(folder), b"tmpfs", flags, options.encode())
