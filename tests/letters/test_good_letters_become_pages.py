"""What a citizen sees of letters that mean well."""

import io

import pikepdf
import pytest
from PIL import Image

from kiosk.letters.press import ChildPress
from kiosk.visit.paper import Picture, Pressed
from kiosk.visit.trouble import Trouble, TroubleError
from tests.letters import hostile_image
from tests.letters.conftest import claim
from tests.letters.drafts import letter

A4 = (pytest.approx(595.28, abs=1), pytest.approx(841.89, abs=1))


def _ink(picture: Picture) -> int:
    """Dark pixels."""
    grey = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb).convert("L")
    return sum(grey.histogram()[:128])


def _size(pdf: bytes) -> tuple[float, float]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        box = opened.pages[0].mediabox
        return float(box[2] - box[0]), float(box[3] - box[1])


def test_a_pdf_letter_is_counted_shown_and_read(press: ChildPress) -> None:
    pressed = press.open(letter(3), claim("application/pdf"))
    assert pressed.pages == 3
    assert "side 1" in pressed.text
    assert "side 3" in pressed.text
    assert (pressed.first.page, pressed.first.width) == (1, 1000)
    assert len(pressed.first.rgb) == pressed.first.width * pressed.first.height * 3
    assert _ink(pressed.first) > 500


def test_later_pages_are_drawn_as_wide_as_they_are_wanted(press: ChildPress) -> None:
    press.open(letter(3), claim("application/pdf"))
    assert [press.draw(page, 321).width for page in (3, 2, 1)] == [321, 321, 321]


def test_the_copy_that_is_printed_is_the_one_that_is_shown(press: ChildPress) -> None:
    first = press.open(letter(2), claim("application/pdf"))
    again = press.open(first.pdf, claim("application/pdf"))
    assert again.first.rgb == first.first.rgb
    assert again.text == first.text


def test_a_text_letter_is_set_on_a4(press: ChildPress) -> None:
    pressed = press.open("Kære borger\n\nDin sag er afgjort.".encode(), claim("text/plain"))
    assert pressed.text == "Kære borger\nDin sag er afgjort."
    assert _size(pressed.pdf) == A4
    assert _ink(pressed.first) > 500


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_survive_old_encodings(press: ChildPress, encoding: str) -> None:
    assert press.open("Blåbærgrød".encode(encoding), claim("text/plain")).text == "Blåbærgrød"


def test_an_html_letter_keeps_its_words_and_its_table(press: ChildPress) -> None:
    html = "<h1>Afgørelse</h1><p>Kære <b>Anna</b><br>velkommen</p><table><tr><th>Md<th>kr<tr><td>Juni<td>200</table>"
    assert (
        press.open(html.encode(), claim("text/html")).text
        == "Afgørelse\nKære Anna\nvelkommen\nMd\tkr\nJuni\t200"
    )


def test_html_says_itself_how_it_is_encoded(press: ChildPress) -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><body>Æble</body></html>'.encode("cp1252")
    assert press.open(html, claim("text/html")).text == "Æble"


def test_a_photograph_becomes_one_upright_page(press: ChildPress) -> None:
    pressed = press.open(hostile_image.turned(), claim("image/jpeg"))
    assert pressed.pages == 1
    assert _size(pressed.pdf) == A4


def test_a_filled_field_is_printed(press: ChildPress) -> None:
    from tests.letters import hostile_pdf

    assert "Anna" in press.open(hostile_pdf.xfa_form(), claim("application/pdf")).text


@pytest.mark.parametrize(
    ("content", "claimed", "trouble"),
    [
        (b"", "application/pdf", Trouble.LETTER_EMPTY),
        (b" \r\n\t", "text/plain", Trouble.LETTER_EMPTY),
        (b"<p>&nbsp;</p><div></div>", "text/html", Trouble.LETTER_EMPTY),
        (b"This is a test", "application/pdf", Trouble.LETTER_BROKEN),
        (b"This is a test", "application/msword", Trouble.LETTER_UNSHOWABLE),
        (b"PK\x03\x04" + bytes(40), "application/zip", Trouble.LETTER_UNSHOWABLE),
        (b"PK\x03\x04" + bytes(40), "text/plain", Trouble.LETTER_UNSHOWABLE),
        (b"GIF89a" + bytes(40), "image/gif", Trouble.LETTER_UNSHOWABLE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", Trouble.LETTER_UNSHOWABLE),
        (b"<?xml version='1.0'?><a/>", "text/xml", Trouble.LETTER_UNSHOWABLE),
        (b"not a picture", "image/png", Trouble.LETTER_BROKEN),
    ],
)
def test_what_cannot_be_shown_says_why(
    press: ChildPress, content: bytes, claimed: str, trouble: Trouble
) -> None:
    with pytest.raises(TroubleError) as caught:
        press.open(content, claim(claimed))
    assert caught.value.trouble is trouble


def test_content_decides_against_the_claim(press: ChildPress) -> None:
    assert press.open(letter(), claim("application/msword")).pages == 2
    assert press.open(hostile_image.jpeg(), claim("application/pdf")).pages == 1
    assert press.open(b"<!DOCTYPE html><p>Hej", claim("text/plain")).text == "Hej"


def test_a_letter_of_a_hundred_million_bytes_is_not_even_tried(press: ChildPress) -> None:
    with pytest.raises(TroubleError) as caught:
        press.open(bytes(100_000_000), claim("application/pdf"))
    assert caught.value.trouble is Trouble.LETTER_TOO_LARGE


def test_nothing_personal_shows_in_a_repr(press: ChildPress) -> None:
    pressed = press.open("Kære Anna".encode(), claim("text/plain"))
    assert isinstance(pressed, Pressed)
    assert "Anna" not in repr(pressed)
