"""Strings from outside cannot play tricks on the glass."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.services.told import Told, clean

TRICKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\U000e0041"
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
HARMLESS = st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\ufeff"), max_size=200)


@unhurried
@given(st.text())
def test_nothing_that_controls_is_left(text: str):
    cleaned = clean(text)
    assert not {unicodedata.category(it) for it in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(cleaned) & set(TRICKS)


@unhurried
@given(st.text(st.sampled_from("a \n\t\0\x1b\x9b\u2028\u2029" + TRICKS)))
def test_tricks_are_taken_out_wherever_they_hide(text: str):
    assert set(clean(text)) <= {"a", " "}


@unhurried
@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean(clean(text)) == clean(text)


@unhurried
@given(HARMLESS)
def test_plain_writing_of_any_script_stays(text: str):
    assert clean(text) == text


@unhurried
@given(st.text(min_size=257, max_size=300))
def test_nothing_is_longer_than_a_label_may_be(text: str):
    assert len(clean(text)) <= 256


@pytest.mark.parametrize(
    "text", ["Årsopgørelse 2026", "رسالة من البلدية", "ሰላም", "می\u200cخواهم", "a\u200fb"]
)
def test_names_and_marks_of_a_script_stay(text: str):
    assert clean(text) == text


def test_lines_become_one_line():
    assert clean(" Til\r\nAnna\u2028 Holm\t\t1 ") == "Til Anna Holm 1"


def test_a_file_name_cannot_be_turned_round():
    assert clean("regning\u202efdp.exe") == "regningfdp.exe"


class Name(Told):
    name: str


def test_what_was_told_does_not_show_itself():
    assert repr(Name("Anna Holm")) == "Name(•••)"
