"""What is said between the kiosk and the press: four-byte lengths (big-endian), then MessagePack."""

import enum
import struct
import traceback
from typing import IO, TypeVar

import msgspec

LARGEST_FILE = 64 << 20
"""Bytes of a file that is opened at all. A whole Digital Post message may have 99.5 MB."""

MOST_PAGES = 200
"""Pages of a letter."""

MOST_PIXELS = 16_000_000
"""Pixels of one page's picture."""

_LARGEST_FRAME = 160 << 20
_LENGTH = struct.Struct(">I")


T = TypeVar("T")


class Mark(enum.Enum):
    """What every page says besides the letter, so that nobody takes it for a real one. The value is what is drawn."""

    TRAINING = "ØVELSE / TRAINING"


class Message(msgspec.Struct, frozen=True, tag=True):
    """Said in one frame. Its repr is only its name: the content is somebody's letter."""

    def __repr__(self) -> str:
        return type(self).__name__


class Open(Message, frozen=True):
    """Open this file. ``claimed`` is the sender's media type, ``language`` the sender's BCP 47 tag,
    ``width`` that of the first page's picture in pixels. ``mark`` is drawn on every page.
    """

    content: bytes
    claimed: str
    language: str
    width: int
    mark: Mark | None = None


class Draw(Message, frozen=True):
    """Draw a page, counted from 1, at most ``width`` pixels wide."""

    page: int
    width: int


class Ready(Message, frozen=True):
    """Everything is read from the disk and the cage is closed, but for what this machine cannot do."""

    missing: tuple[str, ...]


class Drawn(Message, frozen=True):
    """One page: 8-bit RGB, rows from the top."""

    page: int
    width: int
    height: int
    rgb: bytes


class Opened(Message, frozen=True):
    """The safe copy, its page count, its text, its first page."""

    pdf: bytes
    pages: int
    text: str
    first: Drawn


class Refused(Message, frozen=True):
    """The name of a Trouble."""

    trouble: str


class Crashed(Message, frozen=True):
    """A fault of ours, or of a parser: the exception's type and where it was, without its words."""

    kind: str
    frames: tuple[str, ...]


Request = Open | Draw
Answer = Ready | Opened | Drawn | Refused | Crashed

_requests = msgspec.msgpack.Decoder(Request)
_answers = msgspec.msgpack.Decoder(Answer)


class TornError(Exception):
    """What came is not what was agreed: cut, too long, or of another kind."""


def crashed(fault: BaseException) -> Crashed:
    """How a fault is told: the words of an exception may quote somebody's letter, so they are left out."""
    frames = traceback.extract_tb(fault.__traceback__)
    return Crashed(type(fault).__name__, tuple(f"{at.filename}:{at.lineno} {at.name}" for at in frames))


def send(stream: IO[bytes], message: Request | Answer) -> None:
    """Write one frame. Raises OSError when nobody reads any more."""
    body = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive_request(stream: IO[bytes]) -> Request:
    """Read one frame. Raises TornError."""
    return _decode(_requests, stream)


def receive_answer(stream: IO[bytes]) -> Answer:
    """Read one frame. Raises TornError."""
    return _decode(_answers, stream)


def _decode(decoder: msgspec.msgpack.Decoder[T], stream: IO[bytes]) -> T:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > _LARGEST_FRAME:
        raise TornError
    try:
        return decoder.decode(_exactly(stream, length))
    except msgspec.DecodeError as cause:
        raise TornError from cause


def _exactly(stream: IO[bytes], length: int) -> bytes:
    got = stream.read(length)
    if len(got) != length:
        raise TornError
    return got
