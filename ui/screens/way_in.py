"""The screens before anybody is known: the card, the code device."""

from dataclasses import dataclass
from typing import assert_never

from kiosk.visit.states import (
    AskingCode,
    AskingPassword,
    AskingPin,
    AskingUserId,
    CardSigning,
    CheckingCode,
    CheckingPassword,
    CheckingUserId,
    InvitingCard,
    ProvingCard,
    ReadingCard,
    Setback,
    ShowingCard,
    Visit,
    Way,
)
from ui.screens.scene import Scene
from ui.screens.waiting import WaitingScreen, waiting
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class InvitingCardScreen:
    """``code_way``: a code device will do as well."""

    code_way: bool


@dataclass(frozen=True, slots=True)
class AskingPinScreen:
    """``setback`` and ``advice`` are empty the first time."""

    tries: str
    setback: str
    advice: str


@dataclass(frozen=True, slots=True)
class AskingUserIdScreen:
    setback: str
    advice: str


@dataclass(frozen=True, slots=True)
class AskingCodeScreen:
    setback: str
    advice: str


@dataclass(frozen=True, slots=True)
class AskingPasswordScreen:
    setback: str
    advice: str


def way_in(visit: Visit, way: Way, tongue: Tongue) -> Scene:
    match way:
        case InvitingCard():
            return Scene(InvitingCardScreen(code_way=True))
        case AskingPin(tries_left=tries, setback=setback):
            return Scene(AskingPinScreen(_tries(tries, tongue), *_setback(setback, tongue)))
        case AskingUserId(setback):
            return Scene(AskingUserIdScreen(*_setback(setback, tongue)))
        case AskingCode(setback):
            return Scene(AskingCodeScreen(*_counted(setback, tongue)))
        case AskingPassword(setback):
            return Scene(AskingPasswordScreen(*_counted(setback, tongue)))
        case (
            ReadingCard()
            | ShowingCard()
            | CardSigning()
            | ProvingCard()
            | CheckingUserId()
            | CheckingCode()
            | CheckingPassword()
        ):
            return waiting(visit, way.order, _patience(way, tongue))
        case _:
            assert_never(way)


def _patience(
    way: ReadingCard
    | ShowingCard
    | CardSigning
    | ProvingCard
    | CheckingUserId
    | CheckingCode
    | CheckingPassword,
    tongue: Tongue,
) -> WaitingScreen:
    leave_it = tongue.say("Leave the card where it is.")
    match way:
        case ReadingCard():
            return WaitingScreen(tongue.say("We are reading your card"), leave_it)
        case ShowingCard():
            return WaitingScreen(tongue.say("We are checking your card"), leave_it)
        case CardSigning():
            return WaitingScreen(tongue.say("Your card is checking the PIN"), leave_it)
        case ProvingCard():
            return WaitingScreen(tongue.say("We are logging you in"), leave_it)
        case CheckingUserId():
            return WaitingScreen(tongue.say("We are looking for your user ID"))
        case CheckingCode():
            return WaitingScreen(tongue.say("We are checking the code"))
        case CheckingPassword():
            return WaitingScreen(tongue.say("We are logging you in"))
        case _:
            assert_never(way)


def _tries(tries: int, tongue: Tongue) -> str:
    return tongue.count("You have {n} try left.", "You have {n} tries left.", tries)


def _setback(setback: Setback | None, tongue: Tongue) -> tuple[str, str]:
    """What went wrong, and what to do now."""
    if setback is None:
        return "", ""
    row = setback.trouble.row
    happened = f"{tongue.say(row.happened)} {tongue.say(row.not_meant)}"
    return happened, tongue.say(row.do_now)


def _counted(setback: Setback | None, tongue: Tongue) -> tuple[str, str]:
    """As :func:`_setback`, and how many tries are left, so that the second time does not look like the first."""
    happened, advice = _setback(setback, tongue)
    if setback is None or setback.tries_left is None:
        return happened, advice
    return happened, f"{advice} {_tries(setback.tries_left, tongue)}"
