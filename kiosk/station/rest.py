"""Out of order: after too many crashes the machine says so on the glass, rests, and tries again."""

import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from kiosk.station.notes import Duty, StationNote
from kiosk.station.notice import Notice
from kiosk.station.pauses import Pauses
from kiosk.station.watch import Watch


class Rest:
    """``notice`` is the command of the screen that says so. ``wanted`` are the processes that must not end with it."""

    def __init__(
        self,
        notice: Sequence[str],
        pauses: Pauses,
        watch: Watch,
        wanted: Callable[[], set[int]],
        note: Callable[[StationNote], None],
    ) -> None:
        self._notice = Notice(notice)
        self._pauses = pauses
        self._watch = watch
        self._wanted = wanted
        self._note = note
        self._until: float | None = None

    @property
    def until(self) -> float | None:
        """When the next visit is tried, on the monotonic clock."""
        return self._until

    @property
    def pids(self) -> set[int]:
        return self._notice.pids

    def is_needed(self) -> bool:
        """After a crash. If it is, it has begun."""
        pause = self._pauses.after_crash(timedelta(seconds=time.monotonic()))
        if pause:
            self._begin(pause)
        return bool(pause)

    def _begin(self, pause: timedelta) -> None:
        self._note(StationNote(Duty.OUT_OF_ORDER, count=int(pause.total_seconds())))
        self._until = time.monotonic() + pause.total_seconds()
        if not self._notice.put_up(lambda gone: self._watch.add(gone, self._lose_notice)):
            self._lose_notice()

    def is_over(self) -> bool:
        """Once, when it is time; the notice stays until a visit stands there."""
        if self._until is None or time.monotonic() < self._until:
            return False
        self._until = None
        return True

    def stand(self) -> None:
        """A visit stands on the glass."""
        self._pauses.stand(timedelta(seconds=time.monotonic()))
        self.end()

    def end(self) -> None:
        self._until = None
        self._take_down()

    def _lose_notice(self) -> None:
        """The screen has gone by itself: that is written down, and the machine tries on without it."""
        self._note(StationNote(Duty.NOTICE_LOST, count=self._take_down()))

    def _take_down(self) -> int | None:
        return self._notice.take_down(self._watch.drop, self._wanted())
