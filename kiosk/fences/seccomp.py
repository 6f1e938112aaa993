"""System calls that are never made again: a seccomp(2) filter, built by libseccomp.

libseccomp.so.2 itself, without a Python package between: the one there is was last released in 2021 and starts four
programs to find the library, a tenth of a second of every visit.
"""

import ctypes
from typing import Final, NamedTuple

LIBRARY: Final = "libseccomp.so.2"
ALLOW: Final = 0x7FFF0000

_YOUNGER_THAN_THE_LIBRARY: Final = {
    "fchmodat2": 452,
    "setxattrat": 463,
    "removexattrat": 466,
    "open_tree_attr": 467,
    "file_setattr": 469,
}
"""The same numbers on every architecture, as those of all calls since 424."""

_NOT_EQUAL, _EQUAL, _GREATER, _MASKED = 1, 4, 6, 7  # enum scmp_compare


def refuse(number: int) -> int:
    """The call is not made and fails with this errno."""
    return 0x00050000 | number


class When(NamedTuple):
    """What one argument of a system call must be for a rule to hold; arguments count from 0."""

    argument: int
    comparison: int
    value: int
    masked: int = 0


def equals(argument: int, value: int) -> When:
    return When(argument, _EQUAL, value)


def differs(argument: int, value: int) -> When:
    return When(argument, _NOT_EQUAL, value)


def exceeds(argument: int, value: int) -> When:
    return When(argument, _GREATER, value)


def masked(argument: int, mask: int, value: int) -> When:
    """``argument & mask == value``."""
    return When(argument, _MASKED, mask, value)


class _Comparison(ctypes.Structure):
    _fields_ = (
        ("argument", ctypes.c_uint),
        ("comparison", ctypes.c_int),
        ("value", ctypes.c_uint64),
        ("masked", ctypes.c_uint64),
    )


class Filter:
    """Rules for system calls by name; ``otherwise`` is what happens to all others. Raises :class:`OSError` throughout.

    System calls of another architecture, 32-bit ones on a 64-bit machine for example, end the process.
    """

    def __init__(self, otherwise: int) -> None:
        self._library = ctypes.CDLL(LIBRARY)
        self._library.seccomp_init.restype = ctypes.c_void_p
        self._filter = ctypes.c_void_p(self._library.seccomp_init(ctypes.c_uint32(otherwise)))
        if not self._filter:
            raise OSError("libseccomp makes no filter")

    def rule(self, action: int, *names: str, when: tuple[When, ...] = ()) -> None:
        """What happens to these calls, where all of ``when`` holds."""
        for name in names:
            comparisons = (_Comparison * len(when))(*when)
            _check(
                self._library.seccomp_rule_add_array(
                    self._filter, ctypes.c_uint32(action), self._number(name), len(when), comparisons
                )
            )

    def load(self) -> None:
        """From now on, in this thread and in all that it starts."""
        _check(self._library.seccomp_load(self._filter))
        self._library.seccomp_release(self._filter)

    def _number(self, name: str) -> int:
        number = self._library.seccomp_syscall_resolve_name(name.encode())
        if number == -1:
            number = _YOUNGER_THAN_THE_LIBRARY.get(name, -1)
        if number == -1:
            raise OSError(f"libseccomp does not know {name}")
        return number


def _check(result: int) -> None:
    if result < 0:
        raise OSError(-result, "libseccomp")
