"""What is said between a visit and its speaker: one message in each datagram of a ``SOCK_SEQPACKET`` pair."""

from typing import Final

import msgspec

LARGEST_TEXT: Final = 16 << 10
"""Bytes of UTF-8 in one :class:`Speak`. What is longer is said in pieces."""

LARGEST_CHUNK: Final = 32 << 10
"""Bytes of sound in one :class:`Sound`."""


class Message(msgspec.Struct, frozen=True, tag=True):
    """Its repr is only its name: what is spoken may be somebody's letter."""

    def __repr__(self) -> str:
        return type(self).__name__


class Speak(Message, frozen=True):
    """Say ``text`` instead of whatever is being said. ``number`` comes back with its sound.

    ``voice`` is a name that ``espeak-ng --voices`` lists; ``speed`` and ``gap`` are its options ``-s`` and ``-g``.
    """

    number: int
    voice: str
    speed: int
    gap: int
    text: str


class Hush(Message, frozen=True):
    """Say no more. It is answered by :class:`Spoken` with its own ``number``."""

    number: int


class Sound(Message, frozen=True):
    """Samples of text ``number``: 16 bits, one channel, little-endian, :data:`kiosk.speech.espeak.RATE` a second."""

    number: int
    samples: bytes


class Spoken(Message, frozen=True):
    """All the sound of text ``number`` has been sent. ``well``: the program came to its end by itself."""

    number: int
    well: bool


Order = Speak | Hush
News = Sound | Spoken

orders: Final = msgspec.msgpack.Decoder(Order)
news: Final = msgspec.msgpack.Decoder(News)


def said(message: Order | News) -> bytes:
    """A message as one datagram."""
    return msgspec.msgpack.encode(message)
