"""Where a visit can be. A state holds exactly what is true there; leaving it is forgetting."""

from dataclasses import dataclass

from kiosk.visit.departure import (
    Ended,
    Goodbye,
    Leaving,
    TakingThings,
    Unfinished,
    Why,
)
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.paper import Tally
from kiosk.visit.places import (
    AskingPrinter,
    AskingToMove,
    AskingToPrint,
    AskingToServe,
    FetchingLetter,
    Hindered,
    InFolder,
    ListingLetters,
    OpeningDocument,
    OpeningMailbox,
    Place,
    Printed,
    Printing,
    Reading,
    ServingLetter,
    Session,
    SignedIn,
    TakingLease,
)
from kiosk.visit.trouble import Trouble
from kiosk.visit.ways import (
    AskingCode,
    AskingPassword,
    AskingPin,
    AskingUserId,
    CardSigning,
    CheckingCode,
    CheckingPassword,
    CheckingUserId,
    Identifying,
    InvitingCard,
    ProvingCard,
    ReadingCard,
    Refused,
    Setback,
    ShowingCard,
    Way,
    Welcome,
)

__all__ = [
    "AskingCode",
    "AskingPassword",
    "AskingPin",
    "AskingPrinter",
    "AskingToMove",
    "AskingToPrint",
    "AskingToServe",
    "AskingUserId",
    "Away",
    "CardSigning",
    "CheckingCode",
    "CheckingPassword",
    "CheckingUserId",
    "Covered",
    "Ended",
    "FetchingLetter",
    "Goodbye",
    "Hindered",
    "Identifying",
    "InFolder",
    "InvitingCard",
    "Leaving",
    "ListingLetters",
    "OpeningDocument",
    "OpeningMailbox",
    "Place",
    "Printed",
    "Printing",
    "ProvingCard",
    "Reading",
    "ReadingCard",
    "Refused",
    "Returning",
    "ServingLetter",
    "Session",
    "Setback",
    "ShowingCard",
    "SignedIn",
    "State",
    "TakingLease",
    "TakingThings",
    "Tally",
    "Unfinished",
    "Visit",
    "Warned",
    "Way",
    "Welcome",
    "Why",
]


@dataclass(frozen=True, slots=True)
class Covered:
    """The card was pulled: nothing is shown, the place is kept until ``timer`` comes.

    ``reading`` is the order of the look at a card that was put in again.
    """

    kept: SignedIn
    timer: int
    reading: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """The citizen has covered the screen and stepped away: the place is kept until ``timer`` comes.

    ``bell`` is the order after which the chime says that the time is short.
    """

    kept: SignedIn
    timer: int
    bell: int


@dataclass(frozen=True, slots=True)
class Returning:
    """Somebody is at the covered screen and shows, by logging in the same way, that it is the same person."""

    kept: SignedIn
    proof: Identifying | Refused


@dataclass(frozen=True, slots=True)
class Warned:
    """Nobody has moved for a while: the countdown, until ``timer`` comes. The place is kept.

    ``bell`` is the order after which the chime is heard again.
    """

    kept: Identifying | Refused | SignedIn
    timer: int
    bell: int


State = (
    Welcome
    | Identifying
    | Refused
    | SignedIn
    | Covered
    | Away
    | Returning
    | Warned
    | Leaving
    | TakingThings
    | Goodbye
    | Ended
)


_NOBODY_YET = Welcome()


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen's visit: where it is, in which language, the last order given, whether a card is in.

    ``reader``: why the card reader cannot be used just now, if so. ``usual``: the limits of this machine.

    A new visit speaks Danish and goes at the usual pace; that it falls back for the next person is the end of this
    value. ``lease``: the order of its next renewal, or of the time until then, while somebody is in.
    """

    usual: Limits
    state: State = _NOBODY_YET
    language: str = "da"
    last_order: int = 0
    card_in: bool = False
    reader: Trouble | None = None
    pace: Pace = Pace.USUAL
    lease: int | None = None

    @property
    def limits(self) -> Limits:
        """The limits of this visit, at the pace that was chosen."""
        return self.usual.at(self.pace)
