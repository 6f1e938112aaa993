"""Who stands at the kiosk: citizens, their numbers and how surely we know them."""

import enum
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Self

from kiosk.visit.secrets import Secret


class Level(enum.IntEnum):
    """Level of assurance after the Danish NSIS standard; a higher one includes the lower."""

    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3

    @property
    def uri(self) -> str:
        """The claim value as brokers send it, without a ``/loa/`` segment."""
        return f"https://data.gov.dk/concept/core/nsis/{self.name.capitalize()}"

    @classmethod
    def from_uri(cls, uri: str) -> Self:
        """The level a claim names. Raises :class:`ValueError` for an unknown one."""
        for level in cls:
            if level.uri == uri:
                return level
        raise ValueError("not an NSIS level")


@dataclass(frozen=True, slots=True)
class Cpr:
    """A Danish personal number: ten digits, DDMMYY and a serial.

    Replacement numbers (day + 60) are accepted; the modulus 11 rule is not a reason to refuse (CPR office, 2007).
    """

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.digits) != 10 or not (self.digits.isascii() and self.digits.isdigit()):
            raise ValueError("a CPR number has ten digits")

    @property
    def shown(self) -> str:
        """What a screen may show: the birth date, never the serial."""
        return f"{self.digits[:6]}-••••"

    @property
    def born(self) -> date:
        """The birth date; the seventh digit tells the century (cpr.dk). Raises :class:`ValueError` for no such day."""
        day, month, year = (int(self.digits[at : at + 2]) for at in (0, 2, 4))
        day = day - _RAISED if day > _RAISED else day
        return date(_century(int(self.digits[6]), year) + year, month, day)


_RAISED: Final = 60
"""By so much the day of a replacement number is raised, as the CPR office advises."""


def _century(seventh: int, year: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


class WrongNumber(enum.Enum):
    """Why what was typed is not the CPR number of another person."""

    NOT_TEN_DIGITS = "not ten digits"
    NO_SUCH_DAY = "no such day"
    ONES_OWN = "one's own"


class WrongName(enum.Enum):
    """Why what was typed is nobody's name."""

    NO_LETTERS = "no letters"
    TOO_LONG = "too long"


LONGEST_NAME: Final = 140
"""As the CPR register has them at most, with some to spare."""


def full_name(typed: str) -> str | WrongName:
    """A name with single spaces. Whether anybody is called so, nobody says."""
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        return WrongName.TOO_LONG
    return name if name.isprintable() and any(map(str.isalpha, name)) else WrongName.NO_LETTERS


def another_cpr(typed: str, own: Cpr | None, today: date) -> Cpr | WrongNumber:
    """The number of somebody else, with or without the dash. Whether there is such a person, nobody says."""
    try:
        cpr = Cpr("".join(typed.replace("-", " ").split()))
    except ValueError:
        return WrongNumber.NOT_TEN_DIGITS
    if cpr == own:
        return WrongNumber.ONES_OWN
    try:
        return cpr if cpr.born <= today else WrongNumber.NO_SUCH_DAY
    except ValueError:
        return WrongNumber.NO_SUCH_DAY


@dataclass(frozen=True, slots=True)
class Citizen:
    """The person who has logged in. ``cpr`` is missing for people without one (``mitid.has_cpr`` = "false").

    ``subject`` is the provider's name for the person at this kiosk (``sub``), the same at every login.
    """

    name: str = field(repr=False)
    cpr: Cpr | None = field(repr=False)
    level: Level
    subject: str = field(repr=False)

    def is_younger_than(self, years: int, today: date) -> bool:
        """Not said of anybody whose birth date is not known."""
        try:
            born = self.cpr.born if self.cpr else date.min
        except ValueError:
            return False
        return (today.year - years, today.month, today.day) < (born.year, born.month, born.day)

    def is_again(self, other: "Citizen") -> bool:
        """The same person as ``other``, and at least as surely."""
        return self.subject == other.subject and self.level >= other.level


@dataclass(frozen=True, slots=True)
class Grant:
    """What the identity provider gave: the right to act for one person during one visit, oneself or another."""

    access_token: Secret = field(repr=False)
    id_token: Secret = field(repr=False)

    def forget(self) -> None:
        """Overwrite it; harmless the second time."""
        self.access_token.forget()
        self.id_token.forget()


@dataclass(frozen=True, slots=True)
class OwnGrant(Grant):
    """From the citizen's own login.

    Mandates are listed, given, answered and used with this one only: no right to act for somebody passes on.
    """


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """What the provider calls somebody at this municipality, and a journal may: a UUID (RFC 9562), in small letters.

    No name, no sentence and no person's number has this form.
    """

    name: str

    def __post_init__(self) -> None:
        if not _UUID.fullmatch(self.name):
            raise ValueError("a pseudonym is a UUID")

    @classmethod
    def of(cls, subject: str) -> Self | None:
        """None where the provider calls them something else."""
        return cls(subject) if _UUID.fullmatch(subject) else None


_UUID: Final = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class ActingGrant(Grant):
    """The right to act for a principal: ``helper`` is who acts (``act.sub``), ``principal`` for whom (``sub``)."""

    helper: Pseudonym | None = None
    principal: Pseudonym | None = None
