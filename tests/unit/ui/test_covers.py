"""Whatever happened before: a cover shows nothing of what it covers."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.visit import states as s
from tests.unit.visit.samples import events
from tests.unit.visit.test_any_visit import PERSONAL, any_life, everything, live
from ui.screens.visit import scene
from ui.tongue import LANGUAGES, tongue

COVERS = s.Covered | s.Away | s.Returning | s.Warned
COVERING = [type(event).__name__ for event in events()].index("CoverAsked")


@settings(max_examples=200, deadline=None)
@given(any_life(), st.sampled_from(LANGUAGES))
def test_a_cover_shows_nothing_personal_whatever_happened(life, language):
    begun, happened = life
    now = live(begun, [*happened, COVERING])
    if isinstance(now.state, COVERS):
        shown = everything(scene(now, tongue(language.code)).model)
        # Whole words: in one of the languages a name is the beginning of something else.
        assert [word for word in PERSONAL if re.search(rf"\b{re.escape(word)}\b", shown)] == []
