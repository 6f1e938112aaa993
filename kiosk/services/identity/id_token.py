"""Whether an ID token may be believed (OpenID Connect Core 1.0, 3.1.3.7)."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from kiosk.services.identity.discovery import CLOCK_TOLERANCE
from kiosk.services.identity.proof import base64url
from kiosk.services.told import Told
from kiosk.visit.people import Level
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError


class _Claims(Told, rename=None):
    iss: str
    sub: str
    aud: str | list[str]
    exp: int
    iat: int
    nonce: str
    at_hash: str | None = None
    nbf: int | None = None
    acr: str = ""
    loa: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What this login must come back with. ``now`` is aware."""

    issuer: str
    client_id: str
    nonce: str = field(repr=False)
    now: datetime


@dataclass(frozen=True, slots=True)
class Believed:
    """What is left of a token that passed: whom it is about, and how sure the provider is."""

    sub: str = field(repr=False)
    level: Level


def check_id_token(id_token: Secret, access_token: Secret, keys: KeySet, expected: Expected) -> Believed:
    """The subject and level of a token that passes every check.

    Signature by ``kid`` and RS256 only; issuer; audience, and nobody else's; lifetime, with two minutes of tolerance;
    nonce; ``at_hash`` over the access token where there is one (3.1.3.8: some certified providers leave it out).
    Raises LOGIN_NOT_TRUSTED, and LEVEL_TOO_LOW for a good token below Substantial.
    """
    claims = _verified(id_token, keys)
    if not (_is_ours(claims, expected) and _is_alive(claims, expected.now) and _binds(claims, access_token)):
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
    return Believed(claims.sub, _level(claims))


def subject(id_token: Secret) -> str:
    """Whom a token is about that :func:`check_id_token` has passed: it is not checked again.

    Raises LOGIN_NOT_TRUSTED for what cannot be one.
    """
    try:
        return msgspec.json.decode(jws.extract_compact(id_token.reveal()).payload, type=_Claims).sub
    except (JoseError, ValueError, RecursionError) as cause:
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED) from cause


def _verified(id_token: Secret, keys: KeySet) -> _Claims:
    try:
        signed = jws.deserialize_compact(id_token.reveal(), keys, algorithms=["RS256"])
        if "kid" not in signed.headers():
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
        return msgspec.json.decode(signed.payload, type=_Claims)
    except (JoseError, ValueError, RecursionError) as cause:
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED) from cause


def _is_ours(claims: _Claims, expected: Expected) -> bool:
    return (
        claims.iss == expected.issuer
        and claims.aud in (expected.client_id, [expected.client_id])
        and hmac.compare_digest(claims.nonce.encode(), expected.nonce.encode())
    )


def _is_alive(claims: _Claims, now: datetime) -> bool:
    earliest = (now - CLOCK_TOLERANCE).timestamp()
    latest = (now + CLOCK_TOLERANCE).timestamp()
    begins = claims.iat if claims.nbf is None else max(claims.nbf, claims.iat)
    return begins <= latest and earliest < claims.exp


def _binds(claims: _Claims, access_token: Secret) -> bool:
    """``at_hash``: the left half of the SHA-256 of the access token."""
    if claims.at_hash is None:
        return True
    half = hashlib.sha256(access_token.reveal()).digest()[:16]
    return hmac.compare_digest(claims.at_hash.encode(), base64url(half).encode())


def _level(claims: _Claims) -> Level:
    """The lower of ``acr`` and ``loa``. A level nobody knows is no level."""
    try:
        level = min(Level.from_uri(uri) for uri in (claims.acr, claims.loa) if uri is not None)
    except ValueError as cause:
        raise TroubleError(Trouble.LEVEL_TOO_LOW) from cause
    if level < Level.SUBSTANTIAL:
        raise TroubleError(Trouble.LEVEL_TOO_LOW)
    return level
