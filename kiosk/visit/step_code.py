"""The way in by code device: user ID, six digits, password, step by step."""

from kiosk.visit.effects import BeginCodeLogin, GiveCode, GivePassword
from kiosk.visit.events import (
    CodeGiven,
    CodeWanted,
    Event,
    LoggedIn,
    PasswordGiven,
    PasswordWanted,
    UserIdGiven,
)
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.states import (
    AskingCode,
    AskingPassword,
    AskingUserId,
    CheckingCode,
    CheckingPassword,
    CheckingUserId,
    Identifying,
    Visit,
)
from kiosk.visit.step_lease import come_in


def step_by_code(
    visit: Visit,
    way: AskingUserId | CheckingUserId | AskingCode | CheckingCode | AskingPassword | CheckingPassword,
    event: Event,
) -> Move:
    """What was typed is in the event and the effect, never in a state."""
    order = number(visit)
    match way, event:
        case AskingUserId(), UserIdGiven(user_id):
            return move(visit, Identifying(CheckingUserId(order)), BeginCodeLogin(order, user_id))
        case CheckingUserId(waited), CodeWanted(answered) if answered == waited:
            return move(visit, Identifying(AskingCode()))
        case AskingCode(), CodeGiven(code):
            return move(visit, Identifying(CheckingCode(order)), GiveCode(order, code))
        case CheckingUserId(waited) | CheckingCode(waited), PasswordWanted(answered) if answered == waited:
            return move(visit, Identifying(AskingPassword()))
        case AskingPassword(), PasswordGiven(password):
            return move(visit, Identifying(CheckingPassword(order)), GivePassword(order, password))
        case CheckingPassword(waited), LoggedIn(answered, citizen, grant) if answered == waited:
            return come_in(visit, citizen, grant, None)
        case _:
            return stay(visit)
