"""A process beside a visit, at the other end of a line that the visit has had from its beginning."""

import socket
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

PRESS: Final = "press"
VOICE: Final = "voice"


class Beside:
    """``command`` gets ``--line FD`` added. Not started yet: what is said on the line meanwhile waits there.

    ``ours`` closes what is open of it in this process, ``theirs`` the visit's end of the line, number :attr:`end`.
    """

    def __init__(
        self, command: Sequence[str], folder: Path | None, theirs: ExitStack, ours: ExitStack
    ) -> None:
        self._command = command
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None
        self._line, line = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.enter_context(self._line)
        self.end = theirs.enter_context(line).fileno()

    @property
    def pids(self) -> set[int]:
        """Its number, while it runs."""
        return {self._process.pid} if self._process else set()

    def start(self, group: int) -> None:
        """In the group of the visit, once; we keep no end of their line. Raises :class:`OSError`."""
        line, self._line = self._line, None
        if line is not None:
            # Closed even if nobody could be started: then the visit hears that the line is hung up.
            with line:
                self._process = self._popen(line.fileno(), group)

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
