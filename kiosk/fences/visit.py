"""The fences around a visit: it reads the program, writes in its room, and speaks with whom the settings name."""

import resource
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from kiosk.fences import calls, kernel, landlock
from kiosk.fences.fence import Fence

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
    "/etc/ssl",
    "/etc/nsswitch.conf",
    "/etc/hosts",
    "/etc/host.conf",
    "/etc/gai.conf",
    "/etc/machine-id",
    "/etc/asound.conf",
    "/etc/alsa",
    "/sys/devices/system/cpu/online",
    "/dev/urandom",
)
"""What every visit reads besides its own program: libraries, certificates, and how names are looked up."""

FILES_NAMED_BY: Final = ("XAUTHORITY", "SSL_CERT_FILE", "SSL_CERT_DIR")
"""Variables of the environment whose files a visit reads."""

NOTHING: Final = Path("/dev/null")


FILES: Final = "files by list"
PORTS: Final = "ports by list"
SYSTEM_CALLS: Final = "system calls by list"
NEEDED: Final = frozenset({FILES, PORTS, SYSTEM_CALLS})
"""A machine without one of these is not ready for a citizen."""

NO_CODE: Final = "no code made in memory"
NO_ABSTRACT: Final = "no abstract sockets"
NO_PORT: Final = "no port of its own"
NO_CALLERS: Final = "no callers"
NO_SEGMENTS: Final = "no System V memory"


def fences(
    program: Path,
    room: Path,
    ports: Iterable[int],
    environment: Mapping[str, str],
    devices: Sequence[Path] = (),
    kept: Sequence[Path] = (),
) -> list[Fence]:
    """In the order in which they are put up: before the first thread, and before Qt.

    The visit reads the folder ``program``, this Python, :data:`MACHINE` and the files ``kept``, writes in ``room``,
    connects to TCP ``ports`` and uses the devices at or below ``devices``. The ``environment`` says on what it is
    shown, see :func:`unaffordable`, and where files lie that it needs.
    """
    readable = [program, *_python(), *map(Path, MACHINE), _resolver(), *_named_in(environment), *kept]
    writable = [room, NOTHING]
    every = [
        Fence("no new privileges", kernel.refuse_new_privileges),
        Fence(NO_CODE, kernel.freeze_code),
        Fence("no core dump", kernel.hide_memory),
        Fence("limits", _limit),
        Fence(FILES, lambda: landlock.keep_files(readable, writable, devices)),
        Fence("files cut short by list", lambda: landlock.keep_lengths(writable)),
        Fence("devices by list", lambda: landlock.keep_devices(devices)),
        Fence(PORTS, lambda: landlock.keep_ports(ports)),
        Fence(NO_PORT, landlock.leave_ports),
        Fence("no signals to others", landlock.leave_signals),
        Fence(NO_ABSTRACT, landlock.leave_abstract_sockets),
        Fence("no capabilities", kernel.drop_capabilities),
        Fence(NO_CALLERS, calls.leave_callers),
        Fence(NO_SEGMENTS, calls.leave_segments),
        Fence(SYSTEM_CALLS, calls.leave_for_visit),
    ]
    without = unaffordable(environment)
    return [Fence(fence.name, _leave_out) if fence.name in without else fence for fence in every]


def _python() -> list[Path]:
    return [Path(place) for place in (sys.prefix, sys.base_prefix, *sys.path) if place]


def _resolver() -> Path:
    """resolv.conf(5), or the folder that whoever keeps it anew writes it into: a rule is for the file of today only."""
    file = Path("/etc/resolv.conf").resolve()
    return file if file.parent == Path("/etc") else file.parent


def _named_in(environment: Mapping[str, str]) -> list[Path]:
    return [Path(environment[name]) for name in FILES_NAMED_BY if name in environment]


def unaffordable(environment: Mapping[str, str]) -> frozenset[str]:
    """The names of the fences that the glass would not survive; they are reported like those the kernel lacks.

    libxcb tries the X server's abstract socket first, and gives up when it may not. Where Qt cannot make a System V
    segment, it takes the X server for one far away, and sends it every picture. OpenGL makes code in memory. Qt's VNC
    server must be called.
    """
    platform = environment.get("QT_QPA_PLATFORM", "xcb" if "DISPLAY" in environment else "")
    needs = {
        NO_ABSTRACT: platform.startswith("xcb"),
        NO_SEGMENTS: platform.startswith("xcb"),
        NO_PORT: platform.startswith("vnc"),
        NO_CALLERS: platform.startswith("vnc"),
        NO_CODE: environment.get("QT_QUICK_BACKEND", "software") != "software",
    }
    return frozenset(name for name, needed in needs.items() if needed)


def _leave_out() -> None:
    raise OSError("the glass needs it")


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        kernel.lower(what, most)
