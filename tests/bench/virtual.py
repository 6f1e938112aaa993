"""An X server without a screen."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.bench.glass import HEIGHT, WIDTH


class Server(NamedTuple):
    """The name of a display, and the process that holds what it shows."""

    display: str
    pid: int


@contextmanager
def virtual_display() -> Iterator[Server]:
    """An Xvfb of our own, reached by its path, which works in every network namespace too."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(theirs),
            "-screen",
            "0",
            f"{WIDTH}x{HEIGHT}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(theirs,),
    )
    os.close(theirs)
    try:
        with os.fdopen(ours) as number:
            yield Server(f":{number.readline().strip()}", server.pid)
    finally:
        server.terminate()
        server.wait(10)
