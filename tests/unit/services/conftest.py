"""An issuer's keys, and ID tokens made to order."""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from kiosk.services.identity.id_token import Expected
from kiosk.visit.people import Level
from kiosk.visit.secrets import Secret

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ACCESS = Secret("an-access-token")


def at_hash(token: Secret) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(token.reveal()).digest()[:16]).rstrip(b"=").decode()


@dataclass
class Issuer:
    """Makes ID tokens; ``claims`` and ``header`` of one token can be bent."""

    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    expected: Expected = field(
        default_factory=lambda: Expected("https://login.example/op", "kiosk-7", "a-nonce", NOW)
    )

    @property
    def keys(self) -> KeySet:
        return KeySet.import_key_set({"keys": [self.key.as_dict(private=False, alg="RS256", use="sig")]})

    def token(
        self, *, without: str = "", header: dict[str, Any] | None = None, key: Any = None, **bent: Any
    ) -> Secret:
        seconds = int(NOW.timestamp())
        claims = {
            "iss": self.expected.issuer,
            "nbf": seconds,
            "iat": seconds,
            "exp": seconds + 300,
            "aud": self.expected.client_id,
            "amr": ["code_token", "password"],
            "nonce": self.expected.nonce,
            "at_hash": at_hash(ACCESS),
            "sub": "somebody",
            "acr": Level.SUBSTANTIAL.uri,
            "loa": Level.SUBSTANTIAL.uri,
            "session_expiry": str(seconds + 3600),
            **bent,
        }
        claims.pop(without, None)
        chosen = {"alg": "RS256", "kid": "one", **(header or {})}
        chosen = {name: value for name, value in chosen.items() if value is not None}
        return Secret(jwt.encode(chosen, claims, key or self.key, algorithms=[chosen["alg"]]))


@pytest.fixture(scope="session")
def issuer() -> Issuer:
    return Issuer()
