"""A paragraph of any script on paper, as a reportlab flowable: broken as it is read, drawn as it runs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus.flowables import Flowable

from kiosk.letters.blocks import Span
from kiosk.letters.direction import ISOLATES, has_leftward, isolated, levels, reordered
from kiosk.letters.fonts import Run, font_for, font_of_all, run
from kiosk.letters.tags import Element, tagged

_LONGEST_WORD = 80
"""Characters; longer words are broken anywhere, or one of two million would be measured again and again."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: sizes in points, ``leftward`` from right to left."""

    size: float
    leading: float
    leftward: bool
    before: float = 0
    after: float = 0
    indent: float = 0
    keep_with_next: bool = False


class _Piece(NamedTuple):
    """Text of one font and one level, in the order of reading."""

    text: str
    font: str
    level: int


_END_OF_LINE = _Piece("\n", "", 0)
_SPACES = frozenset(" \t\u2002\u2003\u2009\u200b\u3000")
_WORDS = re.compile(f"[{''.join(_SPACES)}]+|[^{''.join(_SPACES)}]+")


class Prose(Flowable):
    """Spans that flow together. It can be split between lines, never leaving one line alone.

    ``element`` is what it is of a tagged page, ``label`` what the mark before it is.
    """

    def __init__(
        self,
        spans: Sequence[Span],
        look: Look,
        mark: str = "",
        element: Element | None = None,
        label: Element | None = None,
    ) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter, self.keepWithNext = look.before, look.after, look.keep_with_next
        self._look = look
        self._mark = mark
        self._element, self._label = element, label
        self._pieces = _pieces(spans, look.leftward)
        self._lines: list[list[Run]] | None = None
        self._broken_at = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # pyright: ignore[reportIncompatibleMethodOverride] - called by position
        self._break(width)
        return width, self._height(len(self._lines or ()))

    def split(self, width: float, height: float) -> list[Flowable]:  # pyright: ignore[reportIncompatibleMethodOverride]
        self._break(width)
        lines = self._lines or []
        room = int(height // self._look.leading)
        fits = min(room, len(lines) - 2)
        if fits < 2:
            return []
        return [self._piece(lines[:fits], self._mark), self._piece(lines[fits:], "")]

    def draw(self) -> None:
        canvas: Canvas = self.canv
        if self._mark:
            with tagged(canvas, self._label):
                self._draw_mark(canvas)
        with tagged(canvas, self._element):
            self._draw_lines(canvas)

    def _draw_lines(self, canvas: Canvas) -> None:
        text = canvas.beginText()
        for number, line in enumerate(self._lines or ()):
            down = self._height(number) + self._look.size
            text.setTextOrigin(self._start_of(line), self._height(len(self._lines or ())) - down)
            _draw(text, line, self._look.size)
        canvas.drawText(text)

    def _draw_mark(self, canvas: Canvas) -> None:
        text = canvas.beginText()
        mark = _line(_pieces((Span(self._mark),), self._look.leftward))
        gap = self._look.size * 0.5
        width = _width(mark, self._look.size)
        left = (
            self._broken_at - self._look.indent + gap
            if self._look.leftward
            else self._look.indent - gap - width
        )
        text.setTextOrigin(left, self._height(len(self._lines or ())) - self._look.size)
        _draw(text, mark, self._look.size)
        canvas.drawText(text)

    def _break(self, width: float) -> None:
        if self._lines is None or self._broken_at != width:
            usable = (width - self._look.indent) / self._look.size
            self._lines = [_line(pieces) for pieces in _broken(self._pieces, usable)]
            self._broken_at = width

    def _piece(self, lines: list[list[Run]], mark: str) -> "Prose":
        piece = Prose((), self._look, mark, self._element, self._label)
        piece._lines, piece._broken_at = lines, self._broken_at
        return piece

    def _height(self, lines: int) -> float:
        return lines * self._look.leading

    def _start_of(self, line: list[Run]) -> float:
        if not self._look.leftward:
            return self._look.indent
        return self._broken_at - self._look.indent - _width(line, self._look.size)


def _draw(text: PDFTextObject, line: list[Run], size: float) -> None:
    for part in line:
        text.setFont(part.font, size * part.scale)
        text.textOut(part.drawn)


def _width(line: list[Run], size: float) -> float:
    return sum(part.width for part in line) * size


def _pieces(spans: Sequence[Span], leftward: bool) -> list[_Piece]:
    """The text in pieces of one font and level; every line of it is a paragraph to the algorithm."""
    pieces: list[_Piece] = []
    for line in _lines_of(spans):
        pieces.extend(_pieces_of_line(line, leftward))
        pieces.append(_END_OF_LINE)
    return pieces[:-1]


def _lines_of(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of each line, without its line feed."""
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(Span(first, span.bold))
        for text in others:
            yield line
            line = [Span(text, span.bold)]
    yield line


def _pieces_of_line(line: Sequence[Span], leftward: bool) -> Iterator[_Piece]:
    text = "".join(span.text for span in line)
    if leftward or has_leftward(text):
        yield from _pieces_by_character(line, isolated(text), leftward)
    else:
        for span in line:
            font = font_of_all(span.text, span.bold)
            yield from (
                (_Piece(span.text, font, 0),) if font else _pieces_by_character((span,), span.text, leftward)
            )


def _pieces_by_character(line: Sequence[Span], text: str, leftward: bool) -> Iterator[_Piece]:
    """``text`` is that of the line, perhaps with more isolates in it than the line has itself."""
    bolds = (span.bold for span in line for character in span.text if character not in ISOLATES)
    font = None
    letters: list[tuple[str, str, int]] = []
    for character, level in zip(text, levels(text, leftward), strict=True):
        bold = character not in ISOLATES and next(bolds)
        if level is not None:
            font = font_for(character, font, bold)
            letters.append((character, font, level))
    for (font, level), group in groupby(letters, lambda letter: letter[1:]):
        yield _Piece("".join(letter[0] for letter in group), font, level)


def _broken(pieces: Sequence[_Piece], usable: float) -> Iterator[list[_Piece]]:
    """Lines no wider than ``usable`` (in units of the font size), broken in the order of reading."""
    line: list[_Piece] = []
    for piece in pieces:
        if piece is _END_OF_LINE:
            yield from _filled(line, usable)
            line = []
        else:
            line.append(piece)
    yield from _filled(line, usable)


def _filled(pieces: Sequence[_Piece], usable: float) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    width, spaces = 0.0, list[_Piece]()
    for is_space, group in groupby(_tokens(pieces), lambda token: token.text[0] in _SPACES):
        if is_space:
            spaces = list(group)
            continue
        for word in _fitting(list(group), usable):
            wide, gap = _measure(word), _measure(spaces)
            if line and width + gap + wide > usable:
                yield line
                line, width, gap, spaces = [], 0.0, 0.0, []
            line += spaces + word
            width += gap + wide
            spaces = []
    yield line


def _tokens(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Words and the spaces between them, each still of one font and level."""
    for piece in pieces:
        for text in _WORDS.findall(piece.text):
            yield _Piece(text, piece.font, piece.level)


def _fitting(word: list[_Piece], usable: float) -> Iterator[list[_Piece]]:
    """The word, or halves of it until each fits."""
    length = sum(len(piece.text) for piece in word)
    if length == 1 or (length <= _LONGEST_WORD and _measure(word) <= usable):
        yield word
    else:
        for half in _halves(word):
            yield from _fitting(half, usable)


def _halves(word: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    if len(word) > 1:
        return word[: len(word) // 2], word[len(word) // 2 :]
    (piece,) = word
    middle = len(piece.text) // 2
    first, second = (
        _Piece(text, piece.font, piece.level) for text in (piece.text[:middle], piece.text[middle:])
    )
    return [first], [second]


def _measure(pieces: Sequence[_Piece]) -> float:
    return sum([run(piece.text, piece.font, piece.level % 2 == 1).width for piece in pieces])


def _line(pieces: Sequence[_Piece]) -> list[Run]:
    """Ready to draw: neighbours joined, so that letters join across them, and put in order."""
    runs: list[tuple[int, Run]] = []
    for (font, level), group in groupby(pieces, lambda piece: (piece.font, piece.level)):
        runs.append((level, run("".join([piece.text for piece in group]), font, level % 2 == 1)))
    return reordered(runs)
