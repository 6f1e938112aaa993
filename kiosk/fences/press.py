"""The fences around the press, in three rings: the mother before any parser, behind the parsers, and one letter."""

from pathlib import Path
from typing import Final

from kiosk.fences import calls, kernel, landlock
from kiosk.fences.fence import Fence
from kiosk.fences.kernel import call, libc

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h

ONLY_READ: Final = "files only read"
NO_FILES: Final = "no files"
SYSTEM_CALLS: Final = "system calls by list"
NEEDED: Final = frozenset({ONLY_READ, NO_FILES, SYSTEM_CALLS})
"""A machine without one of these is not ready for a letter. The last one keeps from the network too."""

BEFORE_PARSERS: Final = (
    Fence("no new privileges", kernel.refuse_new_privileges),
    Fence("no core dump", kernel.hide_memory),
    Fence("no network", lambda: leave_network()),
    Fence("no code made in memory", kernel.freeze_code),
    Fence(ONLY_READ, lambda: landlock.keep_files([Path("/")], [])),
    Fence("no file cut short", lambda: landlock.keep_lengths([])),
    Fence("no devices", lambda: landlock.keep_devices([])),
    Fence("no signals to others", landlock.leave_signals),
    Fence("no abstract sockets", landlock.leave_abstract_sockets),
    Fence("no capabilities", kernel.drop_capabilities),
    Fence(SYSTEM_CALLS, calls.leave_for_mother),
)
"""Around the mother, with one thread, before any parser is loaded."""

BEHIND_PARSERS: Final = (Fence(NO_FILES, lambda: landlock.keep_files([], [])),)
"""Around the mother, once all that is needed from the disk was read."""

AROUND_LETTER: Final = (Fence(SYSTEM_CALLS, calls.leave_for_press),)
"""Around a child of hers, before its letter comes: what is open is read and written, and nothing else is done."""


def leave_network() -> None:
    """An empty network namespace: with root's rights, or else inside a user namespace of our own."""
    if libc.unshare(_CLONE_NEWNET) != 0:
        call(libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET))
