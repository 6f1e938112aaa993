"""Where a visit goes next and what it asks of the world: one function, total, without clock or chance."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.deeds import is_under_way
from kiosk.visit.effects import LogOut
from kiosk.visit.events import (
    ActingBegun,
    CardGone,
    CardSeen,
    Event,
    FoundElsewhere,
    LanguageChosen,
    LeaseTaken,
    LoggedIn,
    MandateStands,
    PaceChosen,
    PrincipalTold,
    ReaderFound,
    ReaderLost,
    TimeCame,
    TroubleCame,
    VoiceGone,
)
from kiosk.visit.moves import Move, stay
from kiosk.visit.orders_of_mandates import StopActing
from kiosk.visit.states import (
    AtTwoScreens,
    Away,
    Covered,
    Ended,
    Goodbye,
    Identifying,
    Leaving,
    Refused,
    Returning,
    SignedIn,
    TakingThings,
    Visit,
    Warned,
    Welcome,
)
from kiosk.visit.step_away import step_away, step_returning
from kiosk.visit.step_entry import step_identifying, step_refused, step_welcome
from kiosk.visit.step_interrupted import step_covered, step_warned
from kiosk.visit.step_lease import step_lease
from kiosk.visit.step_leaving import step_goodbye, step_leaving, step_taking_things
from kiosk.visit.step_mandate import step_mandate
from kiosk.visit.step_receipt import step_told
from kiosk.visit.step_signed_in import step_signed_in
from kiosk.visit.step_two_screens import step_at_two_screens
from kiosk.visit.step_voice import go_on_without, is_answered, lose_voice


def step(visit: Visit, event: Event) -> Move:
    """The next visit and the effects. An event that means nothing in the present state changes nothing."""
    match event:
        case LanguageChosen(language):
            return replace(visit, language=language), ()
        case PaceChosen(pace):
            return _step_state(replace(visit, pace=pace), event)
        case VoiceGone():
            return lose_voice(visit)
        case _ if is_answered(visit, event):
            return go_on_without(visit)
        case CardSeen():
            return _step_state(replace(visit, card_in=True, reader=None), event)
        case CardGone():
            return _step_state(replace(visit, card_in=False), event)
        case ReaderLost(why):
            return _step_state(replace(visit, card_in=False, reader=why), event)
        case ReaderFound():
            return _step_state(replace(visit, reader=None), event)
        case TimeCame(order) | LeaseTaken(order) | FoundElsewhere(order) | TroubleCame(order) if (
            order == visit.lease
        ):
            return step_lease(visit, event)
        case TimeCame(order) | MandateStands(order) | TroubleCame(order) if order in (
            visit.mandate,
            visit.acting_ends,
        ):
            return step_mandate(visit, event)
        case PrincipalTold(order) | TroubleCame(order) if is_under_way(visit, order):
            return step_told(visit, event)
        case LoggedIn(_, _, grant):
            after, effects = _step_state(visit, event)
            # The citizen turned away while the provider was thinking: a login nobody waits for is given back.
            return (after, effects) if effects else (after, (LogOut(grant),))
        case ActingBegun(_, grant):
            after, effects = _step_state(visit, event)
            return (after, effects) if effects else (after, (StopActing(grant),))
        case _:
            return _step_state(visit, event)


def _step_state(visit: Visit, event: Event) -> Move:
    match visit.state:
        case Welcome() as state:
            return step_welcome(visit, state, event)
        case Identifying() as state:
            return step_identifying(visit, state, event)
        case Refused() as state:
            return step_refused(visit, state, event)
        case SignedIn() as state:
            return step_signed_in(visit, state, event)
        case AtTwoScreens() as state:
            return step_at_two_screens(visit, state, event)
        case Covered() as state:
            return step_covered(visit, state, event)
        case Away() as state:
            return step_away(visit, state, event)
        case Returning() as state:
            return step_returning(visit, state, event)
        case Warned() as state:
            return step_warned(visit, state, event)
        case Leaving() as state:
            return step_leaving(visit, state, event)
        case TakingThings() as state:
            return step_taking_things(visit, state, event)
        case Goodbye() as state:
            return step_goodbye(visit, state, event)
        case Ended():
            return stay(visit)
        case _:
            assert_never(visit.state)
