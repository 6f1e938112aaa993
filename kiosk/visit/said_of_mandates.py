"""What a citizen can say about acting for somebody, and about letting somebody act."""

from dataclasses import dataclass, field
from datetime import date

from kiosk.visit.mandates import Form, PostRight, Privilege
from kiosk.visit.secrets import Secret


@dataclass(frozen=True, slots=True)
class MyselfChosen:
    """I am here for my own affairs."""


@dataclass(frozen=True, slots=True)
class PrincipalChosen:
    """I act for somebody, under this mandate."""

    mandate_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SwitchAsked:
    """I want to act for somebody else, or for myself."""


@dataclass(frozen=True, slots=True)
class ServicesAsked:
    """To the services."""


@dataclass(frozen=True, slots=True)
class PostAsked:
    """To the mailbox."""


@dataclass(frozen=True, slots=True)
class ErrandChosen:
    privilege: Privilege


@dataclass(frozen=True, slots=True)
class ErrandConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class MandatesAsked:
    """To my mandates, given and received."""


@dataclass(frozen=True, slots=True)
class ExplanationAsked:
    """Which of the two do I need?"""


@dataclass(frozen=True, slots=True)
class GivingChosen:
    """I want to let somebody act for me."""


@dataclass(frozen=True, slots=True)
class RequestingChosen:
    """I want to ask somebody to be allowed to act for them."""


@dataclass(frozen=True, slots=True)
class PowerChosen:
    """A digital power of attorney."""


@dataclass(frozen=True, slots=True)
class PostAccessChosen:
    """Access to Digital Post."""


@dataclass(frozen=True, slots=True)
class PrivilegeTicked:
    """Ticked, or unticked."""

    privilege: Privilege


@dataclass(frozen=True, slots=True)
class PostRightChosen:
    right: PostRight


@dataclass(frozen=True, slots=True)
class ScopeConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class OtherCprGiven:
    """As it was typed: ten digits, or not."""

    digits: Secret


@dataclass(frozen=True, slots=True)
class OtherNameGiven:
    name: Secret


@dataclass(frozen=True, slots=True)
class UntilChosen:
    """The last day."""

    until: date


@dataclass(frozen=True, slots=True)
class SigningAsked:
    """It is all right as it was read back: sign it, where it has to be signed, and send it."""


@dataclass(frozen=True, slots=True)
class MandateChosen:
    mandate_id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AcceptingAsked:
    pass


@dataclass(frozen=True, slots=True)
class DecliningAsked:
    pass


@dataclass(frozen=True, slots=True)
class WithdrawingAsked:
    pass


@dataclass(frozen=True, slots=True)
class FormAsked:
    """It has to go on paper."""


@dataclass(frozen=True, slots=True)
class FormChosen:
    form: Form


SaidOfMandates = (
    MyselfChosen
    | PrincipalChosen
    | SwitchAsked
    | ServicesAsked
    | PostAsked
    | ErrandChosen
    | ErrandConfirmed
    | MandatesAsked
    | ExplanationAsked
    | GivingChosen
    | RequestingChosen
    | PowerChosen
    | PostAccessChosen
    | PrivilegeTicked
    | PostRightChosen
    | ScopeConfirmed
    | OtherCprGiven
    | OtherNameGiven
    | UntilChosen
    | SigningAsked
    | MandateChosen
    | AcceptingAsked
    | DecliningAsked
    | WithdrawingAsked
    | FormAsked
    | FormChosen
)
