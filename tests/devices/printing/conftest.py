"""A practice printer, letters to print, and somebody who watches the printing."""

import io
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from devices.printing.practice import PracticePrinter
from kiosk.visit.paper import PrintJob, PrintResult, Progress, Sides
from kiosk.visit.ports import Printer

WITHIN = 20.0


def letter(pages: int = 1, words: str = "Side") -> PrintJob:
    """Uncompressed, so that its words can be found wherever it lies."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pageCompression=0, invariant=1)
    for page in range(1, pages + 1):
        canvas.drawString(100, 700, f"{words} {page}")
        canvas.showPage()
    canvas.save()
    return PrintJob(paper.getvalue(), pages, Sides.ONE)


def texts(pdf: Path) -> list[str]:
    """The text of each page, as poppler reads it."""
    told = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True, timeout=10)
    return [page.strip() for page in told.stdout.split("\f")[:-1]]


@dataclass
class Printing:
    """A letter being printed on a thread of its own, and everything that is reported of it."""

    printer: Printer
    job: PrintJob
    seen: list[Progress] = field(default_factory=list)
    _result: PrintResult | Exception | None = None

    def __post_init__(self) -> None:
        self._stop = threading.Event()
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self.printer.print(self.job, self._report, self._stop)
        except Exception as error:
            self._result = error

    def _report(self, progress: Progress) -> None:
        with self._news:
            self.seen.append(progress)
            self._news.notify_all()

    def stop(self) -> None:
        self._stop.set()

    def wait_for(self, fact: Callable[[Progress], bool]) -> float:
        """Wait until the last report fits; returns the seconds it took."""
        start = time.monotonic()
        with self._news:
            fits = self._news.wait_for(lambda: bool(self.seen) and fact(self.seen[-1]), WITHIN)
        assert fits, self.seen
        return time.monotonic() - start

    def result(self) -> PrintResult:
        self._thread.join(WITHIN)
        assert not self._thread.is_alive(), self.seen
        if isinstance(self._result, Exception):
            raise self._result
        assert self._result
        return self._result


@pytest.fixture(name="letter")
def _letter() -> Callable[..., PrintJob]:
    return letter


@pytest.fixture(name="texts")
def _texts() -> Callable[[Path], list[str]]:
    return texts


@pytest.fixture
def start() -> Iterator[Callable[[Printer, PrintJob], Printing]]:
    """Start to print; whatever is still printing after the test is stopped."""
    begun: list[Printing] = []

    def begin(printer: Printer, job: PrintJob) -> Printing:
        begun.append(Printing(printer, job))
        return begun[-1]

    yield begin
    for printing in begun:
        printing.stop()
        printing._thread.join(WITHIN)


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticePrinter]:
    with PracticePrinter(tmp_path / "printer", seconds_a_page=0.1) as printer:
        yield printer
