"""A judge who has never seen the program: who may do what for whom, at which second, from sentences alone.

Nothing of the kiosk and nothing of the practice town is imported here, nor a table of time zones. Each rule is a
sentence that somebody has published, or says that it is this municipality's own.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

Act = tuple[str, str]
"""Where, and what: ``("post", "read")``, ``("doctor", "handle")``."""

Reasons = frozenset[str]
"""Why not."""

YES: Final[Reasons] = frozenset()

AREAS: Final = ("residence", "doctor", "moving", "healthcard")
ERRANDS: Final = tuple((area, right) for area in AREAS for right in ("read", "handle", "contact"))
LETTERS: Final = tuple(("post", what) for what in ("read", "serve", "answer", "delete"))
ACTS: Final = (*LETTERS, *ERRANDS)

SENTENCES: Final = {
    "not the holder": "The holder logs in with their own MitID and picks the grantor (borger.dk).",
    "not signed": "Both sides have to say yes: the one signs, the other accepts (borger.dk; the latter our own).",
    "declined": "Whoever was asked may say no.",
    "withdrawn": "Both sides can delete it; from that second on nothing new is done under it (borger.dk).",
    "expired": "It ends by itself on the date that was chosen (egedalkommune.dk): with that day, in Denmark.",
    "dead": "It ends by itself at the grantor's death (egedalkommune.dk).",
    "not covered": "To read, to handle and to contact do not include one another; read access lets nobody answer; "
    "write access replaces no power of attorney, nor the other way round; the owner alone deletes (borger.dk).",
    "not at a machine": "To contact is to phone, or to come in person (borger.dk).",
}
"""Every reason to say no."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A mandate as a clerk would keep it.

    ``words``: what stands in it, of the letters ``read`` or ``write``. ``died``: the grantor.
    """

    grantor: str
    holder: str
    words: frozenset[Act]
    last_day: date | None
    signed: bool = True
    declined: bool = False
    withdrawn: datetime | None = None
    died: datetime | None = None

    @property
    def is_for_post(self) -> bool:
        """One of two mechanisms: access to letters, or a power of attorney."""
        return any(place == "post" for place, _ in self.words)


def objections(paper: Paper, who: str, act: Act, at: datetime) -> Reasons:
    """Every reason why ``who`` may not do this under this paper at that second; none: they may."""
    return objections_to_acting(paper, who, at) | _objections_to(act, paper.words)


def objections_to_acting(paper: Paper, who: str, at: datetime) -> Reasons:
    """Every reason why ``who`` may do nothing at all under it."""
    found = {
        "not the holder": who != paper.holder,
        "not signed": not paper.signed,
        "declined": paper.declined,
        "withdrawn": paper.withdrawn is not None and at >= paper.withdrawn,
        "expired": paper.last_day is not None and danish_day(at) > paper.last_day,
        "dead": paper.died is not None and at >= paper.died,
    }
    return frozenset(reason for reason, holds in found.items() if holds)


def objections_to_beginning(paper: Paper, who: str, at: datetime) -> Reasons:
    """Every reason why ``who`` cannot so much as begin at a machine: there is nothing in it that one does there."""
    if any(right != "contact" for _, right in paper.words):
        return objections_to_acting(paper, who, at)
    return objections_to_acting(paper, who, at) | {"not at a machine"}


def _objections_to(act: Act, words: frozenset[Act]) -> Reasons:
    found = {"not covered": not covered(words, act), "not at a machine": act[1] == "contact"}
    return frozenset(reason for reason, holds in found.items() if holds)


def covered(words: frozenset[Act], act: Act) -> bool:
    """Whether it stands in the paper, word for word; only that to write letters includes to read them."""
    match act:
        case "post", "read" | "serve":
            return ("post", "read") in words or ("post", "write") in words
        case "post", "answer":
            return ("post", "write") in words
        case "post", _:
            return False
        case _:
            return act in words


def danish_day(at: datetime) -> date:
    """Denmark is an hour ahead of UTC, and two while it is summer."""
    utc = at.astimezone(UTC)
    return (utc + timedelta(hours=2 if _is_summer(utc) else 1)).date()


def _is_summer(utc: datetime) -> bool:
    """From 01:00 UTC on the last Sunday of March until that of October (directive 2000/84/EC, articles 2 and 3)."""
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    day = date(year, month, 31)
    while day.isoweekday() != 7:
        day -= timedelta(days=1)
    return datetime.combine(day, time(1), UTC)


GROWN: Final = 15
"""Whoever gives has to be over 15 (vejen.dk); before that the parents act, and from the birthday on no longer."""
LONGEST_YEARS: Final = 5
"""Our own: how long is allowed at most is not public."""
FRESH_S: Final = 120
"""Our own: each side signs with MitID (vesthimmerland.dk), and a signature is a login made for it."""


def objections_to_giving(birth: date, last_day: date, login_age_s: int, at: datetime) -> Reasons:
    """Every reason why somebody born then may not give a mandate until that day, with a login so old."""
    today = danish_day(at)
    found = {
        "too young": today < _years_after(birth, GROWN),
        "wrong day": not today <= last_day <= _years_after(today, LONGEST_YEARS, leap_day=28),
        "not signed": login_age_s > FRESH_S,
    }
    return frozenset(reason for reason, holds in found.items() if holds)


@dataclass(frozen=True, slots=True)
class WiderPower:
    """What a holder may have in hand already: from ``since`` on it holds, for everything or with exceptions."""

    since: date
    for_everything: bool = True


def objections_to_paper(signed_by: str, wider: WiderPower | None, looks: int, at: datetime) -> Reasons:
    """Every reason why what was signed by hand, and looked at by so many of the staff, lets nobody act yet.

    The grantor signs by hand (assens.dk). Or the holder of a general power of attorney without exceptions, or of a
    future power that has come into force, asks on that basis (borger.dk). Two of the staff look at it: our own.
    """
    asks_on_a_basis = wider is not None and wider.for_everything and wider.since <= danish_day(at)
    found = {
        "not signed": signed_by != "grantor" and not asks_on_a_basis,
        "not looked at twice": looks < 2,
    }
    return frozenset(reason for reason, holds in found.items() if holds)


def eve_of_birthday(birth: date, years: int) -> date:
    """The last day of what a birthday ends: at 15 the parents stop receiving the letters about a child (borger.dk)."""
    return _years_after(birth, years) - timedelta(days=1)


def _years_after(day: date, years: int, leap_day: int = 0) -> date:
    """A birthday on a 29 February comes, in other years, on the first of March; a term ends on the 28th."""
    if (day.month, day.day) == (2, 29) and not _is_leap(day.year + years):
        return date(day.year + years, 2, leap_day) if leap_day else date(day.year + years, 3, 1)
    return date(day.year + years, day.month, day.day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
