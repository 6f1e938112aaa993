"""The screens of whoever has come in: the mailbox, letters, paper, the services, and acting for somebody."""

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.visit.delegating import Delegating
from kiosk.visit.forms import OnForm
from kiosk.visit.states import (
    ActingEnded,
    ActingEnding,
    AskingForMandates,
    AskingPrinter,
    AskingSearch,
    AskingToDo,
    AskingToMove,
    AskingToPrint,
    AskingToServe,
    AtServices,
    BeginningToAct,
    ChoosingPrincipal,
    ComposingForm,
    ComposingReceipt,
    DoingErrand,
    ErrandDone,
    FetchingLetter,
    FetchingMandates,
    ForAnother,
    Hindered,
    InFolder,
    ListingLetters,
    NotThisMandate,
    OfferingReceipt,
    OpeningDocument,
    OpeningMailbox,
    Printed,
    Printing,
    Reading,
    SendingMandate,
    ServingLetter,
    SignedIn,
    TakingLease,
    TellingPrincipal,
    Visit,
)
from ui.screens.acting import acting_ended, choosing_principal, not_this_mandate
from ui.screens.coming_in import asking_to_move
from ui.screens.interrupted import hindered
from ui.screens.letter import reading
from ui.screens.mailbox import asking_to_serve, mailbox
from ui.screens.paper import asking_to_print, printed, printing
from ui.screens.receipts import offering_receipt, telling_principal
from ui.screens.scene import Scene
from ui.screens.searching import asking_search
from ui.screens.services import asking_to_do, at_services, errand_done
from ui.screens.strip import strip
from ui.screens.waiting import WaitingScreen, waiting
from ui.tongue import Tongue, isolated

if TYPE_CHECKING:
    from ui.screens.own_mandates import OwnMandates

_Patient = (
    TakingLease
    | OpeningMailbox
    | ServingLetter
    | FetchingLetter
    | OpeningDocument
    | AskingPrinter
    | AskingForMandates
    | BeginningToAct
    | DoingErrand
    | FetchingMandates
    | SendingMandate
    | ComposingForm
    | ComposingReceipt
)

_Busy = ServingLetter | DoingErrand | Printing | ActingEnding
"""Nobody turns away from a principal before it has ended."""


def inside(visit: Visit, state: SignedIn, tongue: Tongue) -> Scene:
    """The place, and above it for whom the citizen acts."""
    session, scene = state.session, _place(visit, state, tongue)
    if session.acting is None:
        return scene
    free, printing = not isinstance(state.place, _Busy), isinstance(state.place, Printing | ActingEnding)
    band = strip(session.acting, session.citizen, tongue, free=free, printing=printing)
    return replace(scene, strip=band)


def _place(visit: Visit, state: SignedIn, tongue: Tongue) -> Scene:
    session, place = state.session, state.place
    if isinstance(place, _Patient):
        return waiting(visit, place.order, _patience(place, session.acting, tongue))
    if isinstance(place, Delegating | OnForm):
        return _own_mandates(visit, state, place, tongue)
    match place:
        case AskingToMove():
            return asking_to_move(place, tongue)
        case InFolder():
            return mailbox(place, session.citizen.level, tongue)
        case ListingLetters(kept=kept):
            return mailbox(kept, session.citizen.level, tongue, busy=True)
        case AskingSearch():
            return asking_search(place, tongue)
        case AskingToServe():
            return asking_to_serve(place, session.acting, tongue)
        case Reading():
            return reading(place, tongue)
        case AskingToPrint():
            return asking_to_print(place, tongue)
        case Printing():
            return printing(place, tongue)
        case Printed():
            return printed(place, tongue)
        case Hindered():
            return hindered(place, session.acting, tongue)
        case ChoosingPrincipal():
            return choosing_principal(place, session.citizen, tongue)
        case NotThisMandate():
            return not_this_mandate(place, tongue)
        case ActingEnded():
            return acting_ended(place, session.owed, tongue)
        case TellingPrincipal(timer, owed):
            return waiting(visit, timer, telling_principal(owed, tongue))
        case OfferingReceipt():
            return offering_receipt(visit, place, tongue)
        case AtServices():
            return at_services(session.acting, tongue)
        case AskingToDo():
            return asking_to_do(place, session.acting, session.citizen.name, tongue)
        case ErrandDone():
            return errand_done(place, session.acting, tongue)
        case ActingEnding(job=job):
            title = tongue.say("We are stopping the printer")
            return waiting(visit, job.order, WaitingScreen(title, back=False))
        case _:
            assert_never(place)


def _own_mandates(visit: Visit, state: SignedIn, place: "OwnMandates", tongue: Tongue) -> Scene:
    """Late: most visits give nothing and ask for nothing."""
    from ui.screens.own_mandates import own_mandates

    return own_mandates(visit, place, state.session.citizen, tongue)


def _patience(place: _Patient, acting: ForAnother | None, tongue: Tongue) -> WaitingScreen:
    match place:
        case TakingLease() | OpeningMailbox():
            return WaitingScreen(_opening(acting, tongue), back=False)
        case ServingLetter():
            title = tongue.say("We are telling the sender that you open the letter")
            return WaitingScreen(title, back=False)
        case FetchingLetter():
            return WaitingScreen(tongue.say("We are fetching the letter"))
        case OpeningDocument():
            return WaitingScreen(tongue.say("We are opening the letter"))
        case AskingPrinter():
            return WaitingScreen(tongue.say("We are asking the printer if it is ready"))
        case AskingForMandates():
            return WaitingScreen(tongue.say("We are looking for whom you may act"))
        case BeginningToAct():
            return WaitingScreen(tongue.say("We are asking whether you may act"))
        case DoingErrand():
            return WaitingScreen(tongue.say("The service is at work"), back=False)
        case FetchingMandates():
            return WaitingScreen(tongue.say("We are fetching what you have given and received"))
        case SendingMandate():
            return WaitingScreen(tongue.say("We are telling the register"), back=False)
        case ComposingForm():
            return WaitingScreen(tongue.say("We are writing the form"))
        case ComposingReceipt():
            return WaitingScreen(tongue.say("We are writing the receipt"))
        case _:
            assert_never(place)


def _opening(acting: ForAnother | None, tongue: Tongue) -> str:
    if acting is None:
        return tongue.say("We are opening your mailbox")
    return tongue.say("We are opening the mailbox of {name}", name=isolated(acting.mandate.grantor.name))
