"""Looking for letters by a word of their subject or their sender."""

import time

import pytest


@pytest.fixture
def anna(visitor):
    return visitor().log_in_by_code("anna")


def labels(found: dict) -> list[str]:
    return [letter["label"] for letter in found["messages"]]


@pytest.mark.parametrize("typed", ["Boligstøtte", "BOLIGSTOETTE", "afgorelse  boligst"])
def test_a_letter_is_found_by_its_subject_however_it_is_typed(anna, typed):
    assert "Afgørelse om boligstøtte" in labels(anna.letters(any=typed))


def test_a_letter_is_found_by_its_sender_and_by_both(anna):
    letter = anna.letter("Afgørelse om boligstøtte")
    sender = letter["sender"]["label"]
    by_sender = anna.letters(any=sender.upper())["messages"]
    assert letter in by_sender
    assert {found["sender"]["label"] for found in by_sender} == {sender}
    assert labels(anna.letters(any=f"{sender} boligstøtte")) == ["Afgørelse om boligstøtte"]


def test_nothing_fits(anna):
    found = anna.letters(any="zebra")
    assert (found["totalElements"], found["totalPages"], found["messages"]) == (0, 0, [])


def test_a_comma_is_an_or(anna):
    both = anna.letters(any="boligstøtte,zebra")
    assert labels(both) == labels(anna.letters(any="boligstøtte"))
    assert anna.letters(any=" ,")["totalElements"] == anna.letters()["totalElements"]


def test_a_search_stays_in_its_folder(anna):
    folders = anna.get(f"/mailboxes/{anna.mailbox()['id']}/folders/").json()["folders"]
    assert anna.letters(any="boligstøtte", folderId=folders[1]["id"])["totalElements"] == 0


def test_a_search_that_is_too_long_is_refused(anna):
    refusal = anna.get(f"/mailboxes/{anna.mailbox()['id']}/messages/", any="a" * 257)
    assert (refusal.status_code, refusal.json()["fieldErrors"][0]["field"]) == (400, "any")


def test_arabic_letters_are_found_without_their_signs(visitor):
    ahmed = visitor().log_in_by_card("ahmed")
    assert labels(ahmed.letters(any="رساله المستشفي")) == ["رسالة من المستشفى"]
    assert labels(ahmed.letters(any="اللُّغة")) == ["دورة اللغة الدنماركية"]


def test_ten_thousand_letters_are_searched_quickly_page_by_page(visitor):
    tina = visitor().log_in_by_code("tina-ten-thousand")
    folder = tina.letters(size=1)["messages"][0]["folderId"]
    word = tina.letters(size=1)["messages"][0]["label"].split()[0]
    took, seen = [], set()
    for page in range(3):
        start = time.process_time()
        found = tina.letters(page=page, size=50, folderId=folder, any=word)
        took.append(time.process_time() - start)
        seen |= {letter["id"] for letter in found["messages"]}
    assert min(took) < 0.1
    assert len(seen) == min(150, found["totalElements"])
