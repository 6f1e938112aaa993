"""Nothing is ever allowed that a mandate does not cover at that second: law, kiosk and services agree on any night."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kiosk.training.register import Basis, Standing
from tests.mandates.court import Court
from tests.mandates.lots import Asked, Came, Night, Sheet, nights
from tests.mandates.oracle import ACTS, Paper
from tests.mandates.townspeople import questions, sheets

DAY: Final = date(2027, 6, 21)
SEE_DOCTOR: Final = frozenset({("doctor", "read")})
SHEETS: Final = sheets()
PAPER: Final = Paper("ulrik-uncle", "anna", SEE_DOCTOR, DAY)


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with Court(tmp_path_factory.mktemp("court")) as court:
        yield court


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A smaller night would take minutes to find.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(night=nights())
def test_law_kiosk_and_services_agree(court: Court, night: Night) -> None:
    assert [ruling for ruling in court.sit(night) if not ruling.agreed] == []


def test_everybody_in_the_town_may_do_what_they_were_described_to_and_nothing_else(court: Court) -> None:
    rulings = court.sit_by_day(SHEETS, questions(SHEETS))
    assert [ruling for ruling in rulings if not ruling.agreed] == []


def test_nobody_acts_under_what_somebody_else_holds(court: Court) -> None:
    neighbours = [sheet.paper.holder for sheet in (*SHEETS[1:], SHEETS[0])]
    asked = [
        Asked(0, number, neighbour, sorted(sheet.paper.words)[0])
        for number, (sheet, neighbour) in enumerate(zip(SHEETS, neighbours, strict=True))
        if neighbour != sheet.paper.holder and sheet.paper.words <= set(ACTS)
    ]
    rulings = court.sit_by_day(SHEETS, asked)
    assert [ruling for ruling in rulings if not ruling.agreed] == []


WRONG: Final = {
    "another word": replace(PAPER, words=frozenset({("doctor", "handle")})),
    "a day more": replace(PAPER, last_day=DAY + timedelta(days=1)),
    "another holder": replace(PAPER, holder="ahmed"),
    "without a yes": replace(PAPER, signed=False),
    "after a death": replace(PAPER, grantor="faris-father"),
}


@pytest.mark.parametrize("real", WRONG.values(), ids=WRONG)
def test_a_register_that_holds_something_else_is_found_out(court: Court, real: Paper) -> None:
    """Or agreement would mean nothing."""
    asked = (Came(-2, 0, "anna"), Asked(-2, 0, "anna", ("doctor", "read")), Came(2, 0, "anna"))
    night = Night(DAY, 0, (Sheet(PAPER, Basis.POWER),), asked)
    rulings = court.sit(night, [_sheet(real)])
    assert [ruling for ruling in rulings if not ruling.agreed] != []


def _sheet(paper: Paper) -> Sheet:
    return (
        Sheet(paper, Basis.POWER) if paper.signed else Sheet(paper, Basis.POWER, Standing.AWAITED, "holder")
    )
