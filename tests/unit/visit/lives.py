"""Visits in which anything happens, and all that can be reached from what is left of one."""

import gc
from types import FunctionType, ModuleType

from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import notes
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from tests import cast
from tests.unit.visit.samples import events


def happenings(most: int = 40) -> st.SearchStrategy[list[int]]:
    """What happens, by its place in the list of samples."""
    return st.lists(st.integers(0, len(events()) - 1), max_size=most)


def at_hand(event: e.Event, now: s.Visit) -> e.Event:
    """The event as an answer to the last order, where it is one: else most answers would come too late."""
    return type(event)(*_fields(event, now)) if isinstance(event, e.Answer) else event


def _fields(event: e.Event, now: s.Visit) -> list[object]:
    names = list(type(event).__dataclass_fields__)
    return [now.last_order if name == "order" else getattr(event, name) for name in names]


def live(now: s.Visit, choices: list[int]) -> s.Visit:
    """Every event is taken, and what is noted of it is written down."""
    for choice in choices:
        event = at_hand(events()[choice], now)
        after, _ = step(now, event)
        notes(now, event, after)
        now = after
    return now


def walk_away(now: s.Visit) -> s.Visit:
    """The citizen walks away: the card is out, silence falls, the world answers what it is asked."""
    for _ in range(12):
        for event in (e.CardGone(), e.TimeIsShort()):
            now, _ = step(now, event)
        for order in range(now.last_order + 1):
            now, _ = step(now, e.VisitClosed(order, cast.RECEIPT))
            now, _ = step(now, e.TimeCame(order))
    return now


def everything(root: object) -> str:
    """All that can be reached from a value, as the garbage collector sees it, whatever its repr hides."""
    met, ahead, words = set(), [root], []
    while ahead:
        thing = ahead.pop()
        if id(thing) in met or isinstance(thing, type | ModuleType | FunctionType):
            continue
        met.add(id(thing))
        if isinstance(thing, Secret):
            words.append(thing.text() if len(thing) else "")
        elif isinstance(thing, str | bytes | bytearray):
            words.append(thing if isinstance(thing, str) else thing.decode("utf-8", "replace"))
        ahead += gc.get_referents(thing)
    return " ".join(words)
