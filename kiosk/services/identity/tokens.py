"""From the authorization code to a citizen, and back to nothing (RFC 6749, RFC 7009, OpenID Connect)."""

import json
from datetime import timedelta
from typing import Annotated, Final

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from kiosk.services.identity.discovery import Metadata
from kiosk.services.identity.id_token import Believed
from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.refusals import REFUSALS, demand_up, refusal
from kiosk.services.told import Told, clean
from kiosk.services.wire import SOON, Answer, Wire
from kiosk.visit.people import Citizen, Cpr, Grant, OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

_Token68 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9\-._~+/]+=*\Z")]
"""RFC 6750, 2.1: what may stand after ``Bearer``."""

FAREWELL: Final = timedelta(seconds=2.5)
"""For each of the two requests of a logout: the citizen is waiting for the receipt with the coat on."""


class _Tokens(Told, rename=None):
    access_token: _Token68
    id_token: _Token68
    token_type: str


class _Refusal(Told, rename=None):
    error: str = ""
    error_description: str = ""


class _UserInfo(Told, rename=None):
    """Every value is a JSON string, truth values too."""

    sub: str
    identity_name: str = msgspec.field(default="", name="mitid.identity_name")
    has_cpr: str = msgspec.field(default="", name="mitid.has_cpr")
    cpr: str = msgspec.field(default="", name="dk.cpr")


class TokenDesk:
    """The endpoints that deal in tokens, at one provider."""

    def __init__(self, wire: Wire, metadata: Metadata, proof: ClientProof) -> None:
        self._wire = wire
        self._metadata = metadata
        self._proof = proof

    def redeem(self, code: Secret, verifier: Secret) -> OwnGrant:
        """Tokens for an authorization code (RFC 6749, 4.1.3; RFC 7636, 4.5); there was no ``redirect_uri``."""
        form = {"grant_type": "authorization_code", "code": code.text(), "code_verifier": verifier.text()}
        answer = self._post(self._metadata.token_endpoint, form)
        if answer.status != 200:
            raise TroubleError(self._refusal(answer))
        tokens = self._wire.understand(answer, _Tokens)
        if tokens.token_type.lower() != "bearer":
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
        return OwnGrant(Secret(tokens.access_token), Secret(tokens.id_token))

    def keys(self) -> KeySet:
        """The provider's present public keys (RFC 7517, 5), asked for anew at every login."""
        answer = demand_up(self._wire.ask("GET", self._metadata.jwks_uri))
        try:
            return KeySet.import_key_set(json.loads(answer.body))
        except (JoseError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as cause:
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED) from cause

    def citizen(self, grant: Grant, believed: Believed) -> Citizen:
        """Who it is (OpenID Connect Core, 5.3). Raises NO_CPR; LOGIN_NOT_TRUSTED for anybody else's ``sub``."""
        answer = demand_up(self._wire.ask("GET", self._metadata.userinfo_endpoint, bearer=grant.access_token))
        if answer.status != 200:
            raise TroubleError(_USERINFO.get(answer.status, Trouble.LOGIN_NOT_TRUSTED))
        told = self._wire.understand(answer, _UserInfo)
        if told.sub != believed.sub:
            raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
        return _citizen(told, believed)

    def revoke(self, grant: Grant) -> None:
        """RFC 7009: the access token is worth nothing afterwards."""
        form = {"token": grant.access_token.text(), "token_type_hint": "access_token"}
        self._demand_done(self._post(self._metadata.revocation_endpoint, form, within=FAREWELL))

    def end_session(self, grant: Grant) -> None:
        """OpenID Connect RP-Initiated Logout 1.0, 2, as a POST from here: the citizen may have walked away."""
        form = {"id_token_hint": grant.id_token.text()}
        answer = self._wire.ask("POST", self._metadata.end_session_endpoint, form=form, within=FAREWELL)
        self._demand_done(demand_up(answer))

    def _post(self, url: str, form: dict[str, str], within: timedelta = SOON) -> Answer:
        return demand_up(self._wire.ask("POST", url, form={**self._proof.form(), **form}, within=within))

    def _refusal(self, answer: Answer) -> Trouble:
        told = self._wire.understand(answer, _Refusal)
        return refusal(REFUSALS, told.error, told.error_description)

    def _demand_done(self, answer: Answer) -> None:
        """A redirect counts as done: it is where a browser would be sent afterwards."""
        if answer.status >= 400:
            raise TroubleError(self._refusal(answer))


_USERINFO: Final = {401: Trouble.LOGIN_TIMED_OUT, 403: Trouble.LEVEL_TOO_LOW}


def _citizen(told: _UserInfo, believed: Believed) -> Citizen:
    if told.has_cpr == "false":
        raise TroubleError(Trouble.NO_CPR)
    try:
        return Citizen(clean(told.identity_name), Cpr(told.cpr), believed.level, believed.sub)
    except ValueError as cause:
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED) from cause
