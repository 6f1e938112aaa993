"""What an outside system said, decoded into types that keep quiet and strings that cannot play tricks."""

import re
import unicodedata
from typing import Final

import msgspec

_DROPPED: Final = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Bidi embeddings, overrides and isolates (UAX #9, 2.1 to 2.4), annotations, BOM, tags, lone surrogates."""

_LONGEST: Final = 256
"""The Digital Post API's own limit for labels and names."""


class Told(msgspec.Struct, rename="camel"):
    """A JSON object from outside. Its representation never shows what is in it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(•••)"


def clean(text: str) -> str:
    """The text as one line of at most 256 characters, without controls and without bidi overrides.

    Marks that belong to a script (LRM, RLM, ZWJ, ZWNJ, soft hyphen) stay. Every string from outside goes through here.
    """
    visible = (" " if _is_control(character) else character for character in _DROPPED.sub("", text))
    return " ".join("".join(visible).split())[:_LONGEST].rstrip()


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Zl", "Zp"}
