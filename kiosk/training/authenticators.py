"""What people log in with besides cards: code devices that count wrong codes, and passwords that count too."""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from kiosk.training.answers import Refused, WrongTry
from kiosk.training.people import Codes, Person

STEP = 30
"""Seconds that a code is shown (RFC 6238, 4.1)."""
_WRONG_IN_A_ROW = 3
_SUSPENSIONS = 3
_SUSPENDED_FOR = timedelta(minutes=15)
_WRONG_PASSWORDS = 5


@dataclass(slots=True)
class CodeDevice:
    """A time-based one-time code (RFC 6238: SHA-1, 6 digits, 30 s), each used once.

    Codes one step early or late are taken, and how far this device's clock is off is remembered for the next time
    (RFC 6238, section 6).
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(20), repr=False)
    drift: int = 0
    used: int = 0
    wrong: int = 0
    suspensions: int = 0
    suspended_until: datetime | None = None
    blocked: bool = False

    def press(self, now: datetime) -> tuple[str, int]:
        """The first code from now on that has not been used, and the seconds for which it is good."""
        step = max(_step(now) + self.drift, self.used + 1)
        return self._code(step), (step + 1 - self.drift) * STEP - int(now.timestamp())

    def check(self, code: str, now: datetime) -> None:
        """Take a code. Raises :class:`WrongTry`, or :class:`Refused` when the device is suspended or blocked."""
        self.check_usable(now)
        step = self._matching_step(code, now)
        if step is None:
            self._count_wrong(now)
        else:
            self.used, self.drift = step, step - _step(now)
            self.wrong = self.suspensions = 0

    def check_usable(self, now: datetime) -> None:
        """Raises :class:`Refused` when the device is suspended or blocked."""
        if self.blocked:
            raise Refused("otp_blocked")
        if self.suspended_until and now < self.suspended_until:
            raise Refused("otp_suspended", self.suspended_until - now)

    def _matching_step(self, code: str, now: datetime) -> int | None:
        middle = _step(now) + self.drift
        fresh = (step for step in (middle - 1, middle, middle + 1) if step > self.used)
        return next((step for step in fresh if hmac.compare_digest(self._code(step), code)), None)

    def _count_wrong(self, now: datetime) -> None:
        self.wrong += 1
        if self.wrong < _WRONG_IN_A_ROW:
            raise WrongTry("otp_invalid", _WRONG_IN_A_ROW - self.wrong)
        self.wrong = 0
        self.suspensions += 1
        self.blocked = self.suspensions >= _SUSPENSIONS
        self.suspended_until = now + _SUSPENDED_FOR
        self.check_usable(now)

    def _code(self, step: int) -> str:
        return TOTP(self.key, 6, SHA1(), STEP).generate(step * STEP).decode()


@dataclass(slots=True)
class Password:
    """A password that five wrong tries block."""

    content: str = field(repr=False)
    wrong: int = 0

    def check(self, given: str) -> None:
        """Raises :class:`WrongTry`, or :class:`Refused` once blocked."""
        if self.wrong < _WRONG_PASSWORDS and hmac.compare_digest(self.content.encode(), given.encode()):
            self.wrong = 0
            return
        self.wrong += 1
        if self.wrong >= _WRONG_PASSWORDS:
            raise Refused("password_blocked")
        raise WrongTry("password_invalid", _WRONG_PASSWORDS - self.wrong)


@dataclass(slots=True)
class Authenticators:
    """One person's code device and password; ``device`` is missing for a password alone, and for nothing."""

    device: CodeDevice | None
    password: Password

    @classmethod
    def of(cls, person: Person) -> "Authenticators":
        """New ones, as the town hands them out."""
        device = CodeDevice() if person.codes in {Codes.DEVICE, Codes.BLOCKED_DEVICE} else None
        if device:
            device.blocked = person.codes is Codes.BLOCKED_DEVICE
        return cls(device, Password(person.password))


def _step(now: datetime) -> int:
    return int(now.timestamp()) // STEP
