"""Who has told a story at the glass with their own hands, in which language and by which hand; and who lacks one."""

from collections import defaultdict
from collections.abc import Iterator

from kiosk.station.proving import Proof
from kiosk.training.people import PEOPLE
from tests.hands.manners import ALL_SIX
from tests.mandates.townspeople import sheets
from tests.prove.suite import Case, Suite

_HELPERS = {sheet.paper.holder for sheet in sheets()} | {"mads-many"}
_YOUNG = {"fie-fourteen", "frida-fifteen", "sofus-seventeen"}
_STAFF = {person.id for person in PEOPLE.values() if person.is_staff}
EXPECTED = frozenset(_HELPERS | _YOUNG | _STAFF)
"""Whoever acts for somebody, or is said to: they may not be missing, nor may whoever tells a story besides."""

_MANNERS = frozenset(map(str, ALL_SIX))


def in_every_manner(suite: Suite) -> Proof:
    """Everybody, in each language, by finger and by keys alone, to the end of a story."""
    told = _told(suite)
    lacking = {person: _MANNERS - told[person] for person in sorted(EXPECTED | told.keys())}
    against = "; ".join(
        f"{person} lacks {', '.join(sorted(them))}" for person, them in lacking.items() if them
    )
    figure = against or f"{len(told)} people, each in all {len(_MANNERS)}"
    return Proof(
        "by hand: everybody, by finger and by keys alone, in each language", figure, "all six", not against
    )


def _told(suite: Suite) -> defaultdict[str, set[str]]:
    told = defaultdict[str, set[str]](set)
    for case in suite.cases:
        if case.file.startswith("tests/hands/") and case.passed:
            for person in _people(case):
                told[person] |= {manner for manner in _MANNERS if manner in case.given}
    return told


def _people(case: Case) -> Iterator[str]:
    """Whoever has logged in, or has tried to, in this story."""
    yield from case.told.get("people", "").split()
