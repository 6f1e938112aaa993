"""Where a visit can be while somebody chooses for whom they act, and acts for somebody at the services."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kiosk.visit.departure import Unfinished
from kiosk.visit.mandates import (
    MADE_ELSEWHERE,
    Basis,
    Deed,
    Kind,
    Mandate,
    Mandates,
    Privilege,
    Reference,
)
from kiosk.visit.people import ActingGrant
from kiosk.visit.receipts import Onward
from kiosk.visit.trouble import Trouble

_RENEWABLE: Final = frozenset(
    {
        Trouble.MANDATE_EXPIRED,
        Trouble.MANDATE_WITHDRAWN,
        Trouble.MANDATE_DECLINED,
        Trouble.MANDATE_OF_NO_USE,
    }
)


def can_be_given(trouble: Trouble, basis: Basis) -> bool:
    """The dead give nothing any more, and what was made elsewhere is decided there."""
    return trouble is not Trouble.GRANTOR_DEAD and basis not in MADE_ELSEWHERE


@dataclass(frozen=True, slots=True)
class ForAnother:
    """Acting for somebody: under which mandate, with which token, until when by our clock, and what was done.

    ``letters_read``: their ids, so that a letter that is opened twice is one letter on the receipt.
    """

    mandate: Mandate
    grant: ActingGrant
    ends: datetime
    deeds: tuple[Deed, ...] = ()
    letters_read: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def can_ask_for_more(self) -> bool:
        """There is somebody who could let the citizen do more: neither a law nor a court, nor a company."""
        mandate = self.mandate
        return mandate.basis not in MADE_ELSEWHERE and mandate.grantor.kind is Kind.PERSON

    @property
    def can_show_more_on_paper(self) -> bool:
        """Somebody could sign a form: the person, or whoever holds a wider power, on the ground of it."""
        return self.can_ask_for_more or self.mandate.basis is Basis.FUTURE_POWER


@dataclass(frozen=True, slots=True)
class ReceiptSent:
    """A receipt that was sent to the mailbox of a principal, by its order, and what became of it.

    ``reference``: of the mandate, until it is heard of. ``trouble``: why it was not ``told``. ``printed``: the citizen
    has it on paper.
    """

    order: int
    reference: Reference | None
    told: bool = False
    trouble: Trouble | None = None
    printed: bool = False

    @property
    def under_way(self) -> bool:
        return not self.told and self.trouble is None


@dataclass(frozen=True, slots=True)
class Telling:
    """The receipts for the principals of this visit."""

    sent: tuple[ReceiptSent, ...] = ()

    @property
    def under_way(self) -> tuple[ReceiptSent, ...]:
        return tuple(each for each in self.sent if each.under_way)

    @property
    def told(self) -> int:
        """So many lie in a mailbox."""
        return sum(each.told for each in self.sent)

    @property
    def printed(self) -> int:
        return sum(each.printed for each in self.sent)

    @property
    def untold(self) -> int:
        """Of so many it is not known that they arrived, and the citizen does not have them either."""
        return sum(not (each.told or each.printed) for each in self.sent)

    def of(self, order: int) -> ReceiptSent | None:
        return next((each for each in self.sent if each.order == order), None)


@dataclass(frozen=True, slots=True)
class AskingForMandates:
    """For whom may the citizen act? ``switching``: they want to choose anew and must see the choice.

    ``onward``: or what they want to ask for instead, now that they act for themselves.
    """

    order: int
    switching: bool = False
    onward: Onward = Onward.FOR_WHOM


@dataclass(frozen=True, slots=True)
class ChoosingPrincipal:
    """For myself, or for whom? Never a default."""

    mandates: Mandates = field(repr=False)


@dataclass(frozen=True, slots=True)
class BeginningToAct:
    """The provider is asked for a token of its own for this principal."""

    order: int
    mandate: Mandate
    back: ChoosingPrincipal


@dataclass(frozen=True, slots=True)
class NotThisMandate:
    """Why the citizen cannot act under this one, and what to do next."""

    trouble: Trouble
    mandate: Mandate
    back: ChoosingPrincipal

    @property
    def on_paper(self) -> bool:
        """The person could sign a form."""
        return can_be_given(self.trouble, self.mandate.basis)

    @property
    def renewable(self) -> bool:
        """The person can give another one."""
        return self.on_paper and self.trouble in _RENEWABLE


@dataclass(frozen=True, slots=True)
class AtServices:
    """The services, each with what may be done there."""


@dataclass(frozen=True, slots=True)
class AskingToDo:
    """One errand, read back before it is done."""

    privilege: Privilege


@dataclass(frozen=True, slots=True)
class DoingErrand:
    order: int
    privilege: Privilege


@dataclass(frozen=True, slots=True)
class ErrandDone:
    """``reference``: what the service calls it."""

    privilege: Privilege
    reference: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ActingEnding:
    """It cannot go on, and the printer is told to stop first: it says how many pages came out."""

    trouble: Trouble
    job: Unfinished


@dataclass(frozen=True, slots=True)
class ActingEnded:
    """It cannot go on: withdrawn, expired, the owner dead. ``sheets_out``: of a print that was stopped, if one was.

    ``basis``: that of the mandate that has ended.
    """

    trouble: Trouble
    sheets_out: int | None = None
    basis: Basis = Basis.POWER

    @property
    def on_paper(self) -> bool:
        """The person could sign a form."""
        return can_be_given(self.trouble, self.basis)

    @property
    def renewable(self) -> bool:
        """The person can give another one."""
        return self.on_paper and self.trouble in _RENEWABLE


Choosing = (
    AskingForMandates | ChoosingPrincipal | BeginningToAct | NotThisMandate | ActingEnding | ActingEnded
)
"""For whom?"""

AtWork = AtServices | AskingToDo | DoingErrand | ErrandDone
"""At the services, for whomever."""
