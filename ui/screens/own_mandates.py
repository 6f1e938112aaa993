"""The citizen's own affairs as grantor and holder: which screen stands at which place."""

from typing import assert_never

from kiosk.visit.delegating import Drafting
from kiosk.visit.people import Citizen
from kiosk.visit.states import (
    AskingToChange,
    AskingWhichForm,
    AtMandates,
    ChoosingForm,
    ExplainingMandates,
    LookingAtMandate,
    MandateSent,
    ShowingForm,
    SigningMandate,
    Visit,
)
from ui.screens.delegating import (
    ExplainingMandatesScreen,
    asking_to_change,
    at_mandates,
    looking,
    mandate_sent,
)
from ui.screens.drafting import drafting
from ui.screens.forms import asking_which_form, choosing_form, showing_form
from ui.screens.scene import Scene
from ui.screens.signing import signing
from ui.tongue import Tongue

OwnMandates = (
    AtMandates
    | ExplainingMandates
    | Drafting
    | LookingAtMandate
    | AskingToChange
    | SigningMandate
    | MandateSent
    | AskingWhichForm
    | ChoosingForm
    | ShowingForm
)


def own_mandates(visit: Visit, place: OwnMandates, citizen: Citizen, tongue: Tongue) -> Scene:
    if isinstance(place, Drafting):
        return drafting(place, citizen, tongue)
    match place:
        case AtMandates():
            return at_mandates(place, tongue)
        case ExplainingMandates():
            return Scene(ExplainingMandatesScreen())
        case LookingAtMandate():
            return looking(place, tongue)
        case AskingToChange():
            return asking_to_change(place, tongue)
        case SigningMandate():
            return signing(visit, place, tongue)
        case MandateSent():
            return mandate_sent(place, tongue)
        case AskingWhichForm():
            return asking_which_form(tongue)
        case ChoosingForm():
            return choosing_form(place, tongue)
        case ShowingForm():
            return showing_form(place, tongue)
        case _:
            assert_never(place)
