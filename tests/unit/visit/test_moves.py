"""Every state and every event stands in the table of moves."""

from tests.unit.visit.samples import PLACES, WAYS, events, states, unions


def test_every_state_and_every_event_has_a_sample() -> None:
    kinds, happenings = unions()
    shown = {type(state) for state in states()} | {type(place) for place in (*WAYS, *PLACES)}
    assert kinds <= shown
    assert {type(event) for event in events()} == happenings
