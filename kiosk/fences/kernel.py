"""The kernel's words for giving something up: prctl(2), capset(2), setrlimit(2)."""

import ctypes
import resource
import signal
from typing import Final

PR_SET_PDEATHSIG: Final = 1
PR_SET_DUMPABLE: Final = 4
PR_SET_NO_NEW_PRIVS: Final = 38
PR_SET_MDWE: Final = 65
PR_MDWE_REFUSE_EXEC_GAIN: Final = 1
_CAPABILITY_VERSION_3: Final = 0x20080522  # linux/capability.h

libc: Final = ctypes.CDLL(None, use_errno=True)


def call(result: int) -> int:
    """The result of a call that says -1 for no. Raises :class:`OSError`."""
    if result < 0:
        raise OSError(ctypes.get_errno(), "the kernel refused")
    return result


def lower(what: int, most: int) -> int:
    """Nothing above ``most`` from now on (setrlimit(2)); where it is lower already, it stays. Returns which it is."""
    _, hard = resource.getrlimit(what)
    limit = most if hard == resource.RLIM_INFINITY else min(hard, most)
    resource.setrlimit(what, (limit, limit))
    return limit


def refuse_new_privileges() -> None:
    """No program that is started gives more rights; Landlock and seccomp ask for it."""
    call(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def hide_memory() -> None:
    """No core dump, and no other process of this user may look into our memory (PR_SET_DUMPABLE)."""
    # A program that is started may be dumped again. Where dumps go into a pipe the kernel knows one limit only: 1 byte,
    # which means none at all (fs/coredump.c).
    lower(resource.RLIMIT_CORE, 1)
    call(libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0))


def freeze_code() -> None:
    """Nothing in memory is writable and executable, now or later (PR_SET_MDWE, Linux 6.3)."""
    call(libc.prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0))


def drop_capabilities() -> None:
    """Root without root's powers; for everybody else nothing changes (capabilities(7))."""
    ours = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    call(libc.capset(ours, none))


def end_with_parent() -> None:
    """Be killed when the *thread* that started us ends. A fork does not inherit this wish (prctl(2))."""
    call(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
