"""IPP messages: what we write can be read, and what cannot be read has a name."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.printing.ipp import (
    Attribute,
    Group,
    GroupTag,
    Message,
    OddAnswerError,
    Operation,
    Tag,
    attribute,
    decode,
    encode,
    group,
)

HEAD = b"\x02\x00\x00\x00\x00\x00\x00\x07"

names = st.text(min_size=1, max_size=20)
attributes = st.one_of(
    st.builds(
        lambda name, values: Attribute(Tag.INTEGER, name, tuple(values)),
        names,
        st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1, max_size=4),
    ),
    st.builds(
        lambda name, values: Attribute(Tag.BOOLEAN, name, tuple(values)),
        names,
        st.lists(st.booleans(), min_size=1, max_size=3),
    ),
    st.builds(
        lambda tag, name, values: Attribute(tag, name, tuple(values)),
        st.sampled_from([Tag.NAME, Tag.KEYWORD, Tag.URI, Tag.CHARSET, Tag.MIME_TYPE]),
        names,
        st.lists(st.text(max_size=30), min_size=1, max_size=4),
    ),
    st.builds(
        lambda name, values: Attribute(0x30, name, tuple(values)), names, st.lists(st.binary(), min_size=1)
    ),
)
groups = st.builds(
    group,
    st.sampled_from([GroupTag.OPERATION, GroupTag.JOB, GroupTag.PRINTER]),
    st.lists(attributes, max_size=5),
)
messages = st.builds(
    lambda code, number, found: Message(code, number, tuple(found)),
    st.integers(0, 0xFFFF),
    st.integers(0, 2**31 - 1),
    st.lists(groups, max_size=4),
)


def written(*values: tuple[int, bytes, bytes], tag: int = GroupTag.PRINTER) -> bytes:
    body = b"".join(
        struct.pack(">BH", kind, len(name)) + name + struct.pack(">H", len(value)) + value
        for kind, name, value in values
    )
    return HEAD + bytes([tag]) + body + b"\x03"


@settings(max_examples=60)
@given(messages)
def test_what_is_written_can_be_read(message: Message) -> None:
    assert decode(encode(message)) == message


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_an_odd_answer(noise: bytes) -> None:
    try:
        decode(noise)
    except OddAnswerError:
        return


@settings(max_examples=60)
@given(messages, st.data())
def test_a_message_with_a_byte_changed_is_read_or_odd(message: Message, data: st.DataObject) -> None:
    raw = bytearray(encode(message))
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode(bytes(raw))
    except OddAnswerError:
        return


@settings(max_examples=60)
@given(messages, st.data())
def test_a_message_cut_short_is_odd(message: Message, data: st.DataObject) -> None:
    raw = encode(message)
    with pytest.raises(OddAnswerError):
        decode(raw[: data.draw(st.integers(0, len(raw) - 1))])


def test_the_first_request_looks_as_the_standard_draws_it() -> None:
    operation = group(GroupTag.OPERATION, [attribute(Tag.CHARSET, "attributes-charset", "utf-8")])
    raw = encode(Message(Operation.GET_PRINTER, 1, (operation,)))
    assert raw == (b"\x02\x00\x00\x0b\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x03")


def test_of_an_attribute_named_twice_the_first_is_meant() -> None:
    raw = written(
        (Tag.MIME_TYPE, b"document-format-supported", b"application/pdf"),
        (Tag.MIME_TYPE, b"", b"image/urf"),
        (Tag.MIME_TYPE, b"document-format-supported", b"text/plain"),
        (Tag.MIME_TYPE, b"", b"text/html"),
    )
    printer = decode(raw).first(GroupTag.PRINTER)
    assert printer.words("document-format-supported") == ("application/pdf", "image/urf")


def test_unknown_tags_and_collections_are_passed_over() -> None:
    raw = written(
        (0x13, b"printer-location", b""),
        (0x34, b"media-col", b""),
        (0x4A, b"", b"x-dimension"),
        (0x21, b"", b"\0\0R\x08"),
        (0x37, b"", b""),
        (0x7F, b"vendor-thing", b"\xff\xfe"),
        (Tag.ENUM, b"printer-state", b"\0\0\0\x04"),
    )
    printer = decode(raw).first(GroupTag.PRINTER)
    assert printer.number("printer-state") == 4
    assert printer.number("printer-location") is None


def test_a_value_of_another_type_counts_as_not_there() -> None:
    state = group(GroupTag.PRINTER, [attribute(Tag.KEYWORD, "printer-state", "idle")])
    assert state.number("printer-state") is None
    wrong = group(GroupTag.JOB, [attribute(Tag.BOOLEAN, "job-id", True)])
    assert wrong.number("job-id") is None
    assert Group(GroupTag.PRINTER, {}).words("printer-state-reasons") == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n\r\n",
        HEAD,
        HEAD + b"\x04\x23\x00\x0dprinter-state\x7f\xff\x00\x00\x00\x04\x03",
        HEAD + b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x04\x03",
        written((Tag.ENUM, b"", b"\0\0\0\x04")),
        written((Tag.ENUM, b"printer-state", b"\x04")),
        written((Tag.BOOLEAN, b"color-supported", b"")),
    ],
    ids=["", "http", "no end", "a length lies", "no group", "no name", "short enum", "empty boolean"],
)
def test_nonsense_is_odd(raw: bytes) -> None:
    with pytest.raises(OddAnswerError):
        decode(raw)


def test_a_message_does_not_show_what_it_says() -> None:
    secret = group(GroupTag.JOB, [attribute(Tag.NAME, "job-name", "Afgørelse")])
    assert "Afgørelse" not in repr(Message(0, 1, (secret,)))
