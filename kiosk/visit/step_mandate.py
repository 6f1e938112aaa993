"""The mandate that is acted under is looked at behind every place and every cover, and acting ends on time."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from kiosk.visit.danish import danish_day
from kiosk.visit.effects import Wake
from kiosk.visit.events import MandateStands, TimeCame, TroubleCame
from kiosk.visit.moves import Move, inside_of, move, number, stay, with_inside
from kiosk.visit.orders_of_mandates import CheckMandate
from kiosk.visit.states import DoingErrand, ForAnother, ServingLetter, SignedIn, Visit
from kiosk.visit.step_acting import ENDS_ACTING, end_acting
from kiosk.visit.trouble import Trouble

_A_MOMENT: Final = timedelta(seconds=1)
_SLOW: Final = timedelta(minutes=2)
"""By so much this machine's clock may be behind the register's."""


def step_mandate(visit: Visit, event: TimeCame | MandateStands | TroubleCame) -> Move:
    """Only what ends the mandate is seen of it: a register that does not answer is asked again."""
    inside = inside_of(visit.state)
    if inside is None or inside.session.acting is None:
        return stay(visit)
    acting = inside.session.acting
    match event:
        case TimeCame(order) if order == visit.acting_ends:
            return _run_out(visit, inside, acting)
        case TimeCame():
            order = number(visit)
            return move(replace(visit, mandate=order), visit.state, CheckMandate(order, acting.grant))
        case TroubleCame(_, trouble) if trouble in ENDS_ACTING and not _must_be_heard_out(inside):
            return _end(visit, inside, trouble)
        case MandateStands() | TroubleCame():
            timer = number(visit)
            return move(replace(visit, mandate=timer), visit.state, Wake(timer, visit.limits.mandate))


def _must_be_heard_out(inside: SignedIn) -> bool:
    """It is at its service already, which decides; the receipt shall say what came of it."""
    return isinstance(inside.place, ServingLetter | DoingErrand)


def _run_out(visit: Visit, inside: SignedIn, acting: ForAnother) -> Move:
    if _must_be_heard_out(inside):
        timer = number(visit)
        return move(replace(visit, acting_ends=timer), visit.state, Wake(timer, _A_MOMENT))
    return _end(visit, inside, why_over(visit, acting))


def why_run_out(visit: Visit, inside: SignedIn) -> Trouble | None:
    """Why the time is up, though its alarm is still to come: something was heard out beyond the end."""
    acting = inside.session.acting
    if acting is None or visit.acting_ends is None or _must_be_heard_out(inside):
        return None
    return why_over(visit, acting) if visit.at >= acting.ends else None


def why_over(visit: Visit, acting: ForAnother) -> Trouble:
    """The mandate ends with its last day, at midnight in Denmark; any other hour is the end of a token only."""
    until = acting.mandate.until
    over = until is not None and danish_day(visit.at + _SLOW) > until
    return Trouble.MANDATE_EXPIRED if over else Trouble.ACTING_RAN_OUT


def _end(visit: Visit, inside: SignedIn, trouble: Trouble) -> Move:
    after, effects = end_acting(visit, inside, trouble)
    assert isinstance(after.state, SignedIn)
    return move(after, with_inside(visit.state, after.state), *effects)
