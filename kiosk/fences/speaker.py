"""The fences around a speaker: it starts one program, which reads what the system brings along, and that is all."""

import resource
from pathlib import Path
from typing import Final

from kiosk.fences import calls, kernel, landlock
from kiosk.fences.fence import Fence
from kiosk.fences.hidden import HiddenProgram
from kiosk.fences.press import leave_network

_LIBRARIES: Final = (
    "/usr/lib",
    "/usr/lib64",
    "/lib",
    "/lib64",
    "/etc/ld.so.cache",
    "/dev/null",
    "/dev/urandom",
)
"""And no folder of programs: the loader, which must be started too, would start any that it can read."""

_MEMORY: Final = 512 << 20
"""Bytes of address space, for the speaker and for each program."""

_LARGEST_FILE: Final = 64 << 20
"""Bytes of a file in memory: eSpeak gets ready for a sound server even when it writes to a pipe."""

_CPU_SECONDS: Final = 300
"""An hour of speech takes ten."""

SYSTEM_CALLS: Final = "system calls by list"
FILES: Final = "files by list"
HIDDEN: Final = "no look into its program"
NEEDED: Final = frozenset({FILES, SYSTEM_CALLS})
"""A machine without one of these is not ready to speak."""


def fences(program: HiddenProgram) -> list[Fence]:
    """In the order in which they are put up, when everything else has been imported.

    ``program`` is the only one that is started, hidden where the machine can do that.
    """
    return [
        Fence("no new privileges", kernel.refuse_new_privileges),
        Fence("no core dump", kernel.hide_memory),
        Fence("no network", leave_network),
        Fence("no capabilities", kernel.drop_capabilities),
        Fence(HIDDEN, program.hide),
        Fence("no code made in memory", kernel.freeze_code),
        Fence("limits", _limit),
        Fence(FILES, lambda: _keep_files(program.program)),
        Fence("no file cut short", lambda: landlock.keep_lengths([])),
        Fence("no devices", lambda: landlock.keep_devices([])),
        Fence("no signals to others", landlock.leave_signals),
        Fence("no abstract sockets", landlock.leave_abstract_sockets),
        Fence(SYSTEM_CALLS, calls.leave_for_speaker),
    ]


def _keep_files(program: Path) -> None:
    landlock.keep_files(map(Path, _LIBRARIES), [Path("/dev/null")], start=[program, *_loaders()])


def _loaders() -> list[Path]:
    return [path for folder in ("/lib64", "/lib") for path in Path(folder).glob("ld-linux*.so*")]


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
    ):
        kernel.lower(what, most)
