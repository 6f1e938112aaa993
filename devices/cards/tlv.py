"""BER-TLV data objects (ISO/IEC 7816-4, annex E) as PIV cards use them: tags of one to three bytes."""

from collections.abc import Iterator


class TlvError(ValueError):
    """The bytes are no sequence of data objects."""


def objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each data object in order as tag and value. Raises :class:`TlvError`."""
    at = 0
    while at < len(content):
        tag, at = _tag(content, at)
        length, at = _length(content, at)
        if at + length > len(content):
            raise TlvError("a value is cut short")
        yield tag, content[at : at + length]
        at += length


def find(content: bytes, tag: int) -> bytes:
    """The value of the first object with this tag on this level. Raises :class:`TlvError` if there is none."""
    for found, value in objects(content):
        if found == tag:
            return value
    raise TlvError(f"no object {tag:X}")


def encode(tag: int, value: bytes) -> bytes:
    """One data object with the shortest length field."""
    return tag.to_bytes((tag.bit_length() + 7) // 8) + _length_field(len(value)) + value


def _byte(content: bytes, at: int) -> int:
    if at >= len(content):
        raise TlvError("a header is cut short")
    return content[at]


def _tag(content: bytes, at: int) -> tuple[int, int]:
    tag = _byte(content, at)
    at += 1
    if tag & 0x1F != 0x1F:
        return tag, at
    for _ in range(2):
        part = _byte(content, at)
        tag, at = tag << 8 | part, at + 1
        if not part & 0x80:
            return tag, at
    raise TlvError("a tag is longer than three bytes")


def _length(content: bytes, at: int) -> tuple[int, int]:
    first = _byte(content, at)
    at += 1
    if first < 0x80:
        return first, at
    size = first & 0x7F
    if not 1 <= size <= 3:
        raise TlvError("a length of unknown form")
    if at + size > len(content):
        raise TlvError("a header is cut short")
    return int.from_bytes(content[at : at + size]), at + size


def _length_field(length: int) -> bytes:
    if length < 0x80:
        return bytes([length])
    size = (length.bit_length() + 7) // 8
    return bytes([0x80 | size]) + length.to_bytes(size)
