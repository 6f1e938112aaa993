"""What holds for every visit, whatever happens in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import notes
from kiosk.visit.limits import Limits
from kiosk.visit.step import step
from tests import cast
from tests.unit.visit.samples import events, states, visit

_PERSONAL = ("Anna", "6705411234", "boligstøtte", "certificate of Anna", "Kære", "access", "123456")


def _any_events() -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, len(events()) - 1), max_size=60)


def _at_hand(event: e.Event, now: s.Visit) -> e.Event:
    """The event as an answer to the last order, where it is one: else most answers would come too late."""
    return type(event)(*_fields(event, now)) if isinstance(event, e.Answer) else event


def _fields(event: e.Event, now: s.Visit) -> list[object]:
    names = list(type(event).__dataclass_fields__)
    return [now.last_order if name == "order" else getattr(event, name) for name in names]


def _live(choices: list[int]) -> s.Visit:
    now = s.Visit(Limits())
    for choice in choices:
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
@given(_any_events())
def test_a_citizen_who_walks_away_is_forgotten_whatever_happened(choices: list[int]) -> None:
    now = _leave(_live(choices))
    assert now.state == s.Ended()
    for word in _PERSONAL:
        assert word not in _everything(now)


def _everything(value: object) -> str:
    """All that a value holds, through the fields that its repr hides."""
    if hasattr(value, "__dataclass_fields__"):
        return " ".join(_everything(getattr(value, name)) for name in value.__dataclass_fields__)
    if isinstance(value, tuple):
        return " ".join(map(_everything, value))
    return str(value)


@settings(max_examples=200, deadline=None)
@given(_any_events())
def test_nothing_personal_is_in_the_repr_of_any_visit(choices: list[int]) -> None:
    shown = repr(_live(choices))
    for word in _PERSONAL:
        assert word not in shown


@settings(max_examples=200, deadline=None)
@given(_any_events())
def test_orders_only_grow(choices: list[int]) -> None:
    now, last = s.Visit(Limits()), 0
    for choice in choices:
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
