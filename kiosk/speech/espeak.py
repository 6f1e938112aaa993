"""eSpeak NG as a program of its own (GPL, so nothing of it is loaded here): its voices, its speeds, its output.

https://github.com/espeak-ng/espeak-ng/blob/1.51/src/espeak-ng.1.ronn
"""

from pathlib import Path
from typing import Final, NamedTuple

PROGRAM: Final = Path("/usr/bin/espeak-ng")

RATE: Final = 22_050
"""Samples a second of every voice."""

HEADER: Final = 44
"""Bytes of the RIFF header; the length that it gives is wrong on a pipe."""

VOICES: Final = {
    "da": "da",
    "en": "en-gb",
    "kl": "kl",
    "de": "de",
    "ar": "ar",
    "tr": "tr",
    "uk": "uk",
    "pl": "pl",
    "ro": "ro",
    "fa": "fa",
    "ur": "ur",
    "bs": "bs",
    "ru": "ru",
}
"""By the language on the glass. Faroese, Somali and Tigrinya have none in version 1.51: they are read, not heard."""


class Pace(NamedTuple):
    """The options ``-s`` and ``-g``. What ``-s`` says is not what is heard: Danish comes a fifth quicker."""

    speed: int
    gap: int


PACES: Final = (
    Pace(80, 10),
    Pace(80, 0),
    Pace(102, 0),
    Pace(125, 0),
    Pace(147, 0),
    Pace(172, 0),
    Pace(200, 0),
)
"""Seven, from 65 to 245 Danish words a minute; below 100 only gaps between words make it slower (VVSG 2.0, 7.1-K)."""

USUAL: Final = 2
"""The place in :data:`PACES` of the one that every visit begins with: 122 words a minute."""


def command(voice: str, pace: Pace) -> list[str]:
    """What reads a text on its input and writes sound on its output. The text is never on a command line."""
    return [
        str(PROGRAM),
        *("-v", voice),
        *("-s", str(pace.speed)),
        *("-g", str(pace.gap)),
        *("-b", "1", "--stdin", "--stdout"),
    ]


def plain(text: str) -> str:
    """The text without what eSpeak takes for an order: sounds between double brackets, and characters of control."""
    spoken = "".join(character if character.isprintable() else " " for character in text)
    return spoken.replace("[[", "[ [")
