"""A letter of words and colours that are nowhere else: as large as any, with a picture on its page."""

import io
from datetime import UTC, datetime
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kiosk.training.memo_writer import Authority, Enclosure, MemoDraft, Paper, write_memo
from kiosk.training.people import PEOPLE
from tests.trace.canaries import Stripes, Word

_SENDER: Final = Authority("Aarhus Kommune", "55133018")
_BAR: Final = 40
_TALL: Final = 120
_PAGES: Final = 3


def memo_of(about: Word, text: Word, picture: Stripes) -> bytes:
    """As it comes into Vera's mailbox. Its words stand in the PDF as they are, so that a search can see them."""
    vera = PEOPLE["vera-vanish"]
    assert vera.cpr
    letter = Enclosure("application/pdf", "brev.pdf", _pdf(text, picture))
    now = datetime.now(UTC)
    return write_memo(MemoDraft(_SENDER, vera.cpr, vera.name, about.text, (Paper((letter,), "Brev"),), now))


def _pdf(text: Word, picture: Stripes) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    for _ in range(_PAGES):
        canvas.drawString(72, 700, text.text)
        canvas.drawImage(ImageReader(_drawn(picture)), 72, 400, width=360, height=180)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _drawn(picture: Stripes) -> Image.Image:
    image = Image.new("RGB", (len(picture.colours) * _BAR, _TALL))
    for number, colour in enumerate(picture.colours):
        image.paste(colour, (number * _BAR, 0, (number + 1) * _BAR, _TALL))
    return image
