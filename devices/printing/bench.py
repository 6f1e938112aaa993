"""What a person can do to the practice printer: take its paper, jam it, open it, switch it off, look at the pages.

Works from any process: everything goes through files in the printer's folder, and through its own web forms.
"""

import http.client
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

_FULL_TRAY, _FULL_CARTRIDGE = 250, 95
_SOME = -2
"""A level that nobody knows (RFC 3805, prtInputCurrentLevel)."""

_WAIT = 5.0


class PrinterBench:
    """The hands at a practice printer that lives in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._off = self._folder / "off"
        self._faults = self._folder / "faults"
        self._out = self._folder / "out"

    @property
    def uri(self) -> str:
        """As ``ipp://localhost:PORT/ipp/print``."""
        return (self._folder / "uri").read_text()

    def printed(self) -> list[Path]:
        """The paper that came out, one PDF a job, oldest first; a job that was stopped has fewer pages."""
        return sorted(self._out.glob("*.pdf"))

    def raise_fault(self, keyword: str) -> None:
        """Raise one of ippeveprinter's ``printer-state-reasons``; it holds the job being printed, at once.

        Only ``media-empty`` and ``toner-empty`` are seen before a job is sent: the printer has no other forms.
        """
        (self._faults / keyword).touch()
        self._fill()

    def mend(self) -> None:
        """Clear all faults, fill the tray, put a new cartridge in."""
        for fault in self._faults.iterdir():
            fault.unlink(missing_ok=True)
        self._fill()

    def take_paper(self) -> None:
        self.raise_fault("media-empty")

    def put_paper(self) -> None:
        (self._faults / "media-empty").unlink(missing_ok=True)
        self._fill()

    def empty_other_tray(self) -> None:
        """The tray of photo paper, which no letter uses (this printer waits for it all the same)."""
        self._set_tray(_FULL_TRAY, other=0)

    def jam(self) -> None:
        self.raise_fault("media-jam")

    def open_cover(self) -> None:
        self.raise_fault("cover-open")

    def use_up_toner(self) -> None:
        self.raise_fault("toner-empty")

    def switch_off(self) -> None:
        """As if the plug were pulled; returns when nobody answers any more."""
        self._off.touch()
        self._wait_until(answering=False)

    def switch_on(self) -> None:
        """Returns when the printer answers again; it has forgotten its jobs."""
        self._off.unlink(missing_ok=True)
        self._wait_until(answering=True)
        self._fill()

    def set_seconds_a_page(self, seconds: float) -> None:
        (self._folder / "seconds-a-page").write_text(str(seconds))

    def seconds_a_page(self) -> float:
        return float((self._folder / "seconds-a-page").read_text())

    def set_exit_code(self, code: int) -> None:
        """What the mechanism ends with; anything but 0 makes the printer abort the job after its last page."""
        (self._folder / "exit-code").write_text(str(code))

    def exit_code(self) -> int:
        return int((self._folder / "exit-code").read_text())

    def faults(self) -> tuple[str, ...]:
        return tuple(sorted(fault.name for fault in self._faults.iterdir()))

    def tray_for(self, job: int) -> Path:
        """Where the pages of a job come out."""
        return self._out / f"{time.time_ns()}-{job}.pdf"

    def is_answering(self) -> bool:
        try:
            return self._get("/") == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False

    def _wait_until(self, *, answering: bool) -> None:
        end = time.monotonic() + _WAIT
        while self.is_answering() is not answering:
            if time.monotonic() > end:
                raise TimeoutError("nobody keeps the practice printer")
            time.sleep(0.05)

    def _fill(self) -> None:
        """Tell the printer's forms what is in the tray and in the cartridge."""
        if not self._off.exists():
            faults = self.faults()
            self._set_tray(0 if "media-empty" in faults else _FULL_TRAY)
            self._set_toner(0 if "toner-empty" in faults else _FULL_CARTRIDGE)

    def _set_tray(self, sheets: int, other: int = _SOME) -> None:
        """All fields of a form must be there: a tray that is not named is empty."""
        photo = {"size2": "na_index-4x6_4x6in", "type2": "photographic-glossy", "level2": other}
        tray = {"size1": "iso_a4_210x297mm", "type1": "stationery", "level1": sheets} | photo
        self._get(f"/media?{urlencode(tray)}")

    def _set_toner(self, percent: int) -> None:
        supplies = {"supply0": 25, "supply1": percent, "supply2": 95, "supply3": 95, "supply4": 95}
        self._get(f"/supplies?{urlencode(supplies)}")

    def _get(self, path: str) -> int:
        address = urlsplit(self.uri)
        line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=_WAIT)
        try:
            line.request("GET", path)
            response = line.getresponse()
            response.read()
            return response.status
        finally:
            line.close()
