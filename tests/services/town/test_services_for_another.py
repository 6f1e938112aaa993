"""The services refuse what a mandate does not hold: what a kiosk greys out is only politeness."""

import itertools

import pytest

from tests.services.town.visitor import code

AREAS = ("residence", "doctor", "moving", "healthcard")
ACTS = list(itertools.product(AREAS, ("GET", "POST")))


@pytest.mark.parametrize(("area", "method"), ACTS)
def test_everything_is_allowed_for_oneself(visitor, area, method):
    answer = visitor().log_in_by_card("anna").errand(area, method)
    assert answer.status_code == 200
    assert len(answer.json()["reference"]) == 8


HELD = {
    ("dina-daughter", "Karen Lindqvist", "digital_fuldmagt"): {("doctor", "GET"), ("doctor", "POST")},
    ("dina-daughter", "Karen Lindqvist", "laeseadgang"): set(),
    ("dina-daughter", "Ulrik Lindqvist", "skriveadgang"): set(),
    ("dina-daughter", "Nadia Warsame", "digital_fuldmagt"): {("residence", "GET")},
    ("sigurd-signatory", "Strandby Cykler ApS", "tegningsret"): {("moving", "GET"), ("moving", "POST")},
    ("gustav-general", "Inga Holt", "generalfuldmagt"): {
        ("doctor", "GET"), ("doctor", "POST"), ("moving", "GET"), ("moving", "POST"),
    },
    ("fanny-phone", "Inga Holt", "digital_fuldmagt"): set(),
    ("flora-future", "Frode Steen", "fremtidsfuldmagt"): set(ACTS) - {("residence", "POST")},
    ("petra-parent", "Fie Dahl", "foraeldremyndighed"): {
        ("doctor", "GET"), ("doctor", "POST"), ("residence", "GET"), ("healthcard", "GET"), ("healthcard", "POST"),
    },
}  # fmt: skip


@pytest.mark.parametrize("mandate", HELD)
def test_only_what_the_mandate_holds_is_done(visitor, mandate):
    person, other, basis = mandate
    caller = visitor().log_in_by_card(person)
    acting = caller.acting(caller.mandate(other, basis))
    for area, method in ACTS:
        answer = acting.errand(area, method)
        if (area, method) in HELD[mandate]:
            assert answer.status_code == 200
        else:
            assert code(answer) == (403, "privilege.missing")


def test_other_services_are_not_there(visitor):
    anna = visitor().log_in_by_card("anna")
    assert code(anna.errand("pension")) == (404, "not.found")
    anna.access = "guessed"
    refusal = anna.errand("doctor")
    assert code(refusal) == (401, "authentication.invalid")
    assert refusal.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'


def test_a_login_of_level_low_is_not_enough(visitor):
    lone = visitor()
    lone.begin(user_id="lone-password")
    lone.enter(lone.go_on(password="lone-password-kaffe"))
    refusal = lone.errand("doctor")
    assert code(refusal) == (401, "authentication.level.insufficient")
