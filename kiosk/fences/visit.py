"""The fences around a visit: it reads the program, writes in its room, and speaks with whom the settings name."""

import resource
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from kiosk.fences import calls, kernel, landlock
from kiosk.fences.fence import Fence

MEMORY: Final = 1 << 30
"""Bytes of data. A visit with a letter open has about a tenth of it."""

OPEN_FILES: Final = 512
LARGEST_FILE: Final = 64 << 20
"""Bytes of a file in the room, or of a picture shared with the display server."""

MACHINE: Final = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/locale.alias",
    "/etc/localtime",
    "/etc/fonts",
    "/var/cache/fontconfig",
    "/etc/ssl",
    "/etc/nsswitch.conf",
    "/etc/hosts",
    "/etc/host.conf",
    "/etc/gai.conf",
    "/etc/resolv.conf",
    "/etc/machine-id",
    "/sys/devices/system/cpu/online",
    "/dev/urandom",
)
"""What every visit reads besides its own program. Names are looked up with the files of resolv.conf(5) and its kin."""

NOTHING: Final = Path("/dev/null")


NO_CODE: Final = "no code made in memory"
NO_ABSTRACT: Final = "no abstract sockets"
NO_PORT: Final = "no port of its own"
NO_CALLERS: Final = "no callers"


def fences(
    read: Iterable[Path], room: Path, ports: Iterable[int], environment: Mapping[str, str]
) -> list[Fence]:
    """In the order in which they are put up: before the first thread, and before Qt.

    ``read``: what the visit reads besides :data:`MACHINE`. ``ports``: the TCP ports that it connects to. The
    ``environment`` says on what the visit is shown, see :func:`unaffordable`.
    """
    readable, writable = [*map(Path, MACHINE), *read], [room, NOTHING]
    every = [
        Fence("no new privileges", kernel.refuse_new_privileges),
        Fence(NO_CODE, kernel.freeze_code),
        Fence("no core dump", kernel.hide_memory),
        Fence("limits", _limit),
        Fence("files by list", lambda: landlock.keep_files(readable, writable)),
        Fence("files cut short by list", lambda: landlock.keep_lengths(writable)),
        Fence("no devices", landlock.leave_devices),
        Fence("ports by list", lambda: landlock.keep_ports(ports)),
        Fence(NO_PORT, landlock.leave_ports),
        Fence("no signals to others", landlock.leave_signals),
        Fence(NO_ABSTRACT, landlock.leave_abstract_sockets),
        Fence("no capabilities", kernel.drop_capabilities),
        Fence(NO_CALLERS, calls.leave_callers),
        Fence("system calls by list", calls.leave_for_visit),
    ]
    without = unaffordable(environment)
    return [Fence(fence.name, _leave_out) if fence.name in without else fence for fence in every]


def unaffordable(environment: Mapping[str, str]) -> frozenset[str]:
    """The names of the fences that the glass would not survive; they are reported like those the kernel lacks.

    libxcb tries the X server's abstract socket first, and gives up when it may not. OpenGL makes code in memory. Qt's
    VNC server must be called.
    """
    platform = environment.get("QT_QPA_PLATFORM", "xcb" if "DISPLAY" in environment else "")
    needs = {
        NO_ABSTRACT: platform.startswith("xcb"),
        NO_PORT: platform.startswith("vnc"),
        NO_CALLERS: platform.startswith("vnc"),
        NO_CODE: environment.get("QT_QUICK_BACKEND", "software") != "software",
    }
    return frozenset(name for name, needed in needs.items() if needed)


def _leave_out() -> None:
    raise OSError("the glass needs it")


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(what, (most, most))
