"""What is packed inside bytes: deflate with a head and without, base64, ASCII85, hex, and pictures in PNG and JPEG."""

import base64
import binascii
import io
import re
import string
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from PIL import Image, ImageFile

from tests.trace.deflate import BARE, beginnings, unwrapped
from tests.trace.matter import Matter

DEFLATE: Final = "deflate"
_GZIP: Final = b"\x1f\x8b\x08"
_ZIP: Final = b"PK\x03\x04"
_ZIP_DEFLATED: Final = 8
_PICTURES: Final = {
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "JPEG": re.compile(rb"\xff\xd8\xff[\xc0-\xc4\xdb\xe0-\xef\xfe]"),
}
_HEAD: Final = 1 << 16
_SMALLEST: Final = 8
_LARGEST: Final = 64 << 20
_LONGEST_ROW: Final = 1 << 20
_LONG: Final = 64
"""Signs in a row that may be base64 or hex: shorter ones are looked for as such, without unpacking."""

_SIGNS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_ROW: Final = bytes(ord("a") if sign in _SIGNS else 0 for sign in range(256))
_AS_STANDARD: Final = bytes.maketrans(b"-_", b"+/")
_HEX: Final = re.compile(rb"[0-9A-Fa-f]+")
_ASCII85: Final = bytes(range(ord("!"), ord("u") + 1)) + b"z" + string.whitespace.encode()
_ASCII85_END: Final = b"~>"
_ASCII85_BEGIN: Final = b"stream"


def _heads() -> Iterator[bytes]:
    """How a zlib stream may begin (RFC 1950, 2.2): deflate, a window of 256 bytes to 32 KB, no dictionary."""
    for window in range(8):
        first = window << 4 | 8
        yield from (
            bytes((first, second))
            for second in range(256)
            if not second & 0x20 and (first << 8 | second) % 31 == 0
        )


_ZLIB: Final = re.compile(b"|".join(map(re.escape, _heads())))


def unpacked(matter: Matter, *, bare: bool) -> Iterator[tuple[str, bytes]]:
    """Everything that can be unpacked, also when its end is missing. ``bare``: deflate without a head as well."""
    yield from _streams(matter.whole)
    if bare:
        yield from _without_head(matter)
    yield from _spelt(matter.dense)
    yield from _spelt_in_85(matter.whole)


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    for head in _ZLIB.finditer(data):
        yield from _inflated("zlib", data, head.start(), zlib.MAX_WBITS)
    for at in _places(data, _GZIP):
        yield from _inflated("gzip", data, at, zlib.MAX_WBITS | 16)
    for at in _places(data, _ZIP):
        head = data[at : at + 30]
        if len(head) == 30 and int.from_bytes(head[8:10], "little") == _ZIP_DEFLATED:
            names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            yield from _inflated("zip", data, at + 30 + names, BARE)


def _without_head(matter: Matter) -> Iterator[tuple[str, bytes]]:
    data = matter.whole
    for at in beginnings(data):
        # Behind a head it has been unpacked already.
        if not _ZLIB.match(data, max(0, at - 2)) and (content := unwrapped(data, at)):
            yield DEFLATE, content
    for row in _rows(matter.dense):
        for how, content in _read(row):
            # Among all that is unpacked, its beginning would be anywhere.
            if inside := unwrapped(content):
                yield f"{DEFLATE} in {how}", inside


def pictures(data: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Every picture that can be drawn, also when its end is missing."""
    for how, mark in _PICTURES.items():
        for found in mark.finditer(data):
            at = found.start()
            # Most marks are chance here too: the head tells, without copying the rest.
            head = _drawn(data[at : at + _HEAD], head_alone=True)
            picture = _drawn(data[at : at + _LARGEST]) if head is not None else None
            if picture is not None:
                yield how, picture


def _places(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)


def _inflated(how: str, data: bytes, at: int, bits: int) -> Iterator[tuple[str, bytes]]:
    # Most marks are chance: the first bytes tell, without copying the rest.
    unpacker, out, step = zlib.decompressobj(bits), bytearray(), 256
    while at < len(data) and not unpacker.eof and len(out) < _LARGEST:
        before, packed = unpacker.copy() if out else zlib.decompressobj(bits), data[at : at + step]
        try:
            out += unpacker.decompress(packed, _LARGEST)
        except zlib.error:
            out += _whole_part(before, packed)
            break
        at, step = at + step, 1 << 16
    if len(out) >= _SMALLEST:
        yield how, bytes(out)


def _whole_part(unpacker: "zlib._Decompress", packed: bytes) -> bytes:
    """What comes before the place where something else was written over it."""
    out = bytearray()
    with suppress(zlib.error):
        for at in range(len(packed)):
            out += unpacker.decompress(packed[at : at + 1])
    return bytes(out)


def _spelt(dense: bytes) -> Iterator[tuple[str, bytes]]:
    for row in _rows(dense):
        yield from _read(row)


def _read(row: bytes) -> Iterator[tuple[str, bytes]]:
    if _HEX.fullmatch(row):
        yield "hex", binascii.unhexlify(row[: len(row) & ~1])
        yield "hex", binascii.unhexlify(row[1 : 1 + (len(row) - 1 & ~1)])
    standard = row.translate(_AS_STANDARD)
    for begin in range(4):
        yield "base64", binascii.a2b_base64(standard[begin : begin + (len(row) - begin & ~3)])


def _spelt_in_85(data: bytes) -> Iterator[tuple[str, bytes]]:
    """As in PDF (ISO 32000-2, 7.4.3). Words before it may look like part of it, so it may begin at any sign of five."""
    for end in _places(data, _ASCII85_END):
        before = data[max(0, end - _LONGEST_ROW) : end]
        found = before[len(before.rstrip(_ASCII85)) :]
        row = b"".join(found.split()).rpartition(_ASCII85_BEGIN)[2]
        for begin in range(5 if len(row) >= _SMALLEST else 0):
            with suppress(ValueError):
                yield "ASCII85", base64.a85decode(row[begin:])


def _rows(dense: bytes) -> Iterator[bytes]:
    kinds = dense.translate(_ROW)
    at = kinds.find(b"a" * _LONG)
    while at >= 0:
        end = kinds.find(b"\0", at)
        end = len(dense) if end < 0 else end
        yield dense[at:end]
        at = kinds.find(b"a" * _LONG, end)


def _drawn(data: bytes, *, head_alone: bool = False) -> Image.Image | None:
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture if head_alone else picture.convert("RGB")
    except Exception:
        # Whatever a decoder says of bytes that began like a picture: they are none.
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
