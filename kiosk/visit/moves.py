"""How a move is written down: the new visit and what it asks of the world."""

from dataclasses import replace
from datetime import timedelta

from kiosk.visit.deeds import lay_down, unfinished, with_what_is_under_way
from kiosk.visit.effects import ClosePress, CloseVisit, Effect, RingChime, StopPrinting, Wake
from kiosk.visit.orders_of_mandates import EndSignature
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.states import (
    AtTwoScreens,
    Away,
    Covered,
    Identifying,
    Leaving,
    Place,
    Printing,
    Refused,
    Returning,
    SendingMandate,
    SignedIn,
    SigningMandate,
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


def go(visit: Visit, inside: SignedIn, place: Place, *effects: Effect) -> Move:
    """Go to another place of the same session."""
    return move(visit, SignedIn(inside.session, place), *effects)


def number(visit: Visit) -> int:
    """The number for the next order."""
    return visit.last_order + 1


def leave(visit: Visit, why: Why, inside: SignedIn | None) -> Move:
    """The one road out. ``inside`` is the session to be closed, if somebody was logged in."""
    if inside is None:
        return _close(visit, why, None, Tally(), None)
    over, session, laid_down = lay_down(visit, with_what_is_under_way(visit, inside))
    stop = (StopPrinting(),) if isinstance(inside.place, Printing) else signature_ended(inside)
    left = replace(over, lease=None)
    return _close(left, why, session.grant, session.tally, unfinished(inside), *stop, *laid_down)


def signature_ended(inside: SignedIn) -> tuple[EndSignature, ...]:
    """The login that has signed something ends with what was sent; the citizen's own goes on."""
    match inside.place:
        case SendingMandate(signature=OwnGrant() as signature):
            return (EndSignature(signature),)
        case _:
            return ()


def _close(
    visit: Visit, why: Why, grant: Grant | None, tally: Tally, job: Unfinished | None, *first: Effect
) -> Move:
    order, timer = number(visit), number(visit) + 1
    leaving = Leaving(order, timer, tally, why, visit.card_in, job)
    closing = CloseVisit(order, grant)
    return move(visit, leaving, *first, ClosePress(), closing, Wake(timer, visit.limits.close))


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


def unsigned(inside: SignedIn) -> SignedIn:
    """A login that was to sign something is given up under a cover: another may begin there."""
    place = inside.place
    return replace(inside, place=place.back) if isinstance(place, SigningMandate) else inside


def cover(visit: Visit, kept: SignedIn) -> Move:
    """Cover the screen; the chime rings when as much time is left as a warning lasts."""
    covered, *waking = covering(visit, kept)
    return move(visit, covered, *waking)


def covering(visit: Visit, kept: SignedIn) -> tuple[Away, Wake, Wake]:
    """A cover put up just now, and what tells that its time is over and, before that, short."""
    timer, bell, limits = number(visit), number(visit) + 1, visit.limits
    short = max(limits.away - limits.warning, timedelta(0))
    return Away(unsigned(kept), timer, bell, visit.at), Wake(timer, limits.away), Wake(bell, short)


def inside_of(state: State) -> SignedIn | None:
    """The session and its place, also under a cover."""
    match state:
        case SignedIn():
            return state
        case AtTwoScreens(kept) | Covered(kept) | Away(kept) | Warned(SignedIn() as kept):
            return kept
        case Returning(cover):
            return cover.kept
        case _:
            return None


def with_inside(state: State, kept: SignedIn) -> State:
    """``state`` with another session or place under the same cover."""
    match state:
        case AtTwoScreens() | Covered() | Away() | Warned():
            return replace(state, kept=kept)
        case Returning(cover):
            return replace(state, cover=replace(cover, kept=kept))
        case _:
            return kept
