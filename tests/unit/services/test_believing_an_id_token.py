"""Every check of the ID token, proven by a token that fails only that one."""

import base64
import hmac
from typing import Any

import pytest
from joserfc.jwk import ECKey, KeySet, RSAKey

from kiosk.services.identity.id_token import Believed, check_id_token
from kiosk.visit.people import Level
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

ACCESS = Secret("an-access-token")


HS256 = b'{"alg":"HS256","kid":"one"}'


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def trouble_of(issuer, token, access=ACCESS, keys=None) -> Trouble:
    with pytest.raises(TroubleError) as caught:
        check_id_token(token, access, keys or issuer.keys, issuer.expected)
    return caught.value.trouble


def test_a_good_token_says_whom_and_how_surely(issuer):
    believed = check_id_token(issuer.token(), ACCESS, issuer.keys, issuer.expected)
    assert believed == Believed("somebody", Level.SUBSTANTIAL)
    assert "somebody" not in repr(believed)


@pytest.mark.parametrize(
    "bent",
    [
        {"iss": "https://login.example/op/"},
        {"iss": "https://somebody.example/op"},
        {"aud": "kiosk-8"},
        {"aud": ["kiosk-7", "kiosk-8"]},
        {"aud": []},
        {"aud": 7},
        {"nonce": "another-nonce"},
        {"nonce": ""},
        {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
        {"sub": 7},
        {"exp": "soon"},
        {"nonce": "æøå"},
    ],
    ids=str,
)
def test_a_bent_claim_is_not_believed(issuer, bent: dict[str, Any]):
    assert trouble_of(issuer, issuer.token(**bent)) is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize("missing", ["iss", "sub", "aud", "exp", "iat", "nonce"])
def test_a_missing_claim_is_not_believed(issuer, missing: str):
    assert trouble_of(issuer, issuer.token(without=missing)) is Trouble.LOGIN_NOT_TRUSTED


def test_a_single_audience_may_be_a_list(issuer):
    assert check_id_token(issuer.token(aud=["kiosk-7"]), ACCESS, issuer.keys, issuer.expected)


def test_an_access_token_that_was_swapped_is_not_believed(issuer):
    assert trouble_of(issuer, issuer.token(), access=Secret("another")) is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize(
    ("claim", "seconds", "good"),
    [("exp", -119, True), ("exp", -120, False), ("nbf", 120, True), ("nbf", 121, False), ("iat", 121, False)],
)
def test_two_minutes_of_clock_are_forgiven_and_no_more(issuer, claim: str, seconds: int, good: bool):
    token = issuer.token(**{claim: int(issuer.expected.now.timestamp()) + seconds})
    if good:
        assert check_id_token(token, ACCESS, issuer.keys, issuer.expected)
    else:
        assert trouble_of(issuer, token) is Trouble.LOGIN_NOT_TRUSTED


def test_a_token_without_a_hash_of_the_access_token_is_standard(issuer):
    assert check_id_token(issuer.token(without="at_hash"), ACCESS, issuer.keys, issuer.expected)


def test_a_token_without_not_before_is_judged_by_its_date(issuer):
    assert check_id_token(issuer.token(without="nbf"), ACCESS, issuer.keys, issuer.expected)


def test_a_strangers_signature_is_not_believed(issuer):
    stranger = RSAKey.generate_key(2048, {"kid": "one"})
    assert trouble_of(issuer, issuer.token(key=stranger)) is Trouble.LOGIN_NOT_TRUSTED


def test_an_unknown_or_missing_key_id_is_not_believed(issuer):
    assert trouble_of(issuer, issuer.token(header={"kid": "two"})) is Trouble.LOGIN_NOT_TRUSTED
    assert trouble_of(issuer, issuer.token(header={"kid": None})) is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize("algorithm", ["RS384", "RS512", "PS256"])
def test_another_algorithm_of_the_right_key_is_not_believed(issuer, algorithm: str):
    plain = RSAKey.import_key(issuer.key.as_dict(private=True))
    keys = KeySet.import_key_set({"keys": [plain.as_dict(private=False)]})
    token = issuer.token(header={"alg": algorithm}, key=plain)
    assert trouble_of(issuer, token, keys=keys) is Trouble.LOGIN_NOT_TRUSTED


def test_a_public_key_used_as_a_password_is_not_believed(issuer):
    """The old trick: HS256 with the text of the public key."""
    payload = issuer.token().text().split(".")[1]
    signed = f"{encoded(HS256)}.{payload}"
    mac = hmac.digest(issuer.key.as_pem(private=False), signed.encode(), "sha256")
    assert trouble_of(issuer, Secret(f"{signed}.{encoded(mac)}")) is Trouble.LOGIN_NOT_TRUSTED


def test_a_curve_key_in_the_set_does_not_open_another_way(issuer):
    curve = ECKey.generate_key("P-256", {"kid": "two"})
    keys = KeySet.import_key_set({"keys": [issuer.key.as_dict(private=False), curve.as_dict(private=False)]})
    token = issuer.token(header={"alg": "ES256", "kid": "two"}, key=curve)
    assert trouble_of(issuer, token, keys=keys) is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize("nonsense", [b"", b"a", b"a.b.c", b"....", b"\xff\xfe", b"eyJhbGciOiJub25lIn0.e30."])
def test_what_is_no_token_is_not_believed(issuer, nonsense: bytes):
    assert trouble_of(issuer, Secret(nonsense)) is Trouble.LOGIN_NOT_TRUSTED


@pytest.mark.parametrize(
    "levels",
    [
        {"acr": Level.LOW.uri, "loa": Level.LOW.uri},
        {"acr": Level.LOW.uri},
        {"loa": Level.LOW.uri},
        {"acr": "urn:made-up"},
        {"acr": ""},
    ],
    ids=str,
)
def test_a_good_token_of_a_low_level_is_too_low(issuer, levels: dict[str, str]):
    assert trouble_of(issuer, issuer.token(**levels)) is Trouble.LEVEL_TOO_LOW


def test_a_higher_level_is_kept(issuer):
    token = issuer.token(acr=Level.HIGH.uri, loa=Level.HIGH.uri)
    assert check_id_token(token, ACCESS, issuer.keys, issuer.expected).level is Level.HIGH


def test_the_trouble_says_nothing_of_the_token(issuer):
    with pytest.raises(TroubleError) as caught:
        check_id_token(issuer.token(aud="kiosk-8"), ACCESS, issuer.keys, issuer.expected)
    assert str(caught.value) == "LOGIN_NOT_TRUSTED"
