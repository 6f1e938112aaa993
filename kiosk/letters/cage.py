"""The cage around the press: little memory, little time, no network, no disk, no life without its parent.

It closes in three steps: around the mother before any parser is imported (so this is only the standard library),
behind her once everything is read, and around each child that she forks.
"""

import os
import resource
from collections.abc import Collection

from kiosk.fences import kernel, press
from kiosk.fences.fence import Fence, put_up

MEMORY = 512 << 20
"""Bytes of address space. A 300 dpi page needs 256 MiB of it; pdfium aborts cleanly when it runs out."""

CPU_SECONDS = 5
"""Processor time for one request, see :func:`wind_clock`."""

_CPU_SECONDS_IN_ALL = 300
"""Of one process, the mother or a child."""


def close_before_parsers() -> tuple[str, ...]:
    """Set what must stand before a parser is imported. Returns the names of what this machine could not do."""
    ours = (Fence("end with the parent", kernel.end_with_parent), Fence("limits", _limit))
    return put_up((*ours, *press.BEFORE_PARSERS))


def close_behind_parsers() -> tuple[str, ...]:
    """Take the file system away, once all that is needed from it has been read. Returns as above."""
    return put_up(press.BEHIND_PARSERS)


def close_around_letter(mother: int, missing: Collection[str]) -> None:
    """Inside a child of ``mother``, before its letter comes, where ``missing`` are the fences that even she lacks.

    Raises OSError: what was possible for her is so here, and no letter is opened without it.
    """
    kernel.end_with_parent()
    if os.getppid() != mother:
        # She died before the line above.
        raise ProcessLookupError(mother)
    # Root is exempt from this one.
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    wind_clock()
    # Hers has the same name.
    if fallen := set(put_up(press.AROUND_LETTER)) - set(missing):
        raise PermissionError(f"no letter without: {', '.join(fallen)}")


def wind_clock() -> None:
    """Give the request that begins now its own processor time; SIGXCPU ends the process when it is used up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    last = kernel.lower(resource.RLIMIT_CPU, _CPU_SECONDS_IN_ALL)
    resource.setrlimit(resource.RLIMIT_CPU, (min(spent + CPU_SECONDS + 1, last), last))


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, _CPU_SECONDS_IN_ALL),
    ):
        kernel.lower(what, most)
