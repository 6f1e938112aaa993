"""Deflate streams without any head around them (RFC 1951): where one may begin."""

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

BARE: Final = -zlib.MAX_WBITS
_LITTLE: Final = 1 << 11
_ALIGNED: Final = 16
"""Where malloc(3) lets everything begin, and Python its bytes."""

_MOST_CODES: Final = 30
"""Of the two counts at the head of a block, neither may be more (3.2.7)."""

_SIGNS: Final = 14
_GLANCE, _SHORT, _LONG, _LARGEST = 32, 1 << 8, 1 << 16, 64 << 20


_USUAL: Final = [byte for byte in range(256) if byte & 6 == 2]
_OWN: Final = [byte for byte in range(256) if byte & 6 == 4 and byte >> 3 < _MOST_CODES]
"""How a block may begin that is packed with the usual codes, or with its own (3.2.3). What is only stored is seen."""


def _one_of(first: Iterable[int]) -> re.Pattern[bytes]:
    return re.compile(b"[" + re.escape(bytes(first)) + b"]")


_OF_LITTLE, _OF_MUCH = _one_of([*_USUAL, *_OWN]), _one_of(_OWN)
_WHOLE: Final = 1 << 7
_SHARES: Final = [
    sum(_WHOLE >> length for length in (four & 7, four >> 3 & 7, four >> 6 & 7, four >> 9) if length)
    for four in range(1 << 12)
]
"""Of four lengths of codes, 3 bits each: which share of all codes they take."""


def beginnings(data: bytes) -> Iterator[int]:
    """Where one may begin: anywhere in a little, and in much only where a program lays things down.

    With the usual codes only in a little and at the beginning of all: they make something out of anything.
    """
    if len(data) > _LITTLE and _OF_LITTLE.match(data) and _may_begin(data, 0):
        yield 0
    step, first = (1, _OF_LITTLE) if len(data) <= _LITTLE else (_ALIGNED, _OF_MUCH)
    for found in first.finditer(data[::step]):
        if _may_begin(data, found.start() * step):
            yield found.start() * step


def unwrapped(data: bytes, at: int = 0) -> bytes:
    """What the stream holds that begins there; nothing if it breaks off before ``data`` does, for then it is none.

    Nothing as well if it is shorter than a name.
    """
    unpacker, out, step = zlib.decompressobj(BARE), bytearray(), _SHORT
    try:
        while at < len(data) and not unpacker.eof and len(out) < _LARGEST:
            out += unpacker.decompress(data[at : at + step], _LARGEST)
            at, step = at + step, _LONG
    except zlib.error:
        return b""
    return bytes(out) if len(out) >= _SIGNS else b""


def _may_begin(data: bytes, at: int) -> bool:
    """Mostly it is chance, and that shows at once."""
    if data[at] & 6 == 4 and not _is_complete(data, at):
        return False
    try:
        zlib.decompressobj(BARE).decompress(data[at : at + _GLANCE], _SIGNS)
    except zlib.error:
        return False
    return True


def _is_complete(data: bytes, at: int) -> bool:
    """Whether the codes for the lengths of its codes use up every code there is, as they must (3.2.2, 3.2.7)."""
    head = int.from_bytes(data[at : at + 10], "little")
    lengths = head >> 17 & (1 << 3 * ((head >> 13 & 15) + 4)) - 1
    shares = _SHARES[lengths & 4095] + _SHARES[lengths >> 12 & 4095] + _SHARES[lengths >> 24 & 4095]
    return shares + _SHARES[lengths >> 36 & 4095] + _SHARES[lengths >> 48] == _WHOLE
