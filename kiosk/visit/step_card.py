"""The way in by card: read, show, ask the PIN, sign, prove."""

from dataclasses import replace

from kiosk.visit.effects import BeginCardLogin, FinishCardLogin, SignWithCard, Wake
from kiosk.visit.events import CardRead, CardSigned, Event, LoggedIn, NonceGiven, PinGiven, TimeCame
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.states import (
    AskingPin,
    CardSigning,
    Identifying,
    InvitingCard,
    ProvingCard,
    ReadingCard,
    Refused,
    Setback,
    ShowingCard,
    Visit,
)
from kiosk.visit.step_lease import come_in
from kiosk.visit.trouble import Trouble


def step_by_card(
    visit: Visit,
    way: InvitingCard | ReadingCard | ShowingCard | AskingPin | CardSigning | ProvingCard,
    event: Event,
) -> Move:
    """One answer, or the PIN, takes the login one place on."""
    match way, event:
        case ReadingCard(waited), CardRead(order, certificate, tries) if order == waited:
            return _show(visit, certificate, tries)
        case ShowingCard(waited, certificate, tries), NonceGiven(order, nonce) if order == waited:
            last = Setback(Trouble.PIN_LAST_TRY, tries) if tries == 1 else None
            return ask_pin(visit, AskingPin(certificate, nonce, tries, 0, last))
        case AskingPin(timer=timer), TimeCame(order) if order == timer:
            return _ask_anew(visit, way)
        case AskingPin(renewal=waited), NonceGiven(order, nonce) if order == waited:
            return move(visit, Identifying(replace(way, nonce=nonce)))
        case AskingPin(certificate, nonce), PinGiven(pin):
            order = number(visit)
            return move(
                visit,
                Identifying(CardSigning(order, way)),
                SignWithCard(order, certificate, pin, nonce),
            )
        case CardSigning(waited, kept), CardSigned(order, signature) if order == waited:
            then = number(visit)
            return move(
                visit, Identifying(ProvingCard(then, kept.certificate)), FinishCardLogin(then, signature)
            )
        case ProvingCard(waited, certificate), LoggedIn(order, citizen, grant) if order == waited:
            return come_in(visit, citizen, grant, certificate)
        case _:
            return stay(visit)


def ask_pin(visit: Visit, asked: AskingPin) -> Move:
    """The citizen takes all the time in the world, the provider does not."""
    timer = number(visit)
    return move(visit, Identifying(replace(asked, timer=timer)), Wake(timer, visit.limits.nonce))


def _ask_anew(visit: Visit, way: AskingPin) -> Move:
    """What was typed so far stays on the glass: the question is the same."""
    renewal = number(visit)
    begun = replace(visit, last_order=renewal)
    after, waking = ask_pin(begun, replace(way, renewal=renewal))
    return after, (BeginCardLogin(renewal, way.certificate), *waking)


def _show(visit: Visit, certificate: bytes, tries: int) -> Move:
    """A card without a try left is blocked: nobody needs to ask the provider about it, or the citizen for a PIN."""
    if tries == 0:
        return move(visit, Refused(Trouble.PIN_BLOCKED, visit.card_in))
    order = number(visit)
    return move(
        visit, Identifying(ShowingCard(order, certificate, tries)), BeginCardLogin(order, certificate)
    )
