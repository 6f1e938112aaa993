"""Something that listens to a card reader and waits for what it tells."""

import queue
import time
from typing import TypeVar

from kiosk.visit.events import Seen

K = TypeVar("K")


class Ear:
    """Keeps what it heard, in order."""

    def __init__(self) -> None:
        self._told: queue.Queue[Seen] = queue.Queue()

    def hear(self, event: Seen) -> None:
        self._told.put(event)

    def next(self, within_s: float = 5.0) -> Seen:
        return self._told.get(timeout=within_s)

    def expect(self, *events: Seen) -> None:
        """Exactly these are told next, in this order."""
        assert [self.next() for _ in events] == list(events)

    def until(self, event: Seen, within_s: float = 5.0) -> float:
        """Wait for this event, whatever else is told before; returns how long it took, in seconds."""
        begun = time.monotonic()
        while self.next(within_s) != event:
            pass
        return time.monotonic() - begun

    @property
    def silent(self) -> bool:
        return self._told.empty()
