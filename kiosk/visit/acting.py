"""Where a visit can be while somebody chooses for whom they act, and acts for somebody at the services."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.visit.departure import Unfinished
from kiosk.visit.mandates import Deed, Mandate, Mandates, Privilege, Reference
from kiosk.visit.people import Grant
from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class ForAnother:
    """Acting for somebody: under which mandate, with which token, until when by our clock, and what was done.

    ``letters_read``: their ids, so that a letter that is opened twice is one letter on the receipt.
    """

    mandate: Mandate
    grant: Grant
    ends: datetime
    deeds: tuple[Deed, ...] = ()
    letters_read: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptUnderWay:
    """A receipt that is on its way to a principal, by its order."""

    order: int
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What has become of the receipts for the principals of this visit. ``told`` and ``untold`` count them."""

    under_way: tuple[ReceiptUnderWay, ...] = ()
    told: int = 0
    untold: int = 0


@dataclass(frozen=True, slots=True)
class AskingForMandates:
    """For whom may the citizen act? ``switching``: they want to choose anew and must see the choice."""

    order: int
    switching: bool = False


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
    """It cannot go on: withdrawn, expired, the owner dead. ``sheets_out``: of a print that was stopped, if one was."""

    trouble: Trouble
    deeds: tuple[Deed, ...] = ()
    sheets_out: int | None = None


Choosing = (
    AskingForMandates | ChoosingPrincipal | BeginningToAct | NotThisMandate | ActingEnding | ActingEnded
)
"""For whom?"""

AtWork = AtServices | AskingToDo | DoingErrand | ErrandDone
"""At the services, for whomever."""
