"""What every chip does around its application: long commands in a chain, answers in pieces, power and reset."""

from dataclasses import dataclass, field
from typing import Protocol

from devices.cards.card_file import Manners

Answer = tuple[bytes, int]

_ATR = bytes.fromhex("3B80800101")
# Longer than any ATR may be (ISO/IEC 7816-3, 8.2: 33 bytes): PC/SC sees a card and cannot wake it.
_GIBBERISH = bytes(40)
_NO_CONDITIONS = 0x6985
_WRONG_LENGTH = 0x6700
_PIECE = 256


@dataclass(frozen=True, slots=True)
class Asked:
    """One whole command, as an application sees it."""

    ins: int
    p1: int
    p2: int
    data: bytes = field(repr=False)


class Application(Protocol):
    """What is on a chip."""

    def answer(self, asked: Asked) -> Answer:
        """Data and status word."""
        ...

    def forget(self) -> None:
        """The power went or came: nothing is selected, no PIN is verified."""
        ...


class Card(Protocol):
    """What can be put into a reader."""

    @property
    def atr(self) -> bytes: ...

    def restart(self) -> None:
        """Power on, power off and reset are all the same to a card: it forgets."""
        ...

    def transmit(self, apdu: bytes) -> bytes: ...


class Mute:
    """A card that lies there and cannot be woken: backwards, dirty, without a chip."""

    atr = _GIBBERISH

    def restart(self) -> None:
        pass

    def transmit(self, apdu: bytes) -> bytes:
        return _NO_CONDITIONS.to_bytes(2)


class Chip:
    """A card with one application, spoken to in short APDUs."""

    atr = _ATR

    def __init__(self, application: Application, manners: Manners) -> None:
        self._application = application
        self._manners = manners
        self._chain = b""
        self._rest = b""
        self._waiting: dict[Asked, Answer] = {}

    def restart(self) -> None:
        self._chain = self._rest = b""
        self._waiting.clear()
        self._application.forget()

    def transmit(self, apdu: bytes) -> bytes:
        if len(apdu) < 4:
            return _word(_WRONG_LENGTH)
        data, le = _body(apdu)
        if data is None:
            return _word(_WRONG_LENGTH)
        if apdu[0] & 0x10:
            self._chain += data
            return _word(0x9000)
        if apdu[1] == 0xC0:
            return self._piece(le)
        asked = Asked(apdu[1], apdu[2], apdu[3], self._chain + data)
        self._chain = self._rest = b""
        return self._answer(asked, le)

    def _answer(self, asked: Asked, le: int | None) -> bytes:
        data, sw = self._waiting.pop(asked, None) or self._application.answer(asked)
        if not data or not self._manners.answers_in_pieces:
            return data + _word(sw)
        if self._manners.exact_length and len(data) < _PIECE and le != len(data):
            # Kept for the same question with the right length: a new signature might have another.
            self._waiting = {asked: (data, sw)}
            return _word(0x6C00 | len(data))
        self._rest = data
        return self._piece(le)

    def _piece(self, le: int | None) -> bytes:
        """The next piece of the answer; without Le no piece, only how much there is."""
        if not self._rest:
            return _word(_NO_CONDITIONS)
        piece, self._rest = self._rest[: le or 0], self._rest[le or 0 :]
        return piece + _word(0x6100 | min(len(self._rest), 0xFF) if self._rest else 0x9000)


def _word(sw: int) -> bytes:
    return sw.to_bytes(2)


def _body(apdu: bytes) -> tuple[bytes | None, int | None]:
    """Data and Le of a short APDU (ISO/IEC 7816-3, 12.1.3: cases 1 to 4); no data at all when it is malformed."""
    body = apdu[4:]
    if len(body) < 2:
        return b"", (body[0] or _PIECE) if body else None
    data, rest = body[1 : 1 + body[0]], body[1 + body[0] :]
    if len(data) < body[0] or len(rest) > 1:
        return None, None
    return data, (rest[0] or _PIECE) if rest else None
