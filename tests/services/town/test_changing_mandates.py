"""Accepting, declining and withdrawing, by two sides and in two sessions at once."""

import pytest

from tests.services.town.drafts import draft
from tests.services.town.visitor import code


@pytest.fixture
def asta(visitor):
    return visitor().log_in_by_code("asta-asked")


@pytest.fixture
def willy(visitor):
    return visitor().log_in_by_code("willy-waiting")


def test_what_both_have_said_yes_to_is_in_force(asta, willy):
    asked = asta.mandate("Willy Juhl", "digital_fuldmagt")
    answer = asta.decide(asked, "accept")
    assert (answer.status_code, answer.json()["standing"], answer.json()["awaitsMe"]) == (
        200,
        "in_force",
        False,
    )
    assert answer.json()["version"] == asked["version"] + 1
    assert willy.acting(willy.mandate("Asta Juhl")).errand("doctor").status_code == 200


def test_what_is_declined_is_never_in_force(asta, willy):
    assert asta.decide(asta.mandate("Willy Juhl"), "decline").json()["standing"] == "declined"
    refusal = willy.exchange(willy.mandate("Asta Juhl", "digital_fuldmagt")).json()
    assert refusal == {"error": "invalid_target", "error_description": "mandate_unknown"}


def test_an_accepted_name_is_as_the_other_writes_it(visitor):
    anna = visitor().log_in_by_code("anna")
    anna.send(**draft(other={**draft()["other"], "name": "hilda ravn"}))
    hilda = visitor().log_in_by_code("hilda-helped")
    assert hilda.mandate("Anna Sørensen")["grantor"]["name"] == "hilda ravn"
    hilda.decide(hilda.mandate("Anna Sørensen"), "accept")
    assert anna.mandate("Hilda Ravn")["standing"] == "in_force"


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_only_the_one_it_awaits_can_answer(asta, willy, verb):
    assert code(willy.decide(willy.mandate("Asta Juhl"), verb)) == (403, "access.denied")
    given = asta.mandate("Willy Juhl", "laeseadgang")
    assert code(asta.decide(given, verb)) == (403, "access.denied")


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_two_sessions_that_change_one_mandate(visitor, asta, verb):
    also_asta = visitor().log_in_by_card("asta-asked")
    first, second = asta.mandate("Willy Juhl"), also_asta.mandate("Willy Juhl")
    assert asta.decide(first, verb).status_code == 200
    assert code(also_asta.decide(second, verb)) == (409, "version.conflict")
    again = also_asta.mandate("Willy Juhl", "digital_fuldmagt")
    assert again["version"] == first["version"] + 1
    assert also_asta.decide(again, "withdraw").status_code == (200 if verb == "accept" else 409)


def test_somebody_else_changes_it_as_often_as_the_switch_says(asta):
    asta.town.client.switch(mandate_changed=True)
    for verb in ("accept", "decline", "withdraw"):
        assert code(asta.decide(asta.mandate("Willy Juhl"), verb)) == (409, "version.conflict")


def test_a_change_names_the_version(asta):
    assert code(asta.decide(asta.mandate("Willy Juhl"), "accept", "")) == (400, "if.match.missing")
    assert asta.decide(asta.mandate("Willy Juhl"), "accept", '"1"').status_code == 200


def test_the_grantor_signs_and_the_holder_need_not(asta, willy):
    asta.wait(122)
    refusal = asta.decide(asta.mandate("Willy Juhl", "digital_fuldmagt"), "accept")
    assert code(refusal) == (401, "authentication.too.old")
    assert willy.decide(willy.mandate("Asta Juhl", "laeseadgang"), "accept").status_code == 200
    assert asta.decide(asta.mandate("Willy Juhl", "digital_fuldmagt"), "decline").status_code == 200


@pytest.mark.parametrize("who", ["ulrik-uncle", "dina-daughter"])
def test_both_sides_can_withdraw_and_it_holds_at_once(visitor, who):
    dina = visitor().log_in_by_code("dina-daughter")
    acting = dina.acting(dina.mandate("Ulrik Lindqvist"))
    assert acting.get("/mailboxes/").status_code == 200
    either = visitor().log_in_by_card(who)
    withdrawn = either.decide(either.mandate("Ulrik Lindqvist"), "withdraw")
    assert (withdrawn.status_code, withdrawn.json()["standing"]) == (200, "withdrawn")
    assert acting.get("/mailboxes/").status_code == 401
    assert acting.introspect() == {"active": False, "ended": "withdrawn"}


def test_what_is_awaited_can_be_withdrawn(willy, asta):
    assert willy.decide(willy.mandate("Asta Juhl"), "withdraw").status_code == 200
    assert asta.mandate("Willy Juhl", "digital_fuldmagt")["standing"] == "withdrawn"


@pytest.mark.parametrize(
    ("person", "other"),
    [
        ("petra-parent", "Fie Dahl"),
        ("gerda-guardian", "Walter Skov"),
        ("sigurd-signatory", "Strandby Cykler ApS"),
        ("flora-future", "Frode Steen"),
    ],
)
def test_what_another_register_keeps_is_not_withdrawn_here(visitor, person, other):
    caller = visitor().log_in_by_code(person)
    assert code(caller.decide(caller.mandate(other), "withdraw")) == (403, "access.denied")


@pytest.mark.parametrize(
    ("person", "other"), [("gustav-general", "Inga Holt"), ("inga-infirm", "Gustav Holt")]
)
def test_a_general_power_is_withdrawn_by_either_side(visitor, person, other):
    caller = visitor().log_in_by_code(person)
    assert caller.decide(caller.mandate(other), "withdraw").json()["standing"] == "withdrawn"


@pytest.mark.parametrize(("person", "other"), [("erna-ended", "Elof Toft"), ("sami-son", "Faris Nasser")])
def test_what_has_ended_cannot_be_changed(visitor, person, other):
    caller = visitor().log_in_by_code(person)
    assert code(caller.decide(caller.mandate(other), "withdraw")) == (409, "version.conflict")


def test_everything_is_as_it_was_after_a_reset(asta):
    asta.decide(asta.mandate("Willy Juhl"), "decline")
    asta.town.client.let_die("willy-waiting")
    asta.town.client.reset()
    assert {each["standing"] for each in asta.mandates()["mandates"]} == {"awaited"}
