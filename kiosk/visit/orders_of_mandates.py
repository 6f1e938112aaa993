"""What a visit asks of the register of mandates, and of the services under one."""

from dataclasses import dataclass

from kiosk.visit.mandates import Deed, Draft, FilledIn, Form, Mandate, Privilege
from kiosk.visit.people import Citizen, Grant, OwnGrant


@dataclass(frozen=True, slots=True)
class ListMandates:
    """Answer: ``MandatesListed``."""

    order: int
    grant: OwnGrant


@dataclass(frozen=True, slots=True)
class ActFor:
    """A token of its own for one principal (RFC 8693). Answer: ``ActingBegun``."""

    order: int
    grant: OwnGrant
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class CheckMandate:
    """Is the mandate that ``grant`` acts under still in force? Answer: ``MandateStands``."""

    order: int
    grant: Grant


@dataclass(frozen=True, slots=True)
class StopActing:
    """Give the token for a principal back. No answer."""

    grant: Grant


@dataclass(frozen=True, slots=True)
class DoErrand:
    """Answer: ``ErrandAnswered``."""

    order: int
    grant: Grant
    privilege: Privilege


@dataclass(frozen=True, slots=True)
class GiveMandate:
    """``grant`` is of a login that was made just now, to sign it. Answer: ``MandateTaken``."""

    order: int
    grant: OwnGrant
    draft: Draft


@dataclass(frozen=True, slots=True)
class RequestMandate:
    """Answer: ``MandateTaken``."""

    order: int
    grant: OwnGrant
    draft: Draft


@dataclass(frozen=True, slots=True)
class AcceptMandate:
    """``grant`` is of a login that was made just now where the grantor signs with it. Answer: ``MandateTaken``."""

    order: int
    grant: OwnGrant
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class DeclineMandate:
    """Answer: ``MandateTaken``."""

    order: int
    grant: OwnGrant
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class WithdrawMandate:
    """Answer: ``MandateTaken``."""

    order: int
    grant: OwnGrant
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class EndSignature:
    """The login that signed is over, once its order is. No answer."""

    grant: OwnGrant


@dataclass(frozen=True, slots=True)
class ComposeForm:
    """A form to be signed by hand, in the citizen's language and in Danish. Answer: ``FilePressed``."""

    order: int
    form: Form
    filled_in: FilledIn
    citizen: Citizen
    language: str


@dataclass(frozen=True, slots=True)
class TellPrincipal:
    """Put the receipt of what was done for them in the principal's mailbox. Answer: ``PrincipalTold``."""

    order: int
    grant: Grant
    mandate: Mandate
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class ComposeReceipt:
    """The same receipt, to be printed. Answer: ``FilePressed``."""

    order: int
    mandate: Mandate
    deeds: tuple[Deed, ...]


OrderOfMandates = (
    ListMandates
    | ActFor
    | CheckMandate
    | StopActing
    | DoErrand
    | GiveMandate
    | RequestMandate
    | AcceptMandate
    | DeclineMandate
    | WithdrawMandate
    | EndSignature
    | ComposeForm
    | TellPrincipal
    | ComposeReceipt
)
