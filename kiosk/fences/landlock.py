"""Landlock: files, TCP ports, signals and abstract sockets by list (Documentation/userspace-api/landlock.rst).

Each call below is a ruleset of its own on top of those before it, so that a kernel which lacks one has the others.
What is open already stays open.
"""

import os
import stat
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kiosk.fences.kernel import call, libc

# The same numbers on every architecture.
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_PATH_BENEATH, _NET_PORT = 1, 2

# linux/landlock.h, LANDLOCK_ACCESS_FS_*
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << bit for bit in range(6))
_MAKE_DIR, _MAKE_REG, _MAKE_SOCK, _MAKE_FIFO = 1 << 7, 1 << 8, 1 << 9, 1 << 10
_TRUNCATE, _IOCTL_DEV = 1 << 14, 1 << 15
_SINCE_THE_FIRST_VERSION: Final = (1 << 13) - 1
_FOR_A_FILE: Final = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
_READ: Final = _READ_FILE | _READ_DIR
_WRITE: Final = (
    _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _MAKE_SOCK | _MAKE_FIFO
)

_BIND_TCP, _CONNECT_TCP = 1, 2
_SCOPE_ABSTRACT_SOCKETS, _SCOPE_SIGNALS = 1, 2


def keep_files(
    read: Iterable[Path], write: Iterable[Path], use: Iterable[Path] = (), start: Iterable[Path] = ()
) -> None:
    """Only what lies at or below ``read`` can be opened, only what lies at or below ``write`` changed (Linux 5.13).

    At or below ``use`` files are read and written, but none is made: they are devices. Only the programs ``start`` can
    be started; whatever loads them (ld.so(8)) must be among them. A path that is not there is passed over. Raises
    :class:`OSError`.
    """
    granted = [*((path, _READ) for path in read), *((path, _WRITE) for path in write)]
    granted += ((path, _READ | _WRITE_FILE) for path in use)
    granted += ((path, _READ | _EXECUTE) for path in start)
    _restrict_files(_SINCE_THE_FIRST_VERSION, granted)


def keep_lengths(write: Iterable[Path]) -> None:
    """Only what lies at or below ``write`` can be cut short (Linux 6.2). Raises :class:`OSError`."""
    _restrict_files(_TRUNCATE, [(path, _TRUNCATE) for path in write])


def keep_devices(use: Iterable[Path]) -> None:
    """No ioctl on a device that is opened from now on but those at or below ``use`` (Linux 6.10). Raises OSError."""
    _restrict_files(_IOCTL_DEV, [(path, _IOCTL_DEV) for path in use])


def keep_ports(connect: Iterable[int]) -> None:
    """TCP only to these ports, whatever the address (Linux 6.7). Raises :class:`OSError`."""
    rules = _create(struct.pack("=QQ", 0, _CONNECT_TCP))
    with os.fdopen(rules):
        for port in connect:
            _add(rules, _NET_PORT, struct.pack("=QQ", _CONNECT_TCP, port))
        _restrict(rules)


def leave_ports() -> None:
    """No TCP port of our own (Linux 6.7). Raises :class:`OSError`."""
    rules = _create(struct.pack("=QQ", 0, _BIND_TCP))
    with os.fdopen(rules):
        _restrict(rules)


def leave_signals() -> None:
    """No signal to a process outside (Linux 6.12). Raises :class:`OSError`."""
    _scope(_SCOPE_SIGNALS)


def leave_abstract_sockets() -> None:
    """No connection to a socket with an abstract name, unix(7), of a process outside (Linux 6.12). Raises OSError."""
    _scope(_SCOPE_ABSTRACT_SOCKETS)


def _scope(what: int) -> None:
    rules = _create(struct.pack("=QQQ", 0, 0, what))
    with os.fdopen(rules):
        _restrict(rules)


def _restrict_files(handled: int, granted: Iterable[tuple[Path, int]]) -> None:
    rules = _create(struct.pack("=Q", handled))
    with os.fdopen(rules):
        for path, rights in granted:
            _grant(rules, path, rights & handled)
        _restrict(rules)


def _grant(rules: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    try:
        is_folder = stat.S_ISDIR(os.fstat(place).st_mode)
        _add(rules, _PATH_BENEATH, struct.pack("=Qi", rights if is_folder else rights & _FOR_A_FILE, place))
    finally:
        os.close(place)


def _create(ruleset: bytes) -> int:
    return call(libc.syscall(_CREATE, ruleset, len(ruleset), 0))


def _add(rules: int, kind: int, rule: bytes) -> None:
    call(libc.syscall(_ADD, rules, kind, rule, 0))


def _restrict(rules: int) -> None:
    call(libc.syscall(_RESTRICT, rules, 0))
