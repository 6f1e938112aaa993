"""Inside: what holds at every place of a session, and which chapter a place belongs to."""

from typing import Final

from kiosk.visit.acting import AtWork, Choosing
from kiosk.visit.delegating import Delegating
from kiosk.visit.effects import RingChime, Wake
from kiosk.visit.events import (
    CardGone,
    CoverAsked,
    DocumentChosen,
    EndAsked,
    Event,
    FormAsked,
    MandatesAsked,
    ReaderLost,
    Said,
    SwitchAsked,
    TimeIsShort,
    TriedAgain,
    TroubleCame,
    WentBack,
)
from kiosk.visit.forms import OnForm
from kiosk.visit.moves import Move, cover, leave, move, number, stay, unsigned, warn
from kiosk.visit.opening import open_mailbox
from kiosk.visit.places import ComingIn, OnPaper, Place
from kiosk.visit.reading import AtLetter, AtMailbox
from kiosk.visit.receipts import OnReceipt
from kiosk.visit.states import (
    ActingEnded,
    AskingPrinter,
    AskingSearch,
    AskingToDo,
    AskingToPrint,
    AskingToServe,
    AtMandates,
    AtServices,
    ChoosingPrincipal,
    Covered,
    ErrandDone,
    FetchingLetter,
    Hindered,
    InFolder,
    ListingLetters,
    MandateSent,
    NotThisMandate,
    OpeningDocument,
    OpeningMailbox,
    Printed,
    Reading,
    SignedIn,
    Visit,
    Why,
)
from kiosk.visit.step_acting import ENDS_ACTING, ask_for_more, end_acting, step_choosing, switch
from kiosk.visit.step_delegating import open_mandates, step_delegating
from kiosk.visit.step_form import ask_for_form, step_form
from kiosk.visit.step_lease import step_coming_in
from kiosk.visit.step_letter import open_document, step_letter
from kiosk.visit.step_mailbox import step_mailbox
from kiosk.visit.step_mandate import why_run_out
from kiosk.visit.step_paper import step_paper
from kiosk.visit.step_receipt import end, is_on_the_way_out, step_receipt
from kiosk.visit.step_searching import step_asking_search
from kiosk.visit.step_services import step_services

_MAY_SWITCH: Final = (
    ChoosingPrincipal,
    ActingEnded,
    OpeningMailbox,
    InFolder,
    ListingLetters,
    AskingSearch,
    AskingToServe,
    FetchingLetter,
    OpeningDocument,
    Reading,
    AskingPrinter,
    AskingToPrint,
    Printed,
    Hindered,
    AtServices,
    AskingToDo,
    ErrandDone,
    AtMandates,
    MandateSent,
)
"""Where nothing is being done that cannot be taken back: no page on its way out, nothing half given or half signed."""

_LEADS_TO_MANDATES: Final = (
    ChoosingPrincipal,
    NotThisMandate,
    ActingEnded,
    InFolder,
    AtServices,
    ErrandDone,
    Hindered,
)


def step_signed_in(visit: Visit, state: SignedIn, event: Event) -> Move:
    """A pulled card covers, so does one key, silence warns, the End button ends, at every place alike."""
    match event:
        case CardGone() | ReaderLost() if state.session.certificate is not None:
            return _card_out(visit, state)
        case CoverAsked():
            return cover(visit, state)
        case EndAsked():
            return end(visit, state)
        case TimeIsShort():
            return warn(visit, state)
        case SwitchAsked() if isinstance(state.place, _MAY_SWITCH):
            return switch(visit, state)
        case MandatesAsked() | FormAsked() if state.session.acting and isinstance(state.place, _MAY_SWITCH):
            return ask_for_more(visit, state, event)
        case MandatesAsked() if isinstance(state.place, _LEADS_TO_MANDATES):
            return open_mandates(visit, state)
        case FormAsked():
            return ask_for_form(visit, state)
        case TroubleCame(order, trouble) if trouble in ENDS_ACTING and _acts_here(state, order):
            return end_acting(visit, state, trouble)
        case _:
            return _step_place(visit, state, event)


def _card_out(visit: Visit, state: SignedIn) -> Move:
    if is_on_the_way_out(state.place):
        return leave(visit, Why.ASKED, state)
    timer = number(visit)
    return move(visit, Covered(unsigned(state), timer), RingChime(), Wake(timer, visit.limits.cover))


def _acts_here(state: SignedIn, order: int) -> bool:
    """What this place waits for was asked with the principal's token."""
    awaited = (getattr(state.place, "order", None), getattr(state.place, "wanted", None))
    return state.session.acting is not None and order in awaited


def _step_place(visit: Visit, state: SignedIn, event: Event) -> Move:
    over = why_run_out(visit, state)
    if over is not None and isinstance(event, Said):
        return end_acting(visit, state, over)
    return _step_chapter(visit, state, state.place, event)


def _step_chapter(visit: Visit, state: SignedIn, place: Place, event: Event) -> Move:
    if isinstance(place, ComingIn):
        return step_coming_in(visit, state, place, event)
    if isinstance(place, AtMailbox):
        return step_mailbox(visit, state, place, event)
    if isinstance(place, AskingSearch):
        return step_asking_search(visit, state, place, event)
    if isinstance(place, AtLetter):
        return step_letter(visit, state, place, event)
    if isinstance(place, OnPaper):
        return step_paper(visit, state, place, event)
    if isinstance(place, Choosing):
        return step_choosing(visit, state, place, event)
    if isinstance(place, AtWork):
        return step_services(visit, state, place, event)
    if isinstance(place, Delegating):
        return step_delegating(visit, state, place, event)
    if isinstance(place, OnForm):
        return step_form(visit, state, place, event)
    if isinstance(place, OnReceipt):
        return step_receipt(visit, state, place, event)
    return _step_hindered(visit, state, place, event)


def _step_hindered(visit: Visit, state: SignedIn, place: Hindered, event: Event) -> Move:
    match event:
        case TriedAgain() if place.said is not None:
            return _say_again(visit, state, place)
        case WentBack() if place.before is not None:
            return move(visit, SignedIn(state.session, place.before))
        case DocumentChosen(index) if place.letter is not None and isinstance(place.before, InFolder):
            return open_document(visit, state, place.before, place.letter, index)
        case _:
            return stay(visit)


def _say_again(visit: Visit, state: SignedIn, place: Hindered) -> Move:
    """Go back to where it was said and say it again; before the mailbox was open, open it."""
    if place.before is None or place.said is None:
        return open_mailbox(visit, state.session)
    return step_signed_in(visit, SignedIn(state.session, place.before), place.said)
