"""A program with everything it started: its processor time, its memory, and its end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from tests.station.processes import stat_of

_PROC: Final = Path("/proc")
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_BEGUN: Final = 19
"""Field 22 of proc_pid_stat(5), counted from the state."""

_GONE_WITHIN_S: Final = 10.0
_CALM_WITHIN_S: Final = 30.0
_LOOK_S: Final = 0.7
_CALM_SHARE: Final = 0.05
_CALM_LOOKS: Final = 2


class Tree:
    """A program under test, as a context: afterwards all of its processes are gone.

    ``CPU`` counts the living and the children they have reaped. Orphans count too: whoever becomes our child while the
    program runs is one (:func:`kiosk.station.family.adopt_orphans`), so start nothing else meanwhile.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._others = set(children(os.getpid()))
        with log.open("wb") as words:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                env=dict(environment),
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        deadline = time.monotonic() + _GONE_WITHIN_S
        while pids := self.pids():
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._reap(pids)
            if time.monotonic() > deadline:
                raise TimeoutError("a process does not end")
        self._process.wait()

    @property
    def exit_status(self) -> int | None:
        """None while the first process lives."""
        return self._process.poll()

    def pids(self) -> list[int]:
        """All of them, parents first."""
        ours = [pid for pid in children(os.getpid()) if pid not in self._others]
        return [each for pid in ours for each in descent(pid)]

    def cpu_seconds(self) -> float:
        return sum(cpu_ticks(text) for text in self._read("stat")) / _TICKS

    def calm_down(self) -> None:
        """Wait until everything that was begun is done. Raises TimeoutError.

        A glass that does not change may still have somebody loading behind it, who takes a touch seconds late.
        """
        deadline = time.monotonic() + _CALM_WITHIN_S
        calm, before = 0, self.cpu_seconds()
        while calm < _CALM_LOOKS:
            if time.monotonic() > deadline:
                raise TimeoutError("it does not calm down")
            time.sleep(_LOOK_S)
            now = self.cpu_seconds()
            calm = calm + 1 if now - before <= _CALM_SHARE * _LOOK_S else 0
            before = now

    def pss_bytes(self) -> int:
        """Proportional set size of the whole tree (proc_pid_smaps_rollup in proc(5))."""
        return sum(pss(text) for text in self._read("smaps_rollup"))

    def _read(self, name: str) -> Iterator[str]:
        for pid in self.pids():
            with suppress(FileNotFoundError, ProcessLookupError):
                yield (_PROC / str(pid) / name).read_text()

    def _reap(self, pids: Sequence[int]) -> None:
        for pid in pids:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)


def descent(pid: int) -> Iterator[int]:
    """A process and all below it, parents first."""
    yield pid
    for child in children(pid):
        yield from descent(child)


def children(pid: int) -> list[int]:
    """Of all its threads; empty when it is gone."""
    found: list[int] = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for thread in (_PROC / str(pid) / "task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):
                found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def visits(pids: Iterable[int]) -> list[int]:
    """The processes of visits among them, in the order of their beginning: the one on the glass first."""
    return sorted((pid for pid in pids if b"visit" in _command(pid)[2:3]), key=_begun)


def is_gone(pid: int) -> bool:
    """Dead, even if nobody has asked yet how it ended: somebody may have adopted it who asks later."""
    state = stat_of(_PROC / str(pid))
    return not state or state[0] == "Z"


def _command(pid: int) -> list[bytes]:
    with suppress(OSError):
        return (_PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    return []


def _begun(pid: int) -> int:
    """In ticks after the machine's start; one that has gone meanwhile began last."""
    fields = stat_of(_PROC / str(pid))
    return int(fields[_BEGUN]) if fields else sys.maxsize


def cpu_ticks(stat: str) -> int:
    """User and system time of a process and its reaped children: fields 14 to 17 of proc_pid_stat (proc(5))."""
    after_name = stat[stat.rindex(")") + 2 :].split()
    return sum(int(field) for field in after_name[11:15])


def pss(smaps_rollup: str) -> int:
    """In bytes. A process that has ended has no line and no memory."""
    for line in smaps_rollup.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
