"""The same person is at another machine: known after the login, or only later."""

from dataclasses import dataclass

from kiosk.visit.states import AskingToMove, AtTwoScreens
from kiosk.visit.trouble import Trouble
from ui.screens.scene import Scene
from ui.tongue import Tongue, ltr


@dataclass(frozen=True, slots=True)
class AskingToMoveScreen:
    """``since``: when the person logged in there, as a sentence. ``staff`` and ``code`` for whoever comes to help."""

    happened: str
    since: str
    advice: str
    staff: str
    code: str


def asking_to_move(place: AskingToMove | AtTwoScreens, tongue: Tongue) -> Scene:
    row = Trouble.LOGGED_IN_ELSEWHERE.row
    model = AskingToMoveScreen(
        happened=tongue.say(row.happened),
        since=tongue.say("You logged in there at {time}.", time=tongue.time_of(place.since)),
        advice=tongue.say(row.do_now),
        staff=" ".join(map(tongue.say, row.staff)),
        code=ltr(row.code),
    )
    return Scene(model)
