"""Texts as a search compares them: without case, without accents, and a letter the same however it is written."""

import unicodedata
from typing import Final

_SAME: Final = {"æ": "ae", "ø": "o", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""}
"""What is no accent to Unicode: Danish letters, and Arabic ones that are written one way or the other."""

_INSTEAD: Final = (("aa", "a"), ("oe", "o"))
"""How å and ø are written on a keyboard that lacks them; æ becomes what it is written as."""


class _Signs(dict[int, str]):
    """For :meth:`str.translate`: what each sign becomes, found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(map(_plain, unicodedata.normalize("NFKD", chr(code))))
        return self[code]


def folded(text: str) -> str:
    """The same text for all that a reader would call the same word."""
    plain = text.casefold().translate(_SIGNS)
    for written, meant in _INSTEAD:
        plain = plain.replace(written, meant)
    return plain


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(folded(text).split())


def _plain(sign: str) -> str:
    """Nothing for an accent and for a sign that cannot be seen; a digit of the West for an Arabic one."""
    if unicodedata.category(sign) in ("Mn", "Cf"):
        return ""
    digit = unicodedata.decimal(sign, None)
    return _SAME.get(sign, sign) if digit is None else str(digit)


_SIGNS: Final = _Signs()
