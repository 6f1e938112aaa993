"""What was done for somebody is told to them: a letter in their own mailbox."""

import pytest

from tests.services.town.visitor import Visitor, code

PDF = b"%PDF-1.7 what was done"


@pytest.fixture
def viggo(visitor):
    return visitor().log_in_by_card("viggo-volunteer")


def test_the_receipt_lies_in_the_principals_mailbox(visitor, viggo):
    mandate = viggo.mandate("Hilda Ravn")
    assert viggo.acting(mandate).tell(mandate, PDF).status_code == 201
    hilda = visitor().log_in_by_card("hilda-helped")
    letter = hilda.letter("Kvittering: det har en anden gjort for dig")
    assert letter["sender"]["label"] == "Aarhus Kommune"
    assert (letter["read"], letter["documents"][0]["files"][0]["encodingFormat"]) == (
        False,
        "application/pdf",
    )
    assert hilda.content(letter).content == PDF


def test_the_receipt_is_called_as_its_reader_speaks(visitor):
    dina = visitor().log_in_by_card("dina-daughter")
    mandate = dina.mandate("Nadia Warsame")
    assert dina.acting(mandate).tell(mandate).status_code == 201
    assert visitor().log_in_by_code("nadia-neighbour").letter("Receipt: what somebody has done for you")


def test_it_is_taken_for_ten_minutes_after_the_end(viggo):
    mandate = viggo.mandate("Hilda Ravn")
    acting = viggo.acting(mandate)
    viggo.town.client.withdraw("hilda-helped", "viggo-volunteer")
    assert acting.tell(mandate).status_code == 201
    acting.wait(590)
    assert acting.tell(mandate).status_code == 201
    acting.wait(601)
    assert code(acting.tell(mandate)) == (401, "authentication.invalid")


def ended_by_session(viggo: Visitor, acting: Visitor) -> None:
    viggo.op("endsession", id_token_hint=viggo.id_token)


def given_back(viggo: Visitor, acting: Visitor) -> None:
    viggo.op("revocation", token=acting.access)


@pytest.mark.parametrize("end", [ended_by_session, given_back])
def test_it_is_not_taken_once_the_token_is_dead(viggo, end):
    mandate = viggo.mandate("Hilda Ravn")
    acting = viggo.acting(mandate)
    end(viggo, acting)
    assert code(acting.tell(mandate)) == (401, "authentication.invalid")


def test_it_goes_with_its_own_token_alone(visitor):
    dina = visitor().log_in_by_card("dina-daughter")
    karen, ulrik = dina.mandate("Karen Lindqvist"), dina.mandate("Ulrik Lindqvist")
    assert code(dina.tell(ulrik)) == (403, "access.denied")
    assert code(dina.acting(karen).tell(ulrik)) == (403, "access.denied")


@pytest.mark.parametrize(
    ("content", "kind"), [(b"GIF89a", "application/pdf"), (PDF, "text/html"), (b"", "application/pdf")]
)
def test_only_a_pdf_is_taken(viggo, content, kind):
    mandate = viggo.mandate("Hilda Ravn")
    assert code(viggo.acting(mandate).tell(mandate, content, kind)) == (400, "parameter.invalid")


def test_not_too_large(viggo):
    mandate = viggo.mandate("Hilda Ravn")
    refusal = viggo.acting(mandate).tell(mandate, PDF + bytes(5_000_000))
    assert code(refusal) == (413, "receipt.too.large")


@pytest.mark.parametrize(
    ("person", "other"), [("sigurd-signatory", "Strandby Cykler ApS"), ("petra-parent", "Fie Dahl")]
)
def test_whoever_has_no_mailbox_gets_none(visitor, person, other):
    caller = visitor().log_in_by_card(person)
    mandate = caller.mandate(other)
    assert code(caller.acting(mandate).tell(mandate)) == (404, "mailbox.missing")
