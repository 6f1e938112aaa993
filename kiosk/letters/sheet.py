"""Blocks on A4 paper: one pass, the same bytes for the same blocks, the number of pages in every footer."""

import io
from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak
from reportlab.platypus.frames import Frame

from kiosk.letters import tags
from kiosk.letters.blocks import Block, Paragraph, Part, Span, text_of
from kiosk.letters.footing import FootedCanvas, Footing
from kiosk.letters.setting import HEIGHT, MARGIN, WIDTH, Setter
from kiosk.letters.wire import MOST_PAGES
from kiosk.visit.trouble import Trouble, TroubleError

_MOST_CHARACTERS, _MOST_LINES = MOST_PAGES * 4_000, MOST_PAGES * 100
_LEFTWARD_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "ckb"})
_FEET = {
    "da": "Side {page} af {pages}",
    "en": "Page {page} of {pages}",
    "ar": "صفحة {page} من {pages}",
    "kl": "Qupperneq {page} / {pages}",
    "fo": "Síða {page} av {pages}",
    "de": "Seite {page} von {pages}",
    "tr": "Sayfa {page} / {pages}",
    "uk": "Сторінка {page} з {pages}",
    "pl": "Strona {page} z {pages}",
    "ro": "Pagina {page} din {pages}",
    "fa": "صفحهٔ {page} از {pages}",
    "ur": "صفحہ {page}، کل {pages}",
    "bs": "Stranica {page} od {pages}",
    "so": "Bogga {page} ee {pages}",
    "ti": "ገጽ {page} ካብ {pages}",
    "ru": "Страница {page} из {pages}",
}


def compose(blocks: Sequence[Block], language: str, title: str) -> bytes:
    """The blocks as a PDF. ``language`` is a BCP 47 tag: it decides the footer, and the side to begin at.

    Raises LETTER_TOO_LARGE beyond 200 pages.
    """
    _check_size(blocks)
    return _set((Part(language, tuple(blocks)),), language, title, None)


def compose_tagged(parts: Sequence[Part], title: str) -> bytes:
    """The parts one after the other as a tagged PDF, in the language of the first."""
    language = parts[0].language
    root = tags.Element("Document")
    return tags.finished(_set(parts, language, title, root), root, language, title)


def _set(parts: Sequence[Part], language: str, title: str, root: tags.Element | None) -> bytes:
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title=title, lang=language, invariant=1, pageCompression=1)
    frame = Frame(MARGIN, MARGIN, WIDTH, HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    document.build([each for part in parts for each in _flowables(part, root)][1:], canvasmaker=FootedCanvas)
    return out.getvalue()


def _flowables(part: Part, root: tags.Element | None) -> Iterator[Flowable]:
    primary = part.language.partition("-")[0].lower()
    section = root and root.add("Sect", language=part.language)
    setter = Setter(primary in _LEFTWARD_LANGUAGES, section)
    yield PageBreak()
    yield Footing(part.feet or (_FEET.get(primary, _FEET["da"]),), section)
    for block in part.blocks or (Paragraph((Span(""),)),):
        yield from setter.set(block)


def _check_size(blocks: Sequence[Block]) -> None:
    """Refuse at once what cannot fit 200 pages, before minutes are spent on finding out."""
    text = text_of(blocks)
    if len(text) > _MOST_CHARACTERS or text.count("\n") + len(blocks) > _MOST_LINES:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)
