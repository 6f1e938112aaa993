"""The catalogues: complete, current, and never an empty word."""

import os
import shutil
from datetime import UTC, datetime

import pytest

from kiosk.visit.trouble import Trouble
from ui import catalogues, words
from ui.tongue import LANGUAGES, tongue
from ui.translator import CatalogTranslator


def test_the_catalogues_are_complete_and_current():
    assert list(words.findings()) == []


@pytest.fixture
def own_catalogues(monkeypatch, tmp_path):
    shutil.copytree(
        catalogues.CATALOGUES, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo")
    )
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)


def test_extracting_again_changes_nothing(own_catalogues):
    before = [catalogues.catalogue_file(language.code).read_bytes() for language in LANGUAGES]
    words.extract()
    assert [catalogues.catalogue_file(language.code).read_bytes() for language in LANGUAGES] == before


def test_a_catalogue_is_written_as_it_was_read():
    for language in LANGUAGES:
        assert (
            words._written(words.read(language.code)) == catalogues.catalogue_file(language.code).read_bytes()
        )


def test_a_compiled_catalogue_says_the_same(own_catalogues):
    slow = catalogues.read_catalogue("ar").ngettext("{n} letter", "{n} letters", 2)
    words.compile_all()
    assert catalogues.is_current("ar")
    assert catalogues.read_catalogue("ar").ngettext("{n} letter", "{n} letters", 2) == slow == "رسالتان"


def test_a_compiled_catalogue_older_than_its_source_is_left_aside(own_catalogues):
    words.compile_all()
    source = catalogues.catalogue_file("da")
    source.write_text(source.read_text().replace('msgstr "Tilbage"', 'msgstr "Retur"'))
    os.utime(catalogues.compiled_file("da"), (0, 0))
    assert catalogues.read_catalogue("da").gettext("Back") == "Retur"
    words.compile_all()
    assert catalogues.is_current("da")


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_in_every_language(trouble):
    row = trouble.row
    other = (row.of_another.do_now, row.of_another.happened) if row.of_another else ()
    decided = (text for each in row.decided for text in (each.happened, each.do_now, each.staff))
    for text in (row.happened, row.not_meant, row.do_now, *row.staff, *filter(None, (*other, *decided))):
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


@pytest.mark.parametrize("code", sorted({language.code for language in LANGUAGES} - {"da", "en", "ar"}))
def test_every_language_has_a_fixed_word_for_every_thing(code):
    wanted = [row.split("|")[1].strip() for row in _rows(catalogues.CATALOGUES / "words.md")]
    fixed = {
        row.split("|")[1].strip(): row.split("|")[2].strip()
        for row in _rows(catalogues.CATALOGUES / code / "words.md")
    }
    assert list(fixed) == wanted
    assert all(fixed.values())


def _rows(file) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("|")][2:]


def test_a_catalogue_says_when_somebody_has_read_it(own_catalogues):
    assert [
        catalogues.reviewed(language.code) for language in LANGUAGES if catalogues.reviewed(language.code)
    ] == []
    source = catalogues.catalogue_file("pl")
    source.write_text(source.read_text().replace("X-Reviewed: no", "X-Reviewed: 2027-02-01"))
    assert catalogues.reviewed("pl") == "2027-02-01"
