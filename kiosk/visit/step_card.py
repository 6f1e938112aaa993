"""The way in by card: read, show, ask the PIN, sign, prove."""

from kiosk.visit.effects import BeginCardLogin, FinishCardLogin, OpenMailbox, SignWithCard, WarmPress
from kiosk.visit.events import CardRead, CardSigned, Event, LoggedIn, NonceGiven, PinGiven
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.people import Citizen, Grant
from kiosk.visit.states import (
    AskingPin,
    CardSigning,
    Identifying,
    InvitingCard,
    OpeningMailbox,
    ProvingCard,
    ReadingCard,
    Refused,
    Session,
    Setback,
    ShowingCard,
    SignedIn,
    Visit,
)
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
            return move(visit, Identifying(AskingPin(certificate, nonce, tries, last)))
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


def _show(visit: Visit, certificate: bytes, tries: int) -> Move:
    """A card without a try left is blocked: nobody needs to ask the provider about it, or the citizen for a PIN."""
    if tries == 0:
        return move(visit, Refused(Trouble.PIN_BLOCKED, visit.card_in))
    order = number(visit)
    return move(
        visit, Identifying(ShowingCard(order, certificate, tries)), BeginCardLogin(order, certificate)
    )


def come_in(visit: Visit, citizen: Citizen, grant: Grant, certificate: bytes | None) -> Move:
    """Somebody is logged in: open the mailbox."""
    order = number(visit)
    session = Session(citizen, grant, certificate)
    inside = SignedIn(session, OpeningMailbox(order))
    return move(visit, inside, OpenMailbox(order, grant), WarmPress())
