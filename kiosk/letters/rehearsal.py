"""A small letter of each kind, to be opened once before the disk is taken away."""

import io
from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from kiosk.letters.wire import Open

_WIDTH = 100


def files() -> Iterator[Open]:
    """One request for each way through the press."""
    yield Open(_pdf(), "application/pdf", "da", _WIDTH)


def _pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 72, "Kære borger")
    canvas.save()
    return out.getvalue()
