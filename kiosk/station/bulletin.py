"""What the glass is told of the machine: what it found after the visit before, and what ails it."""

from collections.abc import Callable, Sequence

from kiosk.station.child import VisitProcess
from kiosk.station.wire import Ailing, Ailment, LastVisit
from kiosk.visit.trouble import Trouble


class Bulletin:
    """Told to whoever of ``visits`` is on the glass or on the way there, and read to whoever comes instead.

    ``ails`` is asked what the staff should know of the machine.
    """

    def __init__(
        self, visits: Callable[[], Sequence[VisitProcess]], ails: Callable[[], Trouble | None]
    ) -> None:
        self._visits = visits
        self._ails = ails
        self._receipt: LastVisit | None = None
        self._ailment: Ailment | None = None

    def tell(self, receipt: LastVisit) -> None:
        self._receipt = receipt
        self._say(receipt)

    def withdraw(self) -> None:
        """The receipt is of no visit any more that was the last."""
        self._receipt = None

    def examine(self) -> None:
        """Tell how the machine itself is, when that has changed."""
        trouble = self._ails()
        ailment = None if trouble is None else Ailment(trouble.row.code)
        if ailment is not self._ailment:
            self._ailment = ailment
            self._say(Ailing(ailment))

    def read_to(self, visit: VisitProcess, *, alone: bool) -> None:
        """``alone``: while the one before still stands there, its own receipt is yet to come."""
        if self._ailment is not None:
            visit.tell(Ailing(self._ailment))
        if self._receipt is not None and alone:
            visit.tell(self._receipt)

    def _say(self, message: LastVisit | Ailing) -> None:
        for visit in self._visits():
            if visit.called:
                visit.tell(message)
