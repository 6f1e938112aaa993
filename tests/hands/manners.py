"""In which language and with which hand a story is told: all six, or three that leave out no language and no hand."""

from dataclasses import dataclass

import pytest

from tests.hands.hand import Finger, Hand, Keys
from tests.screens.states import LANGUAGES


@dataclass(frozen=True)
class Manner:
    language: str
    hand: Hand

    def __str__(self) -> str:
        return f"{type(self.hand).__name__.lower()}-{self.language}"


ALL_SIX = [Manner(language, hand) for hand in (Finger(), Keys()) for language in LANGUAGES]
_THREE = [manner for number, manner in enumerate(ALL_SIX) if number % 2 == 0]
_OTHER_THREE = [manner for manner in ALL_SIX if manner not in _THREE]

in_three_manners = pytest.mark.parametrize("manner", _THREE, indirect=True, ids=str)
in_the_other_three = pytest.mark.parametrize("manner", _OTHER_THREE, indirect=True, ids=str)
