"""Numbers stay readable, and lines run as their script does."""

import pytest

from kiosk.letters.direction import is_leftward, isolated, levels, reordered, without_overrides


def _drawn(text: str, leftward: bool) -> str:
    """The characters from left to right, as a screen would show them."""
    whole = isolated(text)
    runs = [(level, character) for character, level in zip(whole, levels(whole, leftward), strict=True)]
    return "".join(reordered([(level, character) for level, character in runs if level is not None]))


@pytest.mark.parametrize(
    "number",
    [
        "670541-1234",
        "2026-118402",
        "70 12 80 63",
        "3.250,00 kr.",
        "1/12/2026",
        "۲۰۲۶-۱۱",
        "20%",
        "0040-0116243480",
    ],
)
def test_a_number_in_arabic_keeps_its_order(number: str) -> None:
    assert number in _drawn(f"السيد {number} أحمد", leftward=True)


def test_arabic_runs_from_right_to_left() -> None:
    assert _drawn("ابت", leftward=True) == "تبا"


def test_danish_words_keep_their_order_in_arabic() -> None:
    assert "Aarhus Kommune" in _drawn("السيد Aarhus Kommune أحمد", leftward=True)


def test_arabic_in_danish_is_turned_alone() -> None:
    assert _drawn("sag ابت slut", leftward=False) == "sag تبا slut"


def test_a_line_begins_where_its_first_letter_says() -> None:
    assert is_leftward("1) السيد", otherwise=False)
    assert not is_leftward("1) Kære", otherwise=True)
    assert is_leftward("2026", otherwise=True)


def test_strangers_cannot_turn_text_around() -> None:
    assert without_overrides("a\u202eb\u2066c") == "abc"


def test_joiners_are_kept_and_isolates_are_not_drawn() -> None:
    found = levels("می\u200cخواهم \u20661\u2069", leftward=True)
    assert found[2] == 1
    assert found[9] is None


def test_a_name_alone_in_an_arabic_cell_begins_where_the_cell_does() -> None:
    assert is_leftward("\u2068Karen Kjær\u2069", otherwise=True)
    assert not is_leftward("\u2068أحمد\u2069 Kjær", otherwise=True)
