"""A file on the bench of the press: which way it goes, and what is there to look at afterwards."""

from collections.abc import Sequence

from kiosk.letters.blocks import Block, text_of, unpacked
from kiosk.letters.hypertext import read_html
from kiosk.letters.image import read_image
from kiosk.letters.marking import marked
from kiosk.letters.pages import Pages
from kiosk.letters.plain import read_plain
from kiosk.letters.rebuild import rebuild
from kiosk.letters.sheet import compose, compose_tagged
from kiosk.letters.sniff import Kind, kind_of
from kiosk.letters.wire import LARGEST_FILE, MOST_PAGES, Compose, Open
from kiosk.visit.trouble import Trouble, TroubleError


class OpenedFile:
    """A safe PDF made of a file or of a paper of ours, and its pages. Raises the B troubles."""

    def __init__(self, request: Open | Compose, content: bytes) -> None:
        letter, text = _safe_pdf(request, content) if isinstance(request, Open) else _paper(request, content)
        self.pdf = letter if request.mark is None else marked(letter, request.mark)
        self.pages = Pages(self.pdf)
        if self.pages.count > MOST_PAGES:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        self.text = self.pages.text() if text is None else text
        if len(self.pdf) > LARGEST_FILE:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _safe_pdf(request: Open, content: bytes) -> tuple[bytes, str | None]:
    match kind_of(content, request.claimed):
        case Kind.PDF:
            return rebuild(content), None
        case Kind.TEXT:
            return _composed(read_plain(content), request.language)
        case Kind.HTML:
            return _composed(read_html(content), request.language)
        case Kind.IMAGE:
            return _composed([read_image(content)], request.language)


def _paper(request: Compose, content: bytes) -> tuple[bytes, str]:
    parts = unpacked(content)
    return compose_tagged(parts, request.title), "\n".join(text_of(part.blocks) for part in parts)


def _composed(blocks: Sequence[Block], language: str) -> tuple[bytes, str | None]:
    if not blocks:
        raise TroubleError(Trouble.LETTER_EMPTY)
    # The text is known here better than it can be read back from shaped glyphs.
    return compose(blocks, language, ""), text_of(blocks)
