"""Before one turns fifteen there is no mailbox yet; nothing was lost, and nothing was closed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.people import Cpr
from kiosk.visit.trouble import Trouble
from tests import cast
from tests.principals import KARENS_POST
from tests.unit.visit.samples import ORDER, inside, session, through

BORN_IN_NOVEMBER_2011 = Cpr("8411114418")
BORN_ON_A_LEAP_DAY = Cpr("8902124418")
BORN_ON_NO_DAY = Cpr("9902114418")
SUMMER, WINTER = 22, 23
"""The hour of midnight in Denmark, by UTC."""


def opens(cpr: Cpr | None, at: datetime, trouble: Trouble = Trouble.MAILBOX_CLOSED) -> Trouble:
    """Why no mailbox opens for whoever has this number."""
    who = replace(session(), citizen=replace(cast.ANNA, cpr=cpr))
    opening = replace(inside(s.OpeningMailbox(ORDER)), state=s.SignedIn(who, s.OpeningMailbox(ORDER)), at=at)
    stopped = through(opening, e.TroubleCame(ORDER, trouble)).state
    assert isinstance(stopped, s.SignedIn)
    assert isinstance(stopped.place, s.Hindered)
    assert stopped.place.before == s.AtServices()
    return stopped.place.trouble


@pytest.mark.parametrize(
    ("cpr", "midnight"),
    [
        (BORN_IN_NOVEMBER_2011, datetime(2026, 11, 23, WINTER, tzinfo=UTC)),
        (BORN_ON_A_LEAP_DAY, datetime(2027, 2, 28, WINTER, tzinfo=UTC)),
        (Cpr("6107114418"), datetime(2026, 6, 30, SUMMER, tzinfo=UTC)),
    ],
    ids=["November", "leap day", "summer"],
)
def test_the_mailbox_is_not_there_yet_until_the_fifteenth_birthday_begins_in_denmark(
    cpr: Cpr, midnight: datetime
) -> None:
    assert opens(cpr, midnight.replace(minute=0, second=0)) is Trouble.MAILBOX_CLOSED
    just_before = midnight.replace(hour=midnight.hour - 1, minute=59, second=59)
    assert opens(cpr, just_before) is Trouble.MAILBOX_NOT_YET


@pytest.mark.parametrize("cpr", [None, BORN_ON_NO_DAY, cast.ANNA.cpr], ids=["none", "no day", "grown up"])
def test_of_whoever_is_not_known_to_be_young_it_is_not_said(cpr: Cpr | None) -> None:
    assert opens(cpr, datetime(2026, 11, 24, tzinfo=UTC)) is Trouble.MAILBOX_CLOSED


def test_another_trouble_stays_what_it_is() -> None:
    before = datetime(2026, 1, 1, tzinfo=UTC)
    assert opens(BORN_IN_NOVEMBER_2011, before, Trouble.MAILBOX_DOWN) is Trouble.MAILBOX_DOWN


def test_it_is_not_said_of_the_age_of_whoever_acts() -> None:
    """Somebody young may be let read the post of a grown-up, whose mailbox is closed."""
    young = replace(session(under=KARENS_POST), citizen=replace(cast.ANNA, cpr=BORN_IN_NOVEMBER_2011))
    before = datetime(2026, 1, 1, tzinfo=UTC)
    opening = replace(
        inside(s.OpeningMailbox(ORDER)), state=s.SignedIn(young, s.OpeningMailbox(ORDER)), at=before
    )
    closed = through(opening, e.TroubleCame(ORDER, Trouble.MAILBOX_CLOSED)).state
    assert isinstance(closed, s.SignedIn)
    assert closed.place == s.Hindered(Trouble.MAILBOX_CLOSED, s.AtServices())
