"""An X server without a screen."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.glass import HEIGHT, WIDTH


@contextmanager
def virtual_display() -> Iterator[str]:
    """The name of an Xvfb of our own, by its path, which works in every network namespace too."""
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
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
