"""Who may give a mandate, until when, and signed how freshly: the law, the register, and what the kiosk offers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.people import PEOPLE
from kiosk.visit.delegating import AskingUntil
from tests import delegates
from tests.mandates.court import Court
from tests.mandates.oracle import YES, Reasons, danish_day, eve_of_birthday, objections_to_giving
from tests.mandates.townspeople import born
from tests.services.town.visitor import Visitor, code
from tests.unit.visit.samples import FOLDER

GROWN_UP: Final = date(1960, 1, 1)
HILDA: Final = {"name": "Hilda Ravn", "cpr": PEOPLE["hilda-helped"].cpr}
LEAP_DAY: Final = datetime(2028, 2, 29, 12, 0, tzinfo=UTC)
WHY: Final = {
    (400, "parameter.invalid"): frozenset({"wrong day"}),
    (401, "authentication.too.old"): frozenset({"not signed"}),
    (403, "access.denied"): frozenset({"too young"}),
}


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    with Court(tmp_path_factory.mktemp("court")) as court:
        yield court


def gives(who: Visitor, last_day: date) -> Reasons:
    """What the register has against it."""
    answer = who.send(role="grantor", other=HILDA, postRight="MESSAGE_BASIC", until=str(last_day))
    return YES if answer.status_code == 202 else WHY[code(answer)]


def midnight_before(day: date) -> datetime:
    """In Denmark, where it was not the same day a second ago."""
    late = datetime.combine(day - timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=22)
    return late if danish_day(late) == day else late + timedelta(hours=1)


def test_nobody_gives_before_the_fifteenth_birthday_and_everybody_from_then_on(court: Court) -> None:
    birth = born("fie-fourteen")
    midnight = midnight_before(eve_of_birthday(birth, 15) + timedelta(days=1))
    fie = court.at_counter("fie-fourteen", midnight - timedelta(seconds=30))
    for at in (midnight - timedelta(seconds=3), midnight):
        court.hour.pass_to(at)
        last_day = danish_day(at) + timedelta(days=90)
        assert gives(fie, last_day) == objections_to_giving(birth, last_day, 30, at)


def test_nothing_is_given_for_longer_than_five_years_nor_until_yesterday(court: Court) -> None:
    anna = court.at_counter("anna", LEAP_DAY)
    today, longest = LEAP_DAY.date(), date(2033, 2, 28)
    days = (today - timedelta(days=1), today, longest, longest + timedelta(days=1), date(2099, 1, 1))
    with ThreadPoolExecutor(len(days)) as pool:
        said = list(pool.map(lambda day: gives(anna, day), days))
    assert said == [objections_to_giving(GROWN_UP, day, 1, LEAP_DAY) for day in days]
    assert said.count(YES) == 2


def test_a_login_signs_for_two_minutes(court: Court) -> None:
    ahmed = court.at_counter("ahmed", LEAP_DAY)
    for age in (117, 122):
        court.hour.pass_to(LEAP_DAY + timedelta(seconds=age))
        assert gives(ahmed, LEAP_DAY.date()) == objections_to_giving(GROWN_UP, LEAP_DAY.date(), age, LEAP_DAY)


@given(st.datetimes(datetime(2025, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_the_kiosk_offers_no_day_that_the_law_refuses(at: datetime) -> None:
    named = delegates.read_back(FOLDER).back.back
    for last_day in AskingUntil(named, "", danish_day(at)).offered:
        assert objections_to_giving(GROWN_UP, last_day, 0, at) == YES
