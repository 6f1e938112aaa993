"""What is written down of acting for somebody: under which mandate, by its reference, and for whom, by pseudonym."""

from kiosk.visit.events import Event, PrincipalTold, TroubleCame
from kiosk.visit.mandates import Reference
from kiosk.visit.moves import inside_of
from kiosk.visit.notes import Note, What
from kiosk.visit.people import ActingGrant
from kiosk.visit.states import ActingEnded, ForAnother, SignedIn, State, Visit


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
        case ForAnother(), None, _:
            return (Note(What.SWITCHED, reference_in(was)),)
        case _:
            return ()


def _both(grant: ActingGrant) -> tuple[Note, ...]:
    """Who acts and for whom, where the provider's names for them say nothing of either."""
    called = ((What.ACTS, grant.helper), (What.IS_ACTED_FOR, grant.principal))
    return tuple(Note(what, pseudonym) for what, pseudonym in called if pseudonym)


def receipt_notes(before: Visit, event: Event) -> tuple[Note, ...]:
    """What became of a receipt that was on its way to a principal."""
    if not isinstance(event, PrincipalTold | TroubleCame):
        return ()
    for receipt in before.telling.under_way:
        if receipt.order == event.order:
            return _became(receipt.reference, event)
    return ()


def _became(reference: Reference, event: PrincipalTold | TroubleCame) -> tuple[Note, ...]:
    match event:
        case PrincipalTold():
            return (Note(What.PRINCIPAL_TOLD, reference),)
        case TroubleCame(trouble=trouble):
            return (Note(What.PRINCIPAL_NOT_TOLD, reference), Note(What.TROUBLE_BEHIND, trouble))
