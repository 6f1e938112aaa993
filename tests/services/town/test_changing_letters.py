"""Reading, moving and being served: one PATCH, guarded by a version, seen late by lists."""

import pytest

from tests.services.town.visitor import code, path_of

SUMMONS = "Indkaldelse til retsmøde"


def test_a_letter_is_marked_read(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Indkaldelse til undersøgelse")
    changed = anna.patch(letter, letter["version"], read=True).json()
    assert (changed["read"], changed["version"]) == (True, letter["version"] + 1)
    assert anna.letter("Indkaldelse til undersøgelse")["read"] is True


def test_an_old_version_is_a_conflict(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Din årsopgørelse er klar")
    anna.patch(letter, letter["version"], flag=True)
    conflict = anna.patch(letter, letter["version"], read=True)
    assert (conflict.status_code, conflict.json()["code"]) == (409, "version.conflict")
    assert anna.read(letter).json()["read"] is False


def test_a_change_says_which_version_it_means(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Afgørelse om boligstøtte")
    assert anna.patch(letter, None, read=True).status_code == 400
    assert anna.patch(letter, letter["version"], colour="red").status_code == 400
    assert anna.patch(letter, letter["version"], folderId="no-such-folder").status_code == 422


def test_a_letter_moves_to_another_folder(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Ejerafgift for din bil")
    deleted = anna.get(f"/mailboxes/{letter['mailboxId']}/folders/").json()["folders"][3]["id"]
    anna.patch(letter, letter["version"], folderId=deleted)
    assert [found["label"] for found in anna.letters(folderId=deleted)["messages"]] == [
        "Ejerafgift for din bil"
    ]


def test_lists_lag_behind_but_single_letters_do_not(visitor, town):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Nye tømmedage for dit affald")
    town.client.switch(list_lag_ms=600_000)
    anna.patch(letter, letter["version"], read=True)
    assert anna.read(letter).json()["read"] is True
    assert anna.letter("Nye tømmedage for dit affald")["read"] is False


def test_a_letter_from_the_court_is_not_shown_before_the_yes(visitor):
    lars = visitor().log_in_by_code("lars-legal")
    letter = lars.letter(SUMMONS)
    assert (letter["messageType"], letter["legallyNotified"]) == ("LEGAL_NOTIFICATION", False)
    refusal = lars.content(letter)
    assert (refusal.status_code, refusal.json()["code"]) == (403, "legal.notification.unanswered")
    for handled in ({"read": True}, {"folderId": letter["folderId"]}):
        assert lars.patch(letter, letter["version"], **handled).status_code == 403
    assert code(lars.to_letter("DELETE", letter)) == (403, "legal.notification.unanswered")
    served = lars.patch(letter, letter["version"], legallyNotified=True).json()
    assert served["legallyNotified"] is True
    assert served["legallyNotifiedDateTime"]
    assert lars.content(letter).content.startswith(b"%PDF")
    assert lars.patch(letter, served["version"], read=True).status_code == 200


@pytest.mark.parametrize("other", ["Afgørelse om boligstøtte", "Din bog ligger klar på biblioteket"])
def test_lars_reads_his_other_letters_as_anybody(visitor, other):
    lars = visitor().log_in_by_code("lars-legal")
    assert lars.content(lars.letter(other)).status_code == 200


def test_reading_a_file_marks_nothing_as_read(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Din tid i Borgerservice er bekræftet")
    anna.content(letter)
    assert anna.get(path_of(letter)).json()["read"] is False
