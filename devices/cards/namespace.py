"""A corner of the machine of one's own, so that any number of virtual readers can stand side by side.

pcscd's socket lies in a folder that is compiled in, and the virtual reader listens on fixed TCP ports on all addresses.
A private mount namespace gives a process its own folder, a private network namespace its own ports (unshare(2)).
It takes root, or to be started by ``unshare -Ur --mount``; only threads started afterwards come along.
"""

import ctypes
import errno
import fcntl
import os
import socket
import struct
from pathlib import Path
from typing import Final

PCSC_FOLDER: Final = Path("/run/pcscd")

_NEW_MOUNTS, _NEW_NETWORK = 0x00020000, 0x40000000
_BIND, _RECURSIVE, _PRIVATE = 0x1000, 0x4000, 1 << 18
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1

_libc = ctypes.CDLL(None, use_errno=True)


def enter_private_folder() -> None:
    """An empty ``/run/pcscd`` that only this process and its children see. Raises :class:`OSError`."""
    PCSC_FOLDER.mkdir(parents=True, exist_ok=True)
    _call("unshare", _NEW_MOUNTS)
    _keep_mounts_private()
    _call("mount", b"tmpfs", bytes(PCSC_FOLDER), b"tmpfs", ctypes.c_ulong(0), None)


def _keep_mounts_private() -> None:
    try:
        _call("mount", b"none", b"/", None, ctypes.c_ulong(_RECURSIVE | _PRIVATE), None)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        # Inside a plain chroot the root is no mount point, and only a mount point can be made private.
        folder = bytes(PCSC_FOLDER)
        _call("mount", folder, folder, None, ctypes.c_ulong(_BIND), None)
        _call("mount", b"none", folder, None, ctypes.c_ulong(_PRIVATE), None)


def enter_private_network() -> None:
    """A network with nothing in it but a loopback that is up. Raises :class:`OSError`."""
    _call("unshare", _NEW_NETWORK)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        name, flags = struct.unpack(
            "16sh", fcntl.ioctl(any_socket, _GET_FLAGS, struct.pack("16sh", b"lo", 0))
        )
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh", name, flags | _UP))


def _call(name: str, *arguments: object) -> None:
    if _libc[name](*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
