"""What a press may say, and what is not listened to."""

import io
import struct

import msgspec
import pytest

from kiosk.letters.wire import Crashed, Draw, Drawn, TornError, crashed, receive_answer, send


def _frame(head: object, *bodies: bytes) -> io.BytesIO:
    packed = msgspec.msgpack.encode(head)
    return io.BytesIO(struct.pack(">I", len(packed)) + packed + b"".join(bodies))


DRAWN = {"type": "Drawn", "page": 1, "width": 1, "height": 1}


def test_bodies_come_as_they_were_sent() -> None:
    stream = io.BytesIO()
    send(stream, Drawn(1, 1, 1), b"rgb", memoryview(b"more"))
    stream.seek(0)
    assert receive_answer(stream) == (Drawn(1, 1, 1), (b"rgb", b"more"))


@pytest.mark.parametrize(
    "stream",
    [
        io.BytesIO(),
        io.BytesIO(b"\0\0"),
        io.BytesIO(b"\xff\xff\xff\xff" + bytes(99)),
        io.BytesIO(struct.pack(">I", 4) + b"\xc1\xc1\xc1\xc1"),
        _frame([{"type": "Draw", "page": 1, "width": 1}, []]),
        _frame([DRAWN, [3]], b"rg"),
        _frame([DRAWN, [-1]], b"rgb"),
        _frame([DRAWN, [1 << 40]], b"rgb"),
        _frame([DRAWN, [0] * 1000]),
    ],
)
def test_what_is_not_agreed_is_torn(stream: io.BytesIO) -> None:
    with pytest.raises(TornError):
        receive_answer(stream)


def test_a_fault_is_told_without_its_words_and_not_at_endless_length() -> None:
    def deeper(left: int) -> None:
        if left == 0:
            raise ValueError("Kære Anna")
        deeper(left - 1)

    with pytest.raises(ValueError, match="Anna") as caught:
        deeper(500)
    told = crashed(caught.value)
    assert told.kind == "ValueError"
    assert "Anna" not in "".join(told.frames)
    stream = io.BytesIO()
    send(stream, told)
    stream.seek(0)
    assert isinstance(receive_answer(stream)[0], Crashed)


def test_nothing_of_a_message_shows_in_its_repr() -> None:
    assert repr(Draw(1, 2)) == "Draw"
