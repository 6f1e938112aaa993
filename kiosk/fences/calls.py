"""Which system calls a visit, the mother of the presses and a press give up, for good (see syscalls(2))."""

import errno
import signal
from typing import Final

from kiosk.fences.kernel import PR_SET_DUMPABLE, PR_SET_PDEATHSIG
from kiosk.fences.seccomp import ALLOW, Filter, differs, equals, exceeds, masked, refuse

_ANOTHER_PROGRAM = ("execve", "execveat", "uselib")
_ANOTHER_PROCESS = ("fork", "vfork")
_FOREIGN_MEMORY = (
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "pidfd_getfd",
    "kcmp",
    "userfaultfd",
    "move_pages",
    "migrate_pages",
)
_OTHER_ROADS_INTO_THE_KERNEL = (
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "bpf",
    "perf_event_open",
    "add_key",
    "request_key",
    "keyctl",
    "fanotify_init",
    "modify_ldt",
    "personality",
    "memfd_secret",
)
_ANOTHER_WORLD = (
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "open_tree",
    "open_tree_attr",
    "move_mount",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "setns",
    "unshare",
    "name_to_handle_at",
    "open_by_handle_at",
)
_THE_MACHINE = (
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "swapon",
    "swapoff",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "sethostname",
    "setdomainname",
    "acct",
    "quotactl",
    "syslog",
    "vhangup",
    "iopl",
    "ioperm",
)
_WHAT_OUTLIVES_US = (
    "msgget",
    "msgsnd",
    "msgrcv",
    "msgctl",
    "semget",
    "semop",
    "semtimedop",
    "semctl",
    "mq_open",
    "mq_unlink",
)
_SEGMENTS = ("shmget", "shmat", "shmctl")
"""Memory that has no name in any folder and outlives whoever made it (sysvipc(7))."""

_WHAT_IS_SAID_OF_FILES = (
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "chown",
    "lchown",
    "fchown",
    "fchownat",
    "utime",
    "utimes",
    "futimesat",
    "utimensat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "setxattrat",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    "removexattrat",
    "file_setattr",
)
"""Rights, owners, times and attributes, which Landlock lets everybody change everywhere (landlock.rst, limitations)."""

_BEING_CALLED = ("listen", "accept", "accept4")
_ALL_SOCKETS = ("socket", "socketpair", "connect", "bind", *_BEING_CALLED)

_READING_AND_WRITING_WHAT_IS_OPEN = (
    "read",
    "readv",
    "pread64",
    "recvfrom",
    "recvmsg",
    "write",
    "writev",
    "sendto",
    "sendmsg",
    "shutdown",
    "lseek",
    "fstat",
    "newfstatat",
    "fcntl",
    "dup",
    "dup2",
    "dup3",
    "close",
    "poll",
    "ppoll",
    "select",
    "pselect6",
)
_MEMORY = ("munmap", "mremap", "madvise", "brk", "mincore", "membarrier", "futex", "set_robust_list", "rseq")
_TIME_AND_CHANCE = (
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "getrandom",
    "clock_nanosleep",
    "nanosleep",
)
_ABOUT_ITSELF = (
    "getpid",
    "gettid",
    "getppid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getrusage",
    "getrlimit",
    "setrlimit",
    "sched_getaffinity",
    "sched_yield",
    "sysinfo",
    "uname",
)
_SIGNALS_AND_THE_END = (
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "tgkill",
    "restart_syscall",
    "exit",
    "exit_group",
)

_CLONE_THREAD: Final = 0x00010000
_INET, _INET6 = 2, 10
_ADDRESS_FAMILIES: Final = (1, _INET, _INET6, 16)
"""AF_UNIX, AF_INET, AF_INET6, AF_NETLINK: the last is asked by the C library which addresses this machine has. Numbers,
because the module that names them is not needed before the welcome stands.
"""

_OF_INTERNET: Final = masked(0, ~(_INET ^ _INET6) & 0xFFFFFFFFFFFFFFFF, _INET & _INET6)
"""The two families differ in one bit, and one rule is cheaper than two."""

_KIND_OF_SOCKET, _KINDS = 0xF, (1, 2)
"""SOCK_STREAM and SOCK_DGRAM."""

_PROTOCOLS: Final = (0, 6, 17)
"""The usual one for the kind of socket, TCP, UDP (IANA, Protocol Numbers). Landlock knows the ports of TCP only, not
those of MPTCP, SCTP or SMC, and MPTCP reaches whoever listens for TCP.
"""

_FAST_OPEN: Final = 0x20000000
"""MSG_FASTOPEN, sendto(2): connects where Landlock does not look."""

_TCP_ULP: Final = (6, 31)
"""Level and name of setsockopt(2): another protocol instead of TCP, in a socket that began as one."""

_INT: Final = 0xFFFFFFFF
"""Of an argument that is an int the kernel reads the lower half only."""

_TERMINAL_INPUT: Final = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX, ioctl_tty(2): typing into the terminal we were started from."""

_FLAGS_OF_FILES: Final = (0x40046602, 0x40086602, 0x40047602, 0x40087602, 0x401C5820)
"""FS_IOC_SETFLAGS and FS_IOC_SETVERSION in their two widths, FS_IOC_FSSETXATTR, linux/fs.h."""

_OURSELVES: Final = 0
"""The number of a process by which a call means whoever makes it."""

_PROT_EXEC: Final = 4
_NO: Final = refuse(errno.EPERM)


def leave_for_visit() -> None:
    """No program, no process, nothing foreign, nothing of the machine; sockets only of the families that are needed.

    Raises :class:`OSError`.
    """
    calls = _without_the_dangerous()
    calls.rule(_NO, *_ANOTHER_PROGRAM, *_ANOTHER_PROCESS)
    calls.rule(_NO, "clone", when=(masked(0, _CLONE_THREAD, 0),))
    # Its flags lie in memory, where no filter looks; told that there is no such call, the C library takes clone.
    calls.rule(refuse(errno.ENOSYS), "clone3")
    _leave_networks(calls)
    calls.load()


def leave_callers() -> None:
    """Nobody can connect to us. Raises :class:`OSError`."""
    calls = Filter(ALLOW)
    calls.rule(_NO, *_BEING_CALLED)
    calls.load()


def leave_segments() -> None:
    """No memory shared in the manner of System V. Raises :class:`OSError`."""
    calls = Filter(ALLOW)
    calls.rule(_NO, *_SEGMENTS)
    calls.load()


def leave_for_mother() -> None:
    """As for a visit, but she forks, and makes no socket at all. Raises :class:`OSError`."""
    calls = _without_the_dangerous()
    calls.rule(_NO, *_ANOTHER_PROGRAM, *_ALL_SOCKETS, *_SEGMENTS)
    calls.load()


def leave_for_speaker() -> None:
    """As for a mother, but it starts programs: which ones, Landlock says. Raises :class:`OSError`."""
    calls = _without_the_dangerous()
    calls.rule(_NO, *_ALL_SOCKETS, *_SEGMENTS)
    calls.load()


def leave_for_press() -> None:
    """All but reading and writing what is open, memory that holds no code, and the end. Raises :class:`OSError`."""
    calls = Filter(_NO)
    calls.rule(ALLOW, *_READING_AND_WRITING_WHAT_IS_OPEN, *_MEMORY, *_TIME_AND_CHANCE)
    calls.rule(ALLOW, *_ABOUT_ITSELF, *_SIGNALS_AND_THE_END)
    calls.rule(ALLOW, "prlimit64", when=(equals(0, _OURSELVES),))
    for name in ("mmap", "mprotect"):
        calls.rule(ALLOW, name, when=(masked(2, _PROT_EXEC, 0),))
    calls.load()


def _without_the_dangerous() -> Filter:
    calls = Filter(ALLOW)
    calls.rule(_NO, *_FOREIGN_MEMORY, *_OTHER_ROADS_INTO_THE_KERNEL, *_ANOTHER_WORLD)
    calls.rule(_NO, *_THE_MACHINE, *_WHAT_OUTLIVES_US, *_WHAT_IS_SAID_OF_FILES)
    calls.rule(_NO, "prctl", when=(masked(0, _INT, PR_SET_DUMPABLE), exceeds(1, 0)))
    calls.rule(_NO, "prctl", when=(masked(0, _INT, PR_SET_PDEATHSIG), differs(1, signal.SIGKILL)))
    calls.rule(_NO, "prlimit64", when=(differs(0, _OURSELVES),))
    for request in (*_TERMINAL_INPUT, *_FLAGS_OF_FILES):
        calls.rule(_NO, "ioctl", when=(masked(1, _INT, request),))
    return calls


def _leave_networks(calls: Filter) -> None:
    no = refuse(errno.EAFNOSUPPORT)
    for family in set(range(max(_ADDRESS_FAMILIES))) - set(_ADDRESS_FAMILIES):
        calls.rule(no, "socket", when=(equals(0, family),))
    calls.rule(no, "socket", when=(exceeds(0, max(_ADDRESS_FAMILIES)),))
    for kind in set(range(_KIND_OF_SOCKET + 1)) - set(_KINDS):
        calls.rule(no, "socket", when=(_OF_INTERNET, masked(1, _KIND_OF_SOCKET, kind)))
    for protocol in set(range(max(_PROTOCOLS))) - set(_PROTOCOLS):
        calls.rule(_NO, "socket", when=(_OF_INTERNET, equals(2, protocol)))
    calls.rule(_NO, "socket", when=(_OF_INTERNET, exceeds(2, max(_PROTOCOLS))))
    _leave_hidden_connections(calls)


def _leave_hidden_connections(calls: Filter) -> None:
    for name, flags in (("sendto", 3), ("sendmsg", 2), ("sendmmsg", 3)):
        calls.rule(_NO, name, when=(masked(flags, _FAST_OPEN, _FAST_OPEN),))
    level, name = _TCP_ULP
    calls.rule(_NO, "setsockopt", when=(masked(1, _INT, level), masked(2, _INT, name)))
