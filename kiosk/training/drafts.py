"""What somebody sends to give a mandate or to ask for one, read and checked."""

from datetime import date
from typing import Literal

import msgspec

from kiosk.training.people import Person, by_name_and_cpr
from kiosk.training.post_refusals import PostRefusal
from kiosk.training.register import (
    POST_RIGHTS,
    PRIVILEGES,
    Basis,
    Mandate,
    Register,
    Side,
    SignedBasis,
    Standing,
)

GROWN = 15
"""In years: who may give a mandate, ask for one, and be given or asked for one."""
_MOST_YEARS = 5


class Other(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The other side, as typed."""

    name: str
    cpr: str


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a mandate is to hold, and until when."""

    until: date
    privileges: list[str] | None = None
    postRight: Literal["MESSAGE_BASIC", "MESSAGE_WRITE"] | None = None  # noqa: N815 - the interface's name

    @property
    def rights(self) -> frozenset[str]:
        return POST_RIGHTS[self.postRight] if self.postRight else frozenset(self.privileges or ())

    @property
    def basis(self) -> SignedBasis:
        match self.postRight:
            case None:
                return Basis.POWER
            case "MESSAGE_BASIC":
                return Basis.READ_ACCESS
            case "MESSAGE_WRITE":
                return Basis.WRITE_ACCESS

    def wrong_field(self, today: date) -> str | None:
        if (self.postRight is None) == (self.privileges is None):
            return "postRight"
        if not self.rights or (self.privileges is not None and not self.rights <= PRIVILEGES):
            return "privileges"
        return None if today <= self.until <= _in_years(today) else "until"


class Draft(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    role: Literal["grantor", "holder"]
    other: Other


def read_draft(body: bytes, person: Person, today: date) -> Draft:
    """Raises :class:`PostRefusal`, for reasons that all lie in the draft and in the one who sends it."""
    try:
        draft = msgspec.json.decode(body, type=Draft)
    except msgspec.DecodeError as wrong:
        raise PostRefusal(400, "parameter.invalid", "body") from wrong
    if field := _wrong_field(draft, person, today):
        raise PostRefusal(400, "parameter.invalid", field)
    return draft


def mandate_from(draft: Draft, person: Person, register: Register) -> Mandate:
    """The mandate that awaits the other side, whoever that is.

    The same work for everybody: whether there is such a person, dead or too young, must not be told by time either.
    """
    found = who_can_answer(draft.other, register)
    other = Side(" ".join(draft.other.name.split()), draft.other.cpr, found)
    own = Side.of(person)
    grantor, holder = (own, other) if draft.role == "grantor" else (other, own)
    awaits = "holder" if draft.role == "grantor" else "grantor"
    return Mandate(grantor, holder, draft.basis, draft.rights, draft.until, Standing.AWAITED, awaits)


def who_can_answer(told: Other, register: Register) -> Person | None:
    """The person of that name and number, alive and old enough to be a side of a mandate."""
    found = by_name_and_cpr(told.name, told.cpr)
    can_answer = found and found.cpr and not register.is_dead(found) and found.age(register.today()) >= GROWN
    return found if can_answer else None


def _wrong_field(draft: Draft, person: Person, today: date) -> str | None:
    cpr = draft.other.cpr
    if len(cpr) != 10 or not (cpr.isascii() and cpr.isdigit()) or cpr == person.cpr:
        return "other.cpr"
    if not draft.other.name.strip():
        return "other.name"
    return draft.wrong_field(today)


def _in_years(today: date) -> date:
    """The last day that can be chosen."""
    leap = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year + _MOST_YEARS, day=28 if leap else today.day)
