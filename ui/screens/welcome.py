"""The welcome: the first picture of the day, so it needs nothing that takes long to load."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ui.screens.scene import Scene

if TYPE_CHECKING:
    from kiosk.visit.states import Welcome
    from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class WelcomeScreen:
    """``reader``: why the card reader cannot be used just now; empty if it can."""

    reader: str
    reader_advice: str


WELCOME: Final = Scene(WelcomeScreen("", ""), end=False)


def welcome(state: "Welcome", tongue: "Tongue") -> Scene:
    if state.reader is None:
        return WELCOME
    row = state.reader.row
    return Scene(WelcomeScreen(tongue.say(row.happened), tongue.say(row.do_now)), end=False)
