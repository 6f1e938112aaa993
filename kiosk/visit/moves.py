"""How a move is written down: the new visit and what it asks of the world."""

from dataclasses import replace
from datetime import timedelta

from kiosk.visit.effects import ClosePress, CloseVisit, Effect, RingChime, StopPrinting, Wake
from kiosk.visit.people import Grant
from kiosk.visit.states import (
    Away,
    Identifying,
    Leaving,
    Printing,
    Refused,
    SignedIn,
    State,
    Tally,
    Unfinished,
    Visit,
    Warned,
    Why,
)

Move = tuple[Visit, tuple[Effect, ...]]


def stay(visit: Visit) -> Move:
    """The event has no meaning here."""
    return visit, ()


def move(visit: Visit, state: State, *effects: Effect) -> Move:
    """Go to ``state``, giving ``effects``; the highest number among them becomes the last order."""
    orders = (getattr(effect, "order", 0) for effect in effects)
    return replace(visit, state=state, last_order=max(visit.last_order, *orders, 0)), effects


def number(visit: Visit) -> int:
    """The number for the next order."""
    return visit.last_order + 1


def leave(visit: Visit, why: Why, inside: SignedIn | None) -> Move:
    """The one road out. ``inside`` is the session to be closed, if somebody was logged in."""
    grant: Grant | None = inside.session.grant if inside else None
    stop = (StopPrinting(),) if inside and isinstance(inside.place, Printing) else ()
    order, timer, tally = number(visit), number(visit) + 1, inside.session.tally if inside else Tally()
    leaving = Leaving(order, timer, tally, why, visit.card_in, _unfinished(inside))
    closing = CloseVisit(order, grant)
    return move(
        replace(visit, lease=None), leaving, *stop, ClosePress(), closing, Wake(timer, visit.limits.close)
    )


def warn(visit: Visit, kept: Identifying | Refused | SignedIn) -> Move:
    """Begin the countdown, seen and heard: the chime rings at its beginning and at every third of it."""
    timer, bell = number(visit), number(visit) + 1
    return move(
        visit,
        Warned(kept, timer, bell),
        RingChime(),
        Wake(timer, visit.limits.warning),
        Wake(bell, visit.limits.warning / 3),
    )


def cover(visit: Visit, kept: SignedIn) -> Move:
    """Cover the screen; the chime rings when as much time is left as a warning lasts."""
    timer, bell, limits = number(visit), number(visit) + 1, visit.limits
    short = max(limits.away - limits.warning, timedelta(0))
    return move(visit, Away(kept, timer, bell), Wake(timer, limits.away), Wake(bell, short))


def _unfinished(inside: SignedIn | None) -> Unfinished | None:
    """The job that is being printed, without its letter."""
    if inside is None or not isinstance(inside.place, Printing):
        return None
    printing = inside.place
    return Unfinished(
        printing.order, printing.back.pressed.pages, printing.sides, printing.progress.pages_done
    )
