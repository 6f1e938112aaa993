"""Where a visit can be before anybody is known: the welcome, the two ways in, and a way in that is closed."""

from dataclasses import dataclass, field

from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Setback:
    """What went wrong a moment ago, shown beside the question that is asked again."""

    trouble: Trouble
    tries_left: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    """``reader``: why the card reader cannot be used just now, if so. ``card_in``: a card left in that was refused."""

    reader: Trouble | None = None
    card_in: bool = False


@dataclass(frozen=True, slots=True)
class InvitingCard:
    """The picture of the reader and where the card goes."""


# By card


@dataclass(frozen=True, slots=True)
class ReadingCard:
    order: int


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """The identity provider looks at the certificate, before a PIN try is spent."""

    order: int
    certificate: bytes = field(repr=False)
    tries_left: int


@dataclass(frozen=True, slots=True)
class AskingPin:
    """``timer`` is the order after which the provider is asked for another nonce, ``renewal`` the order that asks.

    No citizen is hurried (there is no time limit here), but no provider waits for ever.
    """

    certificate: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    tries_left: int
    timer: int
    setback: Setback | None = None
    renewal: int = 0


@dataclass(frozen=True, slots=True)
class CardSigning:
    """The card checks the PIN and signs. ``kept`` is asked again after a wrong PIN."""

    order: int
    kept: AskingPin


@dataclass(frozen=True, slots=True)
class ProvingCard:
    """The identity provider checks the signature."""

    order: int
    certificate: bytes = field(repr=False)


# By code device


@dataclass(frozen=True, slots=True)
class AskingUserId:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingUserId:
    order: int


@dataclass(frozen=True, slots=True)
class AskingCode:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingCode:
    order: int


@dataclass(frozen=True, slots=True)
class AskingPassword:
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class CheckingPassword:
    order: int


Way = (
    InvitingCard
    | ReadingCard
    | ShowingCard
    | AskingPin
    | CardSigning
    | ProvingCard
    | AskingUserId
    | CheckingUserId
    | AskingCode
    | CheckingCode
    | AskingPassword
    | CheckingPassword
)


@dataclass(frozen=True, slots=True)
class Identifying:
    way: Way


@dataclass(frozen=True, slots=True)
class Refused:
    """The way in is closed: why, and what to do. ``minutes`` until it makes sense to come back, if known."""

    trouble: Trouble
    card_in: bool
    minutes: int | None = None
