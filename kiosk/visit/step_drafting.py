"""A mandate is written at the kiosk, question by question; every answer can be gone back to."""

from dataclasses import replace

from kiosk.visit.danish import danish_day
from kiosk.visit.delegating import (
    AskingOther,
    AskingOtherName,
    AskingScope,
    AskingUntil,
    AskingWhich,
    Drafting,
    ExplainingMandates,
    ReadingBack,
)
from kiosk.visit.events import (
    Event,
    ExplanationAsked,
    OtherCprGiven,
    OtherNameGiven,
    PostAccessChosen,
    PostRightChosen,
    PowerChosen,
    PrivilegeTicked,
    ScopeConfirmed,
    SigningAsked,
    UntilChosen,
    WentBack,
)
from kiosk.visit.mandates import PostRight
from kiosk.visit.moves import Move, go, stay
from kiosk.visit.people import WrongName, WrongNumber, another_cpr, full_name
from kiosk.visit.secrets import Secret
from kiosk.visit.states import SignedIn, Visit
from kiosk.visit.step_signing import sign_or_send


def step_drafting(visit: Visit, state: SignedIn, place: Drafting, event: Event) -> Move:
    match place, event:
        case _, WentBack():
            return go(visit, state, place.back)
        case AskingWhich(), ExplanationAsked():
            return go(visit, state, ExplainingMandates(place))
        case AskingWhich(), PowerChosen():
            return go(visit, state, AskingScope(place, frozenset()))
        case AskingWhich(), PostAccessChosen():
            # The narrower of the two: more is said, never assumed.
            return go(visit, state, AskingScope(place, PostRight.READ))
        case AskingScope(), _:
            return _step_scope(visit, state, place, event)
        case AskingOther(), OtherCprGiven(digits):
            return _who(visit, state, place, digits)
        case AskingOtherName(), OtherNameGiven(name):
            return _named(visit, state, place, name)
        case AskingUntil(), UntilChosen(until) if until in place.offered:
            return go(visit, state, ReadingBack(place, until))
        case ReadingBack(), SigningAsked():
            return sign_or_send(visit, state, place)
        case _:
            return stay(visit)


def _step_scope(visit: Visit, state: SignedIn, place: AskingScope, event: Event) -> Move:
    match place.ticked, event:
        case frozenset() as ticked, PrivilegeTicked(privilege):
            return go(visit, state, replace(place, ticked=ticked ^ {privilege}))
        case PostRight(), PostRightChosen(right):
            return go(visit, state, replace(place, ticked=right))
        case ticked, ScopeConfirmed() if ticked:
            return go(visit, state, AskingOther(place))
        case _:
            return stay(visit)


def _who(visit: Visit, state: SignedIn, place: AskingOther, digits: Secret) -> Move:
    match another_cpr(digits.text(), state.session.citizen.cpr, danish_day(visit.at)):
        case WrongNumber() as wrong:
            return go(visit, state, replace(place, wrong=wrong))
        case cpr:
            return go(visit, state, AskingOtherName(replace(place, wrong=None), cpr))


def _named(visit: Visit, state: SignedIn, place: AskingOtherName, typed: Secret) -> Move:
    match full_name(typed.text()):
        case WrongName() as wrong:
            return go(visit, state, replace(place, wrong=wrong))
        case name:
            return go(visit, state, AskingUntil(replace(place, wrong=None), name, danish_day(visit.at)))
