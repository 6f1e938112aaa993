"""The card reader over PC/SC. The only file that knows pyscard, and of that only the plain calls.

pyscard's own connections and monitors are left alone: a connection object that is dropped late resets the card under
its successor, and a monitor dies for good when pcscd restarts. Only the number a call returns is looked at.
"""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import cast

from smartcard import scard as _untyped  # pyright: ignore[reportMissingTypeStubs]

from devices.cards.apdu import Transmit
from devices.cards.certificate import Now, algorithm_of
from devices.cards.piv import PivSession
from devices.cards.sightings import Lookout, Slot, chosen
from devices.cards.winscard import (
    CANCELLED,
    NO_READERS,
    TIMEOUT,
    UNKNOWN_READER,
    UNPOWERED,
    CardHandle,
    Context,
    PcscError,
    Winscard,
    require,
)
from kiosk.visit.events import Seen
from kiosk.visit.ports import CardFacts
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

_scard = cast(Winscard, _untyped)

_SCOPE_USER, _EXCLUSIVE, _RESET, _UNPOWER = 0, 1, 1, 2
_T0_OR_T1 = 3
_STATE_UNAWARE, _STATE_PRESENT, _STATE_MUTE = 0, 0x20, 0x200
_PLUG_AND_PLAY = "\\\\?PnP?\\Notification"

_LOOK_MS = 1000
_POLL_MS = 500  # pcscd looks at readers that do not report by themselves every 400 ms
_SERVICE_AGAIN_S = 0.2


@contextmanager
def _context() -> Generator[Context]:
    result, context = _scard.SCardEstablishContext(_SCOPE_USER)
    require(result)
    try:
        yield context
    finally:
        _scard.SCardReleaseContext(context)


def _names(context: Context) -> list[str]:
    result, names = _scard.SCardListReaders(context, [])
    if result & 0xFFFFFFFF == NO_READERS:
        return []
    require(result)
    return names


def _changes(context: Context, timeout_ms: int, known: dict[str, int]) -> dict[str, int] | None:
    """Wait until a reader is not in its ``known`` state. Nothing when the list has to be made anew."""
    result, states = _scard.SCardGetStatusChange(context, timeout_ms, list(known.items()))
    if result & 0xFFFFFFFF in (CANCELLED, UNKNOWN_READER, TIMEOUT):
        return None
    require(result)
    return {name: state for name, state, _ in states if name != _PLUG_AND_PLAY}


def _slot(state: int) -> Slot:
    return Slot(bool(state & _STATE_PRESENT), bool(state & _STATE_MUTE), state >> 16)


def readers_now() -> dict[str, Slot]:
    """What PC/SC sees at this moment, by the full names of the readers. Raises READER_SERVICE_DOWN."""
    with _context() as context:
        unaware = dict.fromkeys(_names(context), _STATE_UNAWARE)
        states = (_changes(context, 0, unaware) if unaware else None) or {}
        return {name: _slot(state) for name, state in states.items()}


@contextmanager
def exclusive(reader_name: str) -> Generator[Transmit]:
    """A connection of our own, to a card fresh from a reset; afterwards the card has no power and no PIN.

    Nobody else can use the card meanwhile, least of all after VERIFY. Raises the K and R troubles.
    """
    with _context() as context:
        reader = chosen(reader_name, _names(context))
        if reader is None:
            raise TroubleError(Trouble.READER_GONE)
        card = _connected(context, reader)
        try:
            # Another program may have left its PIN verified.
            result, protocol = _scard.SCardReconnect(card, _EXCLUSIVE, _T0_OR_T1, _RESET)
            require(result)
            yield _transmit_over(card, protocol)
        finally:
            _scard.SCardDisconnect(card, _UNPOWER)


def _connected(context: Context, reader: str) -> CardHandle:
    result, card, _ = _scard.SCardConnect(context, reader, _EXCLUSIVE, _T0_OR_T1)
    if result & 0xFFFFFFFF == UNPOWERED and _is_leaving(context, reader):
        raise TroubleError(Trouble.CARD_GONE) from PcscError(result)
    require(result)
    return card


def _is_leaving(context: Context, reader: str) -> bool:
    """Was the card taken out a moment ago? Until pcscd has seen that, it is just a card that does not wake."""
    states = {reader: _STATE_UNAWARE}
    while changed := _changes(context, _POLL_MS, states):
        slot = _slot(changed[reader])
        if slot.mute or not slot.present:
            return not slot.present
        states = changed
    return False


def _transmit_over(card: CardHandle, protocol: int) -> Transmit:
    def transmit(apdu: bytes | bytearray) -> bytes:
        numbers = list(apdu)
        try:
            result, answer = _scard.SCardTransmit(card, protocol, numbers)
        finally:
            numbers[:] = [0] * len(numbers)
        require(result)
        if len(answer) < 2:
            # "Success" without an answer is how a card that is torn out during a command looks.
            raise TroubleError(Trouble.CARD_GONE)
        return bytes(number & 0xFF for number in answer)

    return transmit


class PcscCardReader:
    """The citizen's reader: the one whose name starts with ``reader_name``; ``now`` gives an aware time in UTC."""

    def __init__(self, reader_name: str, now: Now) -> None:
        self._reader_name = reader_name
        self._now = now
        self._watcher: _Watcher | None = None

    def watch(self, tell: Callable[[Seen], None]) -> None:
        """Tell of cards and readers from a thread of its own; nothing is said while all is as expected."""
        self._watcher = _Watcher(Lookout(self._reader_name), tell)
        self._watcher.start()

    def read(self) -> CardFacts:
        """Certificate 9A, looked at, and the tries left, in one short exclusive connection."""
        with exclusive(self._reader_name) as transmit:
            piv = PivSession(transmit)
            piv.select()
            certificate = piv.certificate()
            algorithm_of(certificate, self._now())
            return CardFacts(certificate, piv.tries_left())

    def sign(self, certificate: bytes, pin: Secret, nonce: bytes) -> bytes:
        """The same card, the PIN once, and the signature, in one exclusive connection."""
        with exclusive(self._reader_name) as transmit:
            piv = PivSession(transmit)
            piv.select()
            if piv.certificate() != certificate:
                raise TroubleError(Trouble.ANOTHER_CARD)
            algorithm = algorithm_of(certificate, self._now())
            piv.verify(pin)
            return piv.sign(algorithm, nonce)

    def close(self) -> None:
        """Stop watching; harmless when nobody watches."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None


def _why_lost(error: TroubleError | PcscError) -> Trouble:
    """To a watcher every number it does not expect is a service to be sought anew."""
    gone = isinstance(error, TroubleError) and error.trouble is Trouble.READER_GONE
    return Trouble.READER_GONE if gone else Trouble.READER_SERVICE_DOWN


class _Watcher(threading.Thread):
    """Waits in PC/SC for something to change, through every death and return of pcscd."""

    def __init__(self, lookout: Lookout, tell: Callable[[Seen], None]) -> None:
        super().__init__(name="card watcher", daemon=True)
        self._lookout = lookout
        self._tell = tell
        self._stopping = threading.Event()
        self._waiting_in: Context | None = None

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                with _context() as context:
                    self._follow(context)
            except (TroubleError, PcscError) as error:
                self._tell_all(self._lookout.lose(_why_lost(error)))
                self._stopping.wait(_SERVICE_AGAIN_S)

    def stop(self) -> None:
        self._stopping.set()
        # Once is not enough: a cancel between two waits is lost.
        while self.is_alive():
            if (context := self._waiting_in) is not None:
                _scard.SCardCancel(context)
            self.join(0.05)

    def _follow(self, context: Context) -> None:
        known: dict[str, int] = {}
        while not self._stopping.is_set():
            names = _names(context)
            if names != list(known):
                # Unaware of all of them, so that the next look comes at once.
                known = dict.fromkeys(names, _STATE_UNAWARE)
            if not names:
                self._look({})
            self._waiting_in = context
            states = _changes(context, _LOOK_MS, known | {_PLUG_AND_PLAY: len(names) << 16})
            self._waiting_in = None
            if states:
                known = states
                self._look(known)

    def _look(self, states: dict[str, int]) -> None:
        self._tell_all(self._lookout.look({name: _slot(state) for name, state in states.items()}))

    def _tell_all(self, seen: Iterator[Seen]) -> None:
        for event in seen:
            self._tell(event)
