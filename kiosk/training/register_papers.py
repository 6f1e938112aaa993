"""Papers signed by hand: handed in at the desk, registered by one of the staff, and looked at again by another."""

import enum
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from kiosk.training.callers import Staff
from kiosk.training.clock import TownClock
from kiosk.training.people import Person
from kiosk.training.post_refusals import PostRefusal, forbidden
from kiosk.training.register import Basis, Mandate, Register, Role, Side, SignedBasis, Standing
from kiosk.training.wider_powers import WiderPower

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
    """What stands on a paper, as one of the staff has read it. ``backed_by``: what was handed in with a request."""

    signed_by: Role
    grantor: Person
    holder: Person
    signed_for: SignedBasis
    rights: frozenset[str]
    until: date
    backed_by: WiderPower | None = None

    @property
    def basis(self) -> Basis:
        return self.backed_by.basis if self.backed_by else self.signed_for

    def mandate(self, reference: str) -> Mandate:
        """It is called as its paper is.

        What the holder has signed is a request: it awaits the grantor, unless they have said yes by a wider power.
        """
        sides = Side.of(self.grantor), Side.of(self.holder)
        if self.signed_by == "grantor" or self.backed_by:
            return Mandate(*sides, self.basis, self.rights, self.until, reference=reference)
        awaited = Standing.AWAITED
        return Mandate(*sides, self.basis, self.rights, self.until, awaited, "grantor", reference=reference)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who of the staff has done something with a paper, and when."""

    staff: Staff
    at: datetime


@dataclass(slots=True)
class SignedPaper:
    """Whoever of the staff has done something with it is named by pseudonym.

    ``reading`` is there until it is decided; afterwards the ``basis`` is all that is left of it.
    """

    reference: str
    handed_in: Hand
    stage: Stage = Stage.HANDED_IN
    reading: Reading | None = None
    basis: Basis | None = None
    registered: Hand | None = None
    decided: Hand | None = None
    reason: Reason | None = None
    version: int = 1


class Papers:
    """The desk's ledger, in memory. What cannot be done with a paper now raises :class:`PostRefusal`."""

    def __init__(self, register: Register, clock: TownClock) -> None:
        self._register = register
        self._clock = clock
        self._by_reference: dict[str, SignedPaper] = {}

    def clear(self) -> None:
        self._by_reference.clear()

    def all(self) -> list[SignedPaper]:
        return list(self._by_reference.values())

    def find(self, reference: str) -> SignedPaper | None:
        return self._by_reference.get(reference)

    def hand_in(self, reference: str, staff: Staff) -> SignedPaper:
        """The same paper a second time is the same paper."""
        return self._by_reference.setdefault(reference, SignedPaper(reference, self._by(staff)))

    def register(self, paper: SignedPaper, reading: Reading, staff: Staff) -> None:
        """Whoever registers anew what another has registered is the one who may not confirm it."""
        _check_open(paper)
        paper.reading, paper.basis, paper.registered = reading, reading.basis, self._by(staff)
        _go(paper, Stage.REGISTERED)

    def confirm(self, paper: SignedPaper, staff: Staff) -> None:
        """The second look: by somebody else, always. From now on the mandate stands, in the register alone."""
        if paper.reading is None or paper.registered is None:
            raise _other_stage()
        if paper.registered.staff == staff:
            raise forbidden("second.look.missing")
        self._register.add(paper.reading.mandate(paper.reference))
        self._decide(paper, Stage.CONFIRMED, staff)

    def reject(self, paper: SignedPaper, reason: Reason, staff: Staff) -> None:
        """Either look may find that a paper is none."""
        _check_open(paper)
        paper.reason = reason
        self._decide(paper, Stage.REJECTED, staff)

    def _decide(self, paper: SignedPaper, stage: Stage, staff: Staff) -> None:
        """Who it was about is forgotten: whoever looks at the desk's papers later has no use for it."""
        paper.reading, paper.decided = None, self._by(staff)
        _go(paper, stage)

    def _by(self, staff: Staff) -> Hand:
        return Hand(staff, self._clock.now())


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
