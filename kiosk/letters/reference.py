"""What a paper is called: eight letters and digits, as they are printed, said on the phone, and read by a machine."""

import re
import secrets
import string
from typing import Final

from kiosk.visit.mandates import Reference

_CHARACTERS: Final = string.ascii_uppercase + "23456789"

_CALLED: Final = dict(
    zip(
        _CHARACTERS,
        re.findall(
            r"\w+",
            "Anna Bernhard Cecilie David Erik Frederik Georg Hans Ida Johan Karen Ludvig Mari Nikolaj Odin Peter "
            "Quintus Rasmus Søren Theodor Ulla Viggo William Xerxes Yrsa Zackarias to tre fire fem seks syv otte ni",
        ),
        strict=True,
    )
)
"""The Danish spelling alphabet, in every language: it is said to Danish staff."""


def fresh() -> Reference:
    """One that no other paper has, but by a chance in two million million."""
    return Reference("".join(secrets.choice(_CHARACTERS) for _ in range(8)))


def printed(reference: Reference) -> str:
    """In two groups."""
    return f"{reference.name[:4]} {reference.name[4:]}"


def spelled(reference: Reference) -> str:
    return "\u00a0· ".join(_CALLED[character] for character in reference.name)


def code(reference: Reference) -> str:
    """For a QR code: characters of its compact alphabet only (ISO/IEC 18004, 7.3.4)."""
    return f"KIOSK:PAPER:{reference.name}"
