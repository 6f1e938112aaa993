"""Papers in the language of their readers: who says the words, and how names and numbers stand among them."""

from datetime import UTC, date, datetime, time
from typing import Final, Protocol

from kiosk.letters.blocks import Cell, Heads, Paragraph, Span
from kiosk.letters.direction import without_overrides
from kiosk.visit.words import words

DANISH: Final = "da"
"""The language that counts: of every paper there is one in it."""

_NUMBERING: Final = words("Page {page} of {pages}")
_ISOLATED, _FROM_THE_LEFT, _END = "\u2068", "\u2066", "\u2069"


class Tongue(Protocol):
    """A language that a paper speaks. ``code`` is its BCP 47 tag. Texts are those of the catalogues."""

    @property
    def code(self) -> str: ...
    def say(self, text: str, **parts: str) -> str: ...
    def count(self, singular: str, plural: str, n: int, **parts: str) -> str: ...
    def day(self, moment: datetime) -> str: ...
    def time_of(self, moment: datetime) -> str: ...


def called(name: str) -> str:
    """A name as it may stand in a sentence of any direction (UAX #9, FSI … PDI), on one line."""
    return f"{_ISOLATED}{without_overrides(' '.join(name.split()))}{_END}"


def unturned(code: str) -> str:
    """A code that reads from left to right in any sentence (UAX #9, LRI … PDI)."""
    return f"{_FROM_THE_LEFT}{code}{_END}"


def day(tongue: Tongue, when: date) -> str:
    """In words."""
    return tongue.day(datetime.combine(when, time(12), UTC))


def plain(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def bold(text: str) -> Paragraph:
    return Paragraph((Span(text, bold=True),))


def small(text: str) -> Paragraph:
    return Paragraph((Span(text),), small=True)


def heading(text: str, level: int = 2) -> Paragraph:
    return Paragraph((Span(text),), level)


def item(text: str, mark: str = "•") -> Paragraph:
    return Paragraph((Span(text),), indent=1, mark=mark)


def row(name: str, *values: Paragraph, more: str = "") -> tuple[Cell, ...]:
    """Of a table of facts. ``more`` explains the name."""
    names = (plain(name), small(more)) if more else (plain(name),)
    return Cell(names, heads=Heads.ROW), Cell(values)


def feet(tongue: Tongue, danish: Tongue, *others: str) -> tuple[str, ...]:
    """Which of how many pages this is, and what else stands there; in Danish too, for whoever counts them."""
    return tuple(
        " · ".join(each.say(text) for text in (_NUMBERING, *others)) for each in versions(tongue, danish)
    )


def versions(tongue: Tongue, danish: Tongue) -> tuple[Tongue, ...]:
    """The languages of a paper, each once; Danish is the last."""
    return (danish,) if tongue.code == danish.code else (tongue, danish)
