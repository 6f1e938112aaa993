"""Where a visit can be while a mandate is given, asked for, answered or withdrawn: the citizen's own affairs.

Every place keeps the one that it was reached from: going back leads, step by step, to what was answered before, and
what was answered after that is asked anew.
"""

from dataclasses import dataclass, field
from datetime import date

from kiosk.visit.acting import ActingEnded, AtServices, ChoosingPrincipal
from kiosk.visit.mandates import Draft, Mandate, Mandates, Scope, Term
from kiosk.visit.people import Cpr, OwnGrant, WrongName, WrongNumber
from kiosk.visit.reading import InFolder
from kiosk.visit.ways import Identifying, Refused


@dataclass(frozen=True, slots=True)
class Giving:
    """The citizen lets somebody else act for them."""


@dataclass(frozen=True, slots=True)
class Requesting:
    """The citizen asks somebody to be allowed to act for them."""


Purpose = Giving | Requesting

Origin = InFolder | AtServices | ChoosingPrincipal | ActingEnded
"""Where the citizen was before they came to their mandates."""


@dataclass(frozen=True, slots=True)
class FetchingMandates:
    order: int
    back: Origin


@dataclass(frozen=True, slots=True)
class AtMandates:
    """The list: given, received, and waiting for an answer."""

    back: Origin
    mandates: Mandates = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskingWhich:
    """Power of attorney, or access to Digital Post."""

    back: AtMandates
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class AskingWhichForm:
    """Power of attorney, or access to Digital Post, on paper, where nothing says yet which of the two it is about."""

    back: ChoosingPrincipal | ActingEnded


@dataclass(frozen=True, slots=True)
class ExplainingMandates:
    """Which of the two does a person need? With examples."""

    back: AtMandates | AskingWhich | AskingWhichForm


@dataclass(frozen=True, slots=True)
class AskingScope:
    """What about? ``ticked`` says by its type which of the two it is, and holds what is ticked so far."""

    back: AskingWhich
    ticked: Scope


@dataclass(frozen=True, slots=True)
class AskingOther:
    """Who? The CPR number first, on the keypad. ``wrong``: why the one that was typed cannot be it."""

    back: AskingScope
    wrong: WrongNumber | None = None


@dataclass(frozen=True, slots=True)
class AskingOtherName:
    """Their name, as they write it. ``wrong``: why what was typed cannot be it."""

    back: AskingOther
    cpr: Cpr = field(repr=False)
    wrong: WrongName | None = None


@dataclass(frozen=True, slots=True)
class AskingUntil:
    """Until when? Counted from ``today``."""

    back: AskingOtherName
    name: str = field(repr=False)
    today: date

    @property
    def offered(self) -> tuple[date, ...]:
        """The last day of every :class:`Term`, in their order."""
        return tuple(term.last_day(self.today) for term in Term)


@dataclass(frozen=True, slots=True)
class ReadingBack:
    """Everything once more, before it is signed or sent."""

    back: AskingUntil
    until: date

    @property
    def draft(self) -> Draft:
        named = self.back.back
        return Draft(self.back.name, named.cpr, named.back.back.ticked, self.until)

    @property
    def purpose(self) -> Purpose:
        return self._which.purpose

    @property
    def mandates(self) -> AtMandates:
        """The list that it began at."""
        return self._which.back

    @property
    def must_be_signed(self) -> bool:
        """Whoever lets somebody act signs it; whoever asks need not."""
        return isinstance(self.purpose, Giving)

    @property
    def _which(self) -> AskingWhich:
        return self.back.back.back.back.back


@dataclass(frozen=True, slots=True)
class Accepting:
    """Yes to what awaits an answer."""


@dataclass(frozen=True, slots=True)
class Declining:
    """No to what awaits an answer."""


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """It shall not hold any more, from now on."""


Change = Accepting | Declining | Withdrawing


@dataclass(frozen=True, slots=True)
class LookingAtMandate:
    """One mandate of the list: who, what, until when, and what may be done with it."""

    back: AtMandates
    mandate: Mandate

    @property
    def given(self) -> bool:
        """The citizen is the one whom the other acts for."""
        return self.mandate in self.back.mandates.given


@dataclass(frozen=True, slots=True)
class AskingToChange:
    """Are you sure?"""

    back: LookingAtMandate
    change: Change

    @property
    def mandate(self) -> Mandate:
        return self.back.mandate

    @property
    def mandates(self) -> AtMandates:
        """The list that it began at."""
        return self.back.back

    @property
    def must_be_signed(self) -> bool:
        """Whoever lets somebody act signs it."""
        return isinstance(self.change, Accepting) and self.back.given


Settled = ReadingBack | AskingToChange
"""What only needs a yes to be sent."""


@dataclass(frozen=True, slots=True)
class SigningMandate:
    """The same person logs in once more: that is the signature."""

    back: Settled
    proof: Identifying | Refused


@dataclass(frozen=True, slots=True)
class SendingMandate:
    """``signature`` is the grant of the login that signed it; good for this one order."""

    order: int
    back: Settled
    signature: OwnGrant | None = None


@dataclass(frozen=True, slots=True)
class MandateSent:
    """What has become of it: the mandate as the register has it now."""

    back: AtMandates
    mandate: Mandate
    sent: Purpose | Change


Drafting = AskingWhich | AskingScope | AskingOther | AskingOtherName | AskingUntil | ReadingBack
"""Writing a mandate, question by question."""

Delegating = (
    FetchingMandates
    | AtMandates
    | ExplainingMandates
    | Drafting
    | LookingAtMandate
    | AskingToChange
    | SigningMandate
    | SendingMandate
    | MandateSent
)
