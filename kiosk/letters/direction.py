"""Which way text runs: levels by the Unicode Bidirectional Algorithm (UAX #9), numbers kept in one piece."""

import importlib
import importlib.util
import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Any, TypeVar

_LEFTWARD = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\u2066", "\u2069"
ISOLATES = frozenset({_ISOLATE, _END_ISOLATE})
_INVISIBLE = frozenset("\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_JOINERS = frozenset("\u200c\u200d")
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# ASCII and Persian digits with what stands inside a CPR, case, phone or account number, or a date.
_NUMBER = re.compile(r"[0-9۰-۹]+(?:[ ./:,–-]{1,2}[0-9۰-۹]+)*(?: ?(?:kr\.?|DKK|%))?")

T = TypeVar("T")


def without_overrides(text: str) -> str:
    """Text from strangers: without the characters that make 1000 look like 0001, and without isolates of its own."""
    return text.translate(_OVERRIDES)


def isolated(text: str) -> str:
    """The text with U+2066 … U+2069 around every number of several parts.

    By the algorithm's letter, 610190-1234 in an Arabic sentence becomes 1234-610190.
    """
    return _NUMBER.sub(rf"{_ISOLATE}\g<0>{_END_ISOLATE}", text)


def is_leftward(text: str, otherwise: bool) -> bool:
    """Whether the first strong character that is in no isolate runs from right to left (UAX #9, P2 and P3)."""
    depth = 0
    for character in text:
        match unicodedata.bidirectional(character):
            case "LRI" | "RLI" | "FSI":
                depth += 1
            case "PDI":
                depth = max(depth - 1, 0)
            case "L" if not depth:
                return False
            case "R" | "AL" if not depth:
                return True
            case _:
                continue
    return otherwise


def has_leftward(text: str) -> bool:
    """Whether anything in it runs from right to left, so that it is worth asking for levels."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _LEFTWARD for character in set(text)
    )


def levels(text: str, leftward: bool) -> list[int | None]:
    """The embedding level of each character of one paragraph; None for those that are not drawn."""
    if not leftward and not has_leftward(text):
        return [None if character in _INVISIBLE else 0 for character in text]
    return _by_algorithm(text, leftward)


def _by_algorithm(text: str, leftward: bool) -> list[int | None]:
    bidi = _algorithm()
    paragraph = bidi.BidiParagraph(text, bidi.TextDirection.RTL if leftward else bidi.TextDirection.LTR)
    found: list[int | None] = [None] * len(text)
    for character in paragraph.characters:
        if text[character.character_index] not in _INVISIBLE:
            found[character.character_index] = character.embedding_level
    _keep_joiners(text, found, int(leftward))
    return found


def load() -> None:
    """Read the algorithm, which is otherwise read when it is first needed."""
    _algorithm()


_FPDF = "fpdf_without_its_package"


@cache
def _algorithm() -> Any:
    """The one module of fpdf2 that we use. Its package would load fonts, images and signatures, for half a second.

    It goes by a name of its own, so that whoever wants the whole of fpdf2 in this process still gets it.
    """
    found = importlib.util.find_spec("fpdf")
    if found is None or found.submodule_search_locations is None:
        raise ModuleNotFoundError("fpdf2")
    package = ModuleType(_FPDF)
    package.__path__ = list(found.submodule_search_locations)
    sys.modules.setdefault(_FPDF, package)
    return importlib.import_module(f"{_FPDF}.bidi")


def _keep_joiners(text: str, found: list[int | None], base: int) -> None:
    """Rule X9 drops ZWNJ and ZWJ, but the letters beside them are shaped by them."""
    before = base
    for index, level in enumerate(found):
        if level is None and text[index] in _JOINERS:
            found[index] = before
        before = before if found[index] is None else found[index]


def reordered(runs: Sequence[tuple[int, T]]) -> list[T]:
    """Runs of one line with their levels, from reading order into drawing order (UAX #9, L2)."""
    line = list(runs)
    for level in range(max((level for level, _ in line), default=0), 0, -1):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end][0] >= level:
                end += 1
            line[start:end] = line[start:end][::-1]
            start = end + 1
    return [thing for _, thing in line]
