"""A simulated card in a virtual reader: the card's side of vsmartcard's vpcd protocol.

The driver inside pcscd listens, one TCP port for each slot. Connecting is putting the card in; closing is taking it
out. A frame is a length of two bytes and as many bytes; frames of one byte are the reader's own words.
"""

import math
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from devices.cards.chip import Card

_OFF, _ON, _RESET, _ATR = 0, 1, 2, 4
_CONNECT_WITHIN_S: Final = 5.0


@dataclass(slots=True)
class Faults:
    """What shall go wrong, set from outside at any time.

    ``delay_s`` before every answer. ``torn_in``: the card is torn out when the so-manyth command from now has arrived.
    """

    delay_s: float = 0.0
    torn_in: int = 0

    def tears(self) -> bool:
        """Count one command; is this the one?"""
        if self.torn_in == 0:
            return False
        self.torn_in -= 1
        return self.torn_in == 0


class InsertedCard:
    """A card in a slot, until it is taken out, torn out, or the daemon dies under it."""

    def __init__(self, card: Card, port: int, faults: Faults) -> None:
        """Put the card in. Raises :class:`OSError` when no reader listens on ``port`` for five seconds."""
        self._card = card
        self._faults = faults
        self._out = threading.Event()
        self._socket = _connected(port)
        self._thread = threading.Thread(target=self._serve, name=f"card at {port}", daemon=True)
        self.torn = False
        self.out_since = math.inf
        self._thread.start()

    def take_out(self) -> None:
        """Harmless when it is out already. It also ends the wait of whoever talks to the card."""
        self._out.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _serve(self) -> None:
        with self._socket, suppress(OSError):
            while message := self._receive():
                answer = self._answered(message)
                if self._out.is_set():
                    break
                if answer:
                    self._socket.sendall(len(answer).to_bytes(2) + answer)
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        self.out_since = time.monotonic()

    def _answered(self, message: bytes) -> bytes:
        """Nothing for the words that want no answer: an empty frame would hang the driver."""
        if len(message) > 1:
            return self._command(message)
        if message[0] == _ATR:
            return self._card.atr
        if message[0] in (_OFF, _ON, _RESET):
            self._card.restart()
        return b""

    def _command(self, apdu: bytes) -> bytes:
        if self._faults.tears():
            self.torn = True
            self._out.set()
            return b""
        if self._faults.delay_s:
            self._out.wait(self._faults.delay_s)
        return self._card.transmit(apdu)

    def _receive(self) -> bytes:
        header = self._exactly(2)
        return self._exactly(int.from_bytes(header)) if header else b""

    def _exactly(self, size: int) -> bytes:
        content = b""
        while len(content) < size:
            # It does not stick. Without it every command takes 40 ms: the driver sends length and rest apart.
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            part = self._socket.recv(size - len(content))
            if not part:
                return b""
            content += part
        return content


def _connected(port: int) -> socket.socket:
    deadline = time.monotonic() + _CONNECT_WITHIN_S
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), _CONNECT_WITHIN_S)
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            connection.settimeout(None)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
