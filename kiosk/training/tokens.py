"""Codes, sessions and access tokens that the identity provider has given out."""

import base64
import hashlib
import secrets
import uuid
from dataclasses import dataclass, field

from kiosk.training.answers import OAuthError
from kiosk.training.clock import TownClock
from kiosk.training.logins import Asked, Proven

ACCESS_LIFETIME = 10800
_CODE_LIFETIME = 60


@dataclass(slots=True)
class Session:
    """One login that was completed. ``ended``: logged out, or its code came back a second time."""

    asked: Asked
    proven: Proven
    auth_time: int
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    transaction_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    ended: bool = False


@dataclass(slots=True)
class _Code:
    session: Session
    expires: int
    used: bool = False


@dataclass(frozen=True, slots=True)
class Access:
    """``mandate_id``: the token was got in exchange, to act under that mandate, which may end before it expires."""

    session: Session
    expires: int
    mandate_id: str = ""


class Tokens:
    """The ledger. Access tokens are opaque, 256 bits, and known by their hashes.

    ``given``: all of them as they were given out, for whoever looks where they went.
    """

    def __init__(self, clock: TownClock) -> None:
        self.given: list[str] = []
        self._clock = clock
        self._codes: dict[str, _Code] = {}
        self._access: dict[bytes, Access] = {}

    def give_code(self, asked: Asked, proven: Proven) -> str:
        """An authorization code for one use within a minute."""
        now = self._clock.seconds()
        code = secrets.token_urlsafe(32)
        self._codes[code] = _Code(Session(asked, proven, now), now + _CODE_LIFETIME)
        return code

    def redeem(self, code: str, verifier: str, client_id: str) -> tuple[Session, str]:
        """The session and a new access token. Raises ``invalid_grant``.

        A second use ends the session (RFC 6749, 4.1.2).
        """
        known = self._codes.get(code)
        if known is None or known.session.asked.client_id != client_id:
            raise OAuthError("invalid_grant")
        if known.used:
            known.session.ended = True
        fits = s256(verifier) == known.session.asked.code_challenge
        if known.used or self._clock.seconds() > known.expires or not fits:
            raise OAuthError("invalid_grant")
        known.used = True
        return known.session, self._give_access(known.session)

    def session(self, access_token: str) -> Session | None:
        """The living session that somebody's own access token belongs to."""
        access = self.access(access_token)
        return access.session if access and not access.mandate_id else None

    def access(self, access_token: str) -> Access | None:
        """What a living token stands for. Whether its mandate is still in force, the register knows."""
        access = self._access.get(_digest(access_token))
        if access is None or access.session.ended or self._clock.seconds() >= access.expires:
            return None
        return access

    def exchange(self, own: Access, mandate_id: str) -> str:
        """A token to act under the mandate. It lives no longer than the citizen's own, and in the same session."""
        return self._keep(Access(own.session, own.expires, mandate_id))

    def revoke(self, access_token: str, client_id: str) -> None:
        """Forget a token of this client; unknown ones are no error (RFC 7009, 2.2)."""
        access = self._access.get(_digest(access_token))
        if access and access.session.asked.client_id == client_id:
            del self._access[_digest(access_token)]

    def end_session(self, session_id: str) -> None:
        """Log out: no token of the session is good any more."""
        for code in self._codes.values():
            if code.session.id == session_id:
                code.session.ended = True

    def _give_access(self, session: Session) -> str:
        return self._keep(Access(session, self._clock.seconds() + ACCESS_LIFETIME))

    def _keep(self, access: Access) -> str:
        token = secrets.token_urlsafe(32)
        self._access[_digest(token)] = access
        self.given.append(token)
        return token


def s256(verifier: str) -> str:
    """The PKCE code challenge (RFC 7636, 4.2)."""
    return _base64url(hashlib.sha256(verifier.encode()).digest())


def at_hash(access_token: str) -> str:
    """The left half of the token's SHA-256 (OpenID Connect Core, 3.1.3.6)."""
    return _base64url(hashlib.sha256(access_token.encode()).digest()[:16])


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
