"""A mark on every page of a safe PDF: small, in the upper margin, the same on the glass and on paper."""

import io

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kiosk.letters import fonts
from kiosk.letters.rebuild import saved
from kiosk.letters.wire import Mark
from kiosk.visit.trouble import Trouble, TroubleError

_kept: dict[Mark, bytes] = {}
_FONT, _SIZE = "NotoSans-Bold", 10.0
_STRIP = (A4[0], 13 * mm)
_BASE = 4 * mm
"""Above the foot of the strip. Printers leave at least 4 mm white at every edge."""


def marked(pdf: bytes, mark: Mark) -> bytes:
    """The same pages, with the mark over whatever the letter draws there. Raises LETTER_BROKEN."""
    try:
        with (
            pikepdf.open(io.BytesIO(pdf)) as letter,
            pikepdf.open(io.BytesIO(_kept.get(mark) or strip(mark))) as stamp,
        ):
            form = letter.copy_foreign(stamp.pages[0].as_form_xobject())
            for page in letter.pages:
                _lay_over(page, form)
            return saved(letter)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as cause:
        raise TroubleError(Trouble.LETTER_BROKEN) from cause


def _lay_over(page: pikepdf.Page, form: pikepdf.Object) -> None:
    """Not ``add_overlay``: that one unpacks what the page draws and makes one stream of it."""
    name = page.add_resource(form, pikepdf.Name.XObject)
    placed = page.calc_form_xobject_placement(form, name, _top_of(page), allow_expand=True)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q\n/Artifact BMC\n" + placed + b"\nEMC")


def _top_of(page: pikepdf.Page) -> pikepdf.Rectangle:
    """The strip that is the top of the page as it is shown: /Rotate turns it clockwise (ISO 32000-2, table 31)."""
    box = pikepdf.Rectangle(page.cropbox)
    turn = int(page.obj.get(pikepdf.Name.Rotate, 0)) % 360
    across = box.width if turn in (0, 180) else box.height
    high = across * _STRIP[1] / _STRIP[0]
    match turn:
        case 90:
            return pikepdf.Rectangle(box.llx, box.lly, box.llx + high, box.ury)
        case 180:
            return pikepdf.Rectangle(box.llx, box.lly, box.urx, box.lly + high)
        case 270:
            return pikepdf.Rectangle(box.urx - high, box.lly, box.urx, box.ury)
        case _:
            return pikepdf.Rectangle(box.llx, box.ury - high, box.urx, box.ury)


def keep(mark: Mark, strip: bytes) -> None:
    """Keep what :func:`strip` has drawn: it needs a whole font, and every page of every letter needs it."""
    _kept[mark] = strip


def strip(mark: Mark) -> bytes:
    """A PDF of the mark alone, on a transparent strip as wide as A4, to be laid over pages of any size and turn."""
    fonts.font(_FONT)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=_STRIP, invariant=1)
    width = pdfmetrics.stringWidth(mark.value, _FONT, _SIZE) + 4 * mm
    left = (A4[0] - width) / 2
    canvas.setFillGray(1)
    canvas.roundRect(left, _BASE - 1.2 * mm, width, 5 * mm, 1 * mm, stroke=1, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(_FONT, _SIZE)
    canvas.drawCentredString(A4[0] / 2, _BASE, mark.value)
    canvas.save()
    return out.getvalue()
