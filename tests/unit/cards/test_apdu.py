"""Commands and answers on the wire: chains, pieces, wrong lengths, and cards that never come to an end."""

from collections.abc import Iterator

import pytest

from devices.cards.apdu import AnswerError, Command, Reply, exchange


class Script:
    """A card that says what it was told to say, and remembers what it heard."""

    def __init__(self, *answers: str) -> None:
        self.heard: list[str] = []
        self._answers: Iterator[bytes] = iter([bytes.fromhex(answer) for answer in answers])

    def __call__(self, apdu: bytes | bytearray) -> bytes:
        self.heard.append(apdu.hex().upper())
        return next(self._answers)


def test_a_command_without_anything_has_four_bytes():
    script = Script("63C3")
    assert exchange(script, Command(0x20, 0, 0x80)).sw == 0x63C3
    assert script.heard == ["00200080"]


def test_a_long_answer_is_fetched_piece_by_piece_and_always_with_a_length():
    script = Script("AAAA6102", "BBBB6101", "CC9000")
    assert exchange(script, Command(0xCB, 0x3F, 0xFF, b"\x5c", 0)) == Reply(
        bytes.fromhex("AAAABBBBCC"), 0x9000
    )
    assert script.heard[1:] == ["00C0000002", "00C0000001"]


def test_a_card_that_names_the_right_length_is_asked_again():
    script = Script("6C03", "AABBCC9000")
    assert exchange(script, Command(0xCB, 0x3F, 0xFF, b"\x5c", 0)).data == bytes.fromhex("AABBCC")
    assert script.heard == ["00CB3FFF015C00", "00CB3FFF015C03"]


def test_a_length_is_added_where_there_was_none():
    script = Script("6C02", "AABB9000", "6C02", "AABB9000")
    exchange(script, Command(0xCB, 0x3F, 0xFF, b"\x5c"))
    exchange(script, Command(0xCB, 0x3F, 0xFF))
    assert script.heard == ["00CB3FFF015C", "00CB3FFF015C02", "00CB3FFF", "00CB3FFF02"]


def test_a_long_command_goes_out_in_a_chain():
    script = Script("9000", "9000", "9000")
    exchange(script, Command(0x87, 7, 0x9A, bytes(600), 0))
    assert [heard[:10] for heard in script.heard] == ["1087079AFF", "1087079AFF", "0087079A5A"]
    assert script.heard[-1].endswith("00")
    assert len(script.heard[-1]) == 2 * (5 + 90 + 1)


def test_a_chain_that_the_card_breaks_off_ends_there():
    script = Script("6883")
    assert exchange(script, Command(0x87, 7, 0x9A, bytes(600), 0)).sw == 0x6883
    assert len(script.heard) == 1


def test_a_card_that_says_more_for_ever_is_left():
    with pytest.raises(AnswerError):
        exchange(lambda _: bytes.fromhex("610A"), Command(0xCB, 0x3F, 0xFF))
    with pytest.raises(AnswerError):
        exchange(lambda _: bytes.fromhex("00610A"), Command(0xCB, 0x3F, 0xFF))
    with pytest.raises(AnswerError):
        exchange(lambda _: bytes.fromhex("6C0A"), Command(0xCB, 0x3F, 0xFF))


@pytest.mark.parametrize("answer", [b"", b"\x90"])
def test_less_than_a_status_word_is_no_answer(answer: bytes):
    with pytest.raises(AnswerError):
        exchange(lambda _: answer, Command(0xCB, 0x3F, 0xFF))


def test_what_went_out_is_overwritten_afterwards():
    buffers: list[bytes | bytearray] = []

    def card(apdu: bytes | bytearray) -> bytes:
        buffers.append(apdu)
        raise TimeoutError

    with pytest.raises(TimeoutError):
        exchange(card, Command(0x20, 0, 0x80, b"270541\xff\xff"))
    assert buffers == [bytearray(13)]
