"""Letters on paper: an authority's letter as a PDF of A4 pages, marked as training on every page."""

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
# reportlab has no types; this is the only file of the town that uses it.

import io
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor, getAllNamedColors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    ListFlowable,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from kiosk.training.letter_text import Block, Heading, LetterText, Points, Rows

# Its list of names is filled when it is first asked for, and taken for whole while it is half full: two letters may be
# made at once, each in a thread.
getAllNamedColors()

MARK = "ØVELSE · TRAINING · Dette er ikke et rigtigt brev"
FONTS = Path(__file__).parents[2] / "fonts"
_BODY = ParagraphStyle("body", fontName="NotoSans", fontSize=11.5, leading=17, spaceAfter=8)
_SMALL = ParagraphStyle("small", parent=_BODY, fontSize=8.5, leading=11.5, spaceAfter=0)
_TITLE = ParagraphStyle(
    "title", parent=_BODY, fontName="NotoSans-Bold", fontSize=15, leading=20, spaceAfter=10
)
_HEADING = ParagraphStyle("heading", parent=_BODY, fontName="NotoSans-Bold", spaceBefore=8, keepWithNext=1)
_WIDTH = 155 * mm
_INK = HexColor("#1f3a5f")


def letter_pdf(letter: LetterText, recipient: str, date: str, password: str | None = None) -> bytes:
    """The letter to ``recipient``; with ``password`` it can only be opened by who knows it."""
    story = [*_head(letter, recipient, date), *(part for block in letter.blocks for part in _set(block))]
    closing = f"Med venlig hilsen<br/><br/>{escape(letter.signed)}<br/>{escape(letter.office.department)}"
    return _document(
        [*story, KeepTogether([Spacer(1, 6 * mm), Paragraph(closing, _BODY)])], letter.about, password
    )


def _document(story: list[Flowable], title: str, password: str | None) -> bytes:
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=25 * mm, rightMargin=25 * mm, topMargin=20 * mm, bottomMargin=25 * mm,
        title=title, author="Øvekommunen", lang="da", invariant=1,
        encrypt=StandardEncryption(password, strength=128) if password else None,
    )  # fmt: skip
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return out.getvalue()


def _head(letter: LetterText, recipient: str, date: str) -> list[Flowable]:
    _fonts()
    office = letter.office
    sender = (
        f"<b>{escape(office.authority.name)}</b><br/>{escape(office.department)}<br/>{escape(office.address)}"
    )
    facts = f"{date}<br/>Sagsnr. {escape(letter.case)}<br/>Telefon {escape(office.telephone)}"
    to = f"{escape(recipient)}<br/>Øvevej 12, 2. tv.<br/>8000 Aarhus C"
    columns = Table(
        [[Paragraph(to, _SMALL), Paragraph(f"{sender}<br/><br/>{facts}", _SMALL)]], [100 * mm, 60 * mm]
    )
    columns.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))
    greeting = f"Kære {escape(recipient)}"
    return [columns, Spacer(1, 12 * mm), Paragraph(escape(letter.about), _TITLE), Paragraph(greeting, _BODY)]


def _set(block: Block) -> list[Flowable]:
    match block:
        case str():
            return [Paragraph(escape(block), _BODY)]
        case Heading(text):
            return [Paragraph(escape(text), _HEADING)]
        case Rows(rows):
            return [_table(rows), Spacer(1, 4 * mm)]
        case Points(points):
            items = [Paragraph(escape(point), _BODY) for point in points]
            return [ListFlowable(items, bulletType="bullet", bulletFontSize=8, leftIndent=12)]


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), "NotoSans", 9.5),
            ("FONT", (0, 0), (-1, 0), "NotoSans-Bold", 9.5),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _INK),
            ("ALIGN", (-1, 0), (-1, -1), "RIGHT"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    rest = _WIDTH - 80 * mm
    widths = [80 * mm, *[rest / (len(rows[0]) - 1)] * (len(rows[0]) - 1)]
    return Table(rows, widths, style=style, repeatRows=1, hAlign="LEFT")


def _foot(canvas: Canvas, document: Any = None) -> None:
    canvas.saveState()
    canvas.setFont("NotoSans", 8)
    canvas.setFillColor(_INK)
    canvas.drawString(25 * mm, 12 * mm, MARK)
    canvas.drawRightString(A4[0] - 25 * mm, 12 * mm, f"Side {canvas.getPageNumber()}")
    canvas.restoreState()


@cache
def _fonts() -> None:
    rl_config.useA85 = 0  # or every stream goes through a slow base 85 in Python
    for name in ("NotoSans", "NotoSans-Bold"):
        file = name if "-" in name else f"{name}-Regular"
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{file}.ttf"))
    pdfmetrics.registerFontFamily("NotoSans", normal="NotoSans", bold="NotoSans-Bold")
