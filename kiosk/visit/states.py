"""Where a visit can be. A state holds exactly what is true there; leaving it is forgetting."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from kiosk.visit.acting import (
    ActingEnded,
    ActingEnding,
    AskingForMandates,
    AskingToDo,
    AtServices,
    BeginningToAct,
    ChoosingPrincipal,
    DoingErrand,
    ErrandDone,
    ForAnother,
    NotThisMandate,
    ReceiptSent,
    Telling,
)
from kiosk.visit.delegating import (
    Accepting,
    AskingOther,
    AskingOtherName,
    AskingScope,
    AskingToChange,
    AskingUntil,
    AskingWhich,
    AskingWhichForm,
    AtMandates,
    Change,
    Declining,
    ExplainingMandates,
    FetchingMandates,
    Giving,
    LookingAtMandate,
    MandateSent,
    Purpose,
    ReadingBack,
    Requesting,
    SendingMandate,
    SigningMandate,
    Withdrawing,
)
from kiosk.visit.departure import (
    Ended,
    Goodbye,
    Leaving,
    TakingThings,
    Unfinished,
    Why,
)
from kiosk.visit.forms import ChoosingForm, ComposingForm, ShowingForm
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.paper import Tally
from kiosk.visit.places import (
    AskingPrinter,
    AskingToMove,
    AskingToPrint,
    Before,
    Hindered,
    Pages,
    Place,
    Printable,
    Printed,
    Printing,
    Session,
    SignedIn,
    TakingLease,
)
from kiosk.visit.reading import (
    AskingSearch,
    AskingToServe,
    FetchingLetter,
    InFolder,
    ListingLetters,
    OpeningDocument,
    OpeningMailbox,
    Reading,
    ServingLetter,
)
from kiosk.visit.receipts import (
    ComposingReceipt,
    OfferingReceipt,
    Onward,
    Owed,
    ReceiptPages,
    TellingPrincipal,
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
    "Accepting",
    "ActingEnded",
    "ActingEnding",
    "AskingCode",
    "AskingForMandates",
    "AskingOther",
    "AskingOtherName",
    "AskingPassword",
    "AskingPin",
    "AskingPrinter",
    "AskingScope",
    "AskingSearch",
    "AskingToChange",
    "AskingToDo",
    "AskingToMove",
    "AskingToPrint",
    "AskingToServe",
    "AskingUntil",
    "AskingUserId",
    "AskingWhich",
    "AskingWhichForm",
    "AtMandates",
    "AtServices",
    "AtTwoScreens",
    "Away",
    "Before",
    "BeginningToAct",
    "CardSigning",
    "Change",
    "CheckingCode",
    "CheckingPassword",
    "CheckingUserId",
    "ChoosingForm",
    "ChoosingPrincipal",
    "ComposingForm",
    "ComposingReceipt",
    "Covered",
    "Declining",
    "DoingErrand",
    "Ended",
    "ErrandDone",
    "ExplainingMandates",
    "FetchingLetter",
    "FetchingMandates",
    "ForAnother",
    "Giving",
    "Goodbye",
    "Hindered",
    "Identifying",
    "InFolder",
    "InvitingCard",
    "Leaving",
    "ListingLetters",
    "LookingAtMandate",
    "MandateSent",
    "NotThisMandate",
    "OfferingReceipt",
    "Onward",
    "OpeningDocument",
    "OpeningMailbox",
    "Owed",
    "Pages",
    "Place",
    "Printable",
    "Printed",
    "Printing",
    "ProvingCard",
    "Purpose",
    "Reading",
    "ReadingBack",
    "ReadingCard",
    "ReceiptPages",
    "ReceiptSent",
    "Refused",
    "Requesting",
    "Returning",
    "SendingMandate",
    "ServingLetter",
    "Session",
    "Setback",
    "ShowingCard",
    "ShowingForm",
    "SignedIn",
    "SigningMandate",
    "State",
    "TakingLease",
    "TakingThings",
    "Tally",
    "Telling",
    "TellingPrincipal",
    "Unfinished",
    "Visit",
    "Warned",
    "Way",
    "Welcome",
    "Why",
    "Withdrawing",
]


@dataclass(frozen=True, slots=True)
class Covered:
    """The card was pulled: nothing is shown, the place is kept until ``timer`` comes.

    ``reading`` is the order of the look at a card that was put in again, ``setback`` why the last look showed nothing.
    """

    kept: SignedIn
    timer: int
    reading: int | None = None
    setback: Setback | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """The citizen has covered the screen and stepped away: the place is kept until ``timer`` comes.

    ``bell`` is the order after which the chime says that the time is short. ``since``: when the cover was put up.
    """

    kept: SignedIn
    timer: int
    bell: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Returning:
    """Somebody is at the covered screen and shows, by logging in the same way, that it is the same person.

    The time of the ``cover`` runs on. ``last``: it was over during the login, which has as long again; then there is no
    cover to go back to.
    """

    cover: Away
    proof: Identifying | Refused
    last: bool = False


@dataclass(frozen=True, slots=True)
class AtTwoScreens:
    """Only now it is known that the person has been at another machine, ``since`` then: move the visit here, or end.

    The place is kept.
    """

    kept: SignedIn
    since: datetime


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
    | AtTwoScreens
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
_NOBODY_TOLD = Telling()
_NO_TIME_YET: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen's visit: where it is, in which language, the last order given, whether a card is in.

    ``reader``: why the card reader cannot be used just now, if so. ``usual``: the limits of this machine.

    A new visit speaks Danish and goes at the usual pace; that it falls back for the next person is the end of this
    value. ``lease``: the order of its next renewal, or of the time until then, while somebody is in;
    ``leased``: it has been held, so that whoever is found elsewhere has been moved there.

    ``at``: the time of day (aware) of the present move, told by the runner. ``mandate``: the order of the next look at
    the mandate that is acted under, or of the time until then; ``acting_ends``: the order after which acting is over.
    ``telling``: what has become of the receipts for principals. ``voice_gone``: nothing can be read aloud any more, and
    the citizen is told so until they have answered.
    """

    usual: Limits
    state: State = _NOBODY_YET
    language: str = "da"
    last_order: int = 0
    card_in: bool = False
    reader: Trouble | None = None
    pace: Pace = Pace.USUAL
    lease: int | None = None
    leased: bool = False
    at: datetime = _NO_TIME_YET
    mandate: int | None = None
    acting_ends: int | None = None
    telling: Telling = _NOBODY_TOLD
    voice_gone: bool = False

    @property
    def limits(self) -> Limits:
        """The limits of this visit, at the pace that was chosen."""
        return self.usual.at(self.pace)
