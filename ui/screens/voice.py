"""The voice is gone, and the glass says so in its place."""

from dataclasses import dataclass

from kiosk.visit.states import SignedIn, State, Welcome
from kiosk.visit.trouble import Trouble
from ui.screens.scene import Scene
from ui.tongue import Tongue, ltr


@dataclass(frozen=True, slots=True)
class VoiceGoneScreen:
    """``staff`` is for whoever comes to help."""

    happened: str
    not_meant: str
    advice: str
    staff: str
    code: str


def voice_gone(state: State, tongue: Tongue) -> Scene:
    """``state``: where the visit is behind it."""
    row = Trouble.VOICE_GONE.row
    model = VoiceGoneScreen(
        happened=tongue.say(row.happened),
        not_meant=tongue.say(row.not_meant),
        advice=tongue.say(row.do_now),
        staff=" ".join(tongue.say(line) for line in row.staff),
        code=ltr(row.code),
    )
    return Scene(model, end=not isinstance(state, Welcome), cover=isinstance(state, SignedIn))
