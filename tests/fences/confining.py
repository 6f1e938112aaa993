"""Becomes another program, confined as a unit says: what of it systemd does by giving rights up, we do as well.

    python -m tests.fences.confining UNIT PROGRAM ARGUMENT…

Folders, devices and users are left as they are: that is systemd's to do, and needs root.
"""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.fences import kernel
from kiosk.fences.seccomp import ALLOW, Filter, equals, masked, refuse
from tests.station.unit_file import Keys, read_unit

_PR_CAPBSET_DROP: Final = 24  # linux/prctl.h
_MOST_CAPABILITIES: Final = 64
_NO: Final = refuse(errno.EPERM)
_NAMESPACES: Final = {
    "cgroup": 0x02000000,
    "ipc": 0x08000000,
    "net": 0x40000000,
    "mnt": 0x00020000,
    "pid": 0x20000000,
    "user": 0x10000000,
    "uts": 0x04000000,
}
"""Flags of clone(2)."""

_FAMILIES: Final = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
_MOST_FAMILIES: Final = 64


def confine(unit: Keys) -> None:
    """For good."""
    for key, give_up in _GIVING_UP.items():
        if key in unit:
            give_up(unit[key])


def _only_capabilities(kept: Sequence[str]) -> None:
    assert kept == [""]
    with suppress(OSError):
        for capability in range(_MOST_CAPABILITIES):
            kernel.call(kernel.libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0))
    kernel.drop_capabilities()


def _limit_core(most: Sequence[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (int(most[-1]), int(most[-1])))


def _only_namespaces(kept: Sequence[str]) -> None:
    (words,) = kept
    assert words != "no"
    calls = Filter(ALLOW)
    for name in _NAMESPACES.keys() - words.split():
        flag = _NAMESPACES[name]
        calls.rule(_NO, "unshare", "clone", when=(masked(0, flag, flag),))
    calls.rule(refuse(errno.ENOSYS), "clone3")
    calls.load()


def _only_families(kept: Sequence[str]) -> None:
    (words,) = kept
    calls = Filter(ALLOW)
    for family in set(range(_MOST_FAMILIES)) - {_FAMILIES[name] for name in words.split()}:
        calls.rule(refuse(errno.EAFNOSUPPORT), "socket", when=(equals(0, family),))
    calls.load()


def _only_calls(lists: Sequence[str]) -> None:
    allowed = set(_calls_of("@default"))
    for line in lists:
        names = {name for word in line.removeprefix("~").split() for name in _calls_of(word)}
        allowed = allowed - names if line.startswith("~") else allowed | names
    calls = Filter(_NO)
    for name in allowed:
        # Calls of other architectures, and those that are younger than the library.
        with suppress(OSError):
            calls.rule(ALLOW, name)
    calls.load()


def _calls_of(word: str) -> Iterator[str]:
    """A call, or those of a group, in which there may be groups."""
    if not word.startswith("@"):
        yield word
        return
    told = subprocess.run(
        ["systemd-analyze", "syscall-filter", word], capture_output=True, text=True, check=True
    )
    for line in told.stdout.splitlines()[1:]:
        if (inner := line.strip()) and not inner.startswith("#"):
            yield from _calls_of(inner)


_GIVING_UP: Final[dict[str, Callable[[Sequence[str]], None]]] = {
    "CapabilityBoundingSet": _only_capabilities,
    "LimitCORE": _limit_core,
    "NoNewPrivileges": lambda _: kernel.refuse_new_privileges(),
    "MemoryDenyWriteExecute": lambda _: kernel.freeze_code(),
    "RestrictNamespaces": _only_namespaces,
    "RestrictAddressFamilies": _only_families,
    "SystemCallFilter": _only_calls,
}
"""In this order: without a capability, only who may get no new privileges may load a filter."""


if __name__ == "__main__":
    confine(read_unit(Path(sys.argv[1])))
    os.execv(sys.argv[2], sys.argv[2:])
