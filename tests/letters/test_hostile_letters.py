"""A hostile letter gives pages, a named trouble or a dead child, and the next good letter opens all the same."""

import io
import time
from collections.abc import Callable

import pikepdf
import pytest

from kiosk.visit.trouble import Trouble
from tests.letters import hostile_html, hostile_image, hostile_pdf, odd_pdf
from tests.letters.conftest import Outcome, Pages

OutcomeOf = Callable[..., Outcome]

LEFTOVERS = frozenset(
    {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EF", "/AF", "/URI", "/XFA", "/Names", "/Annots"}
)
MOST_SECONDS = 9.0
"""The press gives up after 1.5 here; the rest is for a busy machine."""


def _keys(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {
            key
            for thing in opened.objects
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)
            for key in _keys_inside(thing)
        }


def _keys_inside(thing: pikepdf.Object) -> set[str]:
    keys = set(thing.keys())
    for value in dict(thing.items()).values():
        if isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            keys |= _keys_inside(value)
    return keys


@pytest.mark.parametrize("make", hostile_pdf.ACTIVE, ids=lambda make: make.__name__)
def test_nothing_active_is_left_in_a_pdf(outcome_of: OutcomeOf, make: Callable[[], bytes]) -> None:
    outcome = outcome_of(make(), "application/pdf")
    assert isinstance(outcome, Pages)
    assert not _keys(outcome.pdf) & LEFTOVERS
    assert b"example.invalid" not in outcome.pdf


def test_content_in_another_file_stays_there(outcome_of: OutcomeOf) -> None:
    outcome = outcome_of(hostile_pdf.content_elsewhere(), "application/pdf")
    assert isinstance(outcome, Pages)
    assert "root" not in outcome.text
    assert b"/etc/passwd" not in outcome.pdf


@pytest.mark.parametrize("make", hostile_pdf.BOMBS, ids=lambda make: make.__name__)
def test_a_pdf_bomb_costs_only_its_own_press(outcome_of: OutcomeOf, make: Callable[[], bytes]) -> None:
    content = make()
    began = time.monotonic()
    outcome = outcome_of(content, "application/pdf")
    assert isinstance(outcome, Pages | Trouble)
    assert time.monotonic() - began < MOST_SECONDS


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (odd_pdf.user_password, Trouble.LETTER_LOCKED),
        (odd_pdf.html_named_pdf, Trouble.LETTER_BROKEN),
        (odd_pdf.header_only, Trouble.LETTER_BROKEN),
        (hostile_pdf.tree_in_a_circle, Trouble.LETTER_BROKEN),
        (hostile_pdf.gibibyte_of_spaces, Trouble.LETTER_TOO_LARGE),
        (hostile_pdf.packed_twice, Trouble.LETTER_TOO_LARGE),
        (hostile_pdf.huge_image, Trouble.LETTER_TOO_LARGE),
        (hostile_pdf.tiny_pattern, Trouble.LETTER_TOO_HARD),
        (hostile_pdf.forms_calling_forms, Trouble.LETTER_TOO_HARD),
    ],
)
def test_the_citizen_is_told_what_is_wrong_with_it(
    outcome_of: OutcomeOf, make: Callable[[], bytes], trouble: Trouble
) -> None:
    assert outcome_of(make(), "application/pdf") is trouble


@pytest.mark.parametrize("name", hostile_pdf.BOXES)
def test_odd_paper_sizes(outcome_of: OutcomeOf, name: str) -> None:
    outcome = outcome_of(hostile_pdf.box(hostile_pdf.BOXES[name]), "application/pdf")
    assert isinstance(outcome, Pages) or outcome is Trouble.LETTER_BROKEN


@pytest.mark.parametrize("count", [2**31 - 1, -5])
def test_pages_are_counted_not_believed(outcome_of: OutcomeOf, count: int) -> None:
    outcome = outcome_of(hostile_pdf.count_lies(count), "application/pdf")
    assert isinstance(outcome, Pages)
    assert outcome.pages == 1


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bits(outcome_of: OutcomeOf, seed: int) -> None:
    outcome = outcome_of(odd_pdf.flipped(seed), "application/pdf")
    assert isinstance(outcome, Pages) or outcome is Trouble.LETTER_BROKEN


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9, 0.99])
def test_a_letter_that_was_cut_off(outcome_of: OutcomeOf, at: float) -> None:
    outcome = outcome_of(odd_pdf.cut(at), "application/pdf")
    assert isinstance(outcome, Pages) or outcome is Trouble.LETTER_BROKEN


@pytest.mark.parametrize("name", hostile_html.HARD)
def test_hard_html(outcome_of: OutcomeOf, name: str) -> None:
    began = time.monotonic()
    outcome = outcome_of(hostile_html.HARD[name].encode(), "text/html")
    assert isinstance(outcome, Pages | Trouble)
    assert time.monotonic() - began < MOST_SECONDS


def test_html_reaches_nothing_and_hides_nothing(outcome_of: OutcomeOf) -> None:
    outcome = outcome_of(hostile_html.REACHING_OUT.encode(), "text/html")
    assert isinstance(outcome, Pages)
    assert outcome.text == "Læs mere\nskjult"
    assert not _keys(outcome.pdf) & LEFTOVERS


def test_a_bomb_inside_html_leaves_its_description(outcome_of: OutcomeOf) -> None:
    outcome = outcome_of(hostile_html.ENCODED_BOMB.encode(), "text/html")
    assert isinstance(outcome, Pages)
    assert outcome.text.startswith("a\n[billede]")


@pytest.mark.parametrize("name", hostile_image.HARD)
def test_hard_pictures(outcome_of: OutcomeOf, name: str) -> None:
    outcome = outcome_of(hostile_image.HARD[name], "image/png", seconds=6)
    allowed = (Trouble.LETTER_TOO_LARGE, Trouble.LETTER_BROKEN)
    assert isinstance(outcome, Pages) or outcome in allowed


@pytest.mark.parametrize("line", [b"a " * 400_000, b"a\n" * 15_000, "السيد أحمد ".encode() * 20_000])
def test_endless_text(outcome_of: OutcomeOf, line: bytes) -> None:
    began = time.monotonic()
    assert isinstance(outcome_of(line, "text/plain"), Pages | Trouble)
    assert time.monotonic() - began < MOST_SECONDS


def test_overrides_do_not_turn_amounts_around(outcome_of: OutcomeOf) -> None:
    outcome = outcome_of("Betal \u202e0001\u202c kr.".encode(), "text/plain")
    assert isinstance(outcome, Pages)
    assert outcome.text == "Betal 0001 kr."
