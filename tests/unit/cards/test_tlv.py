"""Data objects: what comes out is what went in, and damage is said."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.cards import tlv


@pytest.mark.parametrize("size", [0, 1, 127, 128, 255, 256, 65535, 65536])
def test_a_value_of_any_size_comes_back(size: int):
    value = bytes(size)
    assert tlv.find(tlv.encode(0x53, value), 0x53) == value


def test_objects_come_in_order_and_with_long_tags():
    content = tlv.encode(0x5FC105, b"a") + tlv.encode(0x7F21, b"b") + tlv.encode(0x70, b"")
    assert list(tlv.objects(content)) == [(0x5FC105, b"a"), (0x7F21, b"b"), (0x70, b"")]


@pytest.mark.parametrize("damaged", ["53", "5302FF", "5382", "5380", "53850000000001", "5F", "5FFFFFFF00"])
def test_a_cut_object_is_damage(damaged: str):
    with pytest.raises(tlv.TlvError):
        list(tlv.objects(bytes.fromhex(damaged)))


def test_a_missing_object_is_damage():
    with pytest.raises(tlv.TlvError):
        tlv.find(tlv.encode(0x71, b"x"), 0x70)


@given(st.binary(max_size=40))
def test_any_bytes_are_objects_or_damage(content: bytes):
    with suppress(tlv.TlvError):
        list(tlv.objects(content))
