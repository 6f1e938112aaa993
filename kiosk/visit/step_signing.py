"""What was read back is signed, where it has to be, and sent to the register."""

from typing import assert_never

from kiosk.visit.delegating import (
    Accepting,
    AskingToChange,
    Change,
    Declining,
    Giving,
    MandateSent,
    Purpose,
    ReadingBack,
    SendingMandate,
    Settled,
    SigningMandate,
    Withdrawing,
)
from kiosk.visit.events import Event, MandatesAsked, MandateTaken, SigningAsked, TroubleCame
from kiosk.visit.hindrance import hinder
from kiosk.visit.mandates import Mandate
from kiosk.visit.moves import Move, go, move, number, signature_ended, stay
from kiosk.visit.orders_of_mandates import (
    AcceptMandate,
    DeclineMandate,
    GiveMandate,
    RequestMandate,
    WithdrawMandate,
)
from kiosk.visit.outcomes import is_untold
from kiosk.visit.people import OwnGrant
from kiosk.visit.states import Session, SignedIn, Visit
from kiosk.visit.step_again import Again, begin, step_again
from kiosk.visit.trouble import Trouble

_Changing = AcceptMandate | DeclineMandate | WithdrawMandate


def sign_or_send(visit: Visit, state: SignedIn, settled: Settled) -> Move:
    """Yes, as it was read back."""
    if settled.must_be_signed:
        return begin(visit, _signature(state.session, settled))
    return _send(visit, state.session, settled, None)


def _signature(session: Session, settled: Settled) -> Again:
    return Again(
        session,
        asking=lambda proof: SignedIn(session, SigningMandate(settled, proof)),
        shown=lambda visit, grant: _send(visit, session, settled, grant),
        turned_back=lambda visit: move(visit, SignedIn(session, settled)),
    )


def step_signing(visit: Visit, state: SignedIn, place: SigningMandate, event: Event) -> Move:
    return step_again(visit, place.proof, event, _signature(state.session, place.back))


def _send(visit: Visit, session: Session, settled: Settled, signature: OwnGrant | None) -> Move:
    order = _order(number(visit), signature or session.grant, settled)
    return move(visit, SignedIn(session, SendingMandate(order.order, settled, signature)), order)


def _order(number: int, grant: OwnGrant, settled: Settled) -> GiveMandate | RequestMandate | _Changing:
    if isinstance(settled, AskingToChange):
        return _changing(number, grant, settled.change, settled.mandate)
    if isinstance(settled.purpose, Giving):
        return GiveMandate(number, grant, settled.draft)
    return RequestMandate(number, grant, settled.draft)


def _changing(number: int, grant: OwnGrant, change: Change, mandate: Mandate) -> _Changing:
    match change:
        case Accepting():
            return AcceptMandate(number, grant, mandate)
        case Declining():
            return DeclineMandate(number, grant, mandate)
        case Withdrawing():
            return WithdrawMandate(number, grant, mandate)
        case _:
            assert_never(change)


def step_sending(visit: Visit, state: SignedIn, place: SendingMandate, event: Event) -> Move:
    """The signature was for this one order, whatever came of it."""
    match event:
        case MandateTaken(order, mandate) if order == place.order:
            sent = MandateSent(place.back.mandates, mandate, _what(place.back))
            return go(visit, state, sent, *signature_ended(state))
        case TroubleCame(order, trouble) if order == place.order:
            after, _ = _not_sent(visit, state, place.back, trouble)
            return after, signature_ended(state)
        case _:
            return stay(visit)


def _what(settled: Settled) -> Purpose | Change:
    return settled.purpose if isinstance(settled, ReadingBack) else settled.change


def _not_sent(visit: Visit, state: SignedIn, settled: Settled, trouble: Trouble) -> Move:
    # Where the version is stale, or no answer came: only a new list shows how it is now.
    if is_untold(trouble):
        return hinder(visit, state, Trouble.OUTCOME_UNKNOWN, settled.mandates, MandatesAsked())
    if trouble is Trouble.MANDATE_CHANGED:
        return hinder(visit, state, trouble, settled.mandates, MandatesAsked())
    return hinder(visit, state, trouble, settled, SigningAsked())
