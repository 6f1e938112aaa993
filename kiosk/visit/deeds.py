"""What was done for somebody, counted as it happens; and acting laid down, with a receipt for the principal."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.effects import Effect
from kiosk.visit.events import PrincipalTold, TroubleCame
from kiosk.visit.mandates import Area, Deed, DeedKind, Privilege, Right
from kiosk.visit.orders_of_mandates import StopActing, TellPrincipal
from kiosk.visit.paper import PrintResult, Sides, Tally
from kiosk.visit.states import (
    ActingEnding,
    DoingErrand,
    Owed,
    Printing,
    ReceiptSent,
    ServingLetter,
    Session,
    SignedIn,
    Telling,
    Unfinished,
    Visit,
)


def done(visit: Visit, session: Session, kind: DeedKind, count: int = 1, area: Area | None = None) -> Session:
    """With one more act; what the citizen does for themselves is nobody else's matter, nor is what never happened."""
    acting = session.acting
    if acting is None or count == 0:
        return session
    deed = Deed(kind, visit.at, count, area)
    return replace(session, acting=replace(acting, deeds=(*acting.deeds, deed)))


def letter_read(visit: Visit, session: Session, letter_id: str) -> Session:
    """A letter is on the glass: once on the receipt, however often it is opened."""
    acting = session.acting
    if acting is None or letter_id in acting.letters_read:
        return session
    read = replace(acting, letters_read=acting.letters_read | {letter_id})
    return done(visit, replace(session, acting=read), DeedKind.LETTER_READ)


def mailbox_opened(visit: Visit, session: Session) -> Session:
    """To look at the list is to act already: once on the receipt, however often it is come back to."""
    acting = session.acting
    if acting is None or any(deed.kind is DeedKind.MAILBOX_OPENED for deed in acting.deeds):
        return session
    return done(visit, session, DeedKind.MAILBOX_OPENED)


def errand_done(visit: Visit, session: Session, privilege: Privilege) -> Session:
    kind = DeedKind.MATTER_SEEN if privilege.right is Right.READ else DeedKind.MATTER_HANDLED
    return done(visit, session, kind, area=privilege.area)


def perhaps_done(visit: Visit, inside: SignedIn) -> Session:
    """What changes something and waits for its answer may well have been done: nothing may hide that."""
    match inside.place:
        case ServingLetter():
            return done(visit, inside.session, DeedKind.LETTER_SERVED_PERHAPS)
        case DoingErrand(privilege=Privilege(area, Right.HANDLE)):
            return done(visit, inside.session, DeedKind.MATTER_HANDLED_PERHAPS, area=area)
        case _:
            return inside.session


def printed(visit: Visit, session: Session, pages: int, sides: Sides, result: PrintResult) -> Session:
    """A job of ``pages`` sides of paper has ended: counted for the citizen who takes it, and for the principal."""
    counted = replace(session, tally=session.tally.plus(pages, sides, result))
    return _sheets(visit, counted, Tally().plus(pages, sides, result))


def _sheets(visit: Visit, session: Session, out: Tally) -> Session:
    sure = done(visit, session, DeedKind.SHEETS_PRINTED, out.sheets_printed)
    return done(visit, sure, DeedKind.SHEETS_PERHAPS, out.sheets_perhaps)


def unfinished(inside: SignedIn | None) -> Unfinished | None:
    """The job that is being printed, without its letter."""
    match inside:
        case SignedIn(place=Printing(order, back, sides, progress)):
            return Unfinished(order, back.pressed.pages, sides, progress.pages_done)
        case SignedIn(place=ActingEnding(job=job)):
            return job
        case _:
            return None


def with_what_is_under_way(visit: Visit, inside: SignedIn) -> Session:
    """The citizen leaves before the answer."""
    job = unfinished(inside)
    if job:
        return _sheets(visit, inside.session, Tally().plus(job.pages, job.sides, job.untold))
    return perhaps_done(visit, inside)


def lay_down(visit: Visit, session: Session) -> tuple[Visit, Session, tuple[Effect, ...]]:
    """Acting is over: the receipt goes to the principal, the token back; of the deeds their number is kept.

    They themselves are owed to the principal until the citizen goes on.
    """
    acting = session.acting
    if acting is None:
        return visit, session, ()
    over = replace(visit, mandate=None, acting_ends=None)
    tally = replace(session.tally, deeds=session.tally.deeds + len(acting.deeds))
    own, token = replace(session, acting=None, tally=tally), StopActing(acting.grant)
    if not acting.deeds:
        return over, own, (token,)
    owed = Owed(over.last_order + 1, acting.mandate, acting.deeds)
    receipt = TellPrincipal(owed.order, acting.grant, owed.mandate, owed.deeds)
    return _sent(over, owed), replace(own, owed=owed), (receipt, token)


def _sent(visit: Visit, owed: Owed) -> Visit:
    sent = (*visit.telling.sent, ReceiptSent(owed.order, owed.mandate.reference))
    return replace(visit, last_order=owed.order, telling=Telling(sent))


def is_under_way(visit: Visit, order: int) -> bool:
    """A receipt with this order is on its way to a principal."""
    return any(each.order == order for each in visit.telling.under_way)


def heard_of(visit: Visit, event: PrincipalTold | TroubleCame) -> Visit:
    """What became of a receipt."""
    trouble = event.trouble if isinstance(event, TroubleCame) else None
    return _known(
        visit,
        event.order,
        lambda sent: replace(sent, told=trouble is None, trouble=trouble, reference=None),
    )


def handed_out(visit: Visit, order: int) -> Visit:
    """The receipt lies in the printer's tray: the citizen takes it along, whatever else became of it."""
    return _known(visit, order, lambda sent: replace(sent, printed=True))


def _known(visit: Visit, order: int, told: Callable[[ReceiptSent], ReceiptSent]) -> Visit:
    sent = tuple(told(each) if each.order == order else each for each in visit.telling.sent)
    return replace(visit, telling=Telling(sent))
