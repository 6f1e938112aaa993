"""The screen covered by hand, and the way back to what is behind it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.visit.states import Away, Identifying, InvitingCard, Refused, Returning, Visit
from ui.screens.interrupted import TroubleScreen, refused
from ui.screens.scene import Scene
from ui.screens.way_in import InvitingCardScreen, way_in
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class AwayScreen:
    """``hidden``: whose letters; nobody is named. ``advice``: how one comes back."""

    hidden: str
    advice: str


def away(visit: Visit, state: Away, tongue: Tongue) -> Scene:
    advice = tongue.say("Come back with your code device: log in again, and you go on where you were.")
    if state.kept.session.certificate is not None:
        advice = tongue.say("Come back with your card and its PIN, and you go on where you were.")
    gone = max(visit.at - state.since, timedelta(0))
    return Scene(
        AwayScreen(_hidden(state, tongue), advice),
        countdown=visit.limits.away,
        gone=gone,
        occasion=state.timer,
    )


def _hidden(state: Away, tongue: Tongue) -> str:
    if state.kept.session.acting is None:
        return tongue.say("Nobody can see your letters while you are away.")
    return tongue.say("Nobody can see the letters of the person you act for while you are away.")


def returning(visit: Visit, state: Returning, tongue: Tongue) -> Scene:
    """The screens of the way in, without any other way and with a way back to the cover."""
    match state.proof:
        case Identifying(InvitingCard()):
            return Scene(InvitingCardScreen(code_way=False))
        case Identifying(way):
            return way_in(visit, way, tongue)
        case Refused() as proof:
            return under_the_cover(refused(proof, tongue))


def under_the_cover(scene: Scene) -> Scene:
    """No other way in and no end of the visit; back to what waits."""
    assert isinstance(scene.model, TroubleScreen)
    model = replace(scene.model, back=True, start_over=False, code_way=False, end=False)
    return replace(scene, model=model)
