"""Letters of every broken and odd kind, each named for what is wrong with it."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

from PIL import Image, ImageDraw, ImageFont

from kiosk.training import offices
from kiosk.training.letter_text import LetterText
from kiosk.training.memo_writer import Deed, Enclosure, Paper
from kiosk.training.ordinary_letters import HOUSING, MEETING, WASTE_AS_HTML
from kiosk.training.paper import FONTS

PrintedLetter = Callable[[LetterText, str | None], bytes]
_PDF = "application/pdf"
_ENGLISH = b"""Decision on housing benefit

You can get DKK 1,846 a month from the first of next month.
This is the English text of the letter. The Danish one is the one that counts.

TRAINING
"""


def broken_letters(printed: PrintedLetter) -> Iterator[tuple[str, tuple[Paper, ...]]]:
    """Subjects and papers. ``printed`` makes the PDF of a letter, with a password if there is one."""
    good = printed(MEETING, None)
    yield "En PDF, der ikke er en PDF", _one(_PDF, "brev.pdf", b"This is a test")
    yield "En PDF med adgangskode", _one(_PDF, "laast.pdf", printed(MEETING, "hemmelig"))
    yield "En PDF, der er skåret over", _one(_PDF, "halv.pdf", good[: len(good) // 2])
    yield "Et zip-arkiv", _one("application/zip", "bilag.zip", _zip(good))
    yield "En tom fil", _one(_PDF, "tom.pdf", b"")
    yield (
        "På to sprog",
        (Paper((_file(_PDF, "afgoerelse.pdf", printed(HOUSING, None)), _english()), "Boligstøtte"),),
    )
    yield "Kun HTML", _one("text/html", "brev.html", WASTE_AS_HTML.encode())
    yield "Et billede (PNG)", _one("image/png", "kort.png", _picture("PNG"))
    yield "Et billede (JPEG)", _one("image/jpeg", "foto.jpg", _picture("JPEG"))
    yield "Ren tekst", _one("text/plain", "brev.txt", "Kære Uma\n\nKun tekst, men med æ, ø og å.\n".encode())
    yield "En meget stor fil", _one(_PDF, "plan.pdf", _large_plan())
    yield (
        "Gammel post uden navne på dokumenter",
        (Paper((_file(_PDF, "brev.pdf", good),)), Paper((_english(),))),
    )
    yield "Forkert angivet filtype", _one("application/octet-stream", "brev.bin", good)
    yield "Brev med gammelt link", (_with_old_link(good),)
    yield (
        _long("Et emne, der bliver ved og ved "),
        _one(_PDF, f"{_long('et langt filnavn ')[:240]}.pdf", good),
    )


def _one(kind: str, filename: str, content: bytes) -> tuple[Paper, ...]:
    return (Paper((_file(kind, filename, content),), "Brev"),)


def _file(kind: str, filename: str, content: bytes) -> Enclosure:
    return Enclosure(kind, filename, content)


def _english() -> Enclosure:
    return Enclosure("text/plain", "decision.txt", _ENGLISH, "en")


def _with_old_link(good: bytes) -> Paper:
    deed = Deed("Se din sag", "SELVBETJENING", "http://www.example.dk/sag")
    return Paper((_file(_PDF, "brev.pdf", good),), "Brev", (deed,))


def _long(words: str) -> str:
    return (words * 20)[:255].strip()


def _zip(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("brev.pdf", content)
    return out.getvalue()


def _picture(kind: str) -> bytes:
    """A drawing of a map, large enough to be looked at closely."""
    image = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(image)
    for step in range(0, 1240, 124):
        draw.line([(step, 0), (1240 - step, 1754)], fill=(31, 58, 95), width=6)
    _caption(image, "TRAINING - kort over Øvebyen")
    return _saved(image, kind)


def _large_plan() -> bytes:
    """A PDF of over ten million bytes: a picture that cannot be made smaller, as a scanner without limits makes it."""
    side = 2700
    image = Image.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3))
    _caption(image, "TRAINING - lokalplan")
    return _saved(image, "PDF", quality=98)


def _caption(image: Image.Image, text: str) -> None:
    draw = ImageDraw.Draw(image)
    draw.rectangle([(80, 80), (1160, 260)], fill="white", outline="black", width=4)
    draw.text((120, 130), text, fill="black", font=ImageFont.truetype(FONTS / "NotoSans-Regular.ttf", 56))


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def sender() -> str:
    """A sender's name as long as MeMo allows."""
    return replace(offices.WASTE.authority, name=_long("Udvalget for Teknik, Miljø og ")).name
