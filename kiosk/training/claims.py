"""What the identity provider says about people: ID token and userinfo, in the Nets eID Broker's order and types."""

import uuid
from datetime import date

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from kiosk.training.clock import TownClock
from kiosk.training.people import Person, born
from kiosk.training.switches import TokenFault
from kiosk.training.tokens import ACCESS_LIFETIME, Session, at_hash

_ORGANISATION = uuid.UUID("0f7c6b1e-6a0f-4a53-9a35-6b1d6f0e5c11")
_ID_TOKEN_LIFETIME = 300

Claims = dict[str, object]


class Signer:
    """The provider's key (RS256 only, as the broker) and its issuer.

    ``given``: all ID tokens as they were given out, for whoever looks where they went.
    """

    def __init__(self, issuer: str, key: RSAKey, stranger: RSAKey, clock: TownClock) -> None:
        self.issuer = issuer
        self.given: list[str] = []
        self._key = key
        self._stranger = stranger
        self._clock = clock

    def jwks(self) -> Claims:
        return {
            "keys": [{**self._key.as_dict(private=False), "kid": self._kid, "use": "sig", "alg": "RS256"}]
        }

    def id_token(self, session: Session, access_token: str, fault: TokenFault) -> str:
        """The signed ID token, spoilt as the switch says."""
        claims = _spoilt(self._claims(session, access_token), fault)
        key = self._stranger if fault is TokenFault.WRONG_SIGNATURE else self._key
        head = {"alg": "RS256", "kid": self._kid, "typ": "JWT"}
        token = jwt.encode(head, claims, key, algorithms=["RS256"])
        self.given.append(token)
        return token

    def session_id(self, id_token_hint: str) -> str | None:
        """The session that an ID token of ours names, expired or not (OpenID RP-Initiated Logout, 2)."""
        try:
            claims = jwt.decode(id_token_hint, self._key, algorithms=["RS256"]).claims
        except (JoseError, ValueError):
            return None
        return str(claims.get("sid"))

    @property
    def _kid(self) -> str:
        return self._key.thumbprint()

    def _claims(self, session: Session, access_token: str) -> Claims:
        now = self._clock.seconds()
        level = session.proven.level.uri
        return {
            "iss": self.issuer,
            "nbf": now,
            "iat": now,
            "exp": now + _ID_TOKEN_LIFETIME,
            "aud": session.asked.client_id,
            "amr": list(session.proven.amr),
            "nonce": session.asked.nonce,
            "at_hash": at_hash(access_token),
            "sid": session.id,
            "sub": subject(session.proven.person.id),
            "auth_time": session.auth_time,
            "idp": "mitid",
            "acr": level,
            "neb_sid": session.id,
            "loa": level,
            "aal": level,
            "ial": level,
            "identity_type": "private",
            "transaction_id": session.transaction_id,
            "idp_transaction_id": str(uuid.uuid5(uuid.UUID(session.transaction_id), "idp")),
            "session_expiry": _session_expiry(session),
            "idtoken_type": "strict",
            "subject_type": "org_mapped",
        }


def userinfo(session: Session, today: date) -> dict[str, str]:
    """Every value is a string, as the broker's wire has it."""
    person, level = session.proven.person, session.proven.level.uri
    return {
        "session_is_active": "true",
        "session_expiry": _session_expiry(session),
        "idp": "mitid",
        "subject_type": "org_mapped",
        "idp_identity_id": _mitid_uuid(person),
        "loa": level,
        "aal": level,
        "ial": level,
        "mitid.transaction_id": session.transaction_id,
        "mitid.uuid": _mitid_uuid(person),
        "mitid.age": str(person.age(today)),
        "mitid.date_of_birth": born(person).isoformat(),
        "mitid.has_cpr": "true" if person.cpr else "false",
        "mitid.identity_name": person.name,
        **({"dk.cpr": person.cpr} if person.cpr else {}),
        "mitid.psd2": "false",
        "sub": subject(person.id),
    }


def subject(party_id: str) -> str:
    """What the provider calls a person or a company at this organisation's clients."""
    return str(uuid.uuid5(_ORGANISATION, party_id))


def _spoilt(claims: Claims, fault: TokenFault) -> Claims:
    match fault:
        case TokenFault.OTHER_AUDIENCE:
            return {**claims, "aud": "somebody-else"}
        case TokenFault.WRONG_NONCE:
            return {**claims, "nonce": str(uuid.uuid4())}
        case TokenFault.WRONG_ISSUER:
            return {**claims, "iss": "https://somewhere-else.example/op"}
        case TokenFault.NONE | TokenFault.WRONG_SIGNATURE:
            return claims


def _session_expiry(session: Session) -> str:
    return str(session.auth_time + ACCESS_LIFETIME)


def _mitid_uuid(person: Person) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, person.id))
