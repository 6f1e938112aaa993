"""A forked child: it does one thing and dies, or is killed before that, and its mother buries it."""

import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


class Child:
    """A process that does ``live`` and nothing else. To be made in a process with one thread only (fork(2))."""

    def __init__(self, number: int, live: Callable[[], None]) -> None:
        self.number = number
        self._pid = os.fork()
        if self._pid == 0:
            _live_and_die(live)
        self._death = os.pidfd_open(self._pid)

    def fileno(self) -> int:
        """Readable once the child is dead (pidfd_open(2))."""
        return self._death

    def wait(self) -> int:
        """Its exit status, or minus the number of the signal it died of."""
        os.close(self._death)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])

    def end(self) -> int:
        """Kill it if that is still needed, and :meth:`wait`."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._death, signal.SIGKILL)
        return self.wait()


def tell(mouth: int, work: Callable[[], bytes]) -> None:
    """Do ``work`` and write what comes of it, or else what went wrong."""
    with os.fdopen(mouth, "wb") as said:
        try:
            said.write(work())
        except Exception:
            said.write(traceback.format_exc().encode())
            raise


def _live_and_die(live: Callable[[], None]) -> NoReturn:
    status = os.EX_SOFTWARE
    try:
        live()
        status = os.EX_OK
    finally:
        # Nothing that is the mother's may happen here: no handler at exit, no buffer of hers written twice.
        os._exit(status)
