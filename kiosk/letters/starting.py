"""A mother of one's own, for whoever wants a press without a supervisor that starts one."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

from kiosk.letters import MOTHER
from kiosk.letters.press import SECONDS_A_REQUEST, ChildPress
from kiosk.letters.wire import Mark

_ROOT = Path(__file__).parents[2]
_SECONDS_TO_LEAVE = 10.0


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """The two ends of a line: one for :class:`ChildPress`, one for the mother."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def start_mother(end: socket.socket) -> subprocess.Popen[bytes]:
    """A mother at this end of the line, which she takes over. She dies with the thread that calls this."""
    number = end.fileno()
    with end:
        return subprocess.Popen(
            [sys.executable, *MOTHER, "--line", str(number)],
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "LC_ALL": "C.UTF-8"},
            cwd=_ROOT,
            start_new_session=True,
        )


@contextlib.contextmanager
def own_press(
    first_width: int = 1000, seconds_a_request: float = SECONDS_A_REQUEST, mark: Mark | None = None
) -> Generator[ChildPress]:
    """A press with a mother of its own, who is gone afterwards."""
    ours, theirs = socket_pair()
    mother = start_mother(theirs)
    try:
        with ChildPress(ours, first_width, seconds_a_request, mark) as press:
            yield press
        mother.wait(_SECONDS_TO_LEAVE)
    finally:
        mother.kill()
        mother.wait()
