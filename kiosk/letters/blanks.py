"""Places on paper that wait for a hand: lines to write on and squares to tick; and a code for a machine's eye."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from kiosk.letters import qr
from kiosk.letters.prose import Prose
from kiosk.letters.tags import Element, artifact, tagged

_GREY = Color(0.6, 0.6, 0.6)
_TO_WRITE, _BETWEEN_BLANKS = 8.5 * mm, 6 * mm
_TICK, _BESIDE_TICK, _BETWEEN_TICKS = 4 * mm, 5.5 * mm, 2 * mm
_PEN = 0.75
_CODE, _BESIDE_CODE = 25 * mm, 5 * mm


class Line(Flowable):
    """A line across the page."""

    def __init__(self) -> None:
        super().__init__()
        self.spaceBefore = self.spaceAfter = 6
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # pyright: ignore[reportIncompatibleMethodOverride] - called by position
        self._width = width
        return width, 1

    def draw(self) -> None:
        with artifact(self.canv):
            self.canv.setStrokeColor(_GREY)
            self.canv.line(0, 0, self._width, 0)
            self.canv.setStrokeColor(black)


class Row(Flowable):
    """Lines to write on, side by side, each with its share of the width and its name below."""

    def __init__(self, leftward: bool, blanks: Sequence[tuple[int, Prose | None]]) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = 0, 3
        self._leftward = leftward
        self._shares = [share for share, _ in blanks]
        self._names = [name for _, name in blanks]
        self._columns: list[tuple[float, float]] = []
        self._height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # pyright: ignore[reportIncompatibleMethodOverride]
        self._columns = _columns(width, self._shares, _BETWEEN_BLANKS, self._leftward)
        self._height = _TO_WRITE + max(name.wrap(wide, 0)[1] for name, (_, wide) in self._lines())
        return width, self._height

    def draw(self) -> None:
        line = self._height - _TO_WRITE
        for name, (left, wide) in self._lines():
            with artifact(self.canv):
                self.canv.setLineWidth(_PEN)
                self.canv.line(left, line, left + wide, line)
            _hang(self.canv, name, left, wide, line)

    def _lines(self) -> Iterator[tuple[Prose, tuple[float, float]]]:
        return ((name, column) for name, column in zip(self._names, self._columns, strict=True) if name)


class Choices(Flowable):
    """Squares to tick, each with its words, side by side; what they are about stands before them."""

    def __init__(self, leftward: bool, about: Prose | None, choices: Sequence[Prose]) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = 3, 3
        self._leftward = leftward
        self._about = about
        self._words = [*((about,) if about else ()), *choices]
        self._columns: list[tuple[float, float]] = []
        self._height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # pyright: ignore[reportIncompatibleMethodOverride]
        shares = [4 if words is self._about else 3 for words in self._words]
        columns = _columns(width, shares, _BETWEEN_TICKS, self._leftward)
        start = 0 if self._leftward else _BESIDE_TICK
        self._columns = [
            (left, wide) if words is self._about else (left + start, wide - _BESIDE_TICK)
            for words, (left, wide) in zip(self._words, columns, strict=True)
        ]
        self._height = max(
            words.wrap(wide, 0)[1] for words, (_, wide) in zip(self._words, self._columns, strict=True)
        )
        return width, self._height

    def draw(self) -> None:
        for words, (left, wide) in zip(self._words, self._columns, strict=True):
            if words is not self._about:
                self._draw_square(
                    left + wide + _BESIDE_TICK - _TICK if self._leftward else left - _BESIDE_TICK
                )
            _hang(self.canv, words, left, wide, self._height)

    def _draw_square(self, left: float) -> None:
        with artifact(self.canv):
            self.canv.setLineWidth(_PEN)
            self.canv.rect(left, self._height - _TICK - 1, _TICK, _TICK)


class Square(Flowable):
    """Words where the reading begins, and a QR code on the other side."""

    def __init__(self, leftward: bool, content: str, words: Sequence[Prose], element: Element | None) -> None:
        super().__init__()
        self.spaceAfter = 6
        self._leftward = leftward
        self._content = content
        self._words = words
        self._element = element
        self._size = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # pyright: ignore[reportIncompatibleMethodOverride]
        beside = width - _CODE - _BESIDE_CODE
        self._size = (width, max(_CODE, sum(each.wrap(beside, height)[1] for each in self._words)))
        return self._size

    def draw(self) -> None:
        width, height = self._size
        top, left = height, _CODE + _BESIDE_CODE if self._leftward else 0
        for words in self._words:
            top = _hang(self.canv, words, left, width - _CODE - _BESIDE_CODE, top) - words.getSpaceAfter()
        self._draw_code(0 if self._leftward else width - _CODE, height - _CODE)

    def _draw_code(self, left: float, bottom: float) -> None:
        canvas: Any = self.canv
        modules = len(qr.rows(self._content))
        one = _CODE / modules
        if self._element is not None:
            x, y = canvas.absolutePosition(left, bottom)
            self._element.box = (x, y, x + _CODE, y + _CODE)
        path = canvas.beginPath()
        for row, column, length in qr.bars(self._content):
            path.rect(left + column * one, bottom + (modules - row - 1) * one, length * one, one)
        with tagged(canvas, self._element):
            canvas.drawPath(path, stroke=0, fill=1)


def _columns(
    width: float, shares: Sequence[int], between: float, leftward: bool
) -> list[tuple[float, float]]:
    """Left edge and width of each, in the order they are read."""
    usable = width - between * (len(shares) - 1)
    columns: list[tuple[float, float]] = []
    read = 0.0
    for wide in (usable * share / sum(shares) for share in shares):
        columns.append((width - read - wide if leftward else read, wide))
        read += wide + between
    return columns


def _hang(canvas: Canvas, words: Prose, left: float, wide: float, top: float) -> float:
    """Draw the words from ``top`` downwards; returns where they end."""
    bottom = top - words.wrap(wide, 0)[1]
    words.drawOn(canvas, left, bottom)
    return bottom
