"""Blocks as what reportlab sets on a page, each with the element that it is of a tagged one."""

import io
from collections.abc import Iterator

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus.flowables import CondPageBreak, Flowable, Image

from kiosk.letters.blanks import Choices, Line, Row, Square
from kiosk.letters.blocks import (
    Blank,
    Blanks,
    Block,
    Cell,
    Code,
    Figure,
    PageEnd,
    Paragraph,
    Rule,
    Span,
    Table,
    Ticks,
)
from kiosk.letters.direction import is_leftward
from kiosk.letters.grid import grid
from kiosk.letters.prose import Look, Prose
from kiosk.letters.tags import Element

MARGIN = 20 * mm
WIDTH, HEIGHT = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN

_SIZE, _LEADING = 11.0, 16.0
_SMALL_SIZE, _SMALL_LEADING = 9.0, 12.5
_HEADINGS = {1: 17.0, 2: 14.0, 3: 12.5, 4: 11.0}
_INDENT = 18.0


class Setter:
    """Sets the blocks of one part. ``section`` is the element that they are in, None where nothing is tagged."""

    def __init__(self, leftward: bool, section: Element | None) -> None:
        self._leftward = leftward
        self._section = section
        self._list: Element | None = None

    def set(self, block: Block) -> Iterator[Flowable]:
        if not (isinstance(block, Paragraph) and block.mark):
            self._list = None
        match block:
            case Paragraph():
                yield self._paragraph(block)
            case Figure():
                yield self._figure(block)
            case Rule():
                yield Line()
            case Table():
                if any(block.rows):
                    yield self._table(block)
            case Blanks():
                yield Row(self._leftward, [(each.share, self._blank(each)) for each in block.blanks])
            case Ticks():
                yield self._choices(block)
            case Code():
                yield self._code(block)
            case PageEnd():
                yield CondPageBreak(block.unless * mm)

    def _paragraph(self, paragraph: Paragraph) -> Prose:
        if not paragraph.mark or self._section is None:
            return self._prose(paragraph, self._element(_role(paragraph)))
        self._list = self._list or self._section.add("L")
        item = self._list.add("LI")
        return self._prose(paragraph, label=item.add("Lbl"), element=item.add("LBody"))

    def _choices(self, ticks: Ticks) -> Choices:
        about = self._words(ticks.about) if ticks.about else None
        return Choices(self._leftward, about, [self._words(each) for each in ticks.choices])

    def _blank(self, blank: Blank) -> Prose | None:
        return self._words(blank.name, small=True) if blank.name else None

    def _words(self, text: str, *, small: bool = False) -> Prose:
        return self._prose(Paragraph((Span(text),), small=small), self._element("P"))

    def _prose(self, paragraph: Paragraph, element: Element | None, label: Element | None = None) -> Prose:
        text = "".join(span.text for span in paragraph.spans)
        look = look_of(paragraph, is_leftward(text, self._leftward))
        spans = paragraph.spans
        if paragraph.level is not None:
            spans = tuple(Span(span.text, bold=True) for span in spans)
        return Prose(spans, look, paragraph.mark, element, label)

    def _figure(self, figure: Figure) -> Image:
        """As large as a CSS pixel makes it (96 to the inch), but never larger than the page."""
        scale = min(0.75, WIDTH / figure.width, HEIGHT / figure.height)
        side = "RIGHT" if self._leftward else "LEFT"
        return Image(io.BytesIO(figure.image), figure.width * scale, figure.height * scale, hAlign=side)

    def _table(self, table: Table) -> Flowable:
        element = self._element("Table")
        rows = [element and element.add("TR") for _ in table.rows]
        return grid(table, WIDTH, self._leftward, lambda cell, row: self._cell(cell, rows[row]))

    def _cell(self, cell: Cell, row: Element | None) -> list[Flowable]:
        if row is None:
            return [self._prose(each, None) for each in cell.paragraphs]
        scope = cell.heads.value if cell.heads else ""
        element = row.add("TH" if scope else "TD", scope=scope)
        return [self._prose(each, element.add("P")) for each in cell.paragraphs]

    def _code(self, code: Code) -> Flowable:
        words = [self._prose(each, self._element(_role(each))) for each in code.paragraphs]
        return Square(self._leftward, code.content, words, self._element("Figure", code.text))

    def _element(self, role: str, alt: str = "") -> Element | None:
        return None if self._section is None else self._section.add(role, alt=alt)


def _role(paragraph: Paragraph) -> str:
    return f"H{paragraph.level}" if paragraph.level else "P"


def look_of(paragraph: Paragraph, leftward: bool) -> Look:
    if paragraph.level is not None:
        size = _HEADINGS[paragraph.level]
        return Look(size, size * 1.35, leftward, before=8, after=4, keep_with_next=True)
    if paragraph.small:
        return Look(_SMALL_SIZE, _SMALL_LEADING, leftward, after=2, indent=paragraph.indent * _INDENT)
    after = 3 if paragraph.mark else 5
    return Look(_SIZE, _LEADING, leftward, after=after, indent=paragraph.indent * _INDENT)
