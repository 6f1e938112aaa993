"""Where a visit can be while a mandate is given, asked for, answered or withdrawn: the citizen's own affairs."""

from dataclasses import dataclass, field

from kiosk.visit.mandates import Draft, Mandate, Mandates, Scope
from kiosk.visit.people import Cpr
from kiosk.visit.ways import Identifying, Refused


@dataclass(frozen=True, slots=True)
class Giving:
    """The citizen lets somebody else act for them."""


@dataclass(frozen=True, slots=True)
class Requesting:
    """The citizen asks somebody to be allowed to act for them."""


Purpose = Giving | Requesting


@dataclass(frozen=True, slots=True)
class FetchingMandates:
    order: int


@dataclass(frozen=True, slots=True)
class AtMandates:
    """The list: given, received, and waiting for an answer."""

    mandates: Mandates = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExplainingMandates:
    """Which of the two does a person need? With examples."""

    back: AtMandates


@dataclass(frozen=True, slots=True)
class AskingWhich:
    """Power of attorney, or access to Digital Post."""

    back: AtMandates
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class AskingScope:
    """What about? ``offered`` says by its type which of the two it is, and holds what is ticked so far."""

    back: AskingWhich
    ticked: Scope


@dataclass(frozen=True, slots=True)
class AskingOther:
    """Who? The CPR number first, on the keypad."""

    back: AskingScope


@dataclass(frozen=True, slots=True)
class AskingOtherName:
    """Their name, as they write it."""

    back: AskingOther
    cpr: Cpr = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskingUntil:
    """Until when?"""

    back: AskingOtherName
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadingBack:
    """Everything once more, before it is signed."""

    back: AskingUntil
    purpose: Purpose
    draft: Draft


@dataclass(frozen=True, slots=True)
class Accepting:
    """Yes to somebody's request."""

    mandate: Mandate


@dataclass(frozen=True, slots=True)
class Declining:
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class Withdrawing:
    mandate: Mandate


Change = Accepting | Declining | Withdrawing


@dataclass(frozen=True, slots=True)
class LookingAtMandate:
    """One mandate of the list: who, what, until when, and what may be done with it."""

    back: AtMandates
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class AskingToChange:
    """Are you sure?"""

    back: LookingAtMandate
    change: Change


@dataclass(frozen=True, slots=True)
class SigningMandate:
    """The same person logs in once more: that is the signature."""

    back: ReadingBack | AskingToChange
    proof: Identifying | Refused


@dataclass(frozen=True, slots=True)
class SendingMandate:
    order: int
    back: ReadingBack | AskingToChange


@dataclass(frozen=True, slots=True)
class MandateSent:
    """What has become of it: the mandate as the register has it now."""

    back: AtMandates
    mandate: Mandate
    sent: Purpose | Change


Delegating = (
    FetchingMandates
    | AtMandates
    | ExplainingMandates
    | AskingWhich
    | AskingScope
    | AskingOther
    | AskingOtherName
    | AskingUntil
    | ReadingBack
    | LookingAtMandate
    | AskingToChange
    | SigningMandate
    | SendingMandate
    | MandateSent
)
