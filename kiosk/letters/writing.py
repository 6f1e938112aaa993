"""A tree of HTML elements, read aloud in the mind and written down as blocks."""

import re
from collections.abc import Callable

from kiosk.letters.blocks import Block, Cell, Figure, Paragraph, Rule, Span, Table
from kiosk.letters.outline import Element

Pictures = Callable[[Element], Figure | None]
"""The figure of an img element; None when there is none to show."""

_INLINE = frozenset({"b", "strong", "i", "em", "u", "span", "sub", "sup", "a"})
_BOLD = frozenset({"b", "strong", "th", "dt"})
_WHITE = re.compile(r"[ \t\n\r]+")
_MOST_PLACES = 100


def blocks_of(root: Element, pictures: Pictures) -> list[Block]:
    """All that the tree says, in order."""
    writer = _Writer(pictures)
    writer.write(root)
    writer.end_paragraph()
    return writer.blocks


class _Writer:
    """Where the writing stands: the paragraph that is growing, and what it is part of."""

    def __init__(self, pictures: Pictures) -> None:
        self.blocks: list[Block] = []
        self._pictures = pictures
        self._spans: list[Span] = []
        self._level: int | None = None
        self._mark = ""
        self._indent = 0
        self._bold = 0
        self._preformatted = False

    def write(self, element: Element) -> None:
        self._bold += element.tag in _BOLD
        match element.tag:
            case "br":
                self._spans.append(Span("\n"))
            case "hr":
                self.end_paragraph()
                self.blocks.append(Rule())
            case "img":
                self._write_picture(element)
            case "ul" | "ol":
                self._write_list(element)
            case "table":
                self._write_table(element)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._write_heading(element)
            case "pre":
                self._write_preformatted(element)
            case tag if tag in _INLINE:
                self._write_children(element)
            case _:
                self._write_block(element)
        self._bold -= element.tag in _BOLD

    def end_paragraph(self) -> None:
        spans = _trimmed(self._spans)
        if any(span.text for span in spans):
            self.blocks.append(Paragraph(spans, self._level, self._indent, self._mark))
            self._mark = ""
        self._spans = []

    def _write_children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Element):
                self.write(child)
            else:
                self._write_text(child)

    def _write_text(self, text: str) -> None:
        if not self._preformatted:
            text = _WHITE.sub(" ", text)
            if not self._spans or self._spans[-1].text.endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if text:
            self._spans.append(Span(text, self._bold > 0))

    def _write_block(self, element: Element) -> None:
        self.end_paragraph()
        indented = element.tag in ("blockquote", "dd")
        self._indent += indented
        self._write_children(element)
        self.end_paragraph()
        self._indent -= indented

    def _write_heading(self, element: Element) -> None:
        self.end_paragraph()
        self._level = min(int(element.tag[1]), 4)
        self._write_children(element)
        self.end_paragraph()
        self._level = None

    def _write_preformatted(self, element: Element) -> None:
        self.end_paragraph()
        self._preformatted = True
        self._write_children(element)
        self._preformatted = False
        self.end_paragraph()

    def _write_list(self, element: Element) -> None:
        self.end_paragraph()
        self._indent += 1
        number = 0
        for child in element.elements():
            number += child.tag == "li"
            self._mark = f"{number}." if element.tag == "ol" else "•"
            self.write(child)
            self._mark = ""
        self._indent -= 1

    def _write_picture(self, element: Element) -> None:
        figure = self._pictures(element)
        if figure is not None:
            self.end_paragraph()
            self.blocks.append(figure)
        elif alt := element.attributes.get("alt", "").strip():
            self._write_text(f"[{alt}]")

    def _write_table(self, element: Element) -> None:
        """As a table only where it holds text in columns; those that only place things are read from top to bottom."""
        self.end_paragraph()
        rows = _rows(element)
        if element.holds("table", "img") or all(len(row) < 2 for row in rows):
            self._write_children(element)
            self.end_paragraph()
        else:
            self._write_captions(element)
            self.blocks.append(Table(tuple(tuple(map(self._cell, row)) for row in rows)))

    def _write_captions(self, table: Element) -> None:
        for child in table.elements():
            if child.tag == "caption":
                self._write_block(child)

    def _cell(self, element: Element) -> Cell:
        blocks = blocks_of(element, self._pictures)
        paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
        columns, rows = (_places(element, name) for name in ("colspan", "rowspan"))
        return Cell(paragraphs, columns, rows)


def _rows(table: Element) -> list[list[Element]]:
    """The cells of a table without tables in it, row by row."""
    if table.tag == "tr":
        return [[cell for cell in table.elements() if cell.tag in ("td", "th")]]
    return [row for child in table.elements() for row in _rows(child) if child.tag not in ("td", "th")]


def _places(cell: Element, name: str) -> int:
    number = cell.attributes.get(name, "1").strip()
    return min(max(int(number), 1), _MOST_PLACES) if number.isascii() and number[:9].isdigit() else 1


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Without white space at the end."""
    left = list(spans)
    while left and not left[-1].text.strip():
        left.pop()
    if left:
        left[-1] = Span(left[-1].text.rstrip(), left[-1].bold)
    return tuple(left)
