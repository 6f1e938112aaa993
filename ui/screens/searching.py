"""The question what to look for in a folder."""

from dataclasses import dataclass, field

from kiosk.visit.searching import LEAST, MOST, Misfit
from kiosk.visit.states import AskingSearch
from ui.screens.mailbox import folder_name
from ui.screens.scene import Scene
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class AskingSearchScreen:
    """``setback`` and ``advice`` are empty the first time. ``most``: so many signs can be typed."""

    title: str = field(repr=False)
    setback: str
    advice: str
    most: int


def asking_search(place: AskingSearch, tongue: Tongue) -> Scene:
    title = tongue.say("Search in {folder}", folder=folder_name(place.back.folder, tongue))
    return Scene(AskingSearchScreen(title, *_setback(place.flaw, tongue), MOST))


def _setback(flaw: Misfit | None, tongue: Tongue) -> tuple[str, str]:
    match flaw:
        case None:
            return "", ""
        case Misfit.TOO_SHORT:
            advice = tongue.say("Type at least {n} letters or digits.", n=tongue.number(LEAST))
            return tongue.say("That is too short to search for."), advice
        case Misfit.TOO_LONG:
            advice = tongue.say("Type at most {n} characters.", n=tongue.number(MOST))
            return tongue.say("That is too long to search for."), advice
