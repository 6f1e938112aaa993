"""Invented people whom Anna lets act for her, what waits for an answer, and a mandate that she is writing."""

from dataclasses import replace
from datetime import date

from kiosk.visit.delegating import (
    AskingOther,
    AskingOtherName,
    AskingScope,
    AskingUntil,
    AskingWhich,
    AtMandates,
    Giving,
    Origin,
    Purpose,
    ReadingBack,
)
from kiosk.visit.mandates import Basis, Mandate, Mandates, Party, Reference, Scope, Standing
from kiosk.visit.people import Cpr
from tests import principals
from tests.principals import ANNA, CHOOSE_DOCTOR, MOVE_HOUSE, NOW, SEE_DOCTOR

DORTE = Party("Dorte Dattersen", "611270-••••")
DORTES_CPR = Cpr("6112704002")
IN_A_YEAR = date(2027, 11, 24)


def given(
    reference: str, scope: Scope = frozenset({SEE_DOCTOR}), standing: Standing = Standing.IN_FORCE
) -> Mandate:
    return Mandate(
        f"id-{reference}", Reference(reference), ANNA, DORTE, Basis.POWER, scope, IN_A_YEAR, standing, 1
    )


GIVEN = given("DQRTE234")
WANTED = replace(given("DQRTEW23", frozenset({MOVE_HOUSE}), Standing.AWAITED), awaits_me=True)
"""Dorte has asked for it; Anna is the one to say yes or no."""

OFFERED = principals.mandate(
    principals.OTTO, frozenset({CHOOSE_DOCTOR}), "QFFERED2", Standing.AWAITED, awaits_me=True
)
"""Otto wants Anna to act for him."""

MANDATES = Mandates((*principals.MANDATES.received, OFFERED), (GIVEN, WANTED))


def read_back(
    origin: Origin, purpose: Purpose | None = None, scope: Scope = frozenset({SEE_DOCTOR})
) -> ReadingBack:
    """Everything is answered: Dorte, until in a year."""
    which = AskingWhich(AtMandates(origin, MANDATES), purpose or Giving())
    named = AskingOtherName(AskingOther(AskingScope(which, scope)), DORTES_CPR)
    return ReadingBack(AskingUntil(named, DORTE.name, NOW.date()), IN_A_YEAR)
