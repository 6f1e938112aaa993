"""Plain text as paragraphs: its lines as the sender broke them."""

from kiosk.letters.blocks import Paragraph, Span
from kiosk.letters.decoding import decoded
from kiosk.letters.direction import without_overrides

_TAB = 4
_LONGEST = 4_000
"""Characters of one paragraph: levels and lines of a longer one take too long."""


def read_plain(content: bytes) -> list[Paragraph]:
    """One paragraph for each line of the file."""
    text = without_overrides(decoded(content)).expandtabs(_TAB)
    return [paragraph for line in text.split("\n") for paragraph in pieces(line.rstrip())]


def pieces(line: str) -> list[Paragraph]:
    """A line as one paragraph, or several if it is endless."""
    starts = range(0, max(len(line), 1), _LONGEST)
    return [Paragraph((Span(line[start : start + _LONGEST]),)) for start in starts]
