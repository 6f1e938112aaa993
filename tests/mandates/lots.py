"""Nights drawn by lot: some mandates, and what happens and is asked in the hours around a midnight in Denmark."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from kiosk.training.people import COMPANY, PEOPLE
from kiosk.training.register import POST_RIGHTS, Basis, Mandate, Role, Side, Standing, urn
from tests.mandates.oracle import ACTS, ERRANDS, Act, Paper

HOLDERS: Final = ("anna", "ahmed")
GRANTORS: Final = ("ulrik-uncle", "hilda-helped", "asta-asked", "faris-father")
LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)
WINDOW_S: Final = 5_200
"""Before and after midnight. A login lasts three hours."""

NIGHTS_TO_REMEMBER: Final = (
    *(date(2026, 3, day) for day in (27, 28, 29)),
    *(date(2026, 10, day) for day in (23, 24, 25)),
    *(date(2026, 12, 31), date(2027, 6, 21), date(2027, 12, 21), date(2028, 2, 28), date(2028, 2, 29)),
)
"""Around the changes of the hour, at the ends of a year and of a February, in high summer and deep winter."""

EDGES_S: Final = (-61, -2, -1, 0, 1, 2, 61)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A mandate as it was drawn: as a clerk keeps it, and what only the register needs. ``decided``: at the start."""

    paper: Paper
    basis: Basis
    decided: Standing = Standing.IN_FORCE
    awaits: Role | None = None

    def as_registered(self) -> Mandate:
        paper = self.paper
        grantor = COMPANY if paper.grantor == COMPANY.id else PEOPLE[paper.grantor]
        return Mandate(
            Side.of(grantor),
            Side.of(PEOPLE[paper.holder]),
            self.basis,
            rights(paper.words),
            paper.last_day,
            self.decided,
            self.awaits,
            paper.withdrawn,
        )


def rights(words: frozenset[Act]) -> frozenset[str]:
    """As the register holds them."""
    if ("post", "write") in words:
        return POST_RIGHTS["MESSAGE_WRITE"]
    if ("post", "read") in words:
        return POST_RIGHTS["MESSAGE_BASIC"]
    return frozenset(urn(area, right) for area, right in words)


@dataclass(frozen=True, slots=True)
class Came:
    """Seconds from midnight; who wants to begin to act, under which sheet."""

    at_s: int
    sheet: int
    who: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to do, under the sheet that they have begun to act under, if they ever could."""

    at_s: int
    sheet: int
    who: str
    act: Act


@dataclass(frozen=True, slots=True)
class Withdrawn:
    at_s: int
    sheet: int


@dataclass(frozen=True, slots=True)
class Died:
    """The grantor of the sheet; of a company nobody can die."""

    at_s: int
    sheet: int


Happening = Came | Asked | Withdrawn | Died


@dataclass(frozen=True, slots=True)
class Night:
    """``skew_s``: how wrong the kiosk's clock is; more than two minutes, and nobody logs in."""

    day: date
    skew_s: int
    sheets: tuple[Sheet, ...]
    happenings: tuple[Happening, ...]

    @property
    def midnight(self) -> datetime:
        """After the day, in Denmark; as UTC, in which a second has the same length on every night."""
        midnight = datetime.combine(self.day + timedelta(days=1), time(), ZoneInfo("Europe/Copenhagen"))
        return midnight.astimezone(UTC)


_WIDER: Final = (Basis.GENERAL_POWER, Basis.FUTURE_POWER)
_OF_READING: Final = (Basis.READ_ACCESS, Basis.PARENT, Basis.GUARDIAN, *_WIDER)
_OF_WRITING: Final = (Basis.WRITE_ACCESS, *_WIDER)
_POWERS: Final = (Basis.POWER, *_WIDER, Basis.PARENT, Basis.GUARDIAN)
_DAY: Final = timedelta(days=1)


@st.composite
def nights(draw: st.DrawFn) -> Night:
    day = draw(st.sampled_from(NIGHTS_TO_REMEMBER) | st.dates(date(2025, 1, 1), date(2031, 12, 31)))
    sheets = draw(st.lists(_sheets(day), min_size=2, max_size=5))
    happenings = draw(st.lists(_happenings(sheets), min_size=24, max_size=40))
    in_order = tuple(sorted(happenings, key=lambda happening: happening.at_s))
    return Night(day, draw(st.integers(-100, 100)), tuple(sheets), in_order)


@st.composite
def _sheets(draw: st.DrawFn, day: date) -> Sheet:
    """Every second one is in force and ends this very midnight."""
    words, basis = draw(_powers() | _accesses())
    grantor = COMPANY.id if basis is Basis.SIGNATORY else draw(st.sampled_from(GRANTORS))
    last_day = draw(st.sampled_from((day, day, day, day + _DAY, day - _DAY, day + 400 * _DAY, None)))
    died = LONG_AGO if grantor == "faris-father" else None
    paper = Paper(grantor, draw(st.sampled_from(HOLDERS)), words, last_day, died=died)
    return draw(st.just(Sheet(paper, basis)) | _not_in_force(paper, basis))


def _powers() -> st.SearchStrategy[tuple[frozenset[Act], Basis]]:
    words = st.frozensets(st.sampled_from(ERRANDS), max_size=6)
    return st.tuples(words, st.sampled_from((*_POWERS, Basis.SIGNATORY)))


def _accesses() -> st.SearchStrategy[tuple[frozenset[Act], Basis]]:
    reading = st.tuples(st.just(frozenset({("post", "read")})), st.sampled_from(_OF_READING))
    return reading | st.tuples(st.just(frozenset({("post", "write")})), st.sampled_from(_OF_WRITING))


def _not_in_force(paper: Paper, basis: Basis) -> st.SearchStrategy[Sheet]:
    return st.sampled_from(
        (
            Sheet(paper, basis),
            Sheet(replace(paper, signed=False), basis, Standing.AWAITED, "grantor"),
            Sheet(replace(paper, signed=False), basis, Standing.AWAITED, "holder"),
            Sheet(replace(paper, signed=False, declined=True), basis, Standing.DECLINED),
            Sheet(replace(paper, withdrawn=LONG_AGO), basis, Standing.WITHDRAWN),
        )
    )


@st.composite
def _happenings(draw: st.DrawFn, sheets: list[Sheet]) -> Happening:
    at_s = draw(st.sampled_from(EDGES_S) | st.integers(-WINDOW_S, WINDOW_S))
    number = draw(st.integers(0, len(sheets) - 1))
    who = st.just(sheets[number].paper.holder) | st.sampled_from(HOLDERS)
    match draw(st.integers(0, 15)):
        case 0:
            return Withdrawn(at_s, number)
        case 1:
            return Died(at_s, number)
        case 2 | 3 | 4:
            return Came(at_s, number, draw(who))
        case _:
            return Asked(at_s, number, draw(who), draw(_acts(sheets[number].paper)))


def _acts(paper: Paper) -> st.SearchStrategy[Act]:
    """What stands in the mandate, what is near it, or anything."""
    held = sorted(paper.words & {*ACTS}) or list(ACTS)
    near = sorted(act for act in ACTS if act[0] in {place for place, _ in paper.words}) or list(ACTS)
    return st.sampled_from(held) | st.sampled_from(near) | st.sampled_from(ACTS)
