"""Blocks on A4 paper: one pass, the same bytes for the same blocks, the number of pages in every footer."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, HRFlowable, Image
from reportlab.platypus.frames import Frame

from kiosk.letters.blocks import Block, Figure, Paragraph, Rule, Span, Table, text_of
from kiosk.letters.direction import is_leftward
from kiosk.letters.grid import grid
from kiosk.letters.prose import Look, Prose
from kiosk.letters.wire import MOST_PAGES
from kiosk.visit.trouble import Trouble, TroubleError

_MARGIN, _FOOTER = 20 * mm, 12 * mm
_WIDTH, _HEIGHT = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
_SIZE, _LEADING = 11.0, 16.0
_HEADINGS = {1: 17.0, 2: 14.0, 3: 12.5, 4: 11.0}
_INDENT = 18.0
_LINES = Color(0.6, 0.6, 0.6)
_MOST_CHARACTERS, _MOST_LINES = MOST_PAGES * 4_000, MOST_PAGES * 100
_LEFTWARD_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "ckb"})
_FOOTERS = {
    "da": "Side {page} af {pages}",
    "en": "Page {page} of {pages}",
    "ar": "صفحة {page} من {pages}",
    "fa": "صفحهٔ {page} از {pages}",
}


def compose(blocks: Sequence[Block], language: str, title: str) -> bytes:
    """The blocks as a PDF. ``language`` is a BCP 47 tag: it decides the footer, and the side to begin at.

    Raises LETTER_TOO_LARGE beyond 200 pages.
    """
    _check_size(blocks)
    primary = language.partition("-")[0].lower()
    leftward = primary in _LEFTWARD_LANGUAGES
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=title, lang=language, invariant=1, pageCompression=1)
    frame = Frame(_MARGIN, _MARGIN, _WIDTH, _HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    story = [flowable for block in blocks for flowable in _flowables(block, leftward)]
    document.build(story or [Prose((), _look(None, leftward))], canvasmaker=_numbered(primary, leftward))
    return out.getvalue()


def _check_size(blocks: Sequence[Block]) -> None:
    """Refuse at once what cannot fit 200 pages, before minutes are spent on finding out."""
    text = text_of(blocks)
    if len(text) > _MOST_CHARACTERS or text.count("\n") + len(blocks) > _MOST_LINES:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _numbered(language: str, leftward: bool) -> type[Canvas]:
    words = _FOOTERS.get(language, _FOOTERS["da"])
    finished: list[dict[str, Any]] = []

    class Numbered(Canvas):
        """Draws the footers at the end, when the number of pages is known, instead of composing twice."""

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            if len(finished) == MOST_PAGES:
                raise TroubleError(Trouble.LETTER_TOO_LARGE)
            finished.append(dict(self.__dict__))
            cast(Any, self)._startPage()

        def save(self) -> None:
            for number, page in enumerate(finished, 1):
                self.__dict__.update(page)
                self._draw_footer(words.format(page=number, pages=len(finished)))
                super().showPage()
            super().save()

        def _draw_footer(self, text: str) -> None:
            footer = Prose((Span(text),), Look(9, 11, leftward))
            footer.wrapOn(self, _WIDTH, _FOOTER)
            footer.drawOn(self, _MARGIN, _FOOTER)

    return Numbered


def _flowables(block: Block, leftward: bool) -> Iterator[Flowable]:
    match block:
        case Paragraph():
            yield _prose(block, leftward)
        case Figure():
            yield _image(block, leftward)
        case Rule():
            yield HRFlowable("100%", color=_LINES, spaceBefore=6, spaceAfter=6)
        case Table():
            if any(block.rows):
                yield grid(block, _WIDTH, leftward, lambda paragraph: _prose(paragraph, leftward))


def _prose(paragraph: Paragraph, leftward: bool) -> Prose:
    text = "".join(span.text for span in paragraph.spans)
    look = _look(paragraph.level, is_leftward(text, leftward), paragraph.indent)
    spans = paragraph.spans
    if paragraph.level is not None:
        spans = tuple(Span(span.text, bold=True) for span in spans)
    return Prose(spans, look, paragraph.mark)


def _look(level: int | None, leftward: bool, indent: int = 0) -> Look:
    if level is None:
        return Look(_SIZE, _LEADING, leftward, after=5, indent=indent * _INDENT)
    size = _HEADINGS[level]
    return Look(size, size * 1.35, leftward, before=8, after=4, keep_with_next=True)


def _image(figure: Figure, leftward: bool) -> Image:
    """As large as a CSS pixel makes it (96 to the inch), but never larger than the page."""
    scale = min(0.75, _WIDTH / figure.width, _HEIGHT / figure.height)
    side = "RIGHT" if leftward else "LEFT"
    return Image(io.BytesIO(figure.image), figure.width * scale, figure.height * scale, hAlign=side)
