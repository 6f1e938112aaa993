"""Looks into bytes, and into what is packed inside them."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from tests.trace.canaries import Canary, Hit

_ZLIB: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_GZIP: Final = b"\x1f\x8b\x08"
_ZIP: Final = b"PK\x03\x04"
_ZIP_DEFLATED: Final = 8
_NOTHING: Final = bytes(256)
"""Memory is full of it, and looking through it is slow."""

_DEEP: Final = 2
_SMALLEST: Final = 8
_LARGEST: Final = 64 << 20


def search(data: bytes, canaries: Sequence[Canary], depth: int = _DEEP) -> set[Hit]:
    """Every canary in ``data``, plain or inside zlib, gzip and zip streams, ``depth`` wrappings deep."""
    data = data.replace(_NOTHING, b"")
    hits = {hit for canary in canaries for hit in canary.found_in(data)}
    if depth:
        for how, inside in unpacked(data):
            hits |= {Hit(hit.what, f"{hit.how} in {how}") for hit in search(inside, canaries, depth - 1)}
    return hits


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Everything in ``data`` that can be unpacked, also when its end is missing."""
    for mark in _ZLIB:
        for at in _places(data, mark):
            yield from _inflated("zlib", data, at, zlib.MAX_WBITS)
    for at in _places(data, _GZIP):
        yield from _inflated("gzip", data, at, zlib.MAX_WBITS | 16)
    for at in _places(data, _ZIP):
        head = data[at : at + 30]
        if len(head) == 30 and int.from_bytes(head[8:10], "little") == _ZIP_DEFLATED:
            names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            yield from _inflated("zip", data, at + 30 + names, -zlib.MAX_WBITS)


def _places(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)


def _inflated(how: str, data: bytes, at: int, bits: int) -> Iterator[tuple[str, bytes]]:
    # Most marks are chance: the first bytes tell, without copying the rest.
    unpacker = zlib.decompressobj(bits)
    out, step = bytearray(), 256
    try:
        while at < len(data) and not unpacker.eof and len(out) < _LARGEST:
            out += unpacker.decompress(data[at : at + step], _LARGEST)
            at, step = at + step, 1 << 16
    except zlib.error:
        pass
    if len(out) >= _SMALLEST:
        yield how, bytes(out)
