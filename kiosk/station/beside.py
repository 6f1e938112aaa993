"""A process beside a visit, at the other end of a line that the visit has had from its beginning."""

import errno
import socket
import subprocess
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

PRESS: Final = "press"
VOICE: Final = "voice"
STARTS: Final[Mapping[str, int]] = {VOICE: 4}
"""How often each may be started for one visit; once, if it does not stand here."""


class Beside:
    """``command`` gets ``--line FD`` added. Not started yet: what is said on the line meanwhile waits there.

    There is a line for each of its ``starts``. ``ours`` closes what is open of them in this process, ``theirs`` the
    visit's ends, whose numbers are :attr:`ends`.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path | None,
        theirs: ExitStack,
        ours: ExitStack,
        starts: int = 1,
    ) -> None:
        self._command = command
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: deque[socket.socket] = deque()
        self.ends: list[int] = []
        for _ in range(starts):
            line, end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._lines.append(ours.enter_context(line))
            self.ends.append(theirs.enter_context(end).fileno())

    @property
    def pids(self) -> set[int]:
        """Its number, while it runs."""
        return {self._process.pid} if self._process else set()

    def start(self, group: int) -> int:
        """In the group of the visit, in place of the one before, on the next line; we keep no end of it.

        Returns how many were started before. Raises :class:`OSError`, also when there is no line any more (EBUSY).
        """
        if not self._lines:
            raise OSError(errno.EBUSY, "started as often as it may be")
        self.kill()
        # Closed even if nobody could be started: then the visit hears that the line is hung up.
        with self._lines.popleft() as line:
            self._process = self._popen(line.fileno(), group)
        return len(self.ends) - len(self._lines) - 1

    def _popen(self, end: int, group: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [*self._command, "--line", str(end)],
            stdin=subprocess.DEVNULL,
            pass_fds=(end,),
            process_group=group,
            cwd=self._folder,
            env={"LC_ALL": "C.UTF-8"},
        )

    def kill(self) -> None:
        """With all that it knows; harmless when it does not run."""
        if self._process is not None:
            self._process.kill()
            self.reap()

    def reap(self) -> None:
        """Wait for one that somebody has killed."""
        if self._process is not None:
            self._process.wait()
            self._process = None
