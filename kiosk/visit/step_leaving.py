"""The way out: everything closed, card and pages taken, the receipt, nobody here."""

from dataclasses import replace

from kiosk.visit.effects import RingChime, Vanish, Wake
from kiosk.visit.events import (
    CardGone,
    CardSeen,
    EndAsked,
    Event,
    PrintEnded,
    PrintProgressed,
    ReaderLost,
    ThingsTaken,
    TimeCame,
    TroubleCame,
    VisitClosed,
)
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.paper import Receipt
from kiosk.visit.states import Ended, Goodbye, Leaving, TakingThings, Tally, Unfinished, Visit, Why


def step_leaving(visit: Visit, state: Leaving, event: Event) -> Move:
    """Wait until the visit is closed; a card that is pulled meanwhile need not be asked for."""
    match event:
        case CardGone() | ReaderLost():
            return move(visit, replace(state, card_in=False))
        case PrintProgressed() | PrintEnded() | TroubleCame() if state.unfinished:
            return _told(visit, state, state.unfinished, event)
        case VisitClosed(order, receipt) if order == state.order:
            return _hand_over(visit, state, receipt)
        case TimeCame(order) if order == state.timer:
            # Something hangs. Nobody has to wait for it, and the end of this process cuts it off.
            return _hand_over(visit, state, Receipt(None, None, 0, logged_out=False))
        case _:
            return stay(visit)


def _told(
    visit: Visit, state: Leaving, job: Unfinished, event: PrintProgressed | PrintEnded | TroubleCame
) -> Move:
    """The printer says what came of the job that leaving has stopped. With a trouble nothing has gone out."""
    match event:
        case PrintProgressed(order, progress) if order == job.order:
            return move(visit, replace(state, unfinished=replace(job, pages_done=progress.pages_done)))
        case PrintEnded(order, result) if order == job.order:
            tally = state.tally.plus(job.pages, job.sides, result)
            return move(visit, replace(state, tally=tally, unfinished=None))
        case TroubleCame(order) if order == job.order:
            return move(visit, replace(state, unfinished=None))
        case _:
            return stay(visit)


def _counted(state: Leaving) -> Tally:
    job = state.unfinished
    return state.tally.plus(job.pages, job.sides, job.untold) if job else state.tally


def _hand_over(visit: Visit, state: Leaving, closed: Receipt) -> Move:
    """The visit itself knows what was printed, also where everything else hangs."""
    out = _counted(state)
    telling = visit.telling
    receipt = replace(
        closed,
        sheets_printed=out.sheets_printed,
        sheets_perhaps=out.sheets_perhaps,
        deeds=out.deeds,
        told=telling.told,
        untold=telling.untold,
        taken_along=telling.printed,
    )
    if not (state.card_in or receipt.sheets_at_most):
        return _say_goodbye(visit, receipt, state.why)
    timer = number(visit)
    things = TakingThings(timer, state.card_in, receipt, state.why)
    return move(visit, things, *_beep(state.card_in), Wake(timer, visit.limits.leave))


def _beep(card_in: bool) -> tuple[RingChime, ...]:
    """Whoever turns away without the card hears it."""
    return (RingChime(),) if card_in else ()


def step_taking_things(visit: Visit, state: TakingThings, event: Event) -> Move:
    """A card that is still in is asked for as long as it takes: the next person must not find it."""
    match event:
        case CardGone() | ReaderLost():
            return _without_card(visit, state)
        case CardSeen():
            return move(visit, replace(state, card_in=True))
        case ThingsTaken() if not state.card_in:
            return _say_goodbye(visit, state.receipt, state.why)
        case TimeCame(order) if order == state.timer and state.card_in:
            timer = number(visit)
            return move(
                visit, replace(state, timer=timer), *_beep(card_in=True), Wake(timer, visit.limits.leave)
            )
        case TimeCame(order) if order == state.timer:
            return _say_goodbye(visit, state.receipt, state.why)
        case _:
            return stay(visit)


def _without_card(visit: Visit, state: TakingThings) -> Move:
    if state.receipt.sheets_at_most:
        return move(visit, replace(state, card_in=False))
    return _say_goodbye(visit, state.receipt, state.why)


def _say_goodbye(visit: Visit, receipt: Receipt, why: Why) -> Move:
    timer = number(visit)
    return move(visit, Goodbye(timer, receipt, why), Wake(timer, visit.limits.goodbye))


def step_goodbye(visit: Visit, state: Goodbye, event: Event) -> Move:
    """The receipt stays a moment, or until it is touched away, or until the next card comes."""
    match event:
        case ThingsTaken() | CardSeen() | EndAsked():
            return move(visit, Ended(), Vanish())
        case TimeCame(order) if order == state.timer:
            return move(visit, Ended(), Vanish())
        case _:
            return stay(visit)
