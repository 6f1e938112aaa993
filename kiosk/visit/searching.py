"""What a citizen may look for: words that are neither too short to tell letters apart nor too long for anybody."""

import enum
from typing import Final

from kiosk.visit.secrets import Secret

LEAST: Final = 2
"""Letters and digits."""

MOST: Final = 60
"""Signs, whatever they are."""


class Misfit(enum.Enum):
    """Why nothing is looked for."""

    TOO_SHORT = "too short"
    TOO_LONG = "too long"


def misfit(words: Secret) -> Misfit | None:
    """What is wrong with these words, if anything."""
    text = words.text()
    if len(text) > MOST:
        return Misfit.TOO_LONG
    return Misfit.TOO_SHORT if sum(map(str.isalnum, text)) < LEAST else None
