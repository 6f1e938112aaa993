"""How Digital Post says no: its ErrorMessage with a code, and the few words that go with each."""

import msgspec
from starlette.responses import Response

from kiosk.training.post_shapes import ErrorMessage, FieldErrorResource

_WORDS = {
    "access.denied": "Access is denied",
    "authentication.invalid": "Full authentication is required to access this resource",
    "authentication.too.old": "More recent authentication is required",
    "authentication.level.insufficient": "The level of assurance is too low",
    "if.match.missing": "If-Match must carry the version",
    "legal.notification.unanswered": "The letter must be legally notified first",
    "mailbox.closed": "The mailbox is closed",
    "mailbox.missing": "The recipient has no mailbox",
    "memo.too.large": "The message is too large",
    "not.found": "The resource does not exist",
    "parameter.invalid": "A parameter is not valid",
    "privilege.missing": "The mandate does not hold this privilege",
    "receipt.too.large": "The receipt is too large",
    "second.look.missing": "Somebody else has to take the second look",
    "service.unavailable": "The service is not available",
    "too.many.requests": "Too many requests within the hour",
    "version.conflict": "The resource was changed by another request",
}


class PostRefusal(Exception):  # noqa: N818 - an answer, not an error
    """An HTTP status and an ErrorMessage; ``field`` names what was wrong in the request."""

    def __init__(
        self, status: int, code: str, field: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.field = field
        self.headers = headers

    def response(self) -> Response:
        words = _WORDS.get(self.code, "The request was refused")
        wrong = [FieldErrorResource(resource="message", field=self.field, code=self.code, message=words)]
        error = ErrorMessage(code=self.code, message=words, fieldErrors=wrong if self.field else [])
        return Response(msgspec.json.encode(error), self.status, self.headers, "application/json")


def unauthenticated(description: str = "") -> PostRefusal:
    """RFC 6750, 3.1. ``description``: what has become of the mandate that the token is for."""
    more = f', error_description="{description}"' if description else ""
    headers = {"WWW-Authenticate": f'Bearer error="invalid_token"{more}'}
    return PostRefusal(401, "authentication.invalid", headers=headers)


def too_old(seconds: int) -> PostRefusal:
    """RFC 9470, 3: how long ago somebody may have logged in."""
    challenge = f'Bearer error="insufficient_user_authentication", max_age="{seconds}"'
    return PostRefusal(401, "authentication.too.old", headers={"WWW-Authenticate": challenge})


def level_too_low(needed: str) -> PostRefusal:
    """RFC 9470, 3: which level would do."""
    challenge = f'Bearer error="insufficient_user_authentication", acr_values="{needed}"'
    return PostRefusal(401, "authentication.level.insufficient", headers={"WWW-Authenticate": challenge})


def not_found() -> PostRefusal:
    return PostRefusal(404, "not.found")


def forbidden(code: str = "access.denied") -> PostRefusal:
    return PostRefusal(403, code)
