"""The mandate that is acted under is looked at behind every place and every cover, and acting ends on time."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from kiosk.visit.effects import Wake
from kiosk.visit.events import MandateStands, TimeCame, TroubleCame
from kiosk.visit.moves import Move, inside_of, move, number, stay, with_inside
from kiosk.visit.orders_of_mandates import CheckMandate
from kiosk.visit.states import DoingErrand, ServingLetter, SignedIn, Visit
from kiosk.visit.step_acting import ENDS_ACTING, end_acting
from kiosk.visit.trouble import Trouble

_A_MOMENT: Final = timedelta(seconds=1)


def step_mandate(visit: Visit, event: TimeCame | MandateStands | TroubleCame) -> Move:
    """Only what ends the mandate is seen of it: a register that does not answer is asked again."""
    inside = inside_of(visit.state)
    if inside is None or inside.session.acting is None:
        return stay(visit)
    match event:
        case TimeCame(order) if order == visit.acting_ends:
            return _end(visit, inside, Trouble.MANDATE_EXPIRED)
        case TimeCame():
            order = number(visit)
            look = CheckMandate(order, inside.session.acting.grant)
            return move(replace(visit, mandate=order), visit.state, look)
        case TroubleCame(_, trouble) if trouble in ENDS_ACTING:
            return _end(visit, inside, trouble)
        case MandateStands() | TroubleCame():
            return _look_again(visit, visit.limits.mandate)


def _look_again(visit: Visit, after: timedelta) -> Move:
    timer = number(visit)
    return move(replace(visit, mandate=timer), visit.state, Wake(timer, after))


def _end(visit: Visit, inside: SignedIn, trouble: Trouble) -> Move:
    """What is already at its service is heard out, so that the receipt can say it; that takes moments."""
    if isinstance(inside.place, ServingLetter | DoingErrand):
        timer = number(visit)
        wait = Wake(timer, _A_MOMENT)
        ends = trouble is Trouble.MANDATE_EXPIRED
        return move(
            replace(visit, acting_ends=timer) if ends else replace(visit, mandate=timer), visit.state, wait
        )
    after, effects = end_acting(visit, inside, trouble)
    assert isinstance(after.state, SignedIn)
    return move(after, with_inside(visit.state, after.state), *effects)
