"""The judge who has never seen the program, on cases that anybody can check by hand."""

import ast
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from tests.mandates import oracle
from tests.mandates.oracle import (
    YES,
    Act,
    Paper,
    Reasons,
    WiderPower,
    covered,
    danish_day,
    objections,
    objections_to_giving,
    objections_to_paper,
)

NOON: Final = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PAPER: Final = Paper("karen", "dina", frozenset({("doctor", "read")}), date(2026, 11, 24))
SEE: Final[Act] = ("doctor", "read")


def test_it_knows_the_standard_library_alone() -> None:
    tree = ast.parse(Path(oracle.__file__).read_text())
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert {name.partition(".")[0] for name in named} <= sys.stdlib_module_names
    assert "zoneinfo" not in named


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-01-31T22:59:59", date(2026, 1, 31)),
        ("2026-01-31T23:00:00", date(2026, 2, 1)),
        ("2026-07-31T21:59:59", date(2026, 7, 31)),
        ("2026-07-31T22:00:00", date(2026, 8, 1)),
        ("2026-03-28T22:59:59", date(2026, 3, 28)),
        ("2026-03-28T23:00:00", date(2026, 3, 29)),
        ("2026-03-29T22:00:00", date(2026, 3, 30)),
        ("2026-10-24T22:00:00", date(2026, 10, 25)),
        ("2026-10-25T22:59:59", date(2026, 10, 25)),
        ("2026-10-25T23:00:00", date(2026, 10, 26)),
    ],
)
def test_midnight_in_denmark_is_at_11_and_in_summer_at_10(at: str, day: date) -> None:
    assert danish_day(datetime.fromisoformat(at).replace(tzinfo=UTC)) == day


A_SECOND: Final = timedelta(seconds=1)
MIDNIGHT: Final = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("paper", "who", "at", "why"),
    [
        (PAPER, "dina", NOON, YES),
        (PAPER, "karen", NOON, {"not the holder"}),
        (PAPER, "dina", MIDNIGHT - A_SECOND, YES),
        (PAPER, "dina", MIDNIGHT, {"expired"}),
        (replace(PAPER, last_day=None), "dina", MIDNIGHT, YES),
        (replace(PAPER, signed=False), "dina", NOON, {"not signed"}),
        (replace(PAPER, signed=False, declined=True), "dina", NOON, {"not signed", "declined"}),
        (replace(PAPER, withdrawn=NOON), "dina", NOON - A_SECOND, YES),
        (replace(PAPER, withdrawn=NOON), "dina", NOON, {"withdrawn"}),
        (replace(PAPER, died=NOON), "dina", NOON, {"dead"}),
        (
            replace(PAPER, died=NOON, withdrawn=NOON),
            "viggo",
            MIDNIGHT,
            {"not the holder", "withdrawn", "expired", "dead"},
        ),
    ],
)
def test_who_may_act_at_all(paper: Paper, who: str, at: datetime, why: Reasons) -> None:
    assert objections(paper, who, SEE, at) == why


ALL: Final = frozenset({("doctor", "read"), ("doctor", "handle"), ("doctor", "contact")})
READ: Final = frozenset({("post", "read")})
WRITE: Final = frozenset({("post", "write")})


@pytest.mark.parametrize(
    ("words", "act", "yes"),
    [
        ({("doctor", "handle")}, ("doctor", "read"), False),
        ({("doctor", "read")}, ("doctor", "handle"), False),
        ({("doctor", "read")}, ("moving", "read"), False),
        (ALL, ("doctor", "handle"), True),
        (ALL, ("post", "read"), False),
        (READ, ("post", "serve"), True),
        (READ, ("post", "answer"), False),
        (WRITE, ("post", "read"), True),
        (WRITE, ("post", "answer"), True),
        (WRITE, ("post", "delete"), False),
        (WRITE, ("doctor", "read"), False),
        (frozenset(), ("doctor", "read"), False),
    ],
)
def test_nothing_includes_anything_but_writing_includes_reading(
    words: frozenset[Act], act: Act, yes: bool
) -> None:
    assert covered(frozenset(words), act) is yes


def test_no_machine_phones_for_anybody() -> None:
    paper = replace(PAPER, words=ALL)
    assert objections(paper, "dina", ("doctor", "contact"), NOON) == {"not at a machine"}


@pytest.mark.parametrize(
    ("signed_by", "wider", "looks", "why"),
    [
        ("grantor", None, 2, YES),
        ("grantor", None, 1, {"not looked at twice"}),
        ("holder", None, 2, {"not signed"}),
        ("holder", None, 1, {"not signed", "not looked at twice"}),
        ("holder", WiderPower(NOON.date()), 2, YES),
        ("holder", WiderPower(NOON.date()), 1, {"not looked at twice"}),
        ("holder", WiderPower(NOON.date(), for_everything=False), 2, {"not signed"}),
        ("holder", WiderPower(date(2026, 11, 25)), 2, {"not signed"}),
    ],
)
def test_which_paper_lets_somebody_act(
    signed_by: str, wider: WiderPower | None, looks: int, why: Reasons
) -> None:
    assert objections_to_paper(signed_by, wider, looks, NOON) == why


@pytest.mark.parametrize(
    ("birth", "last_day", "age_s", "why"),
    [
        (date(1960, 1, 1), date(2026, 11, 24), 120, YES),
        (date(2011, 11, 24), date(2027, 1, 1), 0, YES),
        (date(2011, 11, 25), date(2027, 1, 1), 0, {"too young"}),
        (date(1960, 1, 1), date(2026, 11, 23), 0, {"wrong day"}),
        (date(1960, 1, 1), date(2031, 11, 24), 0, YES),
        (date(1960, 1, 1), date(2031, 11, 25), 121, {"wrong day", "not signed"}),
    ],
)
def test_who_may_give_until_when(birth: date, last_day: date, age_s: int, why: Reasons) -> None:
    assert objections_to_giving(birth, last_day, age_s, NOON) == why
