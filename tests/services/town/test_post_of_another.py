"""Somebody else's Digital Post: what read access lets do, what write access, and what neither."""

import pytest

from tests.services.town.visitor import code

MEETING = "Din tid i Borgerservice er bekræftet"
SUMMONS = "Indkaldelse til retsmøde"


@pytest.fixture
def for_karen(visitor):
    dina = visitor().log_in_by_card("dina-daughter")
    return dina.acting(dina.mandate("Karen Lindqvist", "laeseadgang"))


@pytest.fixture
def for_ulrik(visitor):
    dina = visitor().log_in_by_card("dina-daughter")
    return dina.acting(dina.mandate("Ulrik Lindqvist"))


def test_only_the_principals_mailbox_is_there(visitor, for_karen, for_ulrik):
    listed = for_karen.get("/mailboxes/").json()
    assert (listed["totalElements"], listed["mailboxes"][0]["ownerName"]) == (1, "Karen Lindqvist")
    access = for_karen.mailbox()["access"]
    assert (access["accessType"], access["Privileges"]) == ("PARTY_REPRESENTATIVE", ["MESSAGE_BASIC"])
    assert for_ulrik.mailbox()["access"]["Privileges"] == ["MESSAGE_BASIC", "MESSAGE_WRITE"]
    own = visitor().log_in_by_card("dina-daughter").mailbox()
    assert (own["ownerName"], own["access"]["accessType"]) == ("Dina Lindqvist", "OWNER")
    assert code(for_karen.get(f"/mailboxes/{own['id']}")) == (403, "access.denied")
    assert for_karen.get(f"/mailboxes/{for_karen.mailbox()['id']}").json() == for_karen.mailbox()


def test_old_letters_are_read_marked_and_moved(for_karen):
    letter = for_karen.letter(MEETING)
    assert for_karen.read(letter).status_code == for_karen.content(letter).status_code == 200
    assert for_karen.patch(letter, 1, read=True, flag=True).status_code == 200


def test_to_read_a_legal_notification_for_its_owner_serves_the_owner(for_karen):
    letter = for_karen.letter(SUMMONS)
    assert (letter["messageType"], letter["legallyNotified"]) == ("LEGAL_NOTIFICATION", False)
    assert code(for_karen.content(letter)) == (403, "legal.notification.unanswered")
    served = for_karen.patch(letter, letter["version"], legallyNotified=True)
    assert served.json()["legallyNotified"] is True
    assert for_karen.content(letter).status_code == 200


@pytest.mark.parametrize(("method", "end"), [("DELETE", ""), ("POST", "/reply"), ("POST", "/send")])
def test_read_access_neither_answers_nor_deletes(for_karen, method, end):
    assert code(for_karen.to_letter(method, for_karen.letter(MEETING), end)) == (403, "access.denied")


def test_write_access_answers_and_does_not_delete(for_ulrik):
    letter = for_ulrik.letter(MEETING)
    answer = for_ulrik.to_letter("POST", letter, "/reply")
    draft = answer.json()
    assert (answer.status_code, draft["label"], draft["messageState"]) == (201, f"Sv: {MEETING}", "DRAFT")
    assert (draft["sender"]["label"], draft["recipient"]["label"]) == ("Ulrik Lindqvist", "Aarhus Kommune")
    sent = for_ulrik.to_letter("POST", draft, "/send").json()
    assert (sent["messageState"], sent["version"]) == ("SENT", 2)
    assert code(for_ulrik.to_letter("POST", sent, "/send", 2)) == (422, "parameter.invalid")
    assert code(for_ulrik.to_letter("DELETE", letter)) == (403, "access.denied")


def test_not_every_letter_takes_an_answer(for_ulrik):
    letter = for_ulrik.letter("Afgørelse om boligstøtte")
    assert code(for_ulrik.to_letter("POST", letter, "/reply")) == (422, "parameter.invalid")


def test_the_owner_deletes(visitor):
    lars = visitor().log_in_by_card("lars-legal")
    letter = lars.letter("Din bog ligger klar på biblioteket")
    assert code(lars.to_letter("DELETE", letter, version=7)) == (409, "version.conflict")
    assert lars.to_letter("DELETE", letter).status_code == 204
    assert code(lars.read(letter)) == (404, "not.found")
    assert letter["id"] not in {each["id"] for each in lars.letters()["messages"]}


@pytest.mark.parametrize("person", ["dina-daughter", "sigurd-signatory"])
def test_a_power_of_attorney_opens_no_mailbox(visitor, person):
    caller = visitor().log_in_by_card(person)
    power = next(each for each in caller.mandates()["mandates"] if "privilegesIntermediate" in each)
    assert code(caller.acting(power).get("/mailboxes/")) == (403, "access.denied")


def test_a_withdrawn_access_closes_the_mailbox_at_once(visitor):
    viggo = visitor().log_in_by_card("viggo-volunteer")
    acting = viggo.acting(viggo.mandate("Hilda Ravn"))
    letter = acting.letter(MEETING)
    viggo.town.client.withdraw("hilda-helped", "viggo-volunteer")
    refusal = acting.content(letter)
    assert code(refusal) == (401, "authentication.invalid")
    assert 'error_description="withdrawn"' in refusal.headers["WWW-Authenticate"]
    assert viggo.get("/mailboxes/").status_code == 200


@pytest.mark.parametrize("parent", ["petra-parent", "poul-parent"])
def test_letters_about_the_fourteen_year_old_lie_with_both_parents(visitor, parent):
    letter = visitor().log_in_by_card(parent).letter("Dit barn er indkaldt til tandlægen")
    assert letter["contentData"]["cprDataName"] == "Fie Dahl"


def test_the_fourteen_year_old_has_no_mailbox_and_the_older_ones_have(visitor):
    assert visitor().log_in_by_card("fie-fourteen").get("/mailboxes/").json()["totalElements"] == 0
    for person in ("frida-fifteen", "sofus-seventeen"):
        assert visitor().log_in_by_card(person).letters()["totalElements"] > 0


def test_a_guardian_reads_the_wards_post(visitor):
    gerda = visitor().log_in_by_card("gerda-guardian")
    access = next(each for each in gerda.mandates()["mandates"] if "postRight" in each)
    assert gerda.acting(access).mailbox()["ownerName"] == "Walter Skov"
