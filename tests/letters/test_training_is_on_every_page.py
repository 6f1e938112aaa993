"""In training every page says so, on the glass and on paper: it is part of the copy that is shown and printed."""

from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image

from kiosk.letters.press import ChildPress
from kiosk.letters.starting import own_press
from kiosk.letters.wire import Mark
from kiosk.visit.paper import Picture
from tests.letters import hostile_image
from tests.letters.conftest import claim
from tests.letters.drafts import Draft, letter

WORDS = "ØVELSE / TRAINING"


@pytest.fixture(scope="module")
def training() -> Iterator[ChildPress]:
    with own_press(mark=Mark.TRAINING) as press:
        yield press


def _texts(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in opened]


def _top(picture: Picture) -> Image.Image:
    whole = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    return whole.crop((0, 0, picture.width, picture.width * 13 // 210))


@pytest.mark.parametrize(
    ("content", "kind", "pages"),
    [
        (letter(3), "application/pdf", 3),
        ("Kære borger\n".encode() * 100, "text/plain", 3),
        ("<h1>Afgørelse</h1>".encode(), "text/html", 1),
        (hostile_image.turned(), "image/jpeg", 1),
    ],
)
def test_every_page_of_every_kind_of_letter_is_marked(
    training: ChildPress, content: bytes, kind: str, pages: int
) -> None:
    texts = _texts(training.open(content, claim(kind)).pdf)
    assert len(texts) == pages
    assert all(text.count(WORDS) == 1 for text in texts)


def test_the_letter_itself_is_as_it_was(training: ChildPress, press: ChildPress) -> None:
    marked = _texts(training.open(letter(2), claim("application/pdf")).pdf)
    plain = _texts(press.open(letter(2), claim("application/pdf")).pdf)
    assert [text.replace(WORDS, "").strip() for text in marked] == plain


def test_outside_training_nothing_is_marked(press: ChildPress) -> None:
    assert not any("TRAINING" in text for text in _texts(press.open(letter(2), claim("application/pdf")).pdf))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("box", ["[0 0 595 842]", "[100 100 1784 1291]", "[0 0 300 900]"])
def test_the_mark_stands_at_the_top_of_what_is_seen(training: ChildPress, box: str, turn: int) -> None:
    """Also where the page is black all over, and leaves its drawing state turned and scaled."""
    draft = Draft()
    black = draft.stream(b"0 g 0 0 2000 2000 re f q 0 3 -3 0 50 50 cm 1 0 0 rg")
    draft.pages(*(draft.page(black, more=f"/Rotate {turn}", box=box) for _ in range(2)))
    training.open(draft.bytes(), claim("application/pdf"))
    for page in (1, 2):
        top = _top(training.draw(page, 500)).convert("L").point(lambda grey: 255 * (grey > 200))
        left, _, right, _ = top.getbbox()
        assert 60 < right - left < 200
        assert abs((left + right) / 2 - 250) < 3
