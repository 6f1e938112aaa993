"""What a mandate says on a screen: who acts for whom, what about, until when."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kiosk.visit.mandates import Area, Mandate, Party, PostRight, Privilege, Right, Scope
from kiosk.visit.people import Cpr
from kiosk.visit.scope_words import AREAS, POST_RIGHTS, RIGHTS
from ui.tongue import Tongue, isolated, ltr

_LONGEST: Final = 40
_JOINED: Final = "-\u2060"


@dataclass(frozen=True, slots=True)
class FactRow:
    """``name`` is empty where the row goes on with the one above."""

    name: str
    said: str = field(repr=False)


def shortened(name: str) -> str:
    """For a heading or a band, where it stands in full below, or stood before: its beginning, and the family name."""
    if len(name) <= _LONGEST:
        return name
    *first, last = name.split()
    room = _LONGEST - len(last)
    while first and len(" ".join(first)) > room:
        first.pop()
    return f"{' '.join(first)}\u00a0…\u00a0{last}" if first else f"{name[:_LONGEST]}…"


def side(party: Party) -> str:
    """Somebody by name and by what may be shown of their number."""
    return _numbered(isolated(party.name), party.number)


def typed_side(name: str, cpr: Cpr) -> str:
    """Somebody as they were typed."""
    return _numbered(isolated(name), cpr.shown)


def own_side(name: str, tongue: Tongue) -> str:
    """The citizen."""
    return tongue.say("{name} (you)", name=isolated(name))


def _numbered(name: str, number: str) -> str:
    """No line ends inside the number."""
    return f"{name} · {ltr(number.replace('-', _JOINED))}" if number else name


def who_for_whom(holder: str, grantor: str, tongue: Tongue) -> tuple[FactRow, ...]:
    return FactRow(tongue.say("Who acts"), holder), FactRow(tongue.say("For whom"), grantor)


def what_about(scope: Scope, tongue: Tongue) -> tuple[FactRow, ...]:
    """A row for each area; none for an empty scope."""
    name = tongue.say("What it is about")
    lines = scope_said(scope, tongue)
    return tuple(FactRow("" if number else name, line) for number, line in enumerate(lines))


def errand(privilege: Privilege, tongue: Tongue) -> str:
    """One thing that may be done, in one line."""
    area = tongue.say(AREAS[privilege.area])
    match privilege.right:
        case Right.READ:
            return tongue.say("{area}: see how it stands", area=area)
        case Right.HANDLE:
            return tongue.say("{area}: handle it", area=area)
        case Right.CONTACT:
            return tongue.say("{area}: by phone or in person", area=area)


def last_day(until: date | None, tongue: Tongue) -> tuple[FactRow, ...]:
    return (FactRow(tongue.say("Last day"), tongue.date_said(until)),) if until else ()


def scope_said(scope: Scope, tongue: Tongue) -> tuple[str, ...]:
    if isinstance(scope, PostRight):
        return (tongue.say(POST_RIGHTS[scope]),)
    areas = {area: _rights(area, scope, tongue) for area in Area}
    return tuple(f"{tongue.say(AREAS[area])}: {rights}" for area, rights in areas.items() if rights)


def _rights(area: Area, scope: frozenset[Privilege], tongue: Tongue) -> str:
    return " · ".join(tongue.say(RIGHTS[right]) for right in Right if Privilege(area, right) in scope)


def facts_of(mandate: Mandate, given: bool, tongue: Tongue) -> tuple[FactRow, ...]:
    """Who, for whom, what, until when. ``given``: by the citizen, who is the holder otherwise."""
    holder, grantor = mandate.holder, mandate.grantor
    if given:
        sides = who_for_whom(side(holder), own_side(grantor.name, tongue), tongue)
    else:
        sides = who_for_whom(own_side(holder.name, tongue), side(grantor), tongue)
    return (*sides, *what_until(mandate, tongue))


def what_until(mandate: Mandate, tongue: Tongue) -> tuple[FactRow, ...]:
    return (*what_about(mandate.scope, tongue), *last_day(mandate.until, tongue))
