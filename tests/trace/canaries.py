"""Words and colours that nothing else in the world holds: wherever one is found, a visit has left a trace."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"
_ENCODINGS: Final = ("utf-8", "utf-16-le")
_SHORT: Final = 8
_BARS: Final = 3
_RUN: Final = 6
_BARS_SEEN: Final = 2
"""A run of one colour may be chance or a button; two of them are the picture."""

_PIXELS: Final = (("rgb", (0, 1, 2), b""), ("bgrx", (2, 1, 0), b"\xff"), ("bgr0", (2, 1, 0), b"\0"))


@dataclass(frozen=True, slots=True)
class Hit:
    """``what`` was found ``how``: in which encoding, inside which wrapping."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text that was typed, shown, read or printed."""

    what: str
    text: str

    def found_in(self, data: bytes) -> Iterator[Hit]:
        for encoding in _ENCODINGS:
            # Without the zeros at its ends, UTF-16 looks alike in both byte orders.
            if self._stands_in(data, self.text.encode(encoding).strip(b"\0"), len("0".encode(encoding))):
                yield Hit(self.what, encoding)

    def _stands_in(self, data: bytes, needle: bytes, width: int) -> bool:
        if not self.text.isdigit() or len(self.text) > _SHORT:
            return needle in data
        # A few digits are part of many a longer number; alone they are a PIN.
        at = data.find(needle)
        while at >= 0:
            around = data[max(0, at - width) : at] + data[at + len(needle) : at + len(needle) + width]
            if not any(sign in b"0123456789" for sign in around.replace(b"\0", b"")):
                return True
            at = data.find(needle, at + 1)
        return False


@dataclass(frozen=True, slots=True)
class Stripes:
    """A picture of upright bars of colours: neighbours that only this picture has. Each is red, green, blue."""

    what: str
    colours: tuple[tuple[int, int, int], ...]

    def found_in(self, data: bytes) -> Iterator[Hit]:
        for how, order, filler in _PIXELS:
            bars = (bytes(colour[k] for k in order) + filler for colour in self.colours)
            if sum(bar * _RUN in data for bar in bars) >= _BARS_SEEN:
                yield Hit(self.what, how)


Canary = Word | Stripes


def word(what: str) -> Word:
    """A new one, of letters no language puts together."""
    return Word(what, "".join(secrets.choice(_LETTERS) for _ in range(16)))


def stripes(what: str) -> Stripes:
    return Stripes(what, tuple((_odd(), _odd(), _odd()) for _ in range(_BARS)))


def _odd() -> int:
    """Neither black nor white nor anything near, of which every screen is full."""
    return 30 + secrets.randbelow(190)
