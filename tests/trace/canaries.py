"""Words and colours that nothing else in the world holds: wherever one is found, a visit has left a trace."""

import functools
import secrets
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cryptography import x509
from PIL import Image

from tests.trace.matter import Matter

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"
_BARS: Final = 3
_RUN: Final = 6
_BARS_SEEN: Final = 2
"""A run of one colour may be chance or a button; two of them are the picture."""

_FOR_URLS: Final = bytes.maketrans(b"+/", b"-_")
_PIXELS: Final = (("rgb", (0, 1, 2)), ("bgr", (2, 1, 0)))
_FILLERS: Final = (b"", b"\xff")
_NEAR: Final = 8
"""So far from itself a colour may be after a picture was packed with losses."""

_PIECE: Final = 16
_SIGNATURE: Final = 64
"""So many bytes at the end of a certificate are at least its signature."""

_SHARE: Final = 500
"""A bar is at least a five hundredth of any picture that shows the whole of it."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """``what`` was found ``how``: in which writing, inside which wrapping."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text that was typed, shown, read or printed, in capitals or not. Its signs are those of Latin-1.

    ``by_design``: kinds of places in which it may stand, and the manifest says why.
    """

    what: str
    text: str = field(repr=False)
    by_design: frozenset[str] = frozenset()

    def found_in(self, matter: Matter) -> Iterator[Hit]:
        writings = _writings(self.text)
        if self.stands_in(matter):
            yield Hit(self.what, "text")
        if any(each in matter.small for each in writings.hexes):
            yield Hit(self.what, "hex")
        if any(each in matter.dense for each in writings.base64s):
            yield Hit(self.what, "base64")

    def stands_in(self, matter: Matter) -> bool:
        """As it is, in whatever encoding."""
        return any(each in matter.small for each in _writings(self.text).plain)


@dataclass(frozen=True, slots=True)
class Digits:
    """A few digits, which are part of many a longer number: only alone they are a PIN or a code."""

    what: str
    text: str = field(repr=False)
    by_design: frozenset[str] = frozenset()

    def found_in(self, matter: Matter) -> Iterator[Hit]:
        if self.stands_in(matter):
            yield Hit(self.what, "text")
        if any(each in matter.dense for each in _writings(self.text).base64s):
            yield Hit(self.what, "base64")

    def stands_in(self, matter: Matter) -> bool:
        """As they are, in whatever encoding."""
        # The quick look first: most of memory is zeros, and slow to look through with a needle that has some too.
        return self.text.encode() in matter.dense and any(
            # Without the zeros at its ends, the other byte order looks alike.
            _stands_alone(matter.whole, self.text.encode(each).strip(b"\0"), len("0".encode(each)))
            for each in ("utf-8", "utf-16-le", "utf-32-le")
        )


@dataclass(frozen=True, slots=True)
class Octets:
    """Bytes that are no text. ``pieces`` are those that nothing else has: one of them is enough."""

    what: str
    pieces: tuple[bytes, ...] = field(repr=False)
    by_design: frozenset[str] = frozenset()

    def found_in(self, matter: Matter) -> Iterator[Hit]:
        if self.stands_in(matter):
            yield Hit(self.what, "bytes")
        for piece in self.pieces:
            if any(each in matter.small for each in _as_numbers(piece)):
                yield Hit(self.what, "a number")
            if any(each in matter.dense for each in _as_base64(piece)):
                yield Hit(self.what, "base64")

    def stands_in(self, matter: Matter) -> bool:
        """As they are."""
        return any(piece in matter.whole for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Stripes:
    """A picture of upright bars of colours: neighbours that only this picture has. Each is red, green, blue."""

    what: str
    colours: tuple[Colour, ...] = field(repr=False)
    by_design: frozenset[str] = frozenset()

    def found_in(self, matter: Matter) -> Iterator[Hit]:
        for how, order in _PIXELS:
            if any(self._are_in(matter.dense, order, filler) for filler in _FILLERS):
                yield Hit(self.what, how)

    def stands_in(self, matter: Matter) -> bool:
        """Its pixels, in whatever order."""
        return any(self.found_in(matter))

    def shown_by(self, picture: Image.Image) -> bool:
        """Whether they are in it, perhaps a little off."""
        counted = picture.getcolors(picture.width * picture.height) or []
        pixels = [(count, colour) for count, colour in counted if isinstance(colour, tuple)]
        sizes = (sum(count for count, each in pixels if _is_near(each, colour)) for colour in self.colours)
        enough = picture.width * picture.height / _SHARE
        return sum(size >= enough for size in sizes) >= _BARS_SEEN

    def _are_in(self, dense: bytes, order: Colour, filler: bytes) -> bool:
        bars = [(bytes(colour[k] for k in order) + filler) * _RUN for colour in self.colours]
        # Where two of them are, one of these is; mostly none is.
        first = bars[: len(bars) - _BARS_SEEN + 1]
        return any(bar in dense for bar in first) and sum(bar in dense for bar in bars) >= _BARS_SEEN


Canary = Word | Digits | Octets | Stripes


def word(what: str) -> Word:
    """A new one, of letters no language puts together."""
    return Word(what, "".join(secrets.choice(_LETTERS) for _ in range(16)))


def certificate(der: bytes) -> tuple[Octets, Octets]:
    """Its signature and its number: the end of it and the beginning. The name in it is looked for as a word."""
    number = x509.load_der_x509_certificate(der).serial_number
    # Where PEM breaks a line, after 48 bytes, no piece is broken.
    ends = range(-(-(len(der) - _SIGNATURE) // _PIECE) * _PIECE, len(der) - _PIECE + 1, _PIECE)
    return (
        Octets("card certificate", tuple(der[at : at + _PIECE] for at in ends)),
        Octets("card certificate's number", (number.to_bytes(-(-number.bit_length() // 8)),)),
    )


def stripes(what: str) -> Stripes:
    return Stripes(what, tuple((_odd(), _odd(), _odd()) for _ in range(_BARS)))


def _odd() -> int:
    """Neither black nor white nor anything near, of which every screen is full."""
    return 30 + secrets.randbelow(190)


def _is_near(one: tuple[int, ...], other: Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class _Writings:
    """A text as it stands in small letters without zeros, and in the two writings of bytes."""

    plain: frozenset[bytes]
    hexes: frozenset[bytes]
    base64s: frozenset[bytes]


@functools.cache
def _writings(text: str) -> _Writings:
    # Without zeros, UTF-16 and UTF-32 are Latin-1; without those at its ends, UTF-16 is alike in both byte orders.
    plain = {text.encode("utf-8"), text.encode("latin-1")}
    hexes = {each.hex().encode() for each in (*plain, text.encode("utf-16-le").strip(b"\0"))}
    return _Writings(
        frozenset(each.lower() for each in plain),
        frozenset(hexes),
        frozenset(form for each in plain for form in _base64s(each)),
    )


def _base64s(text: bytes) -> Iterator[bytes]:
    """Inside something longer, wherever in a group of three bytes it begins: the signs that are its alone."""
    for before in range(3):
        first, end = -(-before * 8 // 6), (before + len(text)) * 8 // 6
        yield b64encode(bytes(before) + text)[first:end]


@functools.cache
def _as_numbers(piece: bytes) -> frozenset[bytes]:
    """Hexadecimal, the same in pairs, and decimal, as tools write the number of a certificate.

    Some write a nought before an odd number of digits and some do not: it is found in either.
    """
    number = int.from_bytes(piece)
    return frozenset((f"{number:x}".encode(), piece.hex(":").encode(), str(number).encode()))


@functools.cache
def _as_base64(piece: bytes) -> frozenset[bytes]:
    standard = frozenset(_base64s(piece))
    return standard | {each.translate(_FOR_URLS) for each in standard}


def _stands_alone(data: bytes, number: bytes, width: int) -> bool:
    at = data.find(number)
    while at >= 0:
        around = data[max(0, at - width) : at] + data[at + len(number) : at + len(number) + width]
        if not any(sign in b"0123456789" for sign in around.replace(b"\0", b"")):
            return True
        at = data.find(number, at + 1)
    return False
