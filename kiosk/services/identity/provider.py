"""The municipality's own identity provider: the one login that is going on at this machine."""

import base64
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import httpx

from kiosk.services.identity.challenge import Chip, CodeToken, Conversation, Done, Next, Password
from kiosk.services.identity.discovery import Metadata, discover
from kiosk.services.identity.id_token import Expected, check_id_token
from kiosk.services.identity.lease import Here, LeaseDesk
from kiosk.services.identity.proof import ClientProof, LoginSecrets, base64url, client_key
from kiosk.services.identity.refusals import CARD_REFUSALS, FAULTS, REFUSALS
from kiosk.services.identity.tokens import TokenDesk
from kiosk.services.wire import Wire, is_private
from kiosk.visit.lease import Lease
from kiosk.visit.people import Citizen, Grant, Level, OwnGrant
from kiosk.visit.ports import Wanted
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

_SCOPE: Final = "openid mitid ssn"


@dataclass(frozen=True, slots=True)
class _Login:
    conversation: Conversation
    desk: TokenDesk
    secrets: LoginSecrets = field(repr=False)


class MunicipalIdentityProvider:
    """``IdentityProvider`` over HTTPS, as the first-party client ``client_id`` of ``issuer``.

    Troubles: unreachable at all is NETWORK_GONE; reached but broken, slow, 429 or 5xx is LOGIN_SERVICE_DOWN; answers
    that cannot be understood or believed are LOGIN_NOT_TRUSTED. A login that fails after tokens were given gives
    them back first.
    """

    def __init__(
        self,
        issuer: str,
        client_id: str,
        client_key_jwk: Secret,
        now: Callable[[], datetime],
        http: httpx.Client,
        machine: str = "",
    ) -> None:
        """``client_key_jwk``: a private P-256 JWK in JSON. ``machine``: a word for this one that stays the same.

        Raises :class:`ValueError` for a bad key or plain HTTP.
        """
        if not is_private(issuer):
            raise ValueError("the issuer is neither HTTPS nor on loopback")
        self._issuer = issuer
        self._client_id = client_id
        self._now = now
        self._wire = Wire(http, FAULTS)
        self._proof = ClientProof(issuer, client_id, client_key(client_key_jwk), now)
        self._login: _Login | None = None
        self._newest: LoginSecrets | None = None
        self._desk: TokenDesk | None = None
        self._here = Here(machine)
        self._leases: LeaseDesk | None = None

    def begin_card_login(self, certificate: bytes) -> bytes:
        """The 32 bytes whose SHA-256 the card shall sign."""
        match self._begin(CARD_REFUSALS, certificate=base64.b64encode(certificate).decode()):
            case Chip(nonce):
                return nonce
            case _:
                raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)

    def finish_card_login(self, signature: bytes) -> tuple[Citizen, OwnGrant]:
        """``signature`` as the card made it: ECDSA in DER, or RSA PKCS#1 v1.5."""
        return self._finish(self._going_on(), signature=base64url(signature))

    def begin_code_login(self, user_id: Secret) -> Wanted:
        match self._begin(REFUSALS, user_id=user_id.text()):
            case CodeToken():
                return Wanted.CODE
            case Password():
                return Wanted.PASSWORD
            case _:
                raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)

    def give_code(self, code: Secret) -> None:
        match self._going_on().conversation.say(otp=code.text()):
            case Password():
                return
            case _:
                raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)

    def give_password(self, password: Secret) -> tuple[Citizen, OwnGrant]:
        return self._finish(self._going_on(), password=password.text())

    def log_out(self, grant: Grant) -> None:
        """Revoke the access token, then end the session; the second is tried even when the first fails.

        A provider that does not answer is given up after five seconds in all.
        """
        desk = self._desk or TokenDesk(self._wire, self._discover(), self._proof)
        try:
            desk.revoke(grant)
        finally:
            desk.end_session(grant)

    def take_lease(self, grant: Grant, lasting: timedelta, *, moving: bool) -> Lease:
        """At the provider of the last login; it is asked for its endpoints once."""
        if self._leases is None:
            self._leases = self._lease_desk(self._discover())
        return self._leases.take(grant, lasting, moving=moving)

    def _lease_desk(self, metadata: Metadata) -> LeaseDesk:
        return LeaseDesk(self._wire, metadata.visit_lease_endpoint, self._proof, self._here)

    def _begin(self, refusals: Mapping[str, Trouble], **proof: str) -> Next:
        """A login of its own: what an abandoned one still does cannot reach it."""
        self._login = None
        newest = self._newest = LoginSecrets()
        login = self._new_login(refusals, newest)
        wanted = login.conversation.say(**_opening(newest), **proof)
        if self._newest is newest:
            self._login = login
        return wanted

    def _new_login(self, refusals: Mapping[str, Trouble], secrets: LoginSecrets) -> _Login:
        metadata = self._discover()
        endpoint = metadata.authorization_challenge_endpoint
        if endpoint is None:
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
        self._desk = TokenDesk(self._wire, metadata, self._proof)
        self._leases = self._lease_desk(metadata)
        conversation = Conversation(self._wire, endpoint, self._proof, refusals)
        return _Login(conversation, self._desk, secrets)

    def _going_on(self) -> _Login:
        if self._login is None:
            raise TroubleError(Trouble.LOGIN_TIMED_OUT)
        return self._login

    def _finish(self, login: _Login, **proof: str) -> tuple[Citizen, OwnGrant]:
        match login.conversation.say(**proof):
            case Done(code):
                self._login = None
                return self._enter(login, login.desk.redeem(code, login.secrets.verifier))
            case _:
                raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)

    def _enter(self, login: _Login, grant: OwnGrant) -> tuple[Citizen, OwnGrant]:
        try:
            expected = Expected(self._issuer, self._client_id, login.secrets.nonce, self._now())
            believed = check_id_token(grant.id_token, grant.access_token, login.desk.keys(), expected)
            return login.desk.citizen(grant, believed), grant
        except TroubleError:
            with suppress(TroubleError):
                login.desk.revoke(grant)
                login.desk.end_session(grant)
            raise

    def _discover(self) -> Metadata:
        return discover(self._wire, self._issuer, self._now())


def _opening(login: LoginSecrets) -> dict[str, str]:
    """The first request's members (draft-ietf-oauth-first-party-apps-03, 5.1): there is no ``redirect_uri``."""
    return {
        "response_type": "code",
        "scope": _SCOPE,
        "code_challenge": login.challenge,
        "code_challenge_method": "S256",
        "nonce": login.nonce,
        "acr_values": Level.SUBSTANTIAL.uri,
    }
