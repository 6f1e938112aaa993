"""The card shows its certificate, signs the provider's nonce, and is refused for what is wrong with it."""

import base64

import pytest

from tests.services.town.visitor import said


@pytest.mark.parametrize("person", ["anna", "ahmed"])
def test_a_card_logs_its_holder_in(visitor, person):
    visit = visitor()
    wanted = visit.begin(certificate=visit.certificate(person))
    assert wanted.status_code == 401
    assert wanted.json()["next"] == "chip"
    assert len(base64.urlsafe_b64decode(wanted.json()["challenge"] + "=")) == 32
    done = visit.go_on(signature=visit.sign(person, wanted.json()["challenge"]))
    claims = visit.enter(done).claims()
    assert claims["amr"] == ["u2f_token"]
    assert claims["acr"] == "https://data.gov.dk/concept/core/nsis/Substantial"


@pytest.mark.parametrize(
    ("person", "why"),
    [
        ("erik-expired", "certificate_expired"),
        ("nina-not-yet", "certificate_not_yet_valid"),
        ("rita-revoked", "certificate_revoked"),
        ("otto-other-issuer", "certificate_unknown_issuer"),
        ("dora-damaged", "certificate_damaged"),
    ],
)
def test_a_bad_card_is_refused_at_once(visitor, person, why):
    visit = visitor()
    assert said(visit.begin(certificate=visit.certificate(person))) == (400, "access_denied", why)


def test_another_cards_signature_does_not_fit(visitor):
    visit = visitor()
    challenge = visit.begin(certificate=visit.certificate("anna")).json()["challenge"]
    wrong = visit.go_on(signature=visit.sign("ahmed", challenge))
    assert said(wrong) == (400, "access_denied", "signature_invalid")


def test_yesterdays_signature_does_not_fit(visitor):
    visit = visitor()
    old = visit.sign("anna", visit.begin(certificate=visit.certificate("anna")).json()["challenge"])
    visit.begin(certificate=visit.certificate("anna"))
    assert said(visit.go_on(signature=old)) == (400, "access_denied", "signature_invalid")


def test_a_challenge_is_good_for_one_signature(visitor):
    visit = visitor()
    challenge = visit.begin(certificate=visit.certificate("anna")).json()["challenge"]
    session = visit.session
    visit.go_on(signature="rubbish")
    visit.session = session
    assert said(visit.go_on(signature=visit.sign("anna", challenge))) == (400, "invalid_session", None)
