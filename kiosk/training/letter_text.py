"""What a letter says, before it is put on paper: paragraphs, headings and tables of a Danish authority's letter."""

from dataclasses import dataclass

from kiosk.training.memo_writer import Authority


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; the first row is its head, the last column is aligned right."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    points: tuple[str, ...]


Block = str | Heading | Rows | Points


@dataclass(frozen=True, slots=True)
class Office:
    """Who writes: the authority, the department, its address and when it answers the telephone."""

    authority: Authority
    department: str
    address: str
    telephone: str


@dataclass(frozen=True, slots=True)
class LetterText:
    """One letter. ``about`` is its subject and its file's name; ``days`` is how long ago it arrived."""

    office: Office
    about: str
    case: str
    days: int
    blocks: tuple[Block, ...]
    signed: str
    read: bool = False
