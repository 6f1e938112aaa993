"""A small letter of each kind, to be opened once before the disk is taken away."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from PIL import ExifTags, Image
from reportlab.pdfgen.canvas import Canvas

from kiosk.letters.wire import Open

_WIDTH = 100
_WORDS = "Kære <b>borger</b>, السيد <b>أحمد</b> (2026-118402), ከመይ <b>ኣለኹም</b>"
_TABLE = "<table><tr><th>a</th><td>b</td></tr></table><ul><li>c</li></ul><hr>"
_ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "cp1256", "utf-16-le", "utf-16-be")


def files() -> Iterator[Open]:
    """One request for each way through the press."""
    yield Open(_pdf(), "application/pdf", "da", _WIDTH)
    # Opening an encrypted file makes qpdf open its source of random numbers.
    yield Open(_encrypted(_pdf()), "application/pdf", "da", _WIDTH)
    yield Open(f"<p>{_WORDS}</p>{_TABLE}".encode(), "text/html", "ar", _WIDTH)
    for name, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")):
        yield Open(_image(name, mode), "", "da", _WIDTH)
    for encoding in _ENCODINGS:
        b"a".decode(encoding, "replace")


def _pdf() -> bytes:
    out = io.BytesIO()
    canvas: Any = Canvas(out)
    canvas.acroForm.textfield(value="Anna", name="name", x=72, y=200, width=100, height=20)
    canvas.drawString(72, 72, "Kære borger")
    canvas.save()
    return out.getvalue()


def _encrypted(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as plain:
        plain.save(out, encryption=pikepdf.Encryption(user="", owner="owner"))
    return out.getvalue()


def _image(name: str, mode: str) -> bytes:
    out = io.BytesIO()
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    Image.new(mode, (8, 8)).save(out, name, exif=turned)
    return out.getvalue()
