"""Who may act for whom: everybody sees the mandates that they are a side of, and nobody else's."""

import base64
import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from kiosk.training.bpp import Document
from kiosk.training.people import PEOPLE, birthday, born
from tests.services.town.drafts import TODAY
from tests.services.town.visitor import code

DOCTOR = {"urn:dk:sandbox:kiosk:doctor:read", "urn:dk:sandbox:kiosk:doctor:handle"}


def standings(visitor, person: str) -> list[tuple[str, str, str]]:
    listed = visitor().log_in_by_code(person).mandates()["mandates"]
    return [(each["grantor"]["name"], each["basis"], each["standing"]) for each in listed]


EXPECTED = {
    "anna": [],
    "dina-daughter": [
        ("Karen Lindqvist", "laeseadgang", "in_force"),
        ("Karen Lindqvist", "digital_fuldmagt", "in_force"),
        ("Ulrik Lindqvist", "skriveadgang", "in_force"),
        ("Nadia Warsame", "digital_fuldmagt", "in_force"),
    ],
    "viggo-volunteer": [("Hilda Ravn", "laeseadgang", "in_force")],
    "sami-son": [("Faris Nasser", "skriveadgang", "grantor_dead")],
    "petra-parent": [
        ("Fie Dahl", "foraeldremyndighed", "in_force"),
        ("Sofus Dahl", "laeseadgang", "in_force"),
        ("Frida Dahl", "foraeldremyndighed", "expired"),
    ],
    "poul-parent": [
        ("Fie Dahl", "foraeldremyndighed", "in_force"),
        ("Frida Dahl", "foraeldremyndighed", "expired"),
    ],
    "gerda-guardian": [("Walter Skov", "vaergemaal", "in_force")] * 2,
    "gustav-general": [("Inga Holt", "generalfuldmagt", "in_force")],
    "fanny-phone": [("Inga Holt", "digital_fuldmagt", "in_force")],
    "flora-future": [("Frode Steen", "fremtidsfuldmagt", "in_force")],
    "sigurd-signatory": [("Strandby Cykler ApS", "tegningsret", "in_force")],
    "willy-waiting": [("Asta Juhl", "digital_fuldmagt", "awaited"), ("Asta Juhl", "laeseadgang", "awaited")],
    "erna-ended": [("Elof Toft", "laeseadgang", "expired")],
}


@pytest.mark.parametrize("person", EXPECTED)
def test_everybody_has_the_mandates_they_are_named_for(visitor, person):
    assert standings(visitor, person) == EXPECTED[person]


def test_a_mandate_looks_alike_from_both_sides_but_for_the_role(visitor):
    held = visitor().log_in_by_code("dina-daughter").mandate("Ulrik Lindqvist")
    given = visitor().log_in_by_code("ulrik-uncle").mandate("Dina Lindqvist")
    assert (held.pop("role"), given.pop("role")) == ("holder", "grantor")
    assert held == given
    assert held["postRight"] == "MESSAGE_WRITE"
    assert "privilegesIntermediate" not in held
    assert re.fullmatch("[A-Z2-9]{8}", held["reference"])
    assert held["grantor"] == {
        "name": "Ulrik Lindqvist", "number": "610946-••••", "kind": "person", "language": "da",
    }  # fmt: skip


def test_who_has_to_answer_is_told(visitor):
    willy, asta = visitor().log_in_by_code("willy-waiting"), visitor().log_in_by_code("asta-asked")
    assert [each["awaitsMe"] for each in willy.mandates()["mandates"]] == [False, True]
    assert [each["awaitsMe"] for each in asta.mandates()["mandates"]] == [True, False]


def test_what_is_over_is_listed_after_what_is_not(visitor):
    asta = visitor().log_in_by_code("asta-asked")
    asta.decide(asta.mandates()["mandates"][0], "decline")
    assert [each["standing"] for each in asta.mandates()["mandates"]] == ["awaited", "declined"]


def test_what_has_ended_says_on_which_day_and_nothing_else_does(visitor, town):
    """Not at which second somebody has died, which is nobody's business."""
    yesterday, petra = str(TODAY - timedelta(days=1)), visitor().log_in_by_code("petra-parent")
    assert [each["endedOn"] for each in visitor().log_in_by_code("sami-son").mandates()["mandates"]] == [
        yesterday
    ]
    assert visitor().log_in_by_code("erna-ended").mandate("Elof Toft")["endedOn"] == str(TODAY)
    assert petra.mandate("Frida Dahl")["endedOn"] == str(birthday(PEOPLE["frida-fifteen"], 15))
    assert petra.mandate("Fie Dahl")["endedOn"] is None
    willy = visitor().log_in_by_code("willy-waiting")
    assert willy.decide(willy.mandates()["mandates"][1], "decline").json()["endedOn"] is None
    viggo = visitor().log_in_by_code("viggo-volunteer")
    town.client.withdraw("hilda-helped", "viggo-volunteer")
    assert viggo.mandate("Hilda Ravn")["endedOn"] == str(TODAY)


def test_a_company_is_known_by_its_cvr_number(visitor):
    listed = visitor().log_in_by_code("sigurd-signatory").mandate("Strandby Cykler ApS")
    assert (listed["grantor"]["kind"], listed["grantor"]["number"]) == ("company", "10000099")
    (group,) = document(listed)
    assert group.get("Scope") == "urn:dk:gov:saml:cvrNumberIdentifier:10000099"
    assert listed["until"] is None


def test_a_parents_rights_end_when_the_child_turns_fifteen(visitor):
    petra = visitor().log_in_by_code("petra-parent")
    assert date.fromisoformat(petra.mandate("Fie Dahl")["until"]) < birthday(PEOPLE["fie-fourteen"], 15)
    assert date.fromisoformat(petra.mandate("Frida Dahl")["until"]) < date.today()


def test_the_young_are_as_old_as_their_names_say():
    ages = {
        name: PEOPLE[name].age(date.today()) for name in ("fie-fourteen", "frida-fifteen", "sofus-seventeen")
    }
    assert list(ages.values()) == [14, 15, 17]
    assert {born(person).year // 100 for person in PEOPLE.values()} == {19, 20}


def document(mandate: dict) -> list[ET.Element]:
    root = ET.fromstring(base64.b64decode(mandate["privilegesIntermediate"]))
    assert root.tag == "{http://digst.dk/oiosaml/basic_privilege_profile}PrivilegeList"
    return list(root)


def test_a_power_of_attorney_is_an_oio_bpp_document(visitor):
    karen = visitor().log_in_by_code("dina-daughter").mandate("Karen Lindqvist", "digital_fuldmagt")
    (group,) = document(karen)
    assert (group.tag, group.get("Scope")) == (
        "PrivilegeGroup",
        f"urn:dk:gov:saml:cprNumberIdentifier:{PEOPLE['karen-cared-for'].cpr}",
    )
    assert {each.text for each in group} == DOCTOR
    assert "postRight" not in karen


@pytest.mark.parametrize("kind", [kind.value for kind in Document])
def test_the_document_is_as_odd_as_the_switch_says(visitor, kind):
    dina = visitor().log_in_by_code("dina-daughter")
    dina.town.client.switch(mandates_document=kind)
    xml = base64.b64decode(dina.mandate("Nadia Warsame")["privilegesIntermediate"])
    signs = {
        "good": b"http://digst.dk/oiosaml", "older namespace": b"http://itst.dk/oiosaml",
        "no namespace": b"<PrivilegeList>", "foreign namespace": b"http://example.dk/",
        "empty groups": b"></PrivilegeGroup>", "no groups": b'profile"></bpp', "several groups": b"<PrivilegeGroup",
        "scope of somebody else": b"moving:handle", "unknown privileges": b"doctor:sign", "entities": b"<!ENTITY",
        "ten thousand groups": b"<PrivilegeGroup", "not xml": b"privileges: ",
    }  # fmt: skip
    assert signs[kind] in xml
    assert xml.count(b"<PrivilegeGroup") == {"ten thousand groups": 10_000}.get(
        kind, xml.count(b"</PrivilegeGroup")
    )


def test_ten_thousand_come_in_pages(visitor):
    mads = visitor().log_in_by_code("mads-many")
    first, last = mads.mandates(), mads.mandates(page=49, size=200)
    assert (first["totalElements"], len(first["mandates"]), len(last["mandates"])) == (10_000, 200, 200)
    assert mads.mandates(page=50, size=200)["mandates"] == []
    assert len({each["reference"] for each in first["mandates"] + last["mandates"]}) == 400


@pytest.mark.parametrize("wrong", [{"page": "-1"}, {"page": "x"}, {"size": 0}, {"size": 201}])
def test_a_question_that_makes_no_sense_says_which_part(visitor, wrong):
    refusal = visitor().log_in_by_code("anna").mandates(**wrong)
    assert (refusal["code"], refusal["fieldErrors"][0]["field"] in wrong) == ("parameter.invalid", True)


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw", "receipt"])
def test_a_strangers_mandate_is_not_there(visitor, verb):
    listed = visitor().log_in_by_code("dina-daughter").mandate("Ulrik Lindqvist")
    anna = visitor().log_in_by_code("anna")
    unknown = {**listed, "id": "no-such-mandate"}
    answers = [code(anna.decide(each, verb)) for each in (listed, unknown)]
    assert answers == [(403, "access.denied") if verb == "receipt" else (404, "not.found")] * 2


def test_nobody_is_told_anything_without_a_login(visitor):
    nobody = visitor()
    for token in ("", "guessed"):
        nobody.access = token
        assert code(nobody.send()) == (401, "authentication.invalid")
        assert nobody.mandates()["code"] == "authentication.invalid"


def test_a_login_of_level_low_is_not_enough(visitor):
    lone = visitor()
    lone.begin(user_id="lone-password")
    lone.enter(lone.go_on(password="lone-password-kaffe"))
    assert lone.mandates()["code"] == "authentication.level.insufficient"


def test_whoever_acts_for_somebody_gives_and_asks_for_nothing(visitor):
    dina = visitor().log_in_by_code("dina-daughter")
    acting = dina.acting(dina.mandate("Ulrik Lindqvist"))
    assert acting.mandates()["code"] == code(acting.send())[1] == "access.denied"


@pytest.mark.parametrize("person", ["karen-cared-for", "faris-father", "walter-ward"])
def test_whoever_has_no_means_cannot_log_in(visitor, person):
    assert visitor().begin(user_id=person).json()["error_description"] == "mitid_identity_not_found"
