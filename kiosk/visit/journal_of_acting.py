"""What is written down of acting for somebody: under which mandate, by its reference, and for whom, by pseudonym."""

from kiosk.visit.events import Event, PrincipalTold, PrintEnded, TroubleCame
from kiosk.visit.mandates import Reference
from kiosk.visit.moves import inside_of
from kiosk.visit.notes import Note, What
from kiosk.visit.paper import Outcome, PrintResult
from kiosk.visit.people import ActingGrant
from kiosk.visit.states import (
    ActingEnded,
    ForAnother,
    OfferingReceipt,
    Onward,
    Printing,
    ReceiptPages,
    SignedIn,
    State,
    TellingPrincipal,
    Visit,
)


def reference_in(inside: SignedIn | None) -> Reference | None:
    """Of the mandate that is acted under; none for oneself."""
    acting = inside.session.acting if inside else None
    return acting.mandate.reference if acting else None


def acting_notes(before: State, after: State) -> tuple[Note, ...]:
    """Begun, turned away from, or cut short; the end of the visit has a note of its own."""
    was, now = inside_of(before), inside_of(after)
    if was is None or now is None:
        return ()
    match was.session.acting, now.session.acting, now.place:
        case None, ForAnother(grant=grant), _:
            return (Note(What.ACTING_BEGUN, reference_in(now)), *_both(grant))
        case ForAnother(), None, ActingEnded():
            return (Note(What.ACTING_ENDED, reference_in(was)),)
        case ForAnother(), None, TellingPrincipal(onward=Onward.LEAVE):
            return ()
        case ForAnother(), None, _:
            return (Note(What.SWITCHED, reference_in(was)),)
        case _:
            return ()


def _both(grant: ActingGrant) -> tuple[Note, ...]:
    """Who acts and for whom, where the provider's names for them say nothing of either."""
    called = ((What.ACTS, grant.helper), (What.IS_ACTED_FOR, grant.principal))
    return tuple(Note(what, pseudonym) for what, pseudonym in called if pseudonym)


def receipt_notes(before: Visit, event: Event) -> tuple[Note, ...]:
    """What became of a receipt that was on its way to a principal, or to the printer."""
    match event:
        case PrincipalTold(order) | TroubleCame(order):
            sent = before.telling.of(order)
            return _became(sent.reference, event) if sent and sent.reference else ()
        case PrintEnded(order, PrintResult(Outcome.PRINTED)):
            return _handed_out(inside_of(before.state), order)
        case _:
            return ()


def _handed_out(inside: SignedIn | None, order: int) -> tuple[Note, ...]:
    match inside:
        case SignedIn(_, Printing(awaited, ReceiptPages(OfferingReceipt(owed)))) if awaited == order:
            return (Note(What.RECEIPT_PRINTED, owed.mandate.reference),)
        case _:
            return ()


def _became(reference: Reference, event: PrincipalTold | TroubleCame) -> tuple[Note, ...]:
    match event:
        case PrincipalTold():
            return (Note(What.PRINCIPAL_TOLD, reference),)
        case TroubleCame(trouble=trouble):
            return (Note(What.PRINCIPAL_NOT_TOLD, reference), Note(What.TROUBLE_BEHIND, trouble))
