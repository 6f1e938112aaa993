"""A letter of words and colours that are nowhere else: as large as any, with a picture on its page."""

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kiosk.training.memo_writer import Authority, Enclosure, MemoDraft, Paper, write_memo
from kiosk.training.people import PEOPLE
from tests.trace.canaries import Stripes, Word, stripes, word

_SENDER: Final = Authority("Aarhus Kommune", "55133018")
_BAR: Final = 40
_TALL: Final = 120
_PAGES: Final = 3
_LINES: Final = 12
"""Whoever reads them aloud is at it for a while."""


@dataclass(frozen=True, slots=True)
class Letter:
    """``about`` is its subject, ``text`` stands in every line of every page, over ``picture``."""

    about: Word = field(default_factory=lambda: word("subject"))
    text: Word = field(default_factory=lambda: word("letter"))
    picture: Stripes = field(default_factory=lambda: stripes("picture"))

    @property
    def parts(self) -> tuple[Word, Word, Stripes]:
        return self.about, self.text, self.picture

    def memo(self, person: str) -> bytes:
        """As it comes into the person's mailbox. Its words stand in the PDF as they are: a search can see them."""
        addressee = PEOPLE[person]
        assert addressee.cpr
        paper = Paper((Enclosure("application/pdf", "brev.pdf", self._pdf()),), "Brev")
        now = datetime.now(UTC)
        return write_memo(MemoDraft(_SENDER, addressee.cpr, addressee.name, self.about.text, (paper,), now))

    def _pdf(self) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1)
        for _ in range(_PAGES):
            for line in range(_LINES):
                canvas.drawString(72, 780 - 14 * line, self.text.text)
            canvas.drawImage(ImageReader(_drawn(self.picture)), 72, 400, width=360, height=180)
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def _drawn(picture: Stripes) -> Image.Image:
    image = Image.new("RGB", (len(picture.colours) * _BAR, _TALL))
    for number, colour in enumerate(picture.colours):
        image.paste(colour, (number * _BAR, 0, (number + 1) * _BAR, _TALL))
    return image
