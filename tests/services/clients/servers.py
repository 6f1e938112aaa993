"""Servers that misbehave, on real sockets of loopback."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

KEY = RSAKey.generate_key(2048, {"kid": "one"})
ACCESS = "an-access-token-of-anna"
_ANNA = {
    "sub": "anna",
    "mitid.identity_name": "Anna Holm",
    "mitid.has_cpr": "true",
    "dk.cpr": "6705411234",
}


def _open_door() -> socket.socket:
    """A free port; without Nagle, which asyncio leaves on for sockets made like this (40 ms an answer)."""
    door = socket.create_server(("127.0.0.1", 0))
    door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return door


@contextmanager
def serving(app: Starlette, **tls: str) -> Iterator[str]:
    """The app on a free port; its address. ``tls`` as uvicorn's ``ssl_keyfile`` and ``ssl_certfile``."""
    door = _open_door()
    config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", date_header=False, **tls)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([door],), daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join(10)
        door.close()


Talk = Callable[[socket.socket, threading.Event], None]


@contextmanager
def talking(talk: Talk) -> Iterator[str]:
    """A server that talks to whoever connects, whatever they want; its address. The event says that all is over."""
    door = _open_door()
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            with suppress(OSError), door.accept()[0] as line:
                line.recv(65536)
                talk(line, over)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        over.set()
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        thread.join(10)


def saying(answer: bytes) -> AbstractContextManager[str]:
    """It says these bytes and hangs up."""
    return talking(lambda line, _: line.sendall(answer))


def falling_silent(start: bytes) -> AbstractContextManager[str]:
    """It says these bytes and waits for ever."""

    def talk(line: socket.socket, over: threading.Event) -> None:
        line.sendall(start)
        over.wait(30)

    return talking(talk)


def pouring(chunk: bytes) -> AbstractContextManager[str]:
    """It answers 200 and never stops."""

    def talk(line: socket.socket, over: threading.Event) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not over.is_set():
            line.sendall(chunk)

    return talking(talk)


@dataclass
class OddProvider:
    """An identity provider under ``/op`` that lets everybody in as Anna, bent as told; it remembers what it was asked.

    ``answers``: whole answers by path. ``metadata``, ``claims``, ``told``: members of discovery, ID token, userinfo.
    """

    answers: dict[str, Response] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    date: str | None = None
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    scopes: list[str] = field(default_factory=list)
    nonce: str = ""

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/op/{rest:path}", self._answer, methods=["GET", "POST"])])

    def reset(self) -> None:
        """An ordinary provider again."""
        for name, value in vars(OddProvider()).items():
            setattr(self, name, value)

    async def _answer(self, request: Request) -> Response:
        path, form = request.path_params["rest"], await request.form()
        self.asked.append(path)
        self.headers.append(dict(request.headers))
        self.nonce = str(form.get("nonce", self.nonce))
        self.scopes += [str(form[name]) for name in form if name == "scope"]
        answer = self.answers.get(path) or self._usual(str(request.base_url) + "op", path, "nonce" in form)
        answer.headers["date"] = self.date or format_datetime(datetime.now(UTC), usegmt=True)
        answer.headers["set-cookie"] = "track=anna; Path=/"
        return answer

    def _usual(self, issuer: str, path: str, first: bool) -> Response:
        match path:
            case ".well-known/openid-configuration":
                return JSONResponse({**_doors(issuer), **self.metadata})
            case "challenge" if first:
                wanted = {"error": "insufficient_authorization", "next": "password", "auth_session": "s"}
                return JSONResponse(wanted, 401)
            case "challenge":
                return JSONResponse({"authorization_code": "the-code", "auth_session": "s"})
            case "token":
                tokens = {"access_token": ACCESS, "id_token": self._id_token(issuer), "token_type": "Bearer"}
                return JSONResponse(tokens)
            case "jwks":
                return JSONResponse({"keys": [KEY.as_dict(private=False)]})
            case "userinfo":
                return JSONResponse({**_ANNA, **self.told})
            case "revocation" | "endsession":
                return Response(status_code=200)
            case _:
                return Response("nobody here", 404)

    def _id_token(self, issuer: str) -> str:
        now = int(datetime.now(UTC).timestamp())
        level = "https://data.gov.dk/concept/core/nsis/Substantial"
        claims = {"iss": issuer, "aud": "kiosk-7", "sub": "anna", "iat": now, "exp": now + 300, "acr": level}
        claims |= {"nonce": self.nonce, **self.claims}
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, KEY, algorithms=["RS256"])


def _doors(issuer: str) -> dict[str, str]:
    named = {
        "authorization_challenge_endpoint": "challenge", "token_endpoint": "token", "jwks_uri": "jwks",
        "userinfo_endpoint": "userinfo", "revocation_endpoint": "revocation", "end_session_endpoint": "endsession",
    }  # fmt: skip
    return {"issuer": issuer, **{name: f"{issuer}/{path}" for name, path in named.items()}}
