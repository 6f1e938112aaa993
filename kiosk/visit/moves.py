"""How a move is written down: the new visit and what it asks of the world."""

from dataclasses import replace
from datetime import timedelta

from kiosk.visit.effects import ClosePress, CloseVisit, Effect, RingChime, StopPrinting, Wake
from kiosk.visit.paper import sheets
from kiosk.visit.people import Grant
from kiosk.visit.states import (
    Away,
    Identifying,
    Leaving,
    Printing,
    Refused,
    SignedIn,
    State,
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
    order, timer, out = number(visit), number(visit) + 1, _sheets_out(inside)
    leaving = Leaving(order, timer, out, why, visit.card_in)
    closing = CloseVisit(order, grant, out)
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


def _sheets_out(inside: SignedIn | None) -> int:
    """Sheets of the finished jobs, and of the one that is being printed, with the page that is in the rollers."""
    if inside is None:
        return 0
    under_way = inside.place
    if not isinstance(under_way, Printing):
        return inside.session.tally.sheets_printed
    done = min(under_way.progress.pages_done + 1, under_way.back.pressed.pages)
    return inside.session.tally.sheets_printed + sheets(done, under_way.sides)
