"""The mother of the presses: gets everything ready once, then forks a child for each letter.

``python -m kiosk.letters.mother --line FD``, where FD is one end of a ``SOCK_SEQPACKET`` pair, see
:mod:`kiosk.letters.line`. She has one thread, never reads a byte of a letter, and leaves when the line is hung up, or
when the thread that started her ends (``PR_SET_PDEATHSIG``, prctl(2)). Until the first order she is a bare Python.
"""

import os
import select
import socket
import sys

from kiosk.letters import cage


def main() -> None:
    """Serve the line until it is hung up."""
    with socket.socket(fileno=_line()) as line:
        _silence()
        missing = tuple(cage.close_before_parsers())
        select.select([line], [], [])
        # Imported only now: the machine needs its processor for the welcome first.
        from kiosk.letters import lean

        lean.slim()
        from kiosk.letters.nursery import Nursery

        Nursery(line, missing).serve()


def _line() -> int:
    match sys.argv[1:]:
        case ["--line", number]:
            return int(number)
        case _:
            sys.exit("usage: --line FD")


def _silence() -> None:
    """Standard input and output out of reach of a library that reads or prints where the whole process does."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)


if __name__ == "__main__":
    main()
