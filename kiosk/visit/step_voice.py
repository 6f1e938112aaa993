"""The voice fails: it is said on the glass at every place where the citizen could go on, until they answer."""

from dataclasses import replace

from kiosk.visit.effects import RingChime
from kiosk.visit.events import Event, TimeIsShort, VoiceForgone, WentBack
from kiosk.visit.moves import Move
from kiosk.visit.states import Identifying, Refused, SignedIn, Visit, Welcome


def tells_of_voice(visit: Visit) -> bool:
    """It stands on the glass now. What has a time of its own comes first: a warning, a cover, the goodbye."""
    return visit.voice_gone and isinstance(visit.state, Welcome | Identifying | Refused | SignedIn)


def lose_voice(visit: Visit) -> Move:
    """Whoever only listens does not see it: a chime can be heard all the same."""
    return replace(visit, voice_gone=True), (RingChime(),)


def is_answered(visit: Visit, event: Event) -> bool:
    """By whoever reads it; at the welcome also by nobody, who has gone away."""
    match event:
        case VoiceForgone() | WentBack():
            return tells_of_voice(visit)
        case TimeIsShort():
            return visit.voice_gone and isinstance(visit.state, Welcome)
        case _:
            return False


def go_on_without(visit: Visit) -> Move:
    return replace(visit, voice_gone=False), ()
