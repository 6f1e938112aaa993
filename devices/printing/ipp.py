"""IPP messages as bytes and back (RFC 8010).

The reader trusts no length and no type: what is not a message is an :class:`OddAnswerError`. Collections are not
understood, only passed over: their members end up as further values of the attribute that opened them.
"""

import enum
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

VERSION = 0x0200
_MAJORS_UNDERSTOOD = (1, 2)

Value = bool | int | str | bytes


class OddAnswerError(Exception):
    """What came back is not an answer to what was asked."""


class GroupTag(enum.IntEnum):
    """RFC 8010, 3.5.1."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(enum.IntEnum):
    """The value tags that we send or read (RFC 8010, 3.5.2)."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    OCTETS = 0x30
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    URI_SCHEME = 0x46
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


class Operation(enum.IntEnum):
    """RFC 8011, 5.4.15."""

    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_JOB = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER = 0x000B


_FIRST_VALUE_TAG = 0x10
_FIRST_TAG_WITH_VALUE = 0x20
_TEXTS = range(Tag.TEXT, Tag.MIME_TYPE + 1)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute. ``tag`` is that of its first value."""

    tag: int
    name: str
    values: tuple[Value, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """One group of attributes, read by the type that the caller needs: another type counts as not there."""

    tag: int
    attributes: dict[str, Attribute] = field(repr=False)

    def number(self, name: str) -> int | None:
        """The first value, if it is an integer or an enum."""
        first = next(iter(self._values(name)), None)
        return first if isinstance(first, int) and not isinstance(first, bool) else None

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self._values(name) if isinstance(value, str))

    def octets(self, name: str) -> tuple[bytes, ...]:
        return tuple(value for value in self._values(name) if isinstance(value, bytes))

    def _values(self, name: str) -> tuple[Value, ...]:
        attribute = self.attributes.get(name)
        return attribute.values if attribute else ()


@dataclass(frozen=True, slots=True)
class Message:
    """A request or an answer. ``code`` is the operation or the status."""

    code: int
    request_id: int
    groups: tuple[Group, ...]

    def all(self, tag: GroupTag) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.tag == tag)

    def first(self, tag: GroupTag) -> Group:
        """The first group of the kind, empty if there is none."""
        return next(iter(self.all(tag)), Group(tag, {}))


def attribute(tag: Tag, name: str, *values: Value) -> Attribute:
    return Attribute(tag, name, values)


def group(tag: GroupTag, attributes: Iterable[Attribute]) -> Group:
    return Group(tag, {each.name: each for each in attributes})


def encode(message: Message) -> bytes:
    head = struct.pack(">HHI", VERSION, message.code, message.request_id)
    return head + b"".join(map(_encode_group, message.groups)) + bytes([GroupTag.END])


def _encode_group(each: Group) -> bytes:
    return bytes([each.tag]) + b"".join(map(_encode_attribute, each.attributes.values()))


def _encode_attribute(each: Attribute) -> bytes:
    names = [each.name.encode(), *[b""] * (len(each.values) - 1)]
    return b"".join(
        struct.pack(">BH", each.tag, len(name)) + name + struct.pack(">H", len(value)) + value
        for name, value in zip(names, map(_encode_value, each.values), strict=True)
    )


def _encode_value(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode()
        case bytes():
            return value


def decode(data: bytes) -> Message:
    """Read one message; what follows its end (the document) is left alone. Raises :class:`OddAnswerError`."""
    rest = _Bytes(data)
    if rest.number(1) not in _MAJORS_UNDERSTOOD:
        raise OddAnswerError("version")
    rest.take(1)
    return Message(rest.number(2), rest.number(4), tuple(_decode_groups(rest)))


def _decode_groups(rest: "_Bytes") -> list[Group]:
    groups: list[Group] = []
    values: list[Value] | None = None
    taken: list[tuple[Group, Attribute, list[Value]]] = []
    while (tag := rest.number(1)) != GroupTag.END:
        if tag < _FIRST_VALUE_TAG:
            groups.append(Group(tag, {}))
            values = None
            continue
        name = rest.take(rest.number(2)).decode(errors="replace")
        if name and groups:
            values = []
            taken.append((groups[-1], Attribute(tag, name, ()), values))
        if values is None:
            raise OddAnswerError("a value that belongs to nothing")
        values.extend(_decode_value(tag, rest.take(rest.number(2))))
    for owner, bare, found in taken:
        # Some printers name an attribute twice; the first is the one meant.
        owner.attributes.setdefault(bare.name, Attribute(bare.tag, bare.name, tuple(found)))
    return groups


def _decode_value(tag: int, raw: bytes) -> list[Value]:
    """No value for the out-of-band tags (unknown, no-value …), else one."""
    if tag < _FIRST_TAG_WITH_VALUE:
        return []
    if tag in (Tag.INTEGER, Tag.ENUM):
        return [int.from_bytes(_exactly(4, raw), "big", signed=True)]
    if tag == Tag.BOOLEAN:
        return [_exactly(1, raw) != b"\0"]
    return [raw.decode(errors="replace") if tag in _TEXTS else raw]


def _exactly(size: int, raw: bytes) -> bytes:
    if len(raw) != size:
        raise OddAnswerError("the length of a value")
    return raw


class _Bytes:
    """What has not been read yet."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._data):
            raise OddAnswerError("cut short")
        taken, self._at = self._data[self._at : end], end
        return taken

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")
