"""Who stands at the kiosk: citizens, their numbers and how surely we know them."""

import enum
from dataclasses import dataclass, field
from typing import Self

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


@dataclass(frozen=True, slots=True)
class Citizen:
    """The person who has logged in. ``cpr`` is missing for people without one (``mitid.has_cpr`` = "false").

    ``subject`` is the provider's name for the person at this kiosk (``sub``), the same at every login.
    """

    name: str = field(repr=False)
    cpr: Cpr | None = field(repr=False)
    level: Level
    subject: str = field(repr=False)

    def is_again(self, other: "Citizen") -> bool:
        """The same person as ``other``, and at least as surely."""
        return self.subject == other.subject and self.level >= other.level


@dataclass(frozen=True, slots=True)
class Grant:
    """What the identity provider gave: the right to act for one citizen during one visit."""

    access_token: Secret = field(repr=False)
    id_token: Secret = field(repr=False)
