"""The table of moves, and that every state and every event stands in it."""

from pathlib import Path

from tests.unit.visit.moves_table import table
from tests.unit.visit.samples import PLACES, WAYS, events, states, unions


def test_every_state_and_every_event_has_a_sample() -> None:
    kinds, happenings = unions()
    shown = {type(state) for state in states()} | {type(place) for place in (*WAYS, *PLACES)}
    assert kinds <= shown
    assert {type(event) for event in events()} == happenings


def test_the_table_in_the_documents_is_the_table_in_the_code() -> None:
    written = Path("docs/moves.md").read_text(encoding="utf-8")
    assert written == table(), "run: python -m tests.unit.visit.moves_table > docs/moves.md"
