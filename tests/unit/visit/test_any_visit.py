"""What holds for every visit, whatever happens in it."""

import gc
from types import FunctionType, ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import notes
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from tests import cast
from tests.unit.visit.samples import ORDER, READING, events, inside, states, visit

PERSONAL = ("Anna", "6705411234", "boligstøtte", "certificate of Anna", "Kære", "access", "subject", "123456")


def any_life() -> st.SearchStrategy[list[int]]:
    """Where it begins, and what happens then: left to chance alone, hardly anybody would ever log in."""
    return st.builds(
        lambda begin, choices: [begin, *choices],
        st.integers(0, len(states()) - 1),
        st.lists(st.integers(0, len(events()) - 1), max_size=40),
    )


def _at_hand(event: e.Event, now: s.Visit) -> e.Event:
    """The event as an answer to the last order, where it is one: else most answers would come too late."""
    return type(event)(*_fields(event, now)) if isinstance(event, e.Answer) else event


def _fields(event: e.Event, now: s.Visit) -> list[object]:
    names = list(type(event).__dataclass_fields__)
    return [now.last_order if name == "order" else getattr(event, name) for name in names]


def live(choices: list[int]) -> s.Visit:
    now = visit(states()[choices[0]])
    for choice in choices[1:]:
        event = _at_hand(events()[choice], now)
        after, _ = step(now, event)
        notes(now, event, after)
        now = after
    return now


def _leave(now: s.Visit) -> s.Visit:
    """The citizen walks away: the card is out, silence falls, the world answers what it is asked."""
    for _ in range(12):
        for event in (e.CardGone(), e.TimeIsShort()):
            now, _ = step(now, event)
        for order in range(now.last_order + 1):
            now, _ = step(now, e.VisitClosed(order, cast.RECEIPT))
            now, _ = step(now, e.TimeCame(order))
    return now


@settings(max_examples=300, deadline=None)
@given(any_life())
def test_a_citizen_who_walks_away_is_forgotten_whatever_happened(choices: list[int]) -> None:
    now = _leave(live(choices))
    assert now.state == s.Ended()
    for word in PERSONAL:
        assert word not in everything(now)


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


def test_what_is_looked_for_can_be_found() -> None:
    """The searcher sees through every field, tuple and buffer: or finding nothing would mean nothing."""
    for place in (READING, s.OpeningMailbox(ORDER)):
        found = everything(inside(place))
        assert all(
            word in found for word in ("Anna", "6705411234", "certificate of Anna", "access", "subject")
        )
    assert "boligstøtte" in everything(inside(READING))
    assert "123456" in everything(e.CodeGiven(Secret("123456")))


@settings(max_examples=200, deadline=None)
@given(any_life())
def test_nothing_personal_is_in_the_repr_of_any_visit(choices: list[int]) -> None:
    shown = repr(live(choices))
    for word in PERSONAL:
        assert word not in shown


@settings(max_examples=200, deadline=None)
@given(any_life())
def test_orders_only_grow(choices: list[int]) -> None:
    now = visit(states()[choices[0]])
    last = now.last_order
    for choice in choices[1:]:
        now, effects = step(now, _at_hand(events()[choice], now))
        given_orders = [effect.order for effect in effects if hasattr(effect, "order")]
        assert all(order > last for order in given_orders)
        last = max([last, *given_orders])
        assert now.last_order == last


def test_every_event_is_taken_in_every_state() -> None:
    for state in states():
        for event in events():
            before = visit(state)
            after, _ = step(before, event)
            notes(before, event, after)


def test_an_event_without_meaning_changes_nothing_at_all() -> None:
    before = visit(s.Ended())
    for event in events():
        after, _ = step(before, event)
        assert after.state is before.state
