"""The identity provider at ``/op``: OAuth 2.0 for First-Party Applications, as ``docs/first-party-login.md`` says.

And token exchange, as ``docs/mandates.md`` says.
"""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.answers import OAuthError, Refused, SessionGone, Wanted, WrongTry
from kiosk.training.callers import bearer
from kiosk.training.claims import Signer, userinfo
from kiosk.training.clients import Clients
from kiosk.training.clock import TownClock
from kiosk.training.exchange import GRANT_TYPE, Exchange
from kiosk.training.leases import HeldElsewhere, Leases, Wish
from kiosk.training.logins import Asked, Login, Logins, Proven, wanted_as_members
from kiosk.training.switches import Switches
from kiosk.training.tokens import ACCESS_LIFETIME, Tokens

Form = dict[str, str]
_UNCACHED = {"Cache-Control": "no-store, no-cache, max-age=0"}


class IdentityProvider:
    """Its endpoints. ``switches`` is asked anew for every request."""

    def __init__(
        self,
        signer: Signer,
        clients: Clients,
        logins: Logins,
        tokens: Tokens,
        leases: Leases,
        exchange: Exchange,
        clock: TownClock,
        switches: Callable[[], Switches],
    ) -> None:
        self._signer = signer
        self._clients = clients
        self._logins = logins
        self._tokens = tokens
        self._leases = leases
        self._exchange = exchange
        self._clock = clock
        self._switches = switches

    def routes(self) -> list[Route]:
        """Mounted at ``/op``."""
        return [
            self._route("/.well-known/openid-configuration", self._discovery, "GET"),
            self._route("/.well-known/jwks.json", self._jwks, "GET"),
            self._route("/connect/challenge", self._challenge, "POST"),
            self._route("/connect/token", self._token, "POST"),
            self._route("/connect/userinfo", self._userinfo, "GET"),
            self._route("/connect/lease", self._lease, "POST"),
            self._route("/connect/introspect", self._introspect, "POST"),
            self._route("/connect/revocation", self._revocation, "POST"),
            self._route("/connect/endsession", self._end_session, "POST"),
        ]

    def _route(self, path: str, endpoint: Callable[[Request], Awaitable[Response]], method: str) -> Route:
        async def answer(request: Request) -> Response:
            switches = self._switches()
            await asyncio.sleep(switches.login_slow_s)
            if switches.login_down:
                return Response("Service Unavailable", 503)
            try:
                return await endpoint(request)
            except OAuthError as error:
                return _erroneous(error)

        return Route(path, answer, methods=[method])

    async def _discovery(self, request: Request) -> Response:
        issuer = self._signer.issuer
        return answered(
            {
                "issuer": issuer,
                "jwks_uri": f"{issuer}/.well-known/jwks.json",
                "authorization_challenge_endpoint": f"{issuer}/connect/challenge",
                "token_endpoint": f"{issuer}/connect/token",
                "userinfo_endpoint": f"{issuer}/connect/userinfo",
                "visit_lease_endpoint": f"{issuer}/connect/lease",
                "introspection_endpoint": f"{issuer}/connect/introspect",
                "revocation_endpoint": f"{issuer}/connect/revocation",
                "end_session_endpoint": f"{issuer}/connect/endsession",
                "grant_types_supported": ["authorization_code", GRANT_TYPE],
                "response_types_supported": ["code"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
            }
        )

    async def _jwks(self, request: Request) -> Response:
        return answered(self._signer.jwks())

    async def _challenge(self, request: Request) -> Response:
        form = await _form(request)
        client_id = self._clients.authenticate(form)
        try:
            if self._switches().login_aborted:
                raise Refused("mitid_user_aborted")
            if "auth_session" in form:
                return self._go_on(form, client_id)
            return _insufficient(*self._logins.begin(Asked.from_form(client_id, form), form))
        except Refused as refused:
            return _denied(refused)
        except SessionGone:
            return answered({"error": "invalid_session"}, 400)

    def _go_on(self, form: Form, client_id: str) -> Response:
        login = self._logins.take(form["auth_session"], client_id)
        if self._switches().login_session_ended:
            raise SessionGone
        try:
            proven = self._logins.answer(login, form)
        except WrongTry as wrong:
            assert login.wanted
            return _insufficient(self._logins.put_back(login), login.wanted, wrong)
        return self._moved_on(login, proven)

    def _moved_on(self, login: Login, proven: Proven | None) -> Response:
        auth_session = self._logins.put_back(login)
        if proven is None:
            assert login.wanted
            return _insufficient(auth_session, login.wanted)
        code = self._tokens.give_code(login.asked, proven)
        return answered({"authorization_code": code, "auth_session": auth_session})

    async def _token(self, request: Request) -> Response:
        form = await _form(request)
        client_id = self._clients.authenticate(form)
        match form.get("grant_type"):
            case "authorization_code":
                return answered(self._redeem(form, client_id))
            case exchange if exchange == GRANT_TYPE:
                return answered(await self._exchange.exchange(form, client_id))
            case _:
                raise OAuthError("unsupported_grant_type")

    def _redeem(self, form: Form, client_id: str) -> dict[str, object]:
        if "code" not in form or "code_verifier" not in form:
            raise OAuthError("invalid_request")
        session, access_token = self._tokens.redeem(form["code"], form["code_verifier"], client_id)
        return {
            "access_token": access_token,
            "id_token": self._signer.id_token(session, access_token, self._switches().token),
            "token_type": "Bearer",
            "expires_in": ACCESS_LIFETIME,
        }

    async def _userinfo(self, request: Request) -> Response:
        session = self._tokens.session(bearer(request))
        if session is None:
            return Response("", 401, {"WWW-Authenticate": 'Bearer realm="TRAINING",error="invalid_token"'})
        return answered(userinfo(session, self._clock.now().date()))

    async def _lease(self, request: Request) -> Response:
        """Our own extension: one person at one machine at a time."""
        form = await _form(request)
        client_id = self._clients.authenticate(form)
        if self._switches().lease_down:
            return Response("Service Unavailable", 503)
        session = self._tokens.session(form.get("token", ""))
        if session is None or session.asked.client_id != client_id:
            raise OAuthError("invalid_token", 401)
        try:
            return answered({"expires_in": self._leases.take(session, _wish(form))})
        except HeldElsewhere as held:
            return answered({"error": "held_elsewhere", "since": held.since}, 409)

    async def _introspect(self, request: Request) -> Response:
        form = await _form(request)
        client_id = self._clients.authenticate(form)
        if "token" not in form:
            raise OAuthError("invalid_request")
        return answered(await self._exchange.introspect(form["token"], client_id))

    async def _revocation(self, request: Request) -> Response:
        form = await _form(request)
        client_id = self._clients.authenticate(form)
        if "token" not in form:
            raise OAuthError("invalid_request")
        self._tokens.revoke(form["token"], client_id)
        return Response("", 200, _UNCACHED)

    async def _end_session(self, request: Request) -> Response:
        form = await _form(request)
        session_id = self._signer.session_id(form.get("id_token_hint", ""))
        if session_id is None:
            raise OAuthError("invalid_request")
        self._tokens.end_session(session_id)
        self._leases.release(session_id)
        return Response("", 200, _UNCACHED)


def _wish(form: Form) -> Wish:
    seconds = form.get("expires_in", "")
    if "visit" not in form or not (seconds.isascii() and seconds.isdigit()):
        raise OAuthError("invalid_request")
    return Wish(form["visit"], form.get("machine", ""), int(seconds[:6]), form.get("move") == "true")


def answered(content: object, status: int = 200) -> Response:
    """JSON that nobody may keep."""
    return Response(msgspec.json.encode(content), status, _UNCACHED, "application/json")


async def _form(request: Request) -> Form:
    async with request.form(max_fields=30) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def _insufficient(auth_session: str, wanted: Wanted, wrong: WrongTry | None = None) -> Response:
    members: dict[str, object] = {
        "error": "insufficient_authorization",
        "auth_session": auth_session,
        **wanted_as_members(wanted),
    }
    if wrong:
        members |= {"error_description": wrong.description, "attempts_left": wrong.attempts_left}
    return answered(members, 401)


def _erroneous(error: OAuthError) -> Response:
    described = {"error_description": error.description} if error.description else {}
    return answered({"error": error.code, **described}, error.status)


def _denied(refused: Refused) -> Response:
    members: dict[str, object] = {"error": "access_denied", "error_description": refused.description}
    if refused.wait:
        members["retry_after"] = int(refused.wait.total_seconds())
    return answered(members, 400)
