"""The printers that a visit may have left a page at: asked when it is over, on a thread of the supervisor."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.station.settings import Settings, load
from kiosk.station.sheet import SettingsError


class Clearing:
    """``settings`` as they were read from ``file`` at the start; ``machine`` is what printers call this kiosk.

    ``lives`` says of the random name of a visit whether it is still there; called on the thread that clears.
    """

    def __init__(self, file: Path, settings: Settings, machine: str, lives: Callable[[str], bool]) -> None:
        self._file = file
        self._settings = settings
        self._machine = machine
        self._lives = lives

    def clear(self) -> int:
        """Cancel what visits left that are over, also before a power cut, and return the pages that still wait.

        Never what is another's, or of a visit that lives. Each visit reads the settings anew; when they have changed
        since the last one, a page may wait at the printer that they named before or at the one that they name now.
        Raises :class:`TroubleError`.
        """
        before = self._settings
        # Settings that cannot be read are told by the visit that cannot start with them.
        with suppress(SettingsError):
            self._settings = load(self._file)
        return sum(self._clear(settings) for settings in {before, self._settings})

    def _clear(self, settings: Settings) -> int:
        from devices.printing.printer import IppPrinter
        from devices.printing.sender import Sender

        fingerprint = settings.printer_certificate or None
        printer = IppPrinter(settings.printer, sender=Sender(self._machine), fingerprint=fingerprint)
        return printer.clear(self._lives)
