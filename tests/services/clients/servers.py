"""Servers that misbehave, on real sockets of loopback."""

import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Answering = Callable[[Request], Awaitable[Response]]


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """The app on a free port; its address."""
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, lifespan="off", ws="none", date_header=False)
    )
    thread = threading.Thread(target=server.run, args=([door],), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join(10)
        door.close()


@contextmanager
def saying(answer: bytes, *, then_wait: bool = False) -> Iterator[str]:
    """A server that sends these bytes to whoever connects, whatever they want, and hangs up, or waits for ever."""
    door = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def talk() -> None:
        while not over.is_set():
            try:
                line, _ = door.accept()
            except OSError:
                return
            with line:
                line.recv(65536)
                line.sendall(answer)
                if then_wait:
                    over.wait(30)

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        over.set()
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        thread.join(10)


@dataclass
class OddProvider:
    """An identity provider that says what it is told to say, under ``/op``, and remembers what it was asked."""

    bent: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Response] = field(default_factory=dict)
    ahead: timedelta = timedelta(0)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/op/{rest:path}", self._answer, methods=["GET", "POST"])])

    async def _answer(self, request: Request) -> Response:
        path = request.path_params["rest"]
        self.asked.append((path, dict(await request.form())))
        self.headers.append(dict(request.headers))
        answer = self.answers.get(path) or self._standard(str(request.base_url) + "op", path)
        now = datetime.now(UTC) + self.ahead
        answer.headers["date"] = format_datetime(now, usegmt=True)
        return answer

    def _standard(self, issuer: str, path: str) -> Response:
        if path != ".well-known/openid-configuration":
            return Response("nobody here", 404)
        return JSONResponse(
            {
                "issuer": issuer,
                "jwks_uri": f"{issuer}/jwks",
                "authorization_challenge_endpoint": f"{issuer}/challenge",
                "token_endpoint": f"{issuer}/token",
                "userinfo_endpoint": f"{issuer}/userinfo",
                "revocation_endpoint": f"{issuer}/revocation",
                "end_session_endpoint": f"{issuer}/endsession",
                **self.bent,
            }
        )
