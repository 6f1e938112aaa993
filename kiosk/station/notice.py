"""The screen that says "out of order", from outside: a process of its own, so that no visit must work for it."""

import os
import subprocess
from collections.abc import Callable, Collection, Sequence

from kiosk.station.family import end_all


class Notice:
    """Stands on the glass from :meth:`put_up` to :meth:`take_down`. ``command`` empty: there is none."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._exit = -1

    @property
    def pids(self) -> set[int]:
        return {self._process.pid} if self._process else set()

    def put_up(self, watch: Callable[[int], object]) -> bool:
        """Start it, unless it stands already; ``watch`` gets a file that is readable once it is gone.

        False when it cannot be started.
        """
        if self._command and self._process is None:
            try:
                self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, process_group=0)
            except OSError:
                return False
            self._exit = os.pidfd_open(self._process.pid)
            watch(self._exit)
        return True

    def take_down(self, forget: Callable[[int], object], kept: Collection[int]) -> int | None:
        """End it. ``forget`` gets the file again; returns its exit status, None when it did not stand."""
        process, self._process = self._process, None
        if process is None:
            return None
        forget(self._exit)
        os.close(self._exit)
        end_all(process, set(kept) - {process.pid})
        return process.returncode
