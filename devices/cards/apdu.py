"""Command and answer APDUs (ISO/IEC 7816-4): long commands in a chain, long answers piece by piece."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Transmit = Callable[[bytes | bytearray], bytes]
"""One command APDU out, the answer with its status word back. All that a card needs to be talked to."""

OK = 0x9000
NOT_FOUND = 0x6A82
WRONG_DATA = 0x6A80
BLOCKED = 0x6983

_GET_RESPONSE = 0xC0
_CHAINED = 0x10
_BLOCK = 255
_MOST_PIECES = 64
_MOST_LENGTHS = 3


class AnswerError(Exception):
    """What came back is no APDU, or never comes to an end."""


@dataclass(frozen=True, slots=True)
class Reply:
    """``sw`` is the status word, SW1 and SW2 as one number."""

    data: bytes = field(repr=False)
    sw: int


@dataclass(frozen=True, slots=True)
class Command:
    """A command of class 00. ``le`` is the number of bytes wanted, 0 for as many as there are."""

    ins: int
    p1: int
    p2: int
    data: bytes | bytearray = field(default=b"", repr=False)
    le: int | None = None

    def blocks(self) -> Iterator[bytearray]:
        """The command as it goes out: one APDU, or a chain of blocks of 255 bytes (5.3.3)."""
        rest = self.data
        while len(rest) > _BLOCK:
            yield self._apdu(_CHAINED, rest[:_BLOCK], None)
            rest = rest[_BLOCK:]
        yield self._apdu(0, rest, self.le)

    def _apdu(self, cla: int, data: bytes | bytearray, le: int | None) -> bytearray:
        apdu = bytearray([cla, self.ins, self.p1, self.p2])
        if data:
            apdu.append(len(data))
            apdu += data
        if le is not None:
            apdu.append(le)
        return apdu


def exchange(transmit: Transmit, command: Command) -> Reply:
    """Send a command and collect its whole answer.

    Every buffer that went out is overwritten afterwards: one of them held a PIN. Raises :class:`AnswerError` and
    whatever ``transmit`` raises.
    """
    reply = Reply(b"", OK)
    for block in command.blocks():
        reply = _sent(transmit, block)
        if reply.sw != OK and not _more(reply):
            return reply
    return _collected(transmit, reply)


def _sent(transmit: Transmit, block: bytearray) -> Reply:
    try:
        return _with_right_length(transmit, block)
    finally:
        block[:] = bytes(len(block))


def _once(transmit: Transmit, apdu: bytes | bytearray) -> Reply:
    answer = transmit(apdu)
    if len(answer) < 2:
        raise AnswerError
    return Reply(answer[:-2], int.from_bytes(answer[-2:]))


def _with_right_length(transmit: Transmit, apdu: bytearray) -> Reply:
    """The same command again as long as the card names another Le with 6Cxx, within reason."""
    for _ in range(_MOST_LENGTHS):
        reply = _once(transmit, apdu)
        if reply.sw >> 8 != 0x6C:
            return reply
        has_le = len(apdu) == 5 or (len(apdu) > 5 and len(apdu) == 6 + apdu[4])
        apdu[len(apdu) - has_le :] = bytes([reply.sw & 0xFF])
    raise AnswerError


def _collected(transmit: Transmit, reply: Reply) -> Reply:
    """Follow 61xx with GET RESPONSE, always with Le: without it some cards say 610A for ever."""
    data = reply.data
    for _ in range(_MOST_PIECES):
        if not _more(reply):
            return Reply(data, reply.sw)
        reply = _with_right_length(transmit, bytearray([0, _GET_RESPONSE, 0, 0, reply.sw & 0xFF]))
        if _more(reply) and not reply.data:
            break
        data += reply.data
    raise AnswerError


def _more(reply: Reply) -> bool:
    return reply.sw >> 8 == 0x61
