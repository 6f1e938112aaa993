"""Pictures that mean harm."""

import io
import struct
import zlib

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, RGBA = 0, 2, 6


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, colour: int = RGB, bits: int = 8, *, before: bytes = b"") -> bytes:
    """A PNG of that size by its header; there are pixels for the first mebibyte only."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    data = zlib.compress(bytes(1 << 20), 9)
    return _SIGNATURE + _chunk(b"IHDR", header) + before + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def text_bomb() -> bytes:
    pack = zlib.compressobj(9)
    block = pack.compress(bytes(1 << 20)) + pack.flush(zlib.Z_FULL_FLUSH)
    return png(9, 9, before=_chunk(b"zTXt", b"a\0\0" + block * 512))


def jpeg(width: int = 40, height: int = 60, mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), "white").save(out, "JPEG", **options)
    return out.getvalue()


def jpeg_claiming(width: int, height: int) -> bytes:
    data = bytearray(jpeg())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return jpeg(40, 60, exif=exif)


HARD = {
    "fifty thousand squared": png(50_000, 50_000, GREY, 1),
    "thirty thousand squared": png(30_000, 30_000),
    "thirteen thousand squared": png(13_000, 13_000, RGBA),
    "header claims everything": png(2**31 - 1, 2**31 - 1),
    "zero": png(0, 0),
    "text bomb": text_bomb(),
    "jpeg claims everything": jpeg_claiming(65_500, 65_500),
    "jpeg claims more": jpeg_claiming(5_000, 5_000),
    "a ribbon": jpeg(20_000, 1),
    "cmyk": jpeg(mode="CMYK"),
    "cut": jpeg(400, 400)[:400],
    "signature only": _SIGNATURE,
    "start of a jpeg": b"\xff\xd8\xff",
}
