"""How the identity provider says no, and what it may ask for next."""

from dataclasses import dataclass, field
from datetime import timedelta


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """The login is over: ``access_denied`` with one of the profile's descriptions."""

    def __init__(self, description: str, wait: timedelta | None = None) -> None:
        super().__init__(description)
        self.description = description
        self.wait = wait


class WrongTry(Exception):  # noqa: N818 - an answer, not an error
    """That was wrong, once more."""

    def __init__(self, description: str, attempts_left: int) -> None:
        super().__init__(description)
        self.description = description
        self.attempts_left = attempts_left


class SessionGone(Exception):  # noqa: N818 - an answer, not an error
    """``invalid_session``: unknown, too old, or asked too often."""


class OAuthError(Exception):
    """An error as RFC 6749 names it (5.2), with its HTTP status; most are bare, without a ``description``."""

    def __init__(self, code: str, status: int = 400, description: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.description = description


@dataclass(frozen=True, slots=True)
class ChipWanted:
    """The card is to sign SHA-256 of ``challenge``."""

    challenge: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CodeWanted:
    """The code device's six digits."""


@dataclass(frozen=True, slots=True)
class PasswordWanted:
    """``after_code``: the code before it was right."""

    after_code: bool


Wanted = ChipWanted | CodeWanted | PasswordWanted
