"""A QR code as rectangles: reportlab's own widget for it takes longer to draw than the rest of a letter."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode import qrencoder

_encoder: Any = qrencoder

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 9.1)."""


@cache
def rows(content: str) -> tuple[tuple[bool, ...], ...]:
    """The modules, dark or not, from the top. Readable when a sixth of it is damaged (level M)."""
    code = _encoder.QRCode(None, _encoder.QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    places = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in places) for row in places)


def bars(content: str) -> Iterator[tuple[int, int, int]]:
    """Dark modules that touch in a row: row from the top, column from the left, how many."""
    for number, row in enumerate(rows(content)):
        column = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                yield number, column, length
            column += length
