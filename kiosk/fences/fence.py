"""A fence has a name, is put up once, and is missed by name where the kernel does not have it."""

import os
import sys
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, NoReturn

_END: Final = "."


class Fence(NamedTuple):
    """``put_up`` raises :class:`OSError` or :class:`ValueError` where it cannot."""

    name: str
    put_up: Callable[[], None]


class UntriedError(Exception):
    """Whoever tried the fences ended before all of them were tried."""


def put_up(fences: Iterable[Fence]) -> tuple[str, ...]:
    """Put up every fence that this machine has, in order; returns the names of the others."""
    return tuple(fence.name for fence in fences if not _stands(fence))


def find_missing(fences: Iterable[Fence]) -> tuple[str, ...]:
    """The names that :func:`put_up` would return, found out by a child. Only for a process with one thread.

    Raises :class:`UntriedError`.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        _try_all(fences, mouth)
    os.close(mouth)
    with os.fdopen(ear) as answer:
        *missing, end = answer.read().split("\n")
    _, status = os.waitpid(child, 0)
    if status != os.EX_OK or end != _END:
        raise UntriedError("the fences could not be tried")
    return tuple(missing)


def told(missing: Iterable[str]) -> str:
    """The end of a sentence about fences."""
    names = ", ".join(missing)
    return f"all but: {names}" if names else "all"


def _try_all(fences: Iterable[Fence], mouth: int) -> NoReturn:
    status = os.EX_SOFTWARE
    try:
        os.write(mouth, "\n".join([*put_up(fences), _END]).encode())
        status = os.EX_OK
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
    finally:
        os._exit(status)


def _stands(fence: Fence) -> bool:
    try:
        fence.put_up()
    except (OSError, ValueError):
        return False
    return True
