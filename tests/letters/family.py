"""Looking at a mother and her child from outside, as the kernel sees them."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.trace.places import memory_of


def holds(process: int, word: bytes) -> bool:
    """Whether a word is anywhere in the memory of a process."""
    return any(word in place.data for place in memory_of(process, "memory"))


def sockets(process: int) -> set[str]:
    """The kernel's names of the sockets that a process has open."""
    open_ones = (str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir())
    return {name for name in open_ones if name.startswith("socket:")}


def dirty(mother: int, child: int) -> int:
    """KiB of memory that both have for themselves, what they share counted once."""
    hers, its = _sizes(mother), _sizes(child)
    return hers["Private_Dirty"] + hers["Shared_Dirty"] + its["Private_Dirty"]


def _sizes(process: int) -> dict[str, int]:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(size.split()[0]) for name, _, size in (line.partition(":") for line in lines)}


def until(fact: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.02)
