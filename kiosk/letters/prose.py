"""A paragraph of any script on paper, as a reportlab flowable: broken as it is read, drawn as it runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from kiosk.letters.blocks import Span
from kiosk.letters.direction import ISOLATES, has_leftward, isolated, levels, reordered
from kiosk.letters.fonts import Run, font_for, run

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


@dataclass(frozen=True, slots=True)
class _Letter:
    """One character that is drawn."""

    character: str = field(repr=False)
    font: str
    level: int


_END_OF_LINE = _Letter("\n", "", 0)
_SPACES = frozenset(" \t\u2002\u2003\u2009\u200b\u3000")


class Prose(Flowable):
    """Spans that flow together. It can be split between lines, never leaving one line alone."""

    def __init__(self, spans: Sequence[Span], look: Look, mark: str = "") -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter, self.keepWithNext = look.before, look.after, look.keep_with_next
        self._look = look
        self._mark = mark
        self._letters = _letters(spans, look.leftward)
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
        text = canvas.beginText()
        for number, line in enumerate(self._lines or ()):
            down = self._height(number) + self._look.size
            text.setTextOrigin(self._start_of(line), self._height(len(self._lines or ())) - down)
            _draw(text, line, self._look.size)
        if self._mark:
            self._draw_mark(text)
        canvas.drawText(text)

    def _draw_mark(self, text: PDFTextObject) -> None:
        mark = _line(_letters((Span(self._mark),), self._look.leftward))
        gap = self._look.size * 0.5
        width = _width(mark, self._look.size)
        left = (
            self._broken_at - self._look.indent + gap
            if self._look.leftward
            else self._look.indent - gap - width
        )
        text.setTextOrigin(left, self._height(len(self._lines or ())) - self._look.size)
        _draw(text, mark, self._look.size)

    def _break(self, width: float) -> None:
        if self._lines is None or self._broken_at != width:
            usable = (width - self._look.indent) / self._look.size
            self._lines = [_line(letters) for letters in _broken(self._letters, usable)]
            self._broken_at = width

    def _piece(self, lines: list[list[Run]], mark: str) -> "Prose":
        piece = Prose((), self._look, mark)
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
        text.setFont(part.font, size)
        text.textOut(part.drawn)


def _width(line: list[Run], size: float) -> float:
    return sum(part.width for part in line) * size


def _letters(spans: Sequence[Span], leftward: bool) -> list[_Letter]:
    """The characters that are drawn, with fonts and levels; every line of text is a paragraph to the algorithm."""
    bolds = [span.bold for span in spans for _ in span.text]
    letters: list[_Letter] = []
    start = 0
    for line in "".join(span.text for span in spans).split("\n"):
        letters.extend(_letters_of_line(line, bolds[start : start + len(line)], leftward))
        letters.append(_END_OF_LINE)
        start += len(line) + 1
    return letters[:-1]


def _letters_of_line(line: str, bolds: Sequence[bool], leftward: bool) -> Iterator[_Letter]:
    font = None
    whole = isolated(line) if leftward or has_leftward(line) else line
    weights = iter(bolds)
    for character, level in zip(whole, levels(whole, leftward), strict=True):
        bold = character not in ISOLATES and next(weights)
        if level is not None:
            font = font_for(character, font, bold)
            yield _Letter(character, font, level)


def _broken(letters: Sequence[_Letter], usable: float) -> Iterator[list[_Letter]]:
    """Lines no wider than ``usable`` (in units of the font size), broken in the order of reading."""
    for ends, line in groupby(letters, lambda letter: letter is _END_OF_LINE):
        if not ends:
            yield from _filled(list(line), usable)
        else:
            yield from ([] for _ in list(line)[1:])


def _filled(letters: Sequence[_Letter], usable: float) -> Iterator[list[_Letter]]:
    line: list[_Letter] = []
    width, spaces = 0.0, list[_Letter]()
    for is_space, group in groupby(letters, lambda letter: letter.character in _SPACES):
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


def _fitting(word: list[_Letter], usable: float) -> Iterator[list[_Letter]]:
    """The word, or halves of it until each fits."""
    if len(word) == 1 or (len(word) <= _LONGEST_WORD and _measure(word) <= usable):
        yield word
    else:
        middle = len(word) // 2
        yield from _fitting(word[:middle], usable)
        yield from _fitting(word[middle:], usable)


def _measure(letters: Sequence[_Letter]) -> float:
    return sum(part.width for _, part in _runs(letters))


def _line(letters: Sequence[_Letter]) -> list[Run]:
    return reordered(list(_runs(letters)))


def _runs(letters: Sequence[_Letter]) -> Iterator[tuple[int, Run]]:
    for (font, level), group in groupby(letters, lambda letter: (letter.font, letter.level)):
        yield level, run("".join(letter.character for letter in group), font, level % 2 == 1)
