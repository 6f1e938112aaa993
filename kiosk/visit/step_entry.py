"""From the welcome to a login: by card, or by code device."""

from dataclasses import replace
from datetime import timedelta
from math import ceil
from typing import assert_never

from kiosk.visit.effects import ReadCard, Vanish
from kiosk.visit.events import (
    Answer,
    CardGone,
    CardSeen,
    CardWayChosen,
    CodeWayChosen,
    EndAsked,
    Event,
    ReaderFound,
    ReaderLost,
    SecondCardSeen,
    TimeIsShort,
    TriedAgain,
    TroubleCame,
    WentBack,
)
from kiosk.visit.moves import Move, leave, move, number, stay, warn
from kiosk.visit.states import (
    AskingCode,
    AskingPassword,
    AskingPin,
    AskingUserId,
    CardSigning,
    CheckingCode,
    CheckingPassword,
    CheckingUserId,
    Ended,
    Identifying,
    InvitingCard,
    ProvingCard,
    ReadingCard,
    Refused,
    Setback,
    ShowingCard,
    Visit,
    Way,
    Welcome,
    Why,
)
from kiosk.visit.step_card import ask_pin, step_by_card
from kiosk.visit.step_code import step_by_code
from kiosk.visit.trouble import Trouble

CardWay = InvitingCard | ReadingCard | ShowingCard | AskingPin | CardSigning | ProvingCard


def step_welcome(visit: Visit, state: Welcome, event: Event) -> Move:
    """Nobody is known yet. A touched screen that is left alone starts afresh, in Danish, for the next person."""
    match event:
        case CardSeen(mute):
            return card_came(visit, mute)
        case CardWayChosen():
            return read_card(visit) if visit.card_in else move(visit, Identifying(InvitingCard()))
        case CodeWayChosen():
            return move(visit, Identifying(AskingUserId()))
        case ReaderLost() | ReaderFound():
            return welcome(visit)
        case TimeIsShort() | EndAsked():
            return move(visit, Ended(), Vanish())
        case _:
            return stay(visit)


def welcome(visit: Visit) -> Move:
    """Back to the beginning."""
    return move(visit, Welcome(reader=visit.reader))


def step_identifying(visit: Visit, state: Identifying, event: Event) -> Move:
    """On the way in. Turning back forgets everything that was typed or read."""
    way = state.way
    match event:
        case WentBack():
            return welcome(visit)
        case EndAsked():
            return leave(visit, Why.ASKED, None)
        case TimeIsShort():
            return _warn_unless_typing(visit, state)
        case TroubleCame(order, trouble, tries_left, wait) if order == awaited(way):
            return _setback(visit, way, trouble, tries_left, wait)
        case _:
            return _step_way(visit, way, event)


def _warn_unless_typing(visit: Visit, state: Identifying) -> Move:
    """There is no time limit on a PIN while the card is in: whoever left would have taken it along."""
    return stay(visit) if types_pin(visit, state) else warn(visit, state)


def types_pin(visit: Visit, state: Identifying | Refused) -> bool:
    return isinstance(state, Identifying) and isinstance(state.way, AskingPin) and visit.card_in


def _step_way(visit: Visit, way: Way, event: Event) -> Move:
    match way:
        case InvitingCard() | ReadingCard() | ShowingCard() | AskingPin() | CardSigning() | ProvingCard():
            return _step_card_way(visit, way, event)
        case AskingUserId():
            return _step_asking_user_id(visit, way, event)
        case CheckingUserId() | AskingCode() | CheckingCode() | AskingPassword() | CheckingPassword():
            return step_by_code(visit, way, event)
        case _:
            assert_never(way)


def _step_card_way(visit: Visit, way: CardWay, event: Event) -> Move:
    match event:
        case CardSeen(mute) if isinstance(way, InvitingCard):
            return card_came(visit, mute)
        case CodeWayChosen():
            return move(visit, Identifying(AskingUserId()))
        case SecondCardSeen():
            return refuse(visit, Trouble.TWO_CARDS)
        case CardGone() if not isinstance(way, InvitingCard):
            return refuse(visit, Trouble.CARD_GONE)
        case ReaderLost(why):
            return refuse(visit, why)
        case _:
            return step_by_card(visit, way, event)


def _step_asking_user_id(visit: Visit, way: AskingUserId, event: Event) -> Move:
    """Nobody is being logged in yet: a card that is put in begins its own way at once, as at the welcome."""
    match event:
        case CardSeen(mute):
            return card_came(visit, mute)
        case _:
            return step_by_code(visit, way, event)


def awaited(way: Way) -> int | None:
    """The order whose answer this place waits for."""
    return getattr(way, "order", None)


def awaits(way: Way, answer: Answer) -> bool:
    """It is for this place: the answer to its order, or its own clock."""
    if isinstance(way, AskingPin):
        return answer.order in (way.timer, way.renewal)
    return answer.order == awaited(way)


def _setback(
    visit: Visit, way: Way, trouble: Trouble, tries_left: int | None, wait: timedelta | None
) -> Move:
    """Ask the same question again where that helps; close the way in where it does not."""
    match way, trouble:
        case CardSigning(_, kept), Trouble.PIN_WRONG if tries_left:
            again = replace(kept, tries_left=tries_left, setback=pin_setback(tries_left, trouble))
            return ask_pin(visit, again)
        case CheckingUserId(), Trouble.USER_UNKNOWN:
            return move(visit, Identifying(AskingUserId(Setback(trouble))))
        case CheckingCode(), Trouble.CODE_WRONG:
            return move(visit, Identifying(AskingCode(Setback(trouble, tries_left))))
        case CheckingPassword(), Trouble.PASSWORD_WRONG:
            return move(visit, Identifying(AskingPassword(Setback(trouble, tries_left))))
        case CardSigning(), Trouble.PIN_WRONG:
            return refuse(visit, Trouble.PIN_BLOCKED)
        case _:
            return refuse(visit, trouble, wait)


def pin_setback(tries_left: int, trouble: Trouble | None = None) -> Setback | None:
    """What stands beside the PIN question: the last try is always said, whatever came before it."""
    if tries_left == 1:
        return Setback(Trouble.PIN_LAST_TRY, tries_left)
    return Setback(trouble, tries_left) if trouble else None


def refuse(visit: Visit, trouble: Trouble, wait: timedelta | None = None) -> Move:
    """The way in is closed, with a reason. ``wait`` is shown in whole minutes, rounded up."""
    minutes = ceil(wait / timedelta(minutes=1)) if wait else None
    return move(visit, Refused(trouble, visit.card_in, minutes))


def card_came(visit: Visit, mute: bool) -> Move:
    """A card was put in where a login can begin."""
    return refuse(visit, Trouble.CARD_UNREADABLE) if mute else read_card(visit)


def read_card(visit: Visit) -> Move:
    """Begin with the card that is in."""
    order = number(visit)
    return move(visit, Identifying(ReadingCard(order)), ReadCard(order))


def step_refused(visit: Visit, state: Refused, event: Event) -> Move:
    """Why it did not work; every other way in stays open."""
    match event:
        case CardSeen(mute):
            return card_came(visit, mute)
        case CardGone() | ReaderLost():
            return move(visit, Refused(state.trouble, card_in=False, minutes=state.minutes))
        case CodeWayChosen():
            return move(visit, Identifying(AskingUserId()))
        case TriedAgain():
            return read_card(visit) if visit.card_in else welcome(visit)
        case WentBack():
            return welcome(visit)
        case EndAsked():
            return leave(visit, Why.ASKED, None)
        case TimeIsShort():
            return warn(visit, state)
        case _:
            return stay(visit)
