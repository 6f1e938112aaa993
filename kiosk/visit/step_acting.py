"""For whom? Chosen, begun, switched, ended when it cannot go on; nothing of one principal goes along to the next."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, assert_never

from kiosk.visit.acting import Choosing
from kiosk.visit.danish import danish_day
from kiosk.visit.deeds import lay_down, printed, unfinished
from kiosk.visit.effects import ClosePress, StopPrinting, Wake
from kiosk.visit.events import (
    ActingBegun,
    Event,
    FormAsked,
    MandatesAsked,
    MandatesListed,
    MyselfChosen,
    PrincipalChosen,
    PrintEnded,
    PrintProgressed,
    SwitchAsked,
    TroubleCame,
    WentBack,
)
from kiosk.visit.hindrance import hinder
from kiosk.visit.mandates import Mandate, Mandates, PostRight, Standing
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.opening import go_to_services, open_mailbox
from kiosk.visit.orders_of_mandates import ActFor
from kiosk.visit.paper import sheets
from kiosk.visit.states import (
    ActingEnded,
    ActingEnding,
    AskingForMandates,
    AtMandates,
    BeginningToAct,
    ChoosingPrincipal,
    ForAnother,
    Hindered,
    NotThisMandate,
    Onward,
    Session,
    SignedIn,
    Visit,
)
from kiosk.visit.step_form import ask_for_form
from kiosk.visit.step_receipt import lay_down_before, put_away
from kiosk.visit.trouble import Trouble

_LONGEST: Final = timedelta(days=1)
"""No visit lasts a day, whatever is said of its token."""

_REMEMBERED: Final = timedelta(days=30)
"""For so long after it has ended a mandate is missed."""

WHY_NOT: Final = {
    Standing.AWAITED: Trouble.MANDATE_AWAITED,
    Standing.DECLINED: Trouble.MANDATE_DECLINED,
    Standing.WITHDRAWN: Trouble.MANDATE_WITHDRAWN,
    Standing.EXPIRED: Trouble.MANDATE_EXPIRED,
    Standing.GRANTOR_DEAD: Trouble.GRANTOR_DEAD,
}
"""Why nobody can act under a mandate that is not in force."""

ENDS_ACTING: Final = frozenset(
    {Trouble.MANDATE_WITHDRAWN, Trouble.MANDATE_EXPIRED, Trouble.GRANTOR_DEAD, Trouble.SESSION_EXPIRED}
)
"""The mandate is gone, or the token under it; nothing that is said again can help."""

_NOT_THIS_ONE: Final = frozenset(WHY_NOT.values())


def step_choosing(visit: Visit, state: SignedIn, place: Choosing, event: Event) -> Move:
    match place:
        case AskingForMandates():
            return _step_asking(visit, state, place, event)
        case ChoosingPrincipal():
            return _step_choice(visit, state, place, event)
        case BeginningToAct():
            return _step_beginning(visit, state, place, event)
        case NotThisMandate():
            return _back_on_request(visit, state, place, event)
        case ActingEnding():
            return _step_ending(visit, state, place, event)
        case ActingEnded():
            return stay(visit)
        case _:
            assert_never(place)


def _step_asking(visit: Visit, state: SignedIn, place: AskingForMandates, event: Event) -> Move:
    match event:
        case MandatesListed(order, mandates) if order == place.order:
            return _listed(visit, state, place, mandates)
        case TroubleCame(order, trouble) if order == place.order:
            return _not_listed(visit, state, place, trouble)
        case WentBack():
            return open_mailbox(visit, state.session)
        case _:
            return stay(visit)


def _listed(visit: Visit, state: SignedIn, place: AskingForMandates, mandates: Mandates) -> Move:
    """Who may act for nobody is not asked; who wants to and may not, is told; so is whoever owes an answer."""
    if place.onward is not Onward.FOR_WHOM:
        return _asks_for_more(visit, state, place.onward, ChoosingPrincipal(mandates))
    today = danish_day(visit.at)
    owes_answer = bool(mandates.asked) and not place.switching
    if owes_answer or any(place.switching or _matters(mandate, today) for mandate in mandates.received):
        return move(visit, SignedIn(state.session, ChoosingPrincipal(mandates)))
    if place.switching:
        missing = Hindered(Trouble.MANDATE_MISSING, ChoosingPrincipal(mandates))
        return move(visit, SignedIn(state.session, missing))
    return open_mailbox(visit, state.session)


def _asks_for_more(visit: Visit, state: SignedIn, onward: Onward, choice: ChoosingPrincipal) -> Move:
    """The way back leads to the choice, of which nothing is chosen."""
    here = SignedIn(state.session, choice)
    if onward is Onward.FORM:
        return ask_for_form(visit, here)
    return move(visit, SignedIn(state.session, AtMandates(choice, choice.mandates)))


def _matters(mandate: Mandate, today: date) -> bool:
    """Nobody is asked for ever after about what came to nothing, nor about what ended long ago."""
    match mandate.standing:
        case Standing.IN_FORCE | Standing.AWAITED:
            return True
        case Standing.DECLINED:
            return False
        case Standing.EXPIRED | Standing.WITHDRAWN | Standing.GRANTOR_DEAD:
            return mandate.ended_on is not None and today - mandate.ended_on <= _REMEMBERED


def _not_listed(visit: Visit, state: SignedIn, place: AskingForMandates, trouble: Trouble) -> Move:
    """A register that does not answer shuts nobody out of their own mailbox."""
    if place.switching or trouble is Trouble.MANDATES_TOO_MANY:
        again = MandatesAsked() if place.onward is Onward.MANDATES else SwitchAsked()
        return hinder(visit, state, trouble, ChoosingPrincipal(Mandates()), again)
    return open_mailbox(visit, state.session)


def _step_choice(visit: Visit, state: SignedIn, place: ChoosingPrincipal, event: Event) -> Move:
    match event:
        case MyselfChosen():
            return open_mailbox(visit, state.session)
        case PrincipalChosen(mandate_id):
            return _choose(visit, state, place, mandate_id)
        case _:
            return stay(visit)


def _choose(visit: Visit, state: SignedIn, place: ChoosingPrincipal, mandate_id: str) -> Move:
    mandate = next((each for each in place.mandates.received if each.id == mandate_id), None)
    if mandate is None:
        return stay(visit)
    if mandate.standing is not Standing.IN_FORCE:
        return _refuse(visit, state, place, mandate, WHY_NOT[mandate.standing])
    if not mandate.is_of_use_here:
        return _refuse(visit, state, place, mandate, Trouble.MANDATE_OF_NO_USE)
    order = number(visit)
    beginning = SignedIn(state.session, BeginningToAct(order, mandate, place))
    return move(visit, beginning, ActFor(order, state.session.grant, mandate))


def _refuse(
    visit: Visit, state: SignedIn, back: ChoosingPrincipal, mandate: Mandate, trouble: Trouble
) -> Move:
    return move(visit, SignedIn(state.session, NotThisMandate(trouble, mandate, back)))


def _step_beginning(visit: Visit, state: SignedIn, place: BeginningToAct, event: Event) -> Move:
    match event:
        case ActingBegun(order) if order == place.order:
            return _begin(visit, state.session, place.mandate, event)
        case TroubleCame(order, trouble) if order == place.order and trouble in _NOT_THIS_ONE:
            return _refuse(visit, state, place.back, place.mandate, trouble)
        case TroubleCame(order, trouble) if order == place.order:
            # A choice that somebody else has changed is no choice any more: the list is asked for anew.
            again = SwitchAsked() if trouble is Trouble.MANDATE_CHANGED else PrincipalChosen(place.mandate.id)
            return hinder(visit, state, trouble, place.back, again)
        case _:
            return _back_on_request(visit, state, place, event)


def _back_on_request(
    visit: Visit, state: SignedIn, place: BeginningToAct | NotThisMandate, event: Event
) -> Move:
    return move(visit, SignedIn(state.session, place.back)) if isinstance(event, WentBack) else stay(visit)


def _begin(visit: Visit, session: Session, mandate: Mandate, begun: ActingBegun) -> Move:
    """To where the mandate leads, with a look at it every few seconds, and an end."""
    lasting = min(max(begun.lasting, timedelta(0)), _LONGEST)
    look, end = number(visit), number(visit) + 1
    acting = replace(session, acting=ForAnother(mandate, begun.grant, visit.at + lasting))
    under = replace(visit, mandate=look, acting_ends=end, last_order=end)
    set_out = open_mailbox if isinstance(mandate.scope, PostRight) else go_to_services
    return set_out(under, acting, Wake(look, visit.limits.mandate), Wake(end, lasting))


def switch(visit: Visit, state: SignedIn) -> Move:
    """Everything of the one is put away before the choice of the next."""
    return lay_down_before(visit, state, Onward.FOR_WHOM)


def ask_for_more(visit: Visit, state: SignedIn, asked: MandatesAsked | FormAsked) -> Move:
    """The citizen asks as themselves: everything of the principal is put away before, as it is for a switch."""
    match asked, state.session.acting:
        case MandatesAsked(), ForAnother(can_ask_for_more=True):
            return lay_down_before(visit, state, Onward.MANDATES)
        case FormAsked(), ForAnother(can_show_more_on_paper=True):
            return lay_down_before(visit, state, Onward.FORM)
        case _:
            return stay(visit)


def end_acting(visit: Visit, state: SignedIn, trouble: Trouble) -> Move:
    """It cannot go on. What is being printed is stopped, and said to the principal once its end is known.

    The token that has run out is the principal's: the citizen's own login goes on.
    """
    if trouble is Trouble.SESSION_EXPIRED:
        return end_acting(visit, state, Trouble.ACTING_RAN_OUT)
    job = unfinished(state)
    if job is None:
        return _ended(visit, state.session, trouble, None)
    over = replace(visit, mandate=None, acting_ends=None)
    ending = SignedIn(state.session, ActingEnding(trouble, job))
    return move(over, ending, StopPrinting(), ClosePress())


def _step_ending(visit: Visit, state: SignedIn, place: ActingEnding, event: Event) -> Move:
    job = place.job
    match event:
        case PrintProgressed(order, progress) if order == job.order:
            further = replace(place, job=replace(job, pages_done=progress.pages_done))
            return move(visit, SignedIn(state.session, further))
        case PrintEnded(order, result) if order == job.order:
            session = printed(visit, state.session, job.pages, job.sides, result)
            return _ended(visit, session, place.trouble, sheets(result.pages_done, job.sides))
        case TroubleCame(order) if order == job.order:
            return _ended(visit, state.session, place.trouble, 0)
        case _:
            return stay(visit)


def _ended(visit: Visit, session: Session, trouble: Trouble, sheets_out: int | None) -> Move:
    over, own, laid_down = lay_down(visit, session)
    ended = SignedIn(own, _end_of(session.acting, trouble, sheets_out))
    return move(over, ended, *put_away(own), *laid_down)


def _end_of(acting: ForAnother | None, trouble: Trouble, sheets_out: int | None) -> ActingEnded:
    if acting is None:
        return ActingEnded(trouble, sheets_out)
    return ActingEnded(trouble, sheets_out, acting.mandate.basis)
