"""What the machine can see by itself."""

from dataclasses import dataclass

from kiosk.visit.trouble import Trouble


@dataclass(frozen=True, slots=True)
class CardSeen:
    """A card is in the citizen's reader. ``mute``: it does not answer (backwards, dirty, no chip)."""

    mute: bool


@dataclass(frozen=True, slots=True)
class CardGone:
    pass


@dataclass(frozen=True, slots=True)
class SecondCardSeen:
    """A card was put into another reader of this machine while one is in."""


@dataclass(frozen=True, slots=True)
class ReaderLost:
    """``why``: READER_GONE or READER_SERVICE_DOWN."""

    why: Trouble


@dataclass(frozen=True, slots=True)
class ReaderFound:
    pass


@dataclass(frozen=True, slots=True)
class TimeIsShort:
    """No sign of life for ``Limits.silence``."""


@dataclass(frozen=True, slots=True)
class VoiceGone:
    """Nothing can be read aloud any more to whoever had asked for it."""


Seen = CardSeen | CardGone | SecondCardSeen | ReaderLost | ReaderFound | TimeIsShort | VoiceGone
SIGNS_OF_LIFE = CardSeen | CardGone | SecondCardSeen
"""What a person did with their hands, away from the glass."""
