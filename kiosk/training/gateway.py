"""What stands before every door of the town: it marks each answer as practice, and loses some of them."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from starlette.responses import Response

from kiosk.training.clock import TownClock

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_CHANGING: Final = ("POST", "PATCH", "DELETE")
_LOSING: Final = ("/apis/v1/", "/mandates/", "/services/", "/papers/")


def marked(app: App, clock: TownClock) -> App:
    """The app, with TRAINING and the town's own time in the head of every answer."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_marked(message: Scope) -> None:
            if message["type"] == "http.response.start":
                marks = [(b"x-practice-town", b"TRAINING"), (b"date", clock.http_date())]
                message["headers"] = [*message["headers"], *marks]
            await send(message)

        await app(scope, receive, send_marked)

    return answer


def losing_answers(app: App, loses: Callable[[], bool]) -> App:
    """The app, save that while it ``loses``, an order that changes something is done, and the answer is a 504."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        changes = scope["method"] in _CHANGING and scope["path"].startswith(_LOSING)
        if not (changes and loses()):
            await app(scope, receive, send)
            return
        await app(scope, receive, _lost)
        await Response(status_code=504)(scope, receive, send)

    return answer


async def _lost(message: Scope) -> None:
    """Goes nowhere."""
