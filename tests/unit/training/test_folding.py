"""What a reader calls the same word is the same word to a search."""

import pytest

from kiosk.training.folding import folded, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Årsopgørelse", "årsopgørelse"),
        ("Årsopgørelse", "aarsopgoerelse"),
        ("Årsopgørelse", "arsopgorelse"),
        ("Aarhus Kommune", "århus kommune"),
        ("Læge", "LAEGE"),
        ("Café", "cafe"),
        ("Cafe\u0301", "café"),
        ("أحمد", "احمد"),
        ("رِسَالَة", "رساله"),
        ("مستشفى", "مستشفي"),
        ("رســالة", "رسالة"),
        ("ﻻ", "لا"),
        ("٢٠٢٦", "2026"),
        ("BS\u2066-1204", "bs-1204"),
    ],
)
def test_two_ways_to_write_it(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("læge", "lage"), ("rapport", "report"), ("رسالة", "رسائل")])
def test_another_word_stays_another(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_the_words_of_a_text() -> None:
    assert words("  Svar på\tBlodprøve ") == ("svar", "pa", "blodprove")
    assert words(" \u200b ") == ()
