"""CPR numbers as they are typed: the day in them, and why a number cannot be somebody else's."""

from datetime import date

import pytest

from kiosk.visit.people import Cpr, WrongNumber, another_cpr
from tests import cast

TODAY = date(2026, 11, 24)
KAREN = Cpr("7203380002")


def test_a_number_is_taken_with_or_without_the_dash() -> None:
    for typed in ("7203380002", "720338-0002", " 720338 0002 "):
        assert another_cpr(typed, cast.ANNA.cpr, TODAY) == KAREN


@pytest.mark.parametrize("typed", ["", "720338000", "72033800021", "720338000x", "７２０３３８０００２"])
def test_ten_digits_are_wanted(typed: str) -> None:
    assert another_cpr(typed, cast.ANNA.cpr, TODAY) is WrongNumber.NOT_TEN_DIGITS


@pytest.mark.parametrize("typed", ["9002700002", "7213700002", "7200700002", "6001700002", "9901700002"])
def test_a_day_that_never_was_is_no_birthday(typed: str) -> None:
    assert another_cpr(typed, cast.ANNA.cpr, TODAY) is WrongNumber.NO_SUCH_DAY


def test_a_day_that_has_not_come_is_no_birthday() -> None:
    assert another_cpr("8511264002", cast.ANNA.cpr, TODAY) is WrongNumber.NO_SUCH_DAY
    assert another_cpr("8411264002", cast.ANNA.cpr, TODAY) == Cpr("8411264002")


def test_ones_own_number_is_nobody_elses() -> None:
    assert another_cpr("6705411234", cast.ANNA.cpr, TODAY) is WrongNumber.ONES_OWN
    assert another_cpr("6705411234", None, TODAY) == cast.ANNA.cpr


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("7203383002", date(1938, 3, 12)),
        ("7203364002", date(2036, 3, 12)),
        ("7203379002", date(1937, 3, 12)),
        ("7203575002", date(2057, 3, 12)),
        ("7203588002", date(1858, 3, 12)),
        ("8902004002", date(2000, 2, 29)),
    ],
)
def test_the_seventh_digit_tells_the_century(digits: str, born: date) -> None:
    assert Cpr(digits).born == born


def test_the_year_1900_had_no_29th_of_february() -> None:
    with pytest.raises(ValueError):
        _ = Cpr("8902001002").born
