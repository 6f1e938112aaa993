"""The road on paper: a form is chosen, written, pressed, and shown as a letter is."""

from typing import Final, assert_never

from kiosk.visit.acting import ActingEnded, ChoosingPrincipal, NotThisMandate
from kiosk.visit.delegating import AskingWhichForm, ExplainingMandates, ReadingBack
from kiosk.visit.effects import ClosePress
from kiosk.visit.events import (
    Event,
    ExplanationAsked,
    FilePressed,
    FormChosen,
    PostAccessChosen,
    PowerChosen,
    TroubleCame,
    WentBack,
)
from kiosk.visit.forms import ChoosingForm, ComposingForm, OnForm, ShowingForm
from kiosk.visit.hindrance import hinder
from kiosk.visit.mandates import Basis, FilledIn, Form, Kind, Mandate, Mechanism
from kiosk.visit.moves import Move, go, number, stay
from kiosk.visit.orders_of_mandates import ComposeForm
from kiosk.visit.paper import Pressed
from kiosk.visit.states import Hindered, SignedIn, Visit
from kiosk.visit.turning import ZOOMS, turn

_MECHANISM_OF: Final = {
    Basis.POWER: Mechanism.POWER,
    Basis.READ_ACCESS: Mechanism.POST,
    Basis.WRITE_ACCESS: Mechanism.POST,
}
"""Where the basis of a mandate alone says it; a wider power can be behind either."""


def ask_for_form(visit: Visit, state: SignedIn) -> Move:
    """It has to go on paper. Only in one's own affairs, and one of the two mechanisms alone."""
    match state.place:
        case _ if state.session.acting is not None:
            return stay(visit)
        case (NotThisMandate() | ActingEnded()) as ended if not ended.on_paper:
            return stay(visit)
        case ReadingBack(draft=about) | NotThisMandate(mandate=about) as back:
            return go(visit, state, ChoosingForm(back, Mechanism.of(about.scope)))
        case ActingEnded(basis=basis) as back if basis in _MECHANISM_OF:
            return go(visit, state, ChoosingForm(back, _MECHANISM_OF[basis]))
        case ChoosingPrincipal() | ActingEnded() as back:
            return go(visit, state, AskingWhichForm(back))
        case Hindered(before=ChoosingPrincipal() as back):
            return go(visit, state, AskingWhichForm(back))
        case _:
            return stay(visit)


def step_form(visit: Visit, state: SignedIn, place: OnForm, event: Event) -> Move:
    match place:
        case AskingWhichForm():
            return _step_asking_which(visit, state, place, event)
        case ChoosingForm():
            return _step_choosing(visit, state, place, event)
        case ComposingForm():
            return _step_composing(visit, state, place, event)
        case ShowingForm():
            return _step_showing(visit, state, place, event)
        case _:
            assert_never(place)


def _step_asking_which(visit: Visit, state: SignedIn, place: AskingWhichForm, event: Event) -> Move:
    match event:
        case PowerChosen():
            return go(visit, state, ChoosingForm(place, Mechanism.POWER))
        case PostAccessChosen():
            return go(visit, state, ChoosingForm(place, Mechanism.POST))
        case ExplanationAsked():
            return go(visit, state, ExplainingMandates(place))
        case WentBack():
            return go(visit, state, place.back)
        case _:
            return stay(visit)


def _step_choosing(visit: Visit, state: SignedIn, place: ChoosingForm, event: Event) -> Move:
    match event:
        case FormChosen(form) if form in place.offered:
            return _compose(visit, state, place, form)
        case WentBack():
            return go(visit, state, place.back)
        case _:
            return stay(visit)


def _compose(visit: Visit, state: SignedIn, back: ChoosingForm, form: Form) -> Move:
    order, citizen = number(visit), state.session.citizen
    composing = ComposeForm(order, form, _filled_in(back), citizen, visit.language)
    return go(visit, state, ComposingForm(order, back, form), composing)


def _filled_in(place: ChoosingForm) -> FilledIn:
    match place.back:
        case ReadingBack(draft=draft):
            return FilledIn(draft.name, draft.cpr, draft.scope, draft.until)
        case NotThisMandate(mandate=mandate):
            return FilledIn(_grantor(mandate), scope=mandate.scope)
        case _:
            return FilledIn(scope=place.mechanism)


def _grantor(mandate: Mandate) -> str:
    """A company lets somebody act for it by other means."""
    return mandate.grantor.name if mandate.grantor.kind is Kind.PERSON else ""


def _step_composing(visit: Visit, state: SignedIn, place: ComposingForm, event: Event) -> Move:
    match event:
        case FilePressed(order, pressed) if order == place.order:
            return go(visit, state, _first_page(place, pressed))
        case TroubleCame(order, trouble) if order == place.order:
            return hinder(visit, state, trouble, place.back, FormChosen(place.form))
        case WentBack():
            return go(visit, state, place.back, ClosePress())
        case _:
            return stay(visit)


def _first_page(place: ComposingForm, pressed: Pressed) -> ShowingForm:
    return ShowingForm(place.back, place.form, pressed, page=1, zoom=ZOOMS[0], picture=pressed.first)


def _step_showing(visit: Visit, state: SignedIn, place: ShowingForm, event: Event) -> Move:
    match event:
        case TroubleCame(order, trouble) if order == place.wanted:
            return hinder(visit, state, trouble, place.back, FormChosen(place.form))
        case WentBack():
            return go(visit, state, place.back, ClosePress())
        case _:
            return turn(visit, state, place, event)
