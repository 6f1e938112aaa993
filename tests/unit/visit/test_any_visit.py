"""What holds for every visit, whatever happens in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.delegating import Delegating
from kiosk.visit.forms import OnForm
from kiosk.visit.journal import notes
from kiosk.visit.moves import inside_of
from kiosk.visit.people import OwnGrant
from kiosk.visit.performing_mandates import Changing
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from tests.unit.visit.lives import at_hand, everything, happenings, live, walk_away
from tests.unit.visit.samples import ORDER, READING, events, inside, states, visit

PERSONAL = (
    *("Anna", "6705411234", "boligstøtte", "certificate of Anna", "Kære", "access", "subject", "123456"),
    *("Karen", "720344", "Otto", "650938", "id-KARENP23", "mailbox of", "sag-1"),
    *("Dorte", "6112704002", "611270", "id-DQRTE234"),
)


def any_life() -> st.SearchStrategy[tuple[s.Visit, list[int]]]:
    """Where it begins, and what happens then: left to chance alone, hardly anybody would ever log in."""
    return st.tuples(st.sampled_from([visit(state) for state in states()]), happenings())


@settings(max_examples=300, deadline=None)
@given(any_life())
def test_a_citizen_who_walks_away_is_forgotten_whatever_happened(life: tuple[s.Visit, list[int]]) -> None:
    now = walk_away(live(*life))
    assert now.state == s.Ended()
    left = everything(now)
    for word in PERSONAL:
        assert word not in left


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
def test_nothing_personal_is_in_the_repr_of_any_visit(life: tuple[s.Visit, list[int]]) -> None:
    shown = repr(live(*life))
    for word in PERSONAL:
        assert word not in shown


@settings(max_examples=200, deadline=None)
@given(any_life())
def test_orders_only_grow(life: tuple[s.Visit, list[int]]) -> None:
    now, choices = life
    last = now.last_order
    for choice in choices:
        now, effects = step(now, at_hand(events()[choice], now))
        given_orders = [effect.order for effect in effects if hasattr(effect, "order")]
        assert all(order > last for order in given_orders)
        last = max([last, *given_orders])
        assert now.last_order == last


@settings(max_examples=200, deadline=None)
@given(any_life())
def test_nobody_passes_on_what_somebody_lets_them_do(life: tuple[s.Visit, list[int]]) -> None:
    now, choices = life
    for choice in choices:
        now, effects = step(now, at_hand(events()[choice], now))
        inside = inside_of(now.state)
        assert not (inside and inside.session.acting and isinstance(inside.place, Delegating | OnForm))
        assert all(isinstance(each.grant, OwnGrant) for each in effects if isinstance(each, Changing))


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
