"""How far a long piece of work is, said once a second after the first."""

import sys
import time


class Progress:
    """Of ``total`` things called ``what``. Says nothing of work that is done within a second."""

    def __init__(self, total: int, what: str) -> None:
        self._total = total
        self._what = what
        self._next = time.monotonic() + 1
        self._end = "\r" if sys.stderr.isatty() else "\n"

    def at(self, number: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + 1
            print(f"{number:,} of {self._total:,} {self._what}", end=self._end, file=sys.stderr, flush=True)
