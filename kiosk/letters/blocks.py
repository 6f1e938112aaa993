"""What a letter on paper is made of, before anybody knows where its lines break."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one weight. A line feed breaks the line."""

    text: str = field(repr=False)
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans that flow together. ``level`` 1 to 4 is a heading's, ``mark`` stands before the first line of an item."""

    spans: tuple[Span, ...]
    level: int | None = None
    indent: int = 0
    mark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as JPEG or PNG that we made ourselves, ``width`` × ``height`` pixels."""

    image: bytes = field(repr=False)
    width: int
    height: int
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over ``columns`` × ``rows`` places."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, in the order they are read."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Figure | Rule | Table


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks as text to be read aloud: a line for each paragraph, a line for each row of a table."""
    return "\n".join(line for line in map(_text, blocks) if line)


def _text(block: Block) -> str:
    match block:
        case Paragraph():
            return _line(block)
        case Figure():
            return block.text
        case Rule():
            return ""
        case Table():
            return "\n".join("\t".join(map(_cell, row)) for row in block.rows)


def _cell(cell: Cell) -> str:
    return " ".join(map(_line, cell.paragraphs))


def _line(paragraph: Paragraph) -> str:
    text = "".join(span.text for span in paragraph.spans)
    return f"{paragraph.mark} {text}" if paragraph.mark else text
