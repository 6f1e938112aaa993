"""Every view model there is, for whoever has to know all of them: the linter of QML, and the tests."""

from typing import Final

from ui.screens.acting import ActingEndedScreen, ChoosingPrincipalScreen, NotThisMandateScreen
from ui.screens.away import AwayScreen
from ui.screens.coming_in import AskingToMoveScreen
from ui.screens.delegating import (
    AskingToChangeScreen,
    AtMandatesScreen,
    ExplainingMandatesScreen,
    LookingAtMandateScreen,
    MandateSentScreen,
)
from ui.screens.drafting import (
    AskingOtherNameScreen,
    AskingOtherScreen,
    AskingPostRightScreen,
    AskingScopeScreen,
    AskingUntilScreen,
    AskingWhichScreen,
    ReadingBackScreen,
)
from ui.screens.forms import ChoosingFormScreen, ShowingFormScreen
from ui.screens.interrupted import CoveredScreen, TroubleScreen, WarnedScreen
from ui.screens.letter import ReadingScreen
from ui.screens.mailbox import AskingToServeScreen, MailboxScreen
from ui.screens.paper import AskingToPrintScreen, PrintedScreen, PrintingScreen
from ui.screens.receipts import OfferingReceiptScreen
from ui.screens.scene import ViewModel
from ui.screens.searching import AskingSearchScreen
from ui.screens.services import AskingToDoScreen, AtServicesScreen, ErrandDoneScreen
from ui.screens.signing import SigningStrip
from ui.screens.strip import ActingStrip
from ui.screens.voice import VoiceGoneScreen
from ui.screens.waiting import WaitingScreen
from ui.screens.way_in import (
    AskingCodeScreen,
    AskingPasswordScreen,
    AskingPinScreen,
    AskingUserIdScreen,
    InvitingCardScreen,
)
from ui.screens.way_out import GoodbyeScreen, LeavingScreen, TakingThingsScreen
from ui.screens.welcome import WelcomeScreen

VIEW_MODELS: Final[tuple[type[ViewModel], ...]] = (
    WelcomeScreen,
    VoiceGoneScreen,
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
    ActingStrip,
    ChoosingPrincipalScreen,
    NotThisMandateScreen,
    ActingEndedScreen,
    OfferingReceiptScreen,
    AtServicesScreen,
    AskingToDoScreen,
    ErrandDoneScreen,
    AtMandatesScreen,
    ExplainingMandatesScreen,
    AskingWhichScreen,
    AskingScopeScreen,
    AskingPostRightScreen,
    AskingOtherScreen,
    AskingOtherNameScreen,
    AskingUntilScreen,
    ReadingBackScreen,
    LookingAtMandateScreen,
    AskingToChangeScreen,
    SigningStrip,
    MandateSentScreen,
    ChoosingFormScreen,
    ShowingFormScreen,
)
