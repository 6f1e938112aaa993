"""What a letter on paper is made of, before anybody knows where its lines break.

They are messages, so that what is to be set can be handed to the press. None of them shows its text in a repr.
"""

import enum
from collections.abc import Iterable

import msgspec

from kiosk.letters.wire import Message


class Span(Message, frozen=True):
    """Some text in one weight. A line feed breaks the line."""

    text: str
    bold: bool = False


class Paragraph(Message, frozen=True):
    """Spans that flow together. ``level`` 1 to 4 is a heading's, ``mark`` stands before the first line of an item.

    ``small``: what is only looked up, as the name of a line to write on.
    """

    spans: tuple[Span, ...]
    level: int | None = None
    indent: int = 0
    mark: str = ""
    small: bool = False


class Figure(Message, frozen=True):
    """A picture as JPEG or PNG that we made ourselves, ``width`` × ``height`` pixels."""

    image: bytes
    width: int
    height: int
    text: str = ""


class Rule(Message, frozen=True):
    """A line across the page."""


class Heads(enum.Enum):
    """Which other cells a cell is the name of; the value is PDF's (ISO 32000-2, table 384)."""

    ROW = "Row"
    COLUMN = "Column"


class Cell(Message, frozen=True):
    """A cell of a table, over ``columns`` × ``rows`` places. ``heads``: what it names, if it names the others."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1
    heads: Heads | None = None


class Table(Message, frozen=True):
    """Rows of cells, in the order they are read."""

    rows: tuple[tuple[Cell, ...], ...]


class Blank(Message, frozen=True):
    """A line to write on by hand, ``name`` below it; without a name only the space.

    ``share`` of the page's width, beside the others of its row.
    """

    name: str
    share: int = 1


class Blanks(Message, frozen=True):
    """Lines to write on, side by side."""

    blanks: tuple[Blank, ...]


class Ticks(Message, frozen=True):
    """Squares to tick by hand, side by side, each with what it says; ``about`` stands before them."""

    choices: tuple[str, ...]
    about: str = ""


class Code(Message, frozen=True):
    """A QR code of ``content``, with words beside it. ``text`` is said in its place."""

    content: str
    paragraphs: tuple[Paragraph, ...]
    text: str


class PageEnd(Message, frozen=True):
    """What follows begins on the next page, unless so many millimetres of this one are left for it."""

    unless: float


Block = Paragraph | Figure | Rule | Table | Blanks | Ticks | Code | PageEnd


class Part(Message, frozen=True):
    """Blocks in one language, a BCP 47 tag, that begin on a page of their own.

    ``feet`` are the lines at the foot of each of its pages, with ``{page}`` and ``{pages}`` in them; none are the usual
    line of the language.
    """

    language: str
    blocks: tuple[Block, ...]
    feet: tuple[str, ...] = ()


_parts = msgspec.msgpack.Decoder(tuple[Part, ...])


def packed(parts: tuple[Part, ...]) -> bytes:
    """The parts on their way to the press."""
    return msgspec.msgpack.encode(parts)


def unpacked(content: bytes) -> tuple[Part, ...]:
    """The parts as they were packed. Raises :class:`msgspec.DecodeError`."""
    return _parts.decode(content)


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks as text to be read aloud: a line for each paragraph, a line for each row of a table."""
    return "\n".join(line for line in map(_text, blocks) if line)


def _text(block: Block) -> str:
    match block:
        case Paragraph():
            return _line(block)
        case Figure():
            return block.text
        case Rule() | PageEnd():
            return ""
        case Table():
            return "\n".join("\t".join(map(_cell, row)) for row in block.rows)
        case Blanks():
            return "\t".join(f"{blank.name}: ____" for blank in block.blanks if blank.name)
        case Ticks():
            return "\t".join((*filter(None, (block.about,)), *(f"☐ {choice}" for choice in block.choices)))
        case Code():
            return text_of(block.paragraphs)


def _cell(cell: Cell) -> str:
    return " ".join(map(_line, cell.paragraphs))


def _line(paragraph: Paragraph) -> str:
    text = "".join(span.text for span in paragraph.spans)
    return f"{paragraph.mark} {text}" if paragraph.mark else text
