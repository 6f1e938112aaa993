"""The kiosks that may ask the identity provider: their public keys and their signed assertions."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from kiosk.training.answers import OAuthError
from kiosk.training.clock import TownClock

_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_LEEWAY = 60
_LONGEST = 600


class Registration(msgspec.Struct, frozen=True):
    """A client and its public key, a JWK (RFC 7517)."""

    client_id: str
    jwk: dict[str, str]


class _Assertion(msgspec.Struct, frozen=True):
    iss: str
    sub: str
    aud: str | list[str]
    exp: int
    jti: str
    iat: int | None = None


class Clients:
    """The registered clients, kept in a file so that a kiosk is known after a restart of the town."""

    def __init__(self, path: Path, issuer: str, clock: TownClock) -> None:
        self._path = path
        self._issuer = issuer
        self._clock = clock
        self._seen: dict[str, int] = {}
        self._keys: dict[str, dict[str, str]] = {}
        if path.exists():
            self._keys = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])

    def register(self, registration: Registration) -> None:
        """Raises :class:`OAuthError` for what is not a public P-256 key."""
        jwk = registration.jwk
        if jwk.get("kty") != "EC" or jwk.get("crv") != "P-256" or "d" in jwk:
            raise OAuthError("invalid_client_metadata")
        self._keys[registration.client_id] = jwk
        self._path.write_bytes(msgspec.json.encode(self._keys))

    def authenticate(self, form: Mapping[str, str]) -> str:
        """The client's id, by ``private_key_jwt`` (RFC 7523, 3). Raises ``invalid_client``."""
        client_id = form.get("client_id", "")
        if client_id not in self._keys or form.get("client_assertion_type") != _BEARER:
            raise OAuthError("invalid_client", 401)
        try:
            key = ECKey.import_key({**self._keys[client_id]})
            token = jwt.decode(form.get("client_assertion", ""), key, algorithms=["ES256"])
            claims = msgspec.convert(token.claims, _Assertion)
        except (JoseError, ValueError, msgspec.ValidationError) as wrong:
            raise OAuthError("invalid_client", 401) from wrong
        self._check(claims, client_id)
        return client_id

    def _check(self, claims: _Assertion, client_id: str) -> None:
        now = self._clock.seconds()
        audience = [claims.aud] if isinstance(claims.aud, str) else claims.aud
        timely = now - _LEEWAY < claims.exp < now + _LONGEST + _LEEWAY
        if {claims.iss, claims.sub} != {client_id} or self._issuer not in audience or not timely:
            raise OAuthError("invalid_client", 401)
        self._seen = {jti: exp for jti, exp in self._seen.items() if exp > now - _LEEWAY}
        if claims.jti in self._seen:
            raise OAuthError("invalid_client", 401)
        self._seen[claims.jti] = claims.exp
