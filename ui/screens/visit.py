"""What a visit looks like: from where it is to what the glass shows, without Qt."""

from dataclasses import replace
from typing import Final, assert_never

from kiosk.visit.delegating import Delegating
from kiosk.visit.forms import OnForm
from kiosk.visit.states import (
    ActingEnded,
    ActingEnding,
    AskingForMandates,
    AskingOther,
    AskingOtherName,
    AskingPrinter,
    AskingScope,
    AskingSearch,
    AskingToChange,
    AskingToDo,
    AskingToMove,
    AskingToPrint,
    AskingToServe,
    AskingUntil,
    AskingWhich,
    AtMandates,
    AtServices,
    AtTwoScreens,
    Away,
    BeginningToAct,
    ChoosingForm,
    ChoosingPrincipal,
    ComposingForm,
    Covered,
    DoingErrand,
    Ended,
    ErrandDone,
    ExplainingMandates,
    FetchingLetter,
    FetchingMandates,
    Goodbye,
    Hindered,
    Identifying,
    InFolder,
    Leaving,
    ListingLetters,
    LookingAtMandate,
    MandateSent,
    NotThisMandate,
    OpeningDocument,
    OpeningMailbox,
    Printed,
    Printing,
    Reading,
    ReadingBack,
    Refused,
    Returning,
    SendingMandate,
    ServingLetter,
    ShowingForm,
    SignedIn,
    SigningMandate,
    TakingLease,
    TakingThings,
    Visit,
    Warned,
    Welcome,
)
from ui.screens.acting import (
    ActingEndedScreen,
    ChoosingPrincipalScreen,
    NotThisMandateScreen,
    acting_ended,
    choosing_principal,
    not_this_mandate,
)
from ui.screens.away import AwayScreen, away, returning
from ui.screens.coming_in import AskingToMoveScreen, asking_to_move
from ui.screens.interrupted import (
    CoveredScreen,
    TroubleScreen,
    WarnedScreen,
    covered,
    hindered,
    refused,
    warned,
)
from ui.screens.letter import ReadingScreen, reading
from ui.screens.mailbox import AskingToServeScreen, MailboxScreen, asking_to_serve, mailbox
from ui.screens.paper import (
    AskingToPrintScreen,
    PrintedScreen,
    PrintingScreen,
    asking_to_print,
    printed,
    printing,
)
from ui.screens.scene import Scene, ViewModel
from ui.screens.searching import AskingSearchScreen, asking_search
from ui.screens.services import (
    AskingToDoScreen,
    AtServicesScreen,
    ErrandDoneScreen,
    asking_to_do,
    at_services,
    errand_done,
)
from ui.screens.strip import ActingStrip, strip
from ui.screens.waiting import WaitingScreen, waiting
from ui.screens.way_in import (
    AskingCodeScreen,
    AskingPasswordScreen,
    AskingPinScreen,
    AskingUserIdScreen,
    InvitingCardScreen,
    way_in,
)
from ui.screens.way_out import (
    GoodbyeScreen,
    LeavingScreen,
    TakingThingsScreen,
    goodbye,
    leaving,
    taking_things,
)
from ui.screens.welcome import WelcomeScreen, welcome
from ui.tongue import Tongue

VIEW_MODELS: Final[tuple[type[ViewModel], ...]] = (
    ActingStrip,
    ChoosingPrincipalScreen,
    NotThisMandateScreen,
    ActingEndedScreen,
    AtServicesScreen,
    AskingToDoScreen,
    ErrandDoneScreen,
    WelcomeScreen,
    InvitingCardScreen,
    WaitingScreen,
    AskingPinScreen,
    AskingUserIdScreen,
    AskingCodeScreen,
    AskingPasswordScreen,
    AskingToMoveScreen,
    MailboxScreen,
    AskingSearchScreen,
    AskingToServeScreen,
    ReadingScreen,
    AskingToPrintScreen,
    PrintingScreen,
    PrintedScreen,
    TroubleScreen,
    CoveredScreen,
    AwayScreen,
    WarnedScreen,
    LeavingScreen,
    TakingThingsScreen,
    GoodbyeScreen,
)


def scene(visit: Visit, tongue: Tongue) -> Scene | None:
    """What to show; nothing new once the visit has ended, for then the process is about to vanish."""
    match visit.state:
        case Welcome() as state:
            return welcome(state, tongue)
        case Identifying(way):
            return way_in(visit, way, tongue)
        case Refused() as state:
            return refused(state, tongue)
        case SignedIn() as state:
            return replace(_inside(visit, state, tongue), cover=True, strip=_for_whom(state, tongue))
        case AtTwoScreens() as state:
            return replace(asking_to_move(state, tongue), cover=True)
        case Covered() as state:
            return covered(visit, state, tongue)
        case Away() as state:
            return away(visit, state, tongue)
        case Returning() as state:
            return returning(visit, state, tongue)
        case Warned() as state:
            return warned(visit, state)
        case Leaving() as state:
            return leaving(visit, state)
        case TakingThings() as state:
            return taking_things(visit, state, tongue)
        case Goodbye() as state:
            return goodbye(visit, state, tongue)
        case Ended():
            return None
        case _:
            assert_never(visit.state)


def _for_whom(state: SignedIn, tongue: Tongue) -> ActingStrip | None:
    acting = state.session.acting
    return strip(acting, state.session.citizen, tongue) if acting else None


def _inside(visit: Visit, state: SignedIn, tongue: Tongue) -> Scene:
    level, place = state.session.citizen.level, state.place
    match place:
        case AskingToMove():
            return asking_to_move(place, tongue)
        case InFolder():
            return mailbox(place, level, tongue)
        case ListingLetters(kept=kept):
            return mailbox(kept, level, tongue, busy=True)
        case AskingSearch():
            return asking_search(place, tongue)
        case AskingToServe():
            return asking_to_serve(place, state.session.acting, tongue)
        case Reading():
            return reading(place, tongue)
        case AskingToPrint():
            return asking_to_print(place, tongue)
        case Printing():
            return printing(place, tongue)
        case Printed():
            return printed(place, tongue)
        case Hindered():
            return hindered(place, tongue)
        case (
            TakingLease()
            | OpeningMailbox()
            | ServingLetter()
            | FetchingLetter()
            | OpeningDocument()
            | AskingPrinter()
        ):
            return waiting(visit, place.order, _patience(place, tongue))
        case ChoosingPrincipal():
            return choosing_principal(place, state.session.citizen, tongue)
        case NotThisMandate():
            return not_this_mandate(place, tongue)
        case ActingEnded():
            return acting_ended(place, tongue)
        case AtServices():
            return at_services(state.session.acting, tongue)
        case AskingToDo():
            return asking_to_do(place, state.session.acting, state.session.citizen.name, tongue)
        case ErrandDone():
            return errand_done(place, state.session.acting, tongue)
        case AskingForMandates() | BeginningToAct() | ActingEnding() | DoingErrand():
            return _while_acting(visit, place, tongue)
        case (
            FetchingMandates()
            | AtMandates()
            | ExplainingMandates()
            | AskingWhich()
            | AskingScope()
            | AskingOther()
            | AskingOtherName()
            | AskingUntil()
            | ReadingBack()
            | LookingAtMandate()
            | AskingToChange()
            | SigningMandate()
            | SendingMandate()
            | MandateSent()
            | ChoosingForm()
            | ComposingForm()
            | ShowingForm()
        ):
            return _with_mandates(visit, place, tongue)
        case _:
            assert_never(place)


def _while_acting(
    visit: Visit, place: AskingForMandates | BeginningToAct | ActingEnding | DoingErrand, tongue: Tongue
) -> Scene:
    match place:
        case AskingForMandates(order):
            title = tongue.say("We are looking for whom you may act")
            return waiting(visit, order, WaitingScreen(title, back=False))
        case BeginningToAct(order):
            return waiting(visit, order, WaitingScreen(tongue.say("We are asking whether you may act")))
        case ActingEnding(job=job):
            title = tongue.say("We are stopping the printer")
            return waiting(visit, job.order, WaitingScreen(title, back=False))
        case DoingErrand(order):
            return waiting(visit, order, WaitingScreen(tongue.say("The service is at work"), back=False))
        case _:
            assert_never(place)


def _with_mandates(visit: Visit, place: Delegating | OnForm, tongue: Tongue) -> Scene:
    patience = WaitingScreen(tongue.say("We are opening your mailbox"), back=False)
    return waiting(visit, getattr(place, "order", visit.last_order), patience)


def _patience(
    place: TakingLease | OpeningMailbox | ServingLetter | FetchingLetter | OpeningDocument | AskingPrinter,
    tongue: Tongue,
) -> WaitingScreen:
    match place:
        case TakingLease() | OpeningMailbox():
            return WaitingScreen(tongue.say("We are opening your mailbox"), back=False)
        case ServingLetter():
            title = tongue.say("We are telling the sender that you open the letter")
            return WaitingScreen(title, back=False)
        case FetchingLetter():
            return WaitingScreen(tongue.say("We are fetching your letter"))
        case OpeningDocument():
            return WaitingScreen(tongue.say("We are opening your letter"))
        case AskingPrinter():
            return WaitingScreen(tongue.say("We are asking the printer if it is ready"))
        case _:
            assert_never(place)
