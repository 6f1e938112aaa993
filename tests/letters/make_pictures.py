"""Makes a picture of each paper of a mandate in every language, its pages side by side, into a folder."""

from pathlib import Path

import pypdfium2
from PIL import Image

from kiosk.letters import form as forms
from kiosk.letters.press import ChildPress
from kiosk.letters.receipt import receipt
from kiosk.letters.starting import own_press
from kiosk.letters.wire import Mark
from kiosk.visit.mandates import Basis, FilledIn, Form, Mechanism, PostRight, Reference
from tests.letters.papers import AT_SERVICES, AT_THE_MAILBOX, DINA, POWER, about, deeds, mandate
from ui.tongue import tongue

_LANGUAGES = ("da", "en", "ar")
_REFERENCE = Reference("K7QM2RTX")
_FORMS = {
    "paper-request": (Form.REQUEST, about(POWER)),
    "paper-authorisation": (Form.AUTHORISATION, about(PostRight.READ_AND_WRITE)),
    "paper-to-fill-in": (Form.AUTHORISATION_TO_SIGN, FilledIn(scope=Mechanism.POWER)),
    "paper-to-fill-in-access": (Form.AUTHORISATION_TO_SIGN, FilledIn(scope=Mechanism.POST)),
}
RECEIPTS = {
    "paper-receipt": (Basis.READ_ACCESS, PostRight.READ, AT_THE_MAILBOX),
    "paper-receipt-of-services": (Basis.POWER, POWER, AT_SERVICES),
}
NAMES = (*_FORMS, *RECEIPTS)
_GAP, _DESK = 12, "#9a9a9a"


def make(folder: Path) -> None:
    with own_press(mark=Mark.TRAINING) as press:
        for language in _LANGUAGES:
            for name in NAMES:
                _save(_paper(press, name, language), folder / language / f"{name}.png")


def _paper(press: ChildPress, name: str, language: str) -> bytes:
    speaks, danish = tongue(language), tongue("da")
    if name in RECEIPTS:
        basis, scope, kinds = RECEIPTS[name]
        said = receipt(mandate(scope, basis, language), deeds(*kinds), speaks, danish)
        return press.compose(said, name).pdf
    form, filled_in = _FORMS[name]
    return press.compose(
        forms.parts(forms.paper(form, filled_in, DINA, _REFERENCE), speaks, danish), name
    ).pdf


def _save(pdf: bytes, file: Path) -> None:
    pages = [page.render(scale=1).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    wide, high = pages[0].size
    desk = Image.new("RGB", (len(pages) * (wide + _GAP) + _GAP, high + 2 * _GAP), _DESK)
    for number, page in enumerate(pages):
        desk.paste(page, (_GAP + number * (wide + _GAP), _GAP))
    file.parent.mkdir(parents=True, exist_ok=True)
    desk.quantize(16, dither=Image.Dither.NONE).save(file, optimize=True)
