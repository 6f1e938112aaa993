"""Looking at a mother and her child from outside, as the kernel sees them."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO


def children(mother: int) -> list[int]:
    """Of a process with one thread."""
    return [int(number) for number in read(Path(f"/proc/{mother}/task/{mother}/children")).split()]


def is_gone(process: int) -> bool:
    """Dead, even if nobody has asked yet how it ended: another test may have made this process adopt orphans."""
    state = read(Path(f"/proc/{process}/stat")).rpartition(b")")[2].split()
    return not state or state[0] == b"Z"


def holds(process: int, word: bytes) -> bool:
    """Whether a word is anywhere in the memory that a process can write."""
    with Path(f"/proc/{process}/mem").open("rb") as memory:
        return any(word in block for block in _blocks(process, memory))


def _blocks(process: int, memory: IO[bytes]) -> Iterator[bytes]:
    for line in read(Path(f"/proc/{process}/maps")).splitlines():
        where, rights, *_ = line.split()
        start, end = (int(number, 16) for number in where.split(b"-"))
        if b"w" in rights:
            memory.seek(start)
            try:
                yield memory.read(end - start)
            except OSError:
                print(line)


def sockets(process: int) -> set[str]:
    """The kernel's names of the sockets that a process has open."""
    open_ones = (str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir())
    return {name for name in open_ones if name.startswith("socket:")}


def dirty(mother: int, child: int) -> int:
    """KiB of memory that both have for themselves, what they share counted once."""
    hers, its = _sizes(mother), _sizes(child)
    return hers["Private_Dirty"] + hers["Shared_Dirty"] + its["Private_Dirty"]


def _sizes(process: int) -> dict[str, int]:
    lines = read(Path(f"/proc/{process}/smaps_rollup")).decode().splitlines()[1:]
    return {name: int(size.split()[0]) for name, _, size in (line.partition(":") for line in lines)}


def until(fact: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.02)


def read(path: Path) -> bytes:
    """Nothing if it has gone meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
