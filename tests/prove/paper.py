"""The press and the printer by themselves: how long a letter takes to its first page and on to paper."""

import io
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Event
from typing import Final

from PIL import Image

from devices.printing.practice import PracticePrinter
from devices.printing.printer import IppPrinter
from kiosk.letters.press import ChildPress
from kiosk.letters.starting import own_press
from kiosk.station.proving import Proof, reported
from kiosk.visit.paper import Outcome, Pressed, PrintJob, Sides
from kiosk.visit.post import FileRef
from tests.letters.drafts import letter

_WORDS: Final = "Kære borger. Du har fået brev fra kommunen. " * 40
_TURNS: Final = 5
_PAGES: Final = 3


def press_and_printer() -> Iterator[Proof]:
    with own_press() as press:
        for kind, content in _letters().items():
            seconds = median(_open(press, content, kind)[0] for _ in range(_TURNS))
            yield reported(f"press, {kind}, to the first page", f"{seconds * 1000:.0f} ms")
        yield _printed(_open(press, _letters()["application/pdf"], "application/pdf")[1])


def _letters() -> dict[str, bytes]:
    return {
        "application/pdf": letter(_PAGES),
        "text/plain": _WORDS.encode(),
        "text/html": f"<html><body><h1>Brev</h1><p>{_WORDS}</p></body></html>".encode(),
        "image/png": _picture("PNG"),
        "image/jpeg": _picture("JPEG"),
    }


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1240, 1754)).convert("RGB").save(out, kind)
    return out.getvalue()


def _open(press: ChildPress, content: bytes, kind: str) -> tuple[float, Pressed]:
    """As on a kiosk, where the mother has had the time in which the citizen chose."""
    press.missing()
    begun = time.perf_counter()
    pressed = press.open(content, FileRef("file", "document", kind, "", "da", len(content)))
    return time.perf_counter() - begun, pressed


def _printed(pressed: Pressed) -> Proof:
    with (
        tempfile.TemporaryDirectory(prefix="prove-") as folder,
        PracticePrinter(Path(folder), seconds_a_page=0.0) as practice,
    ):
        begun = time.perf_counter()
        job = PrintJob(pressed.pdf, pressed.pages, Sides.ONE)
        result = IppPrinter(practice.uri).print(job, lambda _progress: None, Event())
        seconds = time.perf_counter() - begun
    came_out = result.outcome is Outcome.PRINTED and result.pages_done == pressed.pages
    figure = f"{result.pages_done} of {pressed.pages} pages, {seconds:.1f} s"
    return Proof("printer, a letter sent and followed to its end", figure, "every page", came_out)
