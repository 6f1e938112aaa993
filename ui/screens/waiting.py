"""The one screen for every wait: what is happening, calmly."""

from dataclasses import dataclass, field

from kiosk.visit.states import Visit
from ui.screens.scene import Scene


@dataclass(frozen=True, slots=True)
class WaitingScreen:
    """``advice``: what the citizen does meanwhile; empty if nothing. ``back``: one can turn away."""

    title: str = field(repr=False)
    advice: str = ""
    back: bool = True


def waiting(visit: Visit, order: int, model: WaitingScreen) -> Scene:
    """Every order is a wait of its own, so it is late by its own clock."""
    return Scene(model, slow=visit.limits.slow, occasion=order)
