"""Papers of mandates, as a visit would have them written, and what a reader gets out of them."""

import re
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import zxingcpp

from kiosk.visit.mandates import (
    Area,
    Basis,
    Deed,
    DeedKind,
    FilledIn,
    Mandate,
    Mechanism,
    Party,
    PostRight,
    Privilege,
    Reference,
    Right,
    Scope,
    Standing,
)
from kiosk.visit.people import Citizen, Cpr, Level

DINA = Citizen("Dina Datter", Cpr("6705641234"), Level.SUBSTANTIAL, "subject")
POWER = frozenset({Privilege(Area.DOCTOR, Right.READ), Privilege(Area.DOCTOR, Right.HANDLE)})
AT_SERVICES = (DeedKind.MATTER_SEEN, DeedKind.MATTER_HANDLED, DeedKind.MATTER_HANDLED_PERHAPS)
AT_THE_MAILBOX = tuple(kind for kind in DeedKind if kind not in AT_SERVICES)
"""What each of the two mechanisms can lead to; no receipt has both."""
MORNING = datetime(2026, 11, 29, 9, 5, tzinfo=UTC)


def about(scope: Scope | Mechanism) -> FilledIn:
    return FilledIn("Karen Kjær", Cpr("7205441234"), scope, date(2027, 12, 31))


def mandate(scope: Scope = PostRight.READ, basis: Basis = Basis.READ_ACCESS, language: str = "da") -> Mandate:
    karen = Party("Karen Kjær", "720544-••••", language=language)
    dina = Party("Dina Datter", "670564-••••")
    return Mandate(
        "m1", Reference("K7QM2RTX"), karen, dina, basis, scope, date(2027, 12, 31), Standing.IN_FORCE, 1
    )


def deeds(*kinds: DeedKind, count: int = 1) -> tuple[Deed, ...]:
    """One each minute."""
    return tuple(
        Deed(kind, MORNING + timedelta(minutes=number), count, Area.DOCTOR if kind in AT_SERVICES else None)
        for number, kind in enumerate(kinds)
    )


def texts(pdf: bytes) -> list[str]:
    """Page by page, every space one space, without what nobody sees and without the signs above Arabic letters.

    pdfium puts those anywhere in the word.
    """
    opened = pypdfium2.PdfDocument(pdf)
    return [_clean(page.get_textpage().get_text_range()) for page in opened]


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[\u2066-\u2069\ufffe]| ?[\u064b-\u0652]", "", text))


def codes(pdf: bytes) -> list[str]:
    """What a scanner reads on each page, at the 100 dots to the inch of a poor one."""
    opened = pypdfium2.PdfDocument(pdf)
    pictures = (page.render(scale=100 / 72).to_pil() for page in opened)
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
