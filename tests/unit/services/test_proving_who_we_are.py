"""The kiosk's own signature, and the secrets of one login."""

import base64
import hashlib
import json
from datetime import UTC, datetime

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from kiosk.services.identity.proof import ClientProof, LoginSecrets, client_key
from kiosk.visit.secrets import Secret

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def jwk(key) -> Secret:
    return Secret(json.dumps(key.as_dict(private=True)))


def test_an_assertion_is_for_the_issuer_and_lives_a_minute():
    key = ECKey.generate_key("P-256", {"kid": "k1"})
    form = ClientProof("https://login.example/op", "kiosk-7", client_key(jwk(key)), lambda: NOW).form()
    assert form["client_id"] == "kiosk-7"
    assert form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    token = jwt.decode(form["client_assertion"], key, algorithms=["ES256"])
    assert token.header["kid"] == "k1"
    assert token.claims["iss"] == token.claims["sub"] == "kiosk-7"
    assert token.claims["aud"] == "https://login.example/op"
    assert token.claims["exp"] - token.claims["iat"] == 60


def test_no_assertion_is_used_twice():
    proof = ClientProof(
        "https://login.example/op", "kiosk-7", client_key(jwk(ECKey.generate_key())), lambda: NOW
    )
    assert proof.form()["client_assertion"] != proof.form()["client_assertion"]


@pytest.mark.parametrize(
    "bad",
    [
        Secret("not json"),
        Secret("[]"),
        Secret(json.dumps(ECKey.generate_key("P-256").as_dict(private=False))),
        jwk(ECKey.generate_key("P-384")),
        jwk(RSAKey.generate_key(2048)),
    ],
)
def test_a_bad_client_key_is_refused_without_showing_it(bad: Secret):
    with pytest.raises(ValueError) as caught:
        client_key(bad)
    assert caught.value.__cause__ is None
    assert bad.text()[:20] not in str(caught.value)


def test_the_challenge_is_the_digest_of_the_verifier():
    login = LoginSecrets()
    digest = hashlib.sha256(login.verifier.reveal()).digest()
    assert base64.urlsafe_b64decode(login.challenge + "=") == digest
    assert 43 <= len(login.verifier) <= 128
    assert login.nonce not in repr(login)


def test_no_two_logins_share_anything():
    assert LoginSecrets().challenge != LoginSecrets().challenge
    assert LoginSecrets().nonce != LoginSecrets().nonce
