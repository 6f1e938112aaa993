"""The child: closes its cage, gets ready, then answers what it is asked about one letter, and dies."""

import os
from typing import IO

from kiosk.letters import cage


def main() -> None:
    """Requests on standard input, answers on standard output; ends when standard input does."""
    requests, answers = _take_pipes()
    missing = [*cage.close_before_parsers()]
    # Imported only now: everything below reads letters.
    from kiosk.letters import bench, wire

    try:
        bench.rehearse()
    except Exception as fault:  # the parent prints it: here is nowhere to print to
        wire.send(answers, wire.crashed(fault))
        raise
    missing += cage.close_behind_parsers()
    bench.serve(requests, answers, tuple(missing))


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, out of reach of a library that reads or prints where the whole process does."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


if __name__ == "__main__":
    main()
