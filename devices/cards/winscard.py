"""PC/SC as pcsc-lite speaks it: the calls, and what the numbers they return mean for a visit."""

from collections.abc import Sequence
from typing import Final, Protocol

from kiosk.visit.trouble import Trouble, TroubleError

CANCELLED: Final = 0x80100002
UNKNOWN_READER: Final = 0x80100009
TIMEOUT: Final = 0x8010000A
NO_READERS: Final = 0x8010002E
UNPOWERED: Final = 0x80100067

_MEANING = {
    0x80100003: Trouble.READER_SERVICE_DOWN,  # invalid handle: the context died with the last pcscd
    0x80100013: Trouble.READER_SERVICE_DOWN,  # transport error, once: pcscd ended during the call
    0x8010001D: Trouble.READER_SERVICE_DOWN,
    0x8010001E: Trouble.READER_SERVICE_DOWN,
    0x8010006A: Trouble.READER_SERVICE_DOWN,  # "access denied", once, after pcscd was killed between two calls
    UNKNOWN_READER: Trouble.READER_GONE,
    0x80100017: Trouble.READER_GONE,
    NO_READERS: Trouble.READER_GONE,
    0x8010000C: Trouble.CARD_GONE,
    0x80100016: Trouble.CARD_GONE,  # not transacted: the card is out, pcscd has not seen it yet
    0x80100069: Trouble.CARD_GONE,
    0x8010000B: Trouble.CARD_BUSY,
    0x80100068: Trouble.CARD_BUSY,  # reset by another program
    0x8010000F: Trouble.CARD_UNREADABLE,
    0x8010002F: Trouble.CARD_UNREADABLE,
    0x80100066: Trouble.CARD_UNREADABLE,
    UNPOWERED: Trouble.CARD_UNREADABLE,
}


class PcscError(Exception):
    """A PC/SC call failed; its number is all that is kept. One without a meaning for the visit is a bug."""

    def __init__(self, result: int) -> None:
        super().__init__(f"{result & 0xFFFFFFFF:08X}")
        self.result = result & 0xFFFFFFFF


def require(result: int) -> None:
    """Raise the trouble that a result of PC/SC stands for, :class:`PcscError` for an unknown one, nothing for 0."""
    if result == 0:
        return
    error = PcscError(result)
    trouble = _MEANING.get(error.result)
    if trouble is None:
        raise error
    raise TroubleError(trouble) from error


Context = object
CardHandle = object
ReaderState = tuple[str, int, Sequence[int]]


class Winscard(Protocol):
    """The PC/SC calls (PC/SC Workgroup specification, part 5, as pcsc-lite has them)."""

    def SCardEstablishContext(self, scope: int) -> tuple[int, Context]: ...  # noqa: N802
    def SCardReleaseContext(self, context: Context) -> int: ...  # noqa: N802
    def SCardListReaders(self, context: Context, groups: list[str]) -> tuple[int, list[str]]: ...  # noqa: N802
    def SCardGetStatusChange(  # noqa: N802
        self, context: Context, timeout: int, readers: list[tuple[str, int]]
    ) -> tuple[int, list[ReaderState]]: ...
    def SCardCancel(self, context: Context) -> int: ...  # noqa: N802
    def SCardConnect(  # noqa: N802
        self, context: Context, reader: str, mode: int, protocols: int
    ) -> tuple[int, CardHandle, int]: ...
    def SCardReconnect(  # noqa: N802
        self, card: CardHandle, mode: int, protocols: int, initialisation: int
    ) -> tuple[int, int]: ...
    def SCardTransmit(  # noqa: N802
        self, card: CardHandle, protocol: int, apdu: list[int]
    ) -> tuple[int, list[int]]: ...
    def SCardDisconnect(self, card: CardHandle, disposition: int) -> int: ...  # noqa: N802
