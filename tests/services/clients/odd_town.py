"""A register, services and a provider under one address, that say what they are told to say."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from joserfc import jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.services.mandates.exchange import EXCHANGE_GRANT
from kiosk.visit.mandates import Area, Draft, Privilege, Right, Scope
from kiosk.visit.people import Cpr, Grant, OwnGrant
from kiosk.visit.secrets import Secret
from tests.privileges import document, group, wrapped
from tests.services.clients.servers import KEY

SIGNED = jwt.encode(
    {"alg": "RS256", "kid": "one"},
    {"iss": "op", "aud": "kiosk-7", "sub": "anna", "iat": 0, "exp": 1, "nonce": "n"},
    KEY,
    algorithms=["RS256"],
)
OWN = OwnGrant(Secret("a-token-of-anna"), Secret(SIGNED))
ACTING = Grant(Secret("a-token-for-karen"), Secret(b""))
KAREN = "6705411234"
ID = str(uuid.UUID(int=7))
READ = Privilege(Area.DOCTOR, Right.READ)
HANDLE = Privilege(Area.DOCTOR, Right.HANDLE)
DISCOVERY, TOKEN, LOOK = "op/.well-known/openid-configuration", "op/token", "op/introspect"
LIST, CHANGE = "mandates/", f"mandates/{ID}/withdraw"


def party(name: str = "Karen Holm", number: str = "670541-••••", **more: Any) -> dict[str, Any]:
    return {"name": name, "number": number, "kind": "person", "language": "da", **more}


def mandate(number: int = 7, **bent: Any) -> dict[str, Any]:
    told = {
        "id": str(uuid.UUID(int=number)),
        "reference": "KAREN234",
        "version": 3,
        "basis": "digital_fuldmagt",
        "grantor": party(),
        "holder": party("Anna Holm", "670570-••••"),
        "role": "holder",
        "privilegesIntermediate": wrapped(document(group(READ.urn, HANDLE.urn))),
        "until": "2027-01-31",
        "standing": "in_force",
        "awaitsMe": False,
        **bent,
    }
    return {name: value for name, value in told.items() if value is not None}


def access(**bent: Any) -> dict[str, Any]:
    rights = {"privilegesIntermediate": None, "postRight": "MESSAGE_BASIC", "basis": "laeseadgang"}
    return mandate(**{**rights, **bent})


def listed(*mandates: dict[str, Any], total: int | None = None) -> dict[str, Any]:
    return {"mandates": list(mandates), "totalElements": len(mandates) if total is None else total}


TOKENS = {
    "access_token": "a-token-for-karen",
    "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
    "token_type": "Bearer",
    "expires_in": 600,
}
STANDS = {
    "active": True,
    "sub": "karen",
    "act": {"sub": "anna"},
    "authz_source": "digital_fuldmagt",
    "privileges": [READ.urn, HANDLE.urn, "urn:dk:sandbox:kiosk:stars:read"],
    "reference": "KAREN234",
}


@dataclass
class Asked:
    """One request as it came."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    form: dict[str, str]
    body: bytes


@dataclass
class OddTown:
    """Says what ``told`` has for a path, or that with the number of a page; remembers what it was asked."""

    told: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{rest:path}", self._answer, methods=["GET", "POST"])])

    def usual(self) -> None:
        self.metadata.clear()
        self.asked.clear()
        self.told = {
            LIST: listed(mandate()),
            CHANGE: mandate(standing="withdrawn", version=4),
            TOKEN: TOKENS,
            LOOK: STANDS,
            "op/revocation": {},
            "services/doctor/": {"reference": "D-17"},
            f"mandates/{ID}/receipt": Response(status_code=201),
        }

    async def _answer(self, request: Request) -> Response:
        path = request.path_params["rest"]
        body, form = await request.body(), dict(await request.form())
        self.asked.append(Asked(request.method, path, request.url.query, dict(request.headers), form, body))
        if path == DISCOVERY:
            return JSONResponse({**doors(f"{request.base_url}op"), **self.metadata})
        told = self.told[path]
        if isinstance(told, list):
            told = told[min(int(request.query_params["page"]), len(told) - 1)]
        return told if isinstance(told, Response) else JSONResponse(told)


def doors(issuer: str) -> dict[str, Any]:
    named = {
        "token_endpoint": "token", "jwks_uri": "jwks", "userinfo_endpoint": "userinfo",
        "revocation_endpoint": "revocation", "end_session_endpoint": "endsession",
        "introspection_endpoint": "introspect",
    }  # fmt: skip
    grants = {"grant_types_supported": ["authorization_code", EXCHANGE_GRANT]}
    return {"issuer": issuer, **grants, **{name: f"{issuer}/{path}" for name, path in named.items()}}


def bearing(odd: OddTown) -> list[tuple[str, str]]:
    return [(it.path, it.headers["authorization"]) for it in odd.asked if "authorization" in it.headers]


def draft(scope: Scope) -> Draft:
    return Draft("Karen Holm", Cpr(KAREN), scope, date(2027, 1, 31))
