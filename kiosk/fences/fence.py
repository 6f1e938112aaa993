"""A fence has a name, is put up once, and is missed by name where the kernel does not have it."""

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Fence(NamedTuple):
    """``put_up`` raises :class:`OSError` where it cannot."""

    name: str
    put_up: Callable[[], None]


def put_up(fences: Iterable[Fence]) -> tuple[str, ...]:
    """Put up every fence that this machine has, in order; returns the names of the others."""
    return tuple(fence.name for fence in fences if not _stands(fence))


def find_missing(fences: Iterable[Fence]) -> tuple[str, ...]:
    """The names that :func:`put_up` would return, found out by a child. Only for a process with one thread."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(mouth, "\n".join(put_up(fences)).encode())
        finally:
            os._exit(os.EX_OK)
    os.close(mouth)
    with os.fdopen(ear) as answer:
        missing = answer.read().splitlines()
    os.waitpid(child, 0)
    return tuple(missing)


def told(missing: Iterable[str]) -> str:
    """The end of a sentence about fences."""
    names = ", ".join(missing)
    return f"all but: {names}" if names else "all"


def _stands(fence: Fence) -> bool:
    try:
        fence.put_up()
    except OSError:
        return False
    return True
