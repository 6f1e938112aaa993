"""What lives below us, seen from outside."""

import time
from collections.abc import Callable
from pathlib import Path


def group_lives(group: int) -> bool:
    states = [stat_of(folder) for folder in Path("/proc").glob("[0-9]*")]
    return any(state and state[0] != "Z" and int(state[2]) == group for state in states)


def stat_of(folder: Path) -> list[str]:
    """From the state on; empty when the process is gone."""
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def wait_for(fact: Callable[[], object]):
    until = time.monotonic() + 20
    while not (found := fact()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return found
