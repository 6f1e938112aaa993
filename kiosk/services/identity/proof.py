"""How the kiosk proves that it is itself, and that a code belongs to the login it began."""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from joserfc import jwt
from joserfc.jwk import ECKey

from kiosk.visit.secrets import Secret

_ASSERTION_TYPE: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ASSERTION_LIFE: Final = timedelta(minutes=1)


class ClientProof:
    """``private_key_jwt`` (RFC 7523, 2.2 and 3; OpenID Connect Core, 9) with ES256, audience = the issuer."""

    def __init__(self, issuer: str, client_id: str, key: ECKey, now: Callable[[], datetime]) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._key = key
        self._now = now

    def form(self) -> dict[str, str]:
        """The form members that authenticate one request: every assertion is used once."""
        return {
            "client_id": self._client_id,
            "client_assertion_type": _ASSERTION_TYPE,
            "client_assertion": jwt.encode(self._header(), self._claims(), self._key, algorithms=["ES256"]),
        }

    def _header(self) -> dict[str, Any]:
        return {"alg": "ES256"} | ({"kid": self._key.kid} if self._key.kid else {})

    def _claims(self) -> dict[str, Any]:
        now = self._now()
        return {
            "iss": self._client_id,
            "sub": self._client_id,
            "aud": self._issuer,
            "jti": secrets.token_urlsafe(24),
            "iat": int(now.timestamp()),
            "exp": int((now + _ASSERTION_LIFE).timestamp()),
        }


def client_key(jwk: Secret) -> ECKey:
    """The private P-256 key of a JWK (RFC 7517) in JSON. Raises :class:`ValueError`, without the key's text."""
    try:
        key = ECKey.import_key(json.loads(jwk.text()))
    except Exception:
        raise ValueError("the client key is not a JWK of an EC key") from None
    if key.curve_name != "P-256" or not key.is_private:
        raise ValueError("the client key is not a private key on P-256")
    return key


def _fresh(size: int) -> str:
    return secrets.token_urlsafe(size)


@dataclass(frozen=True, slots=True)
class LoginSecrets:
    """What is made anew for every login: the PKCE verifier (RFC 7636, 4.1) and the nonce of the ID token."""

    verifier: Secret = field(default_factory=lambda: Secret(_fresh(64)))
    nonce: str = field(default_factory=lambda: _fresh(32), repr=False)

    @property
    def challenge(self) -> str:
        """``code_challenge`` after S256 (RFC 7636, 4.2)."""
        return base64url(hashlib.sha256(self.verifier.reveal()).digest())


def base64url(data: bytes) -> str:
    """RFC 7515, appendix C: without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
