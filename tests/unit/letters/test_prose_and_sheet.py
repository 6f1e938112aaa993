"""What we compose: the same bytes each time, page numbers, every script in its own font."""

import io

import pikepdf
import pytest

from kiosk.letters import fonts
from kiosk.letters.blocks import Cell, Paragraph, Rule, Span, Table, text_of
from kiosk.letters.pages import Pages
from kiosk.letters.plain import read_plain
from kiosk.letters.sheet import compose
from kiosk.visit.trouble import Trouble, TroubleError

LONG = "Vi har modtaget din ansøgning om boligstøtte i sagen 2026-118402. " * 12


def test_the_same_letter_gives_the_same_bytes() -> None:
    blocks = read_plain(LONG.encode())
    assert compose(blocks, "da", "Brev") == compose(blocks, "da", "Brev")


@pytest.mark.parametrize(
    ("language", "words"), [("da", "Side 2 af 3"), ("en", "Page 2 of 3"), ("tlh", "Side 2 af 3")]
)
def test_every_page_says_which_of_how_many_it_is(language: str, words: str) -> None:
    pages = Pages(compose(read_plain((LONG + "\n").encode() * 10), language, ""))
    assert pages.count == 3
    assert words in pages.text().split("\f")[1]


def test_language_and_title_are_in_the_file() -> None:
    with pikepdf.open(io.BytesIO(compose([Paragraph((Span("Hej"),))], "da", "Kvittering"))) as pdf:
        assert str(pdf.Root.Lang) == "da"
        assert str(pdf.docinfo.Title) == "Kvittering"


def test_words_are_not_lost_between_lines() -> None:
    text = Pages(compose(read_plain(LONG.encode()), "da", "")).text()
    assert text.split()[: len(LONG.split())] == LONG.split()


def test_a_word_longer_than_the_paper_is_broken() -> None:
    word = "abcdefghij" * 60
    text = Pages(compose([Paragraph((Span(word),))], "da", "")).text()
    assert word in "".join(text.split())


@pytest.mark.parametrize(
    ("character", "font"),
    [
        ("æ", "NotoSans-Regular"),
        ("ж", "NotoSans-Regular"),
        ("ش", "NotoNaskhArabic-Regular"),
        ("ኣ", "NotoSansEthiopic-Regular"),
    ],
)
def test_every_script_has_a_font(character: str, font: str) -> None:
    assert fonts.font_for(character, None, False) == font


def test_arabic_letters_join() -> None:
    joined = fonts.run("سسس", "NotoNaskhArabic-Regular", True)
    assert joined.width < 3 * fonts.run("س", "NotoNaskhArabic-Regular", True).width


def test_an_arabic_letter_begins_on_the_right() -> None:
    pages = Pages(compose(read_plain("السيد أحمد".encode()), "ar", ""))
    picture, rgb = pages.draw(1, 200)
    half = picture.width // 2 * 3
    rows = [rgb[start : start + picture.width * 3] for start in range(0, len(rgb), picture.width * 3)]
    left, right = (
        sum(255 * half - sum(part) for part in parts)
        for parts in zip(*[(r[:half], r[-half:]) for r in rows], strict=True)
    )
    assert left == 0
    assert right > 0


def _cell(text: str, columns: int = 1) -> Cell:
    return Cell((Paragraph((Span(text),)),), columns)


def test_a_table_may_span_and_be_longer_than_a_page() -> None:
    rows = ((_cell("Overskrift", 2),), *((_cell(f"Nr. {n}"), _cell("200 kr.")) for n in range(80)))
    pages = Pages(compose([Table(rows), Rule()], "da", ""))
    assert pages.count > 1
    assert "Nr. 79" in pages.text()


def test_more_than_two_hundred_pages_are_refused() -> None:
    with pytest.raises(TroubleError) as caught:
        compose(read_plain(b"a\n" * 12_000), "da", "")
    assert caught.value.trouble is Trouble.LETTER_TOO_LARGE


def test_text_for_reading_aloud() -> None:
    table = Table(((_cell("a"), _cell("b")),))
    assert text_of([Paragraph((Span("Hej"),), mark="•"), Rule(), table]) == "• Hej\na\tb"
