"""What a paper is called."""

import re

import pytest

from kiosk.letters import reference
from kiosk.visit.mandates import Reference


def test_a_fresh_one_is_one_that_a_register_could_have_given() -> None:
    names = {reference.fresh().name for _ in range(500)}
    assert len(names) == 500


def test_it_is_printed_in_two_groups() -> None:
    assert reference.printed(Reference("K7QM2RTX")) == "K7QM 2RTX"


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("K7QM2RTX", "Karen · syv · Quintus · Mari · to · Rasmus · Theodor · Xerxes"),
        ("SZ983456", "Søren · Zackarias · ni · otte · tre · fire · fem · seks"),
    ],
)
def test_it_is_said_in_danish_words(name: str, spelled: str) -> None:
    assert reference.spelled(Reference(name)).replace("\u00a0", " ") == spelled


def test_its_code_is_of_the_compact_alphabet() -> None:
    assert re.fullmatch("[0-9A-Z $%*+./:-]+", reference.code(reference.fresh()))
