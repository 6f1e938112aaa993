"""Senders hand letters in as MeMo; what is bad is refused whole, and nothing of it is kept."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.training.memo_writer import Authority, Enclosure, MemoDraft, Paper, write_memo

SAMPLES = Path(__file__).parents[2] / "data" / "memo"


def memo(cpr: str = "6705411234", label: str = "Et nyt brev", content: bytes = b"Hej") -> bytes:
    paper = Paper((Enclosure("text/plain", "brev.txt", content),))
    created = datetime(2026, 11, 3, tzinfo=UTC)
    return write_memo(
        MemoDraft(Authority("Kommunen", "10000013"), cpr, "Anna", label, (paper,), created, "1.2")
    )


def hand_in(town, http, xml: bytes | Iterator[bytes]):
    return http.post(f"{town.post_url}/memos/", content=xml, headers={"Content-Type": "application/xml"})


def test_a_letter_handed_in_lies_in_the_mailbox(town, http, visitor):
    anna = visitor().log_in_by_code("anna")
    answer = hand_in(town, http, memo())
    assert answer.status_code == 201
    assert answer.json()["receiptStatus"] == "COMPLETED"
    newest = anna.letters(size=1)["messages"][0]
    assert (newest["label"], newest["read"]) == ("Et nyt brev", False)
    assert anna.content(newest).text == "Hej"


def test_what_came_is_gone_when_the_town_is_put_in_order(town, http, visitor):
    anna = visitor().log_in_by_code("anna")
    before = [letter["id"] for letter in anna.letters()["messages"]]
    for label in ("Et nyt brev", "Et nyt brev mere"):
        hand_in(town, http, memo(label=label))
    assert anna.letters()["totalElements"] == len(before) + 2
    for _ in range(2):
        town.client.reset()
        assert [letter["id"] for letter in anna.letters()["messages"]] == before


@pytest.mark.parametrize("name", ["v1.1-MeMo_Full", "v1.1-MeMo_Minimum", "v1.2-MeMo_Minimum"])
def test_the_official_samples_can_be_put_into_a_mailbox(town, visitor, name):
    anna = visitor().log_in_by_code("anna")
    town.client.put_letter("anna", next(SAMPLES.glob(f"*{name}*.xml")).read_bytes())
    newest = anna.letters(size=1)["messages"][0]
    assert newest["sender"]["label"] == "Kommunen"
    assert anna.content(newest).content == b"This is a test"


def test_a_text_message_gets_a_receipt_and_lies_in_no_mailbox(town, visitor):
    anna = visitor().log_in_by_code("anna")
    before = anna.letters()["totalElements"]
    town.client.put_letter("anna", next(SAMPLES.glob("*NemSMS*")).read_bytes())
    assert anna.letters()["totalElements"] == before


ENTITY = b"<!DOCTYPE m [<!ENTITY a 'b'>]>"
BAD = {
    "not XML": (b"%PDF-1.7", "memo.xml.malformed"),
    "cut": (memo()[:-30], "memo.xml.malformed"),
    "wrong namespace": (memo().replace(b"DigitalPost.dk/MeMo-1", b"digitalpost.dk/memo"), "memo.namespace"),
    "broken base64": (memo().replace(base64.b64encode(b"Hej"), b"He*j"), "memo.content.base64"),
    "entities": (memo().replace(b"<memo:Message ", ENTITY + b"<memo:Message ", 1), "memo.xml.doctype"),
    "for nobody here": (memo(cpr="7001011234"), "memo.recipient.unknown"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_letter_is_refused_and_nothing_is_kept(town, http, visitor, kind):
    anna = visitor().log_in_by_code("anna")
    before = anna.letters()["totalElements"]
    xml, code = BAD[kind]
    refusal = hand_in(town, http, xml)
    assert (refusal.status_code, refusal.json()["code"]) == (422, code)
    assert anna.letters()["totalElements"] == before


def test_a_hundred_million_bytes_are_refused_with_an_answer(town, http, visitor):
    anna = visitor().log_in_by_code("anna")
    before = anna.letters()["totalElements"]

    def huge() -> Iterator[bytes]:
        start, end = memo(content=b"").split(b"<memo:content></memo:content>")
        yield start + b"<memo:content>"
        block = base64.b64encode(bytes(3_000_000))
        yield from (block for _ in range(34))
        yield b"</memo:content>" + end

    refusal = hand_in(town, http, huge())
    assert (refusal.status_code, refusal.json()["code"]) == (422, "memo.too.large")
    assert anna.letters()["totalElements"] == before


@pytest.mark.parametrize("claimed", ["text/plain\nX-Evil: 1", "tekst/æøå", "a b"])
def test_a_claimed_type_that_is_no_type_does_no_harm(town, visitor, claimed):
    anna = visitor().log_in_by_code("anna")
    town.client.put_letter("anna", memo().replace(b"text/plain", claimed.encode()))
    content = anna.content(anna.letters(size=1)["messages"][0])
    assert (content.headers["Content-Type"], content.text) == ("application/octet-stream", "Hej")


def test_umas_letters_are_broken_in_every_way(visitor):
    uma = visitor().log_in_by_card("uma-unlucky")
    letters = {letter["label"]: letter for letter in uma.letters()["messages"]}
    first_bytes = {
        "En PDF, der ikke er en PDF": b"This is a test",
        "En tom fil": b"",
        "Et zip-arkiv": b"PK",
        "Et billede (PNG)": b"\x89PNG",
        "Et billede (JPEG)": b"\xff\xd8",
        "Kun HTML": b"<!DOCTYPE html>",
    }
    for label, start in first_bytes.items():
        assert uma.content(letters[label]).content.startswith(start)
    assert b"/Encrypt" in uma.content(letters["En PDF med adgangskode"]).content
    assert len(uma.content(letters["En meget stor fil"]).content) > 10_000_000
    languages = [file["language"] for file in letters["På to sprog"]["documents"][0]["files"]]
    assert languages == ["da", "en"]
    old = letters["Gammel post uden navne på dokumenter"]
    assert all("label" not in document for document in old["documents"])
    assert max(len(label) for label in letters) > 250
    assert max(len(letter["sender"]["label"]) for letter in letters.values()) > 250
