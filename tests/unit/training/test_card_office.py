"""The card office issues each card with what is the matter with it, and the check finds it."""

import base64
import json
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.training.answers import Refused
from kiosk.training.card_check import check_certificate, check_signature
from kiosk.training.card_office import CardOffice
from kiosk.training.people import PEOPLE

NOW = datetime.now(UTC)
CHALLENGE = bytes(range(32))


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> CardOffice:
    return CardOffice(tmp_path_factory.mktemp("town"), NOW)


def card(office: CardOffice, name: str) -> dict:
    return json.loads((office.cards_folder / f"{name}.json").read_bytes())


def shown(card: dict) -> str:
    return base64.b64encode(ssl.PEM_cert_to_DER_cert(card["certificate"])).decode()


def test_everybody_with_a_card_finds_it_on_the_shelf(office):
    names = {person.id for person in PEOPLE.values() if person.card}
    others = {"bank-card": "bank", "empty-card": "empty", "mute-card": "mute"}
    assert {path.stem for path in office.cards_folder.iterdir()} == names | set(others)
    assert {name: card(office, name)["kind"] for name in others} == others
    assert card(office, "anna")["pin"] == PEOPLE["anna"].pin


@pytest.mark.parametrize("name", ["anna", "ahmed"])
def test_a_good_card_signs_and_is_known(office, name):
    file = card(office, name)
    person, public = check_certificate(shown(file), office, NOW)
    assert person is PEOPLE[name]
    signature = sign(file["key"], CHALLENGE)
    check_signature(public, base64.urlsafe_b64encode(signature).rstrip(b"=").decode(), CHALLENGE)
    with pytest.raises(Refused, match="signature_invalid"):
        check_signature(public, base64.urlsafe_b64encode(signature).decode(), bytes(32))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("erik-expired", "certificate_expired"),
        ("nina-not-yet", "certificate_not_yet_valid"),
        ("rita-revoked", "certificate_revoked"),
        ("otto-other-issuer", "certificate_unknown_issuer"),
        ("dora-damaged", "certificate_damaged"),
    ],
)
def test_a_bad_card_is_refused_for_what_is_wrong_with_it(office, name, why):
    with pytest.raises(Refused, match=f"^{why}$"):
        check_certificate(shown(card(office, name)), office, NOW)


def test_a_card_that_somebody_made_in_our_name_is_damaged(office, tmp_path):
    forged = shown(card(CardOffice(tmp_path, NOW), "anna"))
    with pytest.raises(Refused, match="certificate_damaged"):
        check_certificate(forged, office, NOW)


def test_a_good_card_grows_old(office):
    with pytest.raises(Refused, match="certificate_expired"):
        check_certificate(shown(card(office, "anna")), office, NOW + timedelta(days=1001))


@pytest.mark.parametrize("rubbish", ["", "not base64!", base64.b64encode(b"not a certificate").decode()])
def test_rubbish_is_a_damaged_card(office, rubbish):
    with pytest.raises(Refused, match="certificate_damaged"):
        check_certificate(rubbish, office, NOW)


def sign(pem: str, data: bytes) -> bytes:
    key = load_pem_private_key(pem.encode(), None)
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(data, ec.ECDSA(SHA256()))
    return key.sign(data, padding.PKCS1v15(), SHA256())
