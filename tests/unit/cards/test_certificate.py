"""Certificates, looked at before a PIN try is spent."""

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from devices.cards.certificate import Algorithm, algorithm_of
from kiosk.visit.trouble import TroubleError
from tests.unit.cards.office import DAY, EXPIRED, NOT_YET, TODAY, certificate, p256, p384, rsa_2048


def der(*arguments) -> bytes:
    return certificate(*arguments).public_bytes(Encoding.DER)


def test_the_two_keys_we_can_use():
    assert algorithm_of(der(p256()), TODAY) is Algorithm.ECC_P256
    assert algorithm_of(der(rsa_2048()), TODAY) is Algorithm.RSA_2048


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (der(p256(), EXPIRED), "CARD_EXPIRED"),
        (der(p256(), NOT_YET), "CARD_NOT_YET_VALID"),
        (der(p384()), "CARD_WRONG_KIND"),
        (der(p256())[:200], "CARD_DAMAGED"),
        (der(p256()).replace(bytes.fromhex("2A8648CE3D0301"), bytes.fromhex("2A8648CE3D7F7F")), "CARD_DAMAGED"),
        (b"", "CARD_DAMAGED"),
        (b"what the mouse left", "CARD_DAMAGED"),
    ],
    ids=["expired", "not yet", "P-384", "cut", "unknown curve", "nothing", "text"],
)  # fmt: skip
def test_certificates_nobody_can_log_in_with(content: bytes, trouble: str):
    with pytest.raises(TroubleError, match=trouble):
        algorithm_of(content, TODAY)


def test_a_certificate_holds_on_its_last_day():
    assert algorithm_of(der(p256(), (-DAY, DAY)), TODAY + DAY)
    assert algorithm_of(der(p256(), (-DAY, DAY)), TODAY - DAY)
