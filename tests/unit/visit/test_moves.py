"""Every state and every event stands in the table of moves."""

from kiosk.visit.moves import inside_of
from tests.unit.visit.samples import WAYS, events, states, unions


def test_every_state_and_every_event_has_a_sample() -> None:
    kinds, happenings = unions()
    places = {type(inside.place) for state in states() if (inside := inside_of(state))}
    shown = {type(state) for state in states()} | {type(way) for way in WAYS} | places
    assert kinds <= shown
    assert {type(event) for event in events()} == happenings
