"""Acting is laid down: before anything else the principal is told, or the citizen can take the receipt along."""

from dataclasses import replace
from datetime import timedelta
from typing import Final, assert_never

from kiosk.visit.deeds import heard_of, lay_down, unfinished, with_what_is_under_way
from kiosk.visit.effects import AskPrinter, ClearPrinter, ClosePress, Effect, Wake
from kiosk.visit.events import Event, FilePressed, PrincipalTold, PrintAsked, TimeCame, TroubleCame, WentBack
from kiosk.visit.hindrance import hinder
from kiosk.visit.moves import Move, go, inside_of, leave, number, signature_ended, stay, with_inside
from kiosk.visit.opening import ask_for_whom
from kiosk.visit.orders_of_mandates import ComposeReceipt
from kiosk.visit.receipts import (
    ComposingReceipt,
    OfferingReceipt,
    OnReceipt,
    Onward,
    Owed,
    ReceiptPages,
    TellingPrincipal,
)
from kiosk.visit.states import (
    AskingPrinter,
    Hindered,
    Place,
    Printed,
    ReceiptSent,
    Session,
    SignedIn,
    Visit,
    Why,
)

_LONGEST: Final = timedelta(seconds=8)
"""So long the citizen waits for an answer about the receipt."""


def put_away(session: Session) -> tuple[Effect, ...]:
    """What is in the press, and a job whose end the printer did not tell: it may be waiting there still."""
    return (ClosePress(), ClearPrinter()) if session.tally.sheets_perhaps else (ClosePress(),)


def lay_down_before(visit: Visit, state: SignedIn, onward: Onward) -> Move:
    """Acting is over, if it is not yet. Where something was done, what became of the receipt is heard first."""
    over, session, laid_down = lay_down(visit, state.session)
    own, owed = SignedIn(replace(session, owed=None), state.place), session.owed
    match owed, over.telling.of(owed.order) if owed else None:
        case Owed(), ReceiptSent(under_way=True):
            timer = number(over)
            telling = TellingPrincipal(timer, owed, onward)
            return go(over, own, telling, *put_away(session), *laid_down, Wake(timer, _LONGEST))
        case Owed(), ReceiptSent(told=False):
            return go(over, own, OfferingReceipt(owed, onward), *put_away(session))
        case _:
            return go_on(over, own, onward, *laid_down)


def end(visit: Visit, state: SignedIn) -> Move:
    """Neither a page on its way out is waited for, nor a mandate that is being sent; and a second word is the last."""
    match state.place:
        case TellingPrincipal() as telling if telling.onward is not Onward.LEAVE:
            return go(visit, state, replace(telling, onward=Onward.LEAVE))
        case _ if unfinished(state) or signature_ended(state):
            return leave(visit, Why.ASKED, state)
        case _:
            known = with_what_is_under_way(visit, state)
            if known.owed is None and (known.acting is None or not known.acting.deeds):
                return leave(visit, Why.ASKED, state)
            return lay_down_before(visit, SignedIn(known, state.place), Onward.LEAVE)


def go_on(visit: Visit, state: SignedIn, onward: Onward, *first: Effect) -> Move:
    """Whatever became of the receipt; it is forgotten with the place."""
    match onward:
        case Onward.FOR_WHOM | Onward.MANDATES | Onward.FORM:
            away = (*put_away(state.session), *first)
            return ask_for_whom(visit, state.session, *away, switching=True, onward=onward)
        case Onward.LEAVE:
            after, effects = leave(visit, Why.ASKED, state)
            return after, (*first, *effects)
        case _:
            assert_never(onward)


def is_on_the_way_out(place: Place) -> bool:
    """The citizen has asked to end, and takes the card."""
    match place:
        case (
            TellingPrincipal(onward=onward)
            | OfferingReceipt(onward=onward)
            | ComposingReceipt(back=OfferingReceipt(onward=onward))
            | AskingPrinter(back=ReceiptPages(back=OfferingReceipt(onward=onward)))
            | Printed(back=ReceiptPages(back=OfferingReceipt(onward=onward)))
            | Hindered(before=OfferingReceipt(onward=onward))
        ):
            return onward is Onward.LEAVE
        case _:
            return False


def step_receipt(visit: Visit, state: SignedIn, place: OnReceipt, event: Event) -> Move:
    match place, event:
        case TellingPrincipal(timer, owed, onward), TimeCame(order) if order == timer:
            return go(visit, state, OfferingReceipt(owed, onward))
        case OfferingReceipt(), PrintAsked():
            return _compose(visit, state, place)
        case OfferingReceipt(onward=onward), WentBack():
            return go_on(visit, state, onward)
        case ComposingReceipt(), FilePressed(order, pressed) if order == place.order:
            asked = number(visit)
            pages = ReceiptPages(place.back, pressed)
            return go(visit, state, AskingPrinter(asked, pages), AskPrinter(asked))
        case ComposingReceipt(), TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.back, PrintAsked())
        case ComposingReceipt(), WentBack():
            return go(visit, state, place.back, ClosePress())
        case _:
            return stay(visit)


def _compose(visit: Visit, state: SignedIn, offer: OfferingReceipt) -> Move:
    order, owed = number(visit), offer.owed
    composing = ComposeReceipt(order, owed.mandate, owed.deeds)
    return go(visit, state, ComposingReceipt(order, offer), composing)


def step_told(visit: Visit, event: PrincipalTold | TroubleCame) -> Move:
    """What became of a receipt: behind a cover too, and where nobody waits for it any more."""
    known = heard_of(visit, event)
    match inside_of(visit.state):
        case SignedIn(_, TellingPrincipal(_, Owed(order) as owed, onward)) as inside if order == event.order:
            told = isinstance(event, PrincipalTold)
            offer = OfferingReceipt(owed, onward)
            return _under_the_cover(visit, go_on(known, inside, onward) if told else go(known, inside, offer))
        case _:
            return known, ()


def _under_the_cover(before: Visit, moved: Move) -> Move:
    after, effects = moved
    if not isinstance(after.state, SignedIn):
        return moved
    return replace(after, state=with_inside(before.state, after.state)), effects
