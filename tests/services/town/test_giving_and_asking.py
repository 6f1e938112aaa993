"""Giving a mandate and asking for one: what is taken, what is not, and what nobody may learn from it."""

import time
from datetime import timedelta

import pytest

from kiosk.training.people import PEOPLE
from tests.services.town.drafts import ANNA, HILDA, SOON, TODAY, draft
from tests.services.town.visitor import code, said


def test_what_is_asked_for_awaits_the_other(visitor):
    anna = visitor().log_in_by_code("anna")
    answer = anna.send(**draft())
    asked = answer.json()
    assert (answer.status_code, asked["standing"], asked["role"]) == (202, "awaited", "holder")
    assert (asked["basis"], asked["until"], asked["awaitsMe"]) == ("digital_fuldmagt", SOON, False)
    assert anna.mandates()["mandates"] == [asked]
    seen = visitor().log_in_by_code("hilda-helped").mandate("Anna Sørensen")
    assert (seen["role"], seen["awaitsMe"], seen["reference"]) == ("grantor", True, asked["reference"])


@pytest.mark.parametrize(
    ("right", "basis"), [("MESSAGE_BASIC", "laeseadgang"), ("MESSAGE_WRITE", "skriveadgang")]
)
def test_access_to_post_is_given(visitor, right, basis):
    given = visitor().log_in_by_code("anna").send(**draft("grantor", privileges=None, postRight=right)).json()
    assert (given["basis"], given["postRight"], given["role"]) == (basis, right, "grantor")


SUBJECTS = {
    "the right person": HILDA,
    "in other letters": {"name": "  hilda   RAVN ", "cpr": HILDA["cpr"]},
    "a wrong name": {"name": "Hilde Ravn", "cpr": HILDA["cpr"]},
    "nobody's number": {"name": "Hilda Ravn", "cpr": "6405393360"},
    "somebody dead": {"name": "Faris Nasser", "cpr": PEOPLE["faris-father"].cpr},
    "somebody too young": {"name": "Fie Dahl", "cpr": PEOPLE["fie-fourteen"].cpr},
    "a speaker of Arabic": {"name": "Nadia Warsame", "cpr": PEOPLE["nadia-neighbour"].cpr},
}
OWN_TO_EACH = {"id", "reference", "grantor", "holder", "privilegesIntermediate"}
"""What the one who asks has typed, and what is drawn by lot."""


@pytest.mark.parametrize("role", ["holder", "grantor"])
def test_nobody_learns_whether_there_is_such_a_person(visitor, town, role):
    told = []
    for other in SUBJECTS.values():
        town.client.reset()
        anna = visitor().log_in_by_card("anna")
        answer = anna.send(**draft(role, other=other))
        shown = answer.json()
        side = shown["grantor" if role == "holder" else "holder"]
        typed = {"name": " ".join(other["name"].split()), "number": f"{other['cpr'][:6]}-••••"}
        assert side == {**typed, "kind": "person", "language": "da"}
        assert anna.mandates()["mandates"] == [shown]
        same = {name: value for name, value in shown.items() if name not in OWN_TO_EACH}
        refused, withdrawn = anna.exchange(shown), anna.decide(shown, "withdraw")
        told.append((answer.status_code, same, said(refused), withdrawn.json()["standing"]))
    assert all(each == told[0] for each in told)


def test_nobody_learns_it_from_the_time_either(visitor, town):
    quickest = []
    for name in ("the right person", "a wrong name", "nobody's number"):
        took = []
        for _ in range(3):
            town.client.reset()
            anna = visitor().log_in_by_card("anna")
            start = time.perf_counter()
            anna.send(**draft(other=SUBJECTS[name]))
            took.append(time.perf_counter() - start)
        quickest.append(min(took))
    assert min(quickest) >= 0.5
    assert max(quickest) - min(quickest) < 0.05


def test_only_the_right_person_hears_of_it(visitor):
    for person, subjects in (("anna", list(SUBJECTS)[:4]), ("ahmed", list(SUBJECTS)[4:])):
        caller = visitor().log_in_by_code(person)
        assert {caller.send(**draft(other=SUBJECTS[each])).status_code for each in subjects} == {202}
    hilda, fie = (visitor().log_in_by_code(person) for person in ("hilda-helped", "fie-fourteen"))
    heard = [each["holder"]["name"] for each in hilda.mandates()["mandates"] if each["awaitsMe"]]
    assert heard == ["Anna Sørensen"] * 2
    assert not any(each["awaitsMe"] for each in fie.mandates()["mandates"])


WRONG = {
    "no name": ({"other": {**HILDA, "name": "  "}}, "other.name"),
    "nine digits": ({"other": {**HILDA, "cpr": "640539335"}}, "other.cpr"),
    "letters": ({"other": {**HILDA, "cpr": "64053933AB"}}, "other.cpr"),
    "oneself": ({"other": ANNA}, "other.cpr"),
    "both mechanisms": ({"postRight": "MESSAGE_BASIC"}, "postRight"),
    "no mechanism": ({"privileges": None}, "postRight"),
    "nothing": ({"privileges": []}, "privileges"),
    "an unknown privilege": ({"privileges": ["urn:dk:sandbox:kiosk:doctor:sign"]}, "privileges"),
    "the mailbox as a privilege": ({"privileges": ["MESSAGE_BASIC"]}, "privileges"),
    "yesterday": ({"until": str(TODAY - timedelta(days=1))}, "until"),
    "over five years": ({"until": str(TODAY + timedelta(days=5 * 365 + 3))}, "until"),
    "no day": ({"until": "soon"}, "body"),
    "another role": ({"role": "witness"}, "body"),
    "another right": ({"privileges": None, "postRight": "LEGAL_OWNER"}, "body"),
    "one word more": ({"basis": "vaergemaal"}, "body"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_draft_that_makes_no_sense_says_which_part(visitor, kind):
    changed, field = WRONG[kind]
    refusal = visitor().log_in_by_code("anna").send(**draft(**changed))
    assert code(refusal) == (400, "parameter.invalid")
    assert refusal.json()["fieldErrors"][0]["field"] == field


def test_today_can_be_the_last_day(visitor):
    assert visitor().log_in_by_code("anna").send(**draft(until=str(TODAY))).status_code == 202


def test_a_sixth_request_within_the_hour_has_to_wait(visitor):
    anna = visitor().log_in_by_code("anna")
    nobody = {"name": "Ingen", "cpr": "6405393360"}
    for turn in range(5):
        assert anna.send(**draft(other=HILDA if turn % 2 else nobody)).status_code == 202
    refusal = anna.send(**draft())
    assert code(refusal) == (429, "too.many.requests")
    assert 3590 <= int(refusal.headers["Retry-After"]) <= 3600
    assert len(anna.mandates()["mandates"]) == 5
    assert visitor().log_in_by_code("ahmed").send(**draft()).status_code == 202
    assert anna.wait(3601).send(**draft()).status_code == 202


def test_whoever_gives_has_logged_in_just_now(visitor):
    anna = visitor().log_in_by_code("anna")
    assert anna.send(**draft("grantor")).status_code == 202
    anna.wait(122)
    refusal = anna.send(**draft("grantor"))
    assert code(refusal) == (401, "authentication.too.old")
    assert refusal.headers["WWW-Authenticate"] == (
        'Bearer error="insufficient_user_authentication", max_age="120"'
    )
    assert anna.send(**draft("holder")).status_code == 202
    assert anna.log_in_by_code("anna").send(**draft("grantor")).status_code == 202


def test_whoever_has_no_number_can_be_on_neither_side(visitor):
    assert code(visitor().log_in_by_code("noor-no-cpr").send(**draft())) == (403, "access.denied")


@pytest.mark.parametrize("role", ["grantor", "holder"])
def test_whoever_is_under_fifteen_neither_gives_nor_asks(visitor, role):
    assert code(visitor().log_in_by_code("fie-fourteen").send(**draft(role))) == (403, "access.denied")
    assert visitor().log_in_by_code("frida-fifteen").send(**draft("grantor")).status_code == 202
