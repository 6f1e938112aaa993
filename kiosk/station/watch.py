"""Waits for whatever comes first: somebody says something, a process ends, the bell rings, a moment has come."""

import selectors
import time
from collections.abc import Callable
from contextlib import suppress


class Watch:
    """Calls are made by :meth:`wait`, on its thread."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._calls: dict[int, Callable[[], None]] = {}

    def add(self, file: int, call: Callable[[], None]) -> None:
        """``call`` whenever ``file`` is readable."""
        self._calls[file] = call
        self._selector.register(file, selectors.EVENT_READ, call)

    def drop(self, file: int) -> None:
        """Before it is closed; harmless when nobody watches it."""
        self._calls.pop(file, None)
        with suppress(KeyError):
            self._selector.unregister(file)

    def wait(self, until: float | None) -> None:
        """Once, for at most until then on the monotonic clock (None: for ever), and make the calls that are due."""
        left = None if until is None else max(0.0, until - time.monotonic())
        for key, _ in self._selector.select(left):
            # A call before may have dropped it, and something new may have its number.
            if self._calls.get(key.fd) is key.data:
                key.data()

    def close(self) -> None:
        self._selector.close()
