"""Where a visit can be. A state holds exactly what is true there; leaving it is forgetting."""

from dataclasses import dataclass

from kiosk.visit.departure import (
    Ended,
    Goodbye,
    Leaving,
    TakingThings,
    Why,
)
from kiosk.visit.limits import Limits
from kiosk.visit.places import (
    AskingPrinter,
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
    Tally,
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
    "AskingToPrint",
    "AskingToServe",
    "AskingUserId",
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
    "ServingLetter",
    "Session",
    "Setback",
    "ShowingCard",
    "SignedIn",
    "State",
    "TakingThings",
    "Tally",
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
class Warned:
    """Nobody has moved for a while: the countdown. The place is kept."""

    kept: "Identifying | Refused | SignedIn"


State = (
    Welcome | Identifying | Refused | SignedIn | Covered | Warned | Leaving | TakingThings | Goodbye | Ended
)


_NOBODY_YET = Welcome()


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen's visit: where it is, in which language, the last order given, whether a card is in.

    ``reader``: why the card reader cannot be used just now, if so.

    A new visit speaks Danish; that it falls back for the next person is the end of this value.
    """

    limits: Limits
    state: State = _NOBODY_YET
    language: str = "da"
    last_order: int = 0
    card_in: bool = False
    reader: Trouble | None = None
