"""Hands our own drawings to QML in the colours that the citizen chose."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

PROVIDER: Final = "drawings"
FOLDER: Final = Path(__file__).parent / "qml" / "drawings"

_DRAWN_IN: Final = ("#0f463c", "#e3ece6", "#ffffff", "#f2b53c", "#17211d", "#fdecc2", "#8a5a00", "#5b645f")
"""Strokes, shades, paper, what shines, ink, a warning, its edge, and what is off: an address has them in this order."""


class Drawings(QQuickImageProvider):
    """An address is ``name/rrggbb/…``, with a colour for each of those that drawings are made of."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803
        name, *colours = id.split("/")
        # The reader does not keep what it reads from.
        source = _buffer(_coloured((FOLDER / f"{name}.svg").read_text(), colours))
        reader = QImageReader(source, QByteArray(b"svg"))
        reader.setScaledSize(_fitting(reader.size(), requestedSize))
        return reader.read()


def _coloured(drawing: str, colours: list[str]) -> str:
    # All at once, by marks: a colour may take the place of one that is still to be replaced.
    for place, colour in enumerate(_DRAWN_IN):
        drawing = drawing.replace(colour, f"\0{place}")
    for place, colour in enumerate(colours):
        drawing = drawing.replace(f"\0{place}", f"#{colour}")
    return drawing


def _fitting(natural: QSize, wanted: QSize) -> QSize:
    """As Qt sizes a drawing: one side may be left open."""
    from PySide6.QtCore import Qt

    if wanted.height() <= 0:
        return natural
    width = wanted.width() or round(natural.width() * wanted.height() / natural.height())
    return natural.scaled(QSize(width, wanted.height()), Qt.AspectRatioMode.KeepAspectRatio)


def _buffer(text: str) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(text.encode()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return buffer
