"""The register of mandates: who may act for whom, by which right, until when, and what has become of it."""

import enum
import random
import string
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.training.clock import TownClock
from kiosk.training.people import PEOPLE, Company, Person
from kiosk.training.rates import Hourly

DENMARK = ZoneInfo("Europe/Copenhagen")
AREAS = ("residence", "doctor", "moving", "healthcard")
RIGHTS = ("read", "handle", "contact")
POST_RIGHTS = {
    "MESSAGE_BASIC": frozenset({"MESSAGE_BASIC"}),
    "MESSAGE_WRITE": frozenset({"MESSAGE_BASIC", "MESSAGE_WRITE"}),
}
"""What each access to Digital Post holds: to write includes to read."""
_MOST_AN_HOUR = 5
_A_DAY = timedelta(days=1)
_ALPHABET = string.ascii_uppercase + "23456789"
_choices = random.SystemRandom().choices


def urn(area: str, right: str) -> str:
    """One privilege, as OIO-BPP names it. A sandbox's own: the real catalogue is not public."""
    return f"urn:dk:sandbox:kiosk:{area}:{right}"


def new_reference() -> str:
    """Eight letters and digits that are hard to mistake for one another, and say nothing about anybody."""
    return "".join(_choices(_ALPHABET, k=8))


PRIVILEGES = frozenset(urn(area, right) for area in AREAS for right in RIGHTS)


class Basis(enum.Enum):
    """Why somebody may act: the ``authz_source`` of the tokens."""

    POWER = "digital_fuldmagt"
    GENERAL_POWER = "generalfuldmagt"
    FUTURE_POWER = "fremtidsfuldmagt"
    READ_ACCESS = "laeseadgang"
    WRITE_ACCESS = "skriveadgang"
    PARENT = "foraeldremyndighed"
    GUARDIAN = "vaergemaal"
    SIGNATORY = "tegningsret"


SignedBasis = Literal[Basis.POWER, Basis.READ_ACCESS, Basis.WRITE_ACCESS]
"""What a signature, or a login in its place, gives."""

KEPT_ELSEWHERE = {Basis.FUTURE_POWER, Basis.PARENT, Basis.GUARDIAN, Basis.SIGNATORY}
"""Another register says these; nobody withdraws them here."""


class Standing(enum.Enum):
    IN_FORCE = "in_force"
    AWAITED = "awaited"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    GRANTOR_DEAD = "grantor_dead"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a mandate. ``who`` is missing for a number that is nobody's, or not with that name.

    Until that side has accepted, ``name`` and ``number`` are as the other side typed them.
    """

    name: str = field(repr=False)
    number: str = field(repr=False)
    who: Person | Company | None
    language: str = "da"

    @property
    def is_company(self) -> bool:
        return isinstance(self.who, Company)

    @property
    def masked(self) -> str:
        """As people are shown it: the birth date, or a CVR number, which is public."""
        return self.number if self.is_company else f"{self.number[:6]}-••••"

    @property
    def urn(self) -> str:
        """As a scope of OIO-BPP names it."""
        kind = "cvrNumberIdentifier" if self.is_company else "cprNumberIdentifier"
        return f"urn:dk:gov:saml:{kind}:{self.number}"

    @classmethod
    def of(cls, who: Person | Company) -> "Side":
        number = who.cvr if isinstance(who, Company) else who.cpr
        return cls(who.name, number or "", who, who.language)


Role = Literal["grantor", "holder"]


@dataclass(slots=True)
class Mandate:
    """``rights``: privileges at services, or those of Digital Post, never both. ``decided``: whatever has no date.

    ``awaits``: which side has to accept or decline.
    """

    grantor: Side
    holder: Side
    basis: Basis
    rights: frozenset[str]
    until: date | None
    decided: Standing = Standing.IN_FORCE
    awaits: Role | None = None
    withdrawn_at: datetime | None = None
    version: int = 1
    id: str = field(default_factory=lambda: str(uuid.uuid4()), repr=False)
    reference: str = field(default_factory=new_reference)

    @property
    def is_for_post(self) -> bool:
        return "MESSAGE_BASIC" in self.rights

    @property
    def ends(self) -> datetime | None:
        """Midnight after the last day, Danish time."""
        if self.until is None:
            return None
        return datetime.combine(self.until + timedelta(days=1), time(), DENMARK)

    def role_of(self, person: Person) -> Role | None:
        if self.holder.who is person:
            return "holder"
        return "grantor" if self.grantor.who is person else None


class Register:
    """The ledger, in memory. ``sent``: how much people send, by the hour.

    ``first``: what it holds when it is new. ``more``: what is made when somebody first looks for their mandates.
    """

    def __init__(
        self,
        first: Callable[[date], Iterable[Mandate]],
        more: Callable[[Person, date], Iterable[Mandate]],
        clock: TownClock,
    ) -> None:
        self._first = first
        self._more = more
        self._clock = clock
        self.sent = Hourly(_MOST_AN_HOUR, clock)
        self.clear()

    def clear(self) -> None:
        """As new: nobody has given, asked for or withdrawn anything, and nobody has died since."""
        self._by_id: dict[str, Mandate] = {}
        self._by_person: defaultdict[str, list[Mandate]] = defaultdict(list)
        self._looked: set[str] = set()
        self._deaths = {person.id: self._clock.now() - _A_DAY for person in PEOPLE.values() if person.dead}
        self.sent.clear()
        for mandate in self._first(self.today()):
            self.add(mandate)

    def add(self, mandate: Mandate) -> None:
        self._by_id[mandate.id] = mandate
        for side in (mandate.holder, mandate.grantor):
            if isinstance(side.who, Person):
                self._by_person[side.who.id].append(mandate)

    def today(self) -> date:
        """In Denmark."""
        return self._clock.now().astimezone(DENMARK).date()

    def concerning(self, person: Person) -> list[Mandate]:
        """All that the person is a side of."""
        if person.id not in self._looked:
            self._looked.add(person.id)
            for mandate in self._more(person, self.today()):
                self.add(mandate)
        return self._by_person[person.id]

    def find(self, mandate_id: str) -> Mandate | None:
        return self._by_id.get(mandate_id)

    def held_by(self, person: Person, mandate_id: str) -> Mandate | None:
        """The mandate, if the person is its holder."""
        mandate = self.find(mandate_id)
        return mandate if mandate and mandate.role_of(person) == "holder" else None

    def standing(self, mandate: Mandate) -> Standing:
        """What has become of it by the town's clock. What is awaited tells nobody that the grantor has died."""
        if mandate.decided not in {Standing.IN_FORCE, Standing.AWAITED}:
            return mandate.decided
        if mandate.decided is Standing.IN_FORCE and self._is_dead(mandate.grantor):
            return Standing.GRANTOR_DEAD
        ended = mandate.ends is not None and self._clock.now() >= mandate.ends
        return Standing.EXPIRED if ended else mandate.decided

    def ended_at(self, mandate: Mandate) -> datetime | None:
        """Since when nobody can act under it any more; none for one in force, or one that never was."""
        match self.standing(mandate):
            case Standing.WITHDRAWN:
                return mandate.withdrawn_at
            case Standing.EXPIRED:
                return mandate.ends
            case Standing.GRANTOR_DEAD:
                return self._deaths.get(mandate.grantor.who.id) if mandate.grantor.who else None
            case Standing.IN_FORCE | Standing.AWAITED | Standing.DECLINED:
                return None

    def ended_on(self, mandate: Mandate) -> date | None:
        """The day of it, in Denmark; nobody needs to know the second in which somebody has died."""
        ended = self.ended_at(mandate)
        return ended.astimezone(DENMARK).date() if ended else None

    def accept(self, mandate: Mandate) -> None:
        """In force, and each side is now called as it is."""
        mandate.grantor, mandate.holder = (
            Side.of(side.who) if side.who else side for side in (mandate.grantor, mandate.holder)
        )
        self._decide(mandate, Standing.IN_FORCE)

    def decline(self, mandate: Mandate) -> None:
        self._decide(mandate, Standing.DECLINED)

    def withdraw(self, mandate: Mandate) -> None:
        mandate.withdrawn_at = self._clock.now()
        self._decide(mandate, Standing.WITHDRAWN)

    def die(self, person: Person) -> None:
        """The person dies now."""
        self._deaths.setdefault(person.id, self._clock.now())

    def is_dead(self, person: Person) -> bool:
        return person.id in self._deaths

    def _is_dead(self, side: Side) -> bool:
        return isinstance(side.who, Person) and self.is_dead(side.who)

    def _decide(self, mandate: Mandate, decision: Standing) -> None:
        mandate.decided, mandate.awaits = decision, None
        mandate.version += 1
