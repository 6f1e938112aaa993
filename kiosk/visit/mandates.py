"""Who may act for whom: the digital power of attorney and access to Digital Post, kept apart as the law does."""

import enum
import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Self

from kiosk.visit.people import Cpr


class Area(enum.Enum):
    """What a power of attorney can be about; the public catalogue of about 40 services is not complete."""

    RESIDENCE = "residence"
    DOCTOR = "doctor"
    MOVING = "moving"
    HEALTH_CARD = "healthcard"


class Right(enum.Enum):
    """What may be done there. One does not include another (borger.dk): who may handle it may not phone about it."""

    READ = "read"
    HANDLE = "handle"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Privilege:
    """One right in one area, as OIO-BPP names it. The real catalogue of URNs is not public; this is a sandbox's."""

    area: Area
    right: Right

    @property
    def urn(self) -> str:
        return f"urn:dk:sandbox:kiosk:{self.area.value}:{self.right.value}"

    @classmethod
    def from_urn(cls, urn: str) -> Self:
        """Raises :class:`ValueError` for a privilege that is not known here."""
        prefix, _, rest = urn.rpartition("urn:dk:sandbox:kiosk:")
        area, _, right = rest.partition(":")
        if prefix or not urn.startswith("urn:dk:sandbox:kiosk:"):
            raise ValueError("not a privilege of ours")
        return cls(Area(area), Right(right))


class PostRight(enum.Enum):
    """Access to somebody else's Digital Post. Both include being served on the owner's behalf (borger.dk)."""

    READ = "read"
    READ_AND_WRITE = "read and write"


Scope = frozenset[Privilege] | PostRight
"""A power of attorney holds privileges at services; an access holds for the mailbox. Neither replaces the other."""


class Mechanism(enum.Enum):
    """The two ways to let somebody do something, kept apart by the law: each has a form of its own."""

    POWER = "power of attorney"
    POST = "Digital Post"

    @classmethod
    def of(cls, scope: "Scope | Mechanism") -> "Mechanism":
        match scope:
            case Mechanism():
                return scope
            case PostRight():
                return cls.POST
            case frozenset():
                return cls.POWER


class Basis(enum.Enum):
    """Why somebody may act: the value is the ``authz_source`` of the token."""

    POWER = "digital_fuldmagt"
    GENERAL_POWER = "generalfuldmagt"
    FUTURE_POWER = "fremtidsfuldmagt"
    READ_ACCESS = "laeseadgang"
    WRITE_ACCESS = "skriveadgang"
    PARENT = "foraeldremyndighed"
    GUARDIAN = "vaergemaal"
    SIGNATORY = "tegningsret"


MADE_ELSEWHERE: Final = frozenset({Basis.PARENT, Basis.GUARDIAN, Basis.SIGNATORY, Basis.FUTURE_POWER})
"""By a law, a court or another register: nobody can give, renew or withdraw it here."""


class Standing(enum.Enum):
    """What has become of a mandate, as the register says."""

    IN_FORCE = "in force"
    AWAITED = "awaited"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    GRANTOR_DEAD = "grantor dead"


class Kind(enum.Enum):
    PERSON = "person"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a mandate.

    ``number`` as a screen may show it: the birth date, or a company's CVR number. ``language``: the one that the
    register knows the party by, a catalogue code.
    """

    name: str = field(repr=False)
    number: str = field(repr=False)
    kind: Kind = Kind.PERSON
    language: str = "da"


@dataclass(frozen=True, slots=True)
class Reference:
    """What people and journals may call a mandate by. No name, no sentence and no person's number has this form."""

    name: str

    def __post_init__(self) -> None:
        if not re.fullmatch("[A-Z2-9]{8}", self.name):
            raise ValueError("a reference has eight letters and digits")


@dataclass(frozen=True, slots=True)
class Mandate:
    """One person's right to act for another. ``id`` is opaque; a CPR number never stands in it.

    ``reference`` says nothing about anybody.
    ``until``: the last day. ``ended_on``: the day on which it ended, whatever ended it.
    ``awaits_me``: the one who is logged in has to accept or decline it.
    """

    id: str = field(repr=False)
    reference: Reference
    grantor: Party
    holder: Party
    basis: Basis
    scope: Scope
    until: date | None
    standing: Standing
    version: int
    awaits_me: bool = False
    ended_on: date | None = None

    @property
    def is_of_use_here(self) -> bool:
        """Something in it can be done at a machine: to contact is to phone, or to come in person (borger.dk)."""
        if isinstance(self.scope, PostRight):
            return True
        return any(privilege.right is not Right.CONTACT for privilege in self.scope)

    @property
    def can_be_withdrawn(self) -> bool:
        """By either side, as long as it can still hold; but not what was made elsewhere."""
        lives = self.standing in (Standing.IN_FORCE, Standing.AWAITED) and not self.awaits_me
        return lives and self.basis not in MADE_ELSEWHERE


@dataclass(frozen=True, slots=True)
class Mandates:
    """All that concerns one person. ``received``: where they are the holder; ``given``: where they are the grantor."""

    received: tuple[Mandate, ...] = ()
    given: tuple[Mandate, ...] = ()

    @property
    def usable(self) -> tuple[Mandate, ...]:
        """Those under which the person can act today."""
        return tuple(each for each in self.received if each.standing is Standing.IN_FORCE)

    @property
    def asked(self) -> tuple[Mandate, ...]:
        """Those that somebody else asked the person for, and that wait for a yes or a no."""
        return tuple(each for each in self.given if each.awaits_me)

    def find(self, mandate_id: str) -> Mandate | None:
        return next((each for each in (*self.received, *self.given) if each.id == mandate_id), None)


class ReadPost(enum.Enum):
    """Acts at a mailbox that reading covers."""

    READ = "read"
    SERVE = "serve"


class WritePost(enum.Enum):
    """Acts at a mailbox that only write access covers."""

    ANSWER = "answer"


Act = Privilege | ReadPost | WritePost
"""What can be done for somebody: an errand at a service, or something at their mailbox."""


def covers(scope: Scope, act: Act) -> bool:
    """Whether a mandate in force allows the act. Only asked to be polite: the service asks again."""
    match scope, act:
        case frozenset(), Privilege():
            return act in scope
        case PostRight(), ReadPost():
            return True
        case PostRight.READ_AND_WRITE, WritePost():
            return True
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Draft:
    """A mandate that is being written at the kiosk; the other side is as it was typed.

    Nobody says whether there is such a person: the register answers the same, in the same time, either way.
    """

    name: str = field(repr=False)
    cpr: Cpr = field(repr=False)
    scope: Scope
    until: date


class Term(enum.Enum):
    """For how long a mandate is offered, in months. The register takes five years at most."""

    THREE_MONTHS = 3
    ONE_YEAR = 12
    THREE_YEARS = 36
    FIVE_YEARS = 60

    def last_day(self, today: date) -> date:
        """The same day of the month, or the last one of a shorter month."""
        years, month = divmod(today.month - 1 + self.value, 12)
        year = today.year + years
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


class Form(enum.Enum):
    """What is printed where a mandate has to go on paper.

    REQUEST: the citizen asks somebody to be allowed to act for them, and signs. AUTHORISATION: the citizen lets
    somebody act for them, and signs. AUTHORISATION_TO_SIGN: somebody lets the citizen act for them; the citizen takes
    it along, and the other signs.
    """

    REQUEST = "request"
    AUTHORISATION = "authorisation"
    AUTHORISATION_TO_SIGN = "authorisation to sign"


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What is known of the mandate on a form; what is missing is left to be written by hand.

    ``name`` and ``cpr`` are those of the other person, whichever side they are on. ``scope``: no more than which of
    the two mechanisms it is, where nothing in it is chosen.
    """

    name: str = field(default="", repr=False)
    cpr: Cpr | None = field(default=None, repr=False)
    scope: Scope | Mechanism = Mechanism.POWER
    until: date | None = None


class DeedKind(enum.Enum):
    """What can be done for somebody, as the receipt for them says it.

    LETTER_SERVED_PERHAPS, MATTER_HANDLED_PERHAPS: it was asked for, and no answer told what became of it.
    SHEETS_PERHAPS: so many more may have come out, of a job whose end the printer did not tell.
    """

    MAILBOX_OPENED = "mailbox opened"
    LETTERS_SEARCHED = "letters searched"
    LETTER_READ = "letter read"
    LETTER_SERVED = "letter served"
    LETTER_SERVED_PERHAPS = "letter perhaps served"
    SHEETS_PRINTED = "sheets printed"
    SHEETS_PERHAPS = "sheets perhaps printed"
    MATTER_SEEN = "matter seen"
    MATTER_HANDLED = "matter handled"
    MATTER_HANDLED_PERHAPS = "matter perhaps handled"


@dataclass(frozen=True, slots=True)
class Deed:
    """One act for somebody, without its content. ``at`` aware; ``area`` of an errand, none at the mailbox."""

    kind: DeedKind
    at: datetime
    count: int = 1
    area: Area | None = None
