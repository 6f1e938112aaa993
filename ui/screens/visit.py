"""What a visit looks like: from where it is to what the glass shows, without Qt."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.states import (
    AtTwoScreens,
    Away,
    Covered,
    Ended,
    Goodbye,
    Identifying,
    Leaving,
    Refused,
    Returning,
    SignedIn,
    TakingThings,
    Visit,
    Warned,
    Welcome,
)
from kiosk.visit.step_voice import tells_of_voice
from ui.screens.away import away, returning
from ui.screens.coming_in import asking_to_move
from ui.screens.inside import inside
from ui.screens.interrupted import covered, refused, warned
from ui.screens.scene import Scene
from ui.screens.voice import voice_gone
from ui.screens.way_in import way_in
from ui.screens.way_out import goodbye, leaving, taking_things
from ui.screens.welcome import welcome
from ui.tongue import Tongue


def scene(visit: Visit, tongue: Tongue) -> Scene | None:
    """What to show; nothing new once the visit has ended, for then the process is about to vanish."""
    if tells_of_voice(visit):
        return voice_gone(visit.state, tongue)
    match visit.state:
        case Welcome() as state:
            return welcome(state, tongue)
        case Identifying(way):
            return way_in(visit, way, tongue)
        case Refused() as state:
            return refused(state, tongue)
        case SignedIn() as state:
            return replace(inside(visit, state, tongue), cover=True)
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
