"""Papers signed by hand: handed in at the desk, registered by one of the staff, and looked at again by another."""

import enum
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.training.people import Person
from kiosk.training.post_refusals import PostRefusal, forbidden
from kiosk.training.register import Basis, Mandate, Register, Role, Side, Standing

_SCANNED: Final = re.compile(r"(?:KIOSK:PAPER:)?([A-Z2-9]{4})\s?([A-Z2-9]{4})")


class Stage(enum.Enum):
    """What has become of a paper."""

    HANDED_IN = "handed_in"
    REGISTERED = "registered"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Reason(enum.Enum):
    """Why a paper makes no mandate: from a list, so that nobody writes anything about anybody."""

    NOT_SIGNED = "not_signed"
    PAGES_MISSING = "pages_missing"
    NOT_READABLE = "not_readable"
    SIGNED_BY_ANOTHER = "signed_by_another"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands on a paper, as one of the staff has read it."""

    signed_by: Role
    grantor: Person
    holder: Person
    basis: Basis
    rights: frozenset[str]
    until: date

    def mandate(self, reference: str) -> Mandate:
        """It is called as its paper is. What the holder has signed is a request, and awaits the grantor."""
        sides = Side.of(self.grantor), Side.of(self.holder)
        if self.signed_by == "grantor":
            return Mandate(*sides, self.basis, self.rights, self.until, reference=reference)
        awaited = Standing.AWAITED
        return Mandate(*sides, self.basis, self.rights, self.until, awaited, "grantor", reference=reference)


@dataclass(slots=True)
class SignedPaper:
    """Whoever of the staff has done something with it is named by pseudonym."""

    reference: str
    handed_in_to: str
    stage: Stage = Stage.HANDED_IN
    reading: Reading | None = None
    registered_by: str = ""
    decided_by: str = ""
    reason: Reason | None = None
    version: int = 1


class Papers:
    """The desk's ledger, in memory. What cannot be done with a paper now raises :class:`PostRefusal`."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._by_reference: dict[str, SignedPaper] = {}

    def clear(self) -> None:
        self._by_reference.clear()

    def all(self) -> list[SignedPaper]:
        return list(self._by_reference.values())

    def find(self, reference: str) -> SignedPaper | None:
        return self._by_reference.get(reference)

    def hand_in(self, reference: str, staff: str) -> SignedPaper:
        """The same paper a second time is the same paper."""
        return self._by_reference.setdefault(reference, SignedPaper(reference, staff))

    def register(self, paper: SignedPaper, reading: Reading, staff: str) -> None:
        """Whoever registers anew what another has registered is the one who may not confirm it."""
        _check_open(paper)
        paper.reading, paper.registered_by = reading, staff
        _go(paper, Stage.REGISTERED)

    def confirm(self, paper: SignedPaper, staff: str) -> None:
        """The second look: by somebody else, always. From now on the mandate stands."""
        if paper.stage is not Stage.REGISTERED or paper.reading is None:
            raise _other_stage()
        if paper.registered_by == staff:
            raise forbidden("second.look.missing")
        self._register.add(paper.reading.mandate(paper.reference))
        paper.decided_by = staff
        _go(paper, Stage.CONFIRMED)

    def reject(self, paper: SignedPaper, reason: Reason, staff: str) -> None:
        """Either look may find that a paper is none. What was read on it is forgotten."""
        _check_open(paper)
        paper.reading, paper.reason, paper.decided_by = None, reason, staff
        _go(paper, Stage.REJECTED)


def read_reference(scanned: str) -> str | None:
    """From the QR code of a paper, or as it is printed beside it; None for anything else."""
    found = _SCANNED.fullmatch(scanned.strip().upper())
    return "".join(found.groups()) if found else None


def _check_open(paper: SignedPaper) -> None:
    if paper.stage not in {Stage.HANDED_IN, Stage.REGISTERED}:
        raise _other_stage()


def _other_stage() -> PostRefusal:
    return PostRefusal(409, "version.conflict")


def _go(paper: SignedPaper, stage: Stage) -> None:
    paper.stage = stage
    paper.version += 1
