"""Walks through the whole kiosk: in by some of the ways, out on one of the roads, and then the search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from tests.trace.looking import look_around, look_at_all_files, look_everywhere
from tests.trace.receipt import compare_receipt
from tests.trace.report import Report
from tests.trace.roads import (
    ROADS,
    Road,
    by_a_kill,
    by_a_killed_speaker,
    by_silence,
    by_taking_the_card,
    by_the_button,
)
from tests.trace.vera import Vera
from tests.trace.ways import WAYS, Way, by_card, by_code, by_ear


@dataclass(frozen=True, slots=True)
class Walk:
    """One road after each of some ways, visit after visit at the same kiosk."""

    ways: Sequence[Way]
    road: Road

    def __str__(self) -> str:
        return f"{name_of(self.road)}: {', '.join(map(name_of, self.ways))}"


_NOT_AFTER: Final[Mapping[Road, Sequence[Way]]] = {
    by_taking_the_card: (by_code,),
    by_a_killed_speaker: (by_card, by_code),
}
"""Whoever comes without a card can take none, and nobody speaks to whoever has not asked."""


def _ways_to(road: Road) -> Sequence[Way]:
    return [way for way in WAYS if way not in _NOT_AFTER.get(road, ())]


def _walks(road: Road) -> Sequence[Walk]:
    """To listen takes its time, as silence does: so it is walked by several at once."""
    ways = _ways_to(road)
    if road is by_silence:
        return [Walk((way,), road) for way in ways]
    together = [way for way in ways if way is not by_ear]
    return [Walk(each, road) for each in (together, [by_ear]) if each]


WALKS: Final = [walk for road in ROADS for walk in _walks(road)]
"""Every road after every way in."""

_HEARD_IN_EVERY_RUN: Final = (by_the_button, by_a_kill, by_a_killed_speaker)
EVERY_RUN: Final = [walk for walk in WALKS if by_ear not in walk.ways or walk.road in _HEARD_IN_EVERY_RUN]
"""All roads, but by ear, which takes longest, only some of them; ``./dev prove no-trace`` walks them all."""


def name_of(step: Way | Road) -> str:
    return step.__name__.replace("_", " ")


def leave_by(walk: Walk, vera: Vera, since: float) -> Report:
    """Visits that look for a word, read and print a letter and end; each time a search, at the next welcome.

    ``since``: before the kiosk was started. What was found of one visit is looked for again after the next.
    """
    report = Report()
    vera.glances = partial(look_around, vera, report)
    for way in walk.ways:
        vera.comes()
        way(vera)
        vera.seeks_in_vain()
        vera.opens_her_letter()
        vera.prints()
        vera.still_holds_it()
        _end_by(walk.road, vera)
        look_everywhere(vera, report)
        compare_receipt(vera, report)
    look_at_all_files(since, vera, report)
    return report


def _end_by(road: Road, vera: Vera) -> None:
    """Until the next welcome stands there, and the printer is known to be empty."""
    kiosk = vera.kiosk
    before = {what: kiosk.notes().count(what) for what in ("printer_cleared", "visit_shown")}
    road(vera)
    for what, times in before.items():
        kiosk.until_noted(what, times=times + 1)
    vera.hears_nobody()
    # The world around the kiosk is put in order, so that the next welcome can be one.
    vera.world.shelf.remove()
    vera.world.town.client.reset()
    vera.world.printer.mend()
    vera.glass.rest(0.5)
