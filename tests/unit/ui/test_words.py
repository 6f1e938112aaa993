"""The catalogues: complete, current, and never an empty word."""

from datetime import UTC, datetime

import pytest

from kiosk.visit.trouble import Trouble
from ui import words
from ui.tongue import LANGUAGES, tongue
from ui.translator import CatalogTranslator


def test_the_catalogues_are_complete_and_current():
    assert list(words.findings()) == []


def test_extracting_again_changes_nothing(monkeypatch, tmp_path):
    for language in LANGUAGES:
        assert words._written(words.read(language.code)) == words.catalogue_file(language.code).read_bytes()


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_in_every_language(trouble):
    row = trouble.row
    for text in (row.happened, row.not_meant, row.do_now, *row.staff):
        assert tongue("da").say(text) != text
        assert tongue("ar").say(text) != text


def test_arabic_counts_as_arabic_does():
    said = {n: tongue("ar").count("{n} letter", "{n} letters", n) for n in (0, 1, 2, 3, 11)}
    assert (said[0], said[1], said[2]) == ("لا رسائل", "رسالة واحدة", "رسالتان")
    assert said[3].endswith("رسائل")
    assert said[11].endswith("رسالة")


def test_dates_are_danish_days_in_the_citizens_language():
    just_before_midnight_in_london = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert "1. juli 2026" in tongue("da").day(just_before_midnight_in_london)
    assert "1 July 2026" in tongue("en").day(just_before_midnight_in_london)


def test_numbers_read_from_left_to_right_in_any_sentence():
    assert tongue("ar").number(10_000) == "\u206610,000\u2069"


def test_a_translator_never_returns_nothing():
    translator = CatalogTranslator(tongue("da"))
    assert translator.translate("Main", "Back") == "Tilbage"
    assert translator.translate("Main", "Nobody has translated this") == "Nobody has translated this"
    translator.speak(tongue("en"))
    assert translator.translate("Main", "Back") == "Back"
