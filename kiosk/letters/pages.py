"""Pictures and text of the pages of a safe PDF, by pdfium."""

from ctypes import Array, c_ubyte
from typing import Protocol, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs] - has none; the protocols below are what we use of it

from kiosk.letters.wire import MOST_PIXELS, Body, Drawn
from kiosk.visit.trouble import Trouble, TroubleError

_NARROWEST, _WIDEST = 16, 4000


class _Bitmap(Protocol):
    width: int
    height: int
    stride: int
    buffer: Array[c_ubyte]


class _TextPage(Protocol):
    def get_text_range(self) -> str: ...


class _Page(Protocol):
    def get_size(self) -> tuple[float, float]: ...
    def render(self, *, scale: float, rev_byteorder: bool, may_draw_forms: bool) -> _Bitmap: ...
    def get_textpage(self) -> _TextPage: ...


class _Document(Protocol):
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> _Page: ...


class Pages:
    """A PDF that is being looked at. Pages count from 1. Raises LETTER_BROKEN for what pdfium cannot read."""

    def __init__(self, pdf: bytes) -> None:
        try:
            self._pdf = cast(_Document, pypdfium2.PdfDocument(pdf))
            self.count = len(self._pdf)
        except pypdfium2.PdfiumError as cause:
            raise TroubleError(Trouble.LETTER_BROKEN) from cause

    def draw(self, number: int, width: int) -> tuple[Drawn, Body]:
        """The page, ``width`` pixels wide, or less where it would be too tall for one picture, and its pixels."""
        page = self._page(number)
        scale = _scale(*page.get_size(), min(max(width, _NARROWEST), _WIDEST))
        bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
        return Drawn(number, bitmap.width, bitmap.height), _pixels(bitmap)

    def text(self) -> str:
        """The text of all pages in the order it is drawn, pages parted by form feeds."""
        return "\f".join(self._text(number) for number in range(1, self.count + 1))

    def _text(self, number: int) -> str:
        return self._page(number).get_textpage().get_text_range().replace("\r\n", "\n")

    def _page(self, number: int) -> _Page:
        try:
            return self._pdf[number - 1]
        except (pypdfium2.PdfiumError, IndexError) as cause:
            raise TroubleError(Trouble.LETTER_BROKEN) from cause


def _scale(page_width: float, page_height: float, width: int) -> float:
    """So that the picture is neither wider than ``width`` nor larger than MOST_PIXELS, rounding up included."""
    proportion = max(page_height, 1.0) / max(page_width, 1.0)
    narrow = min(float(width), (MOST_PIXELS / proportion) ** 0.5 - 1)
    return max(narrow - 0.01, 1.0) / max(page_width, 1.0)


def _pixels(bitmap: _Bitmap) -> Body:
    """Its rows without the padding between them, and without a copy where there is none."""
    rows, row = memoryview(bitmap.buffer).cast("B"), bitmap.width * 3
    if row == bitmap.stride:
        return rows
    return b"".join(rows[start : start + row] for start in range(0, len(rows), bitmap.stride))
