"""What is said between the kiosk and the press: a short message, then the bytes it speaks of.

A frame is a length of four bytes (big-endian) and a MessagePack head: the message and the lengths of its bodies. The
bodies follow as they are, so that a letter and a picture stand in one buffer on each side and are never copied.
"""

import enum
import struct
import traceback
from typing import Protocol, TypeVar

import msgspec

LARGEST_FILE = 64 << 20
"""Bytes of a file that is opened at all. A whole Digital Post message may have 99.5 MB."""

MOST_PAGES = 200
"""Pages of a letter."""

MOST_PIXELS = 16_000_000
"""Pixels of one page's picture."""

_LARGEST_HEAD, _LARGEST_BODIES, _MOST_BODIES = 32 << 10, 160 << 20, 3
_MOST_FRAMES = 40
_LENGTH = struct.Struct(">I")


M = TypeVar("M")
Body = bytes | memoryview


class Mark(enum.Enum):
    """What every page says besides the letter, so that nobody takes it for a real one. The value is what is drawn."""

    TRAINING = "ØVELSE / TRAINING"


class Message(msgspec.Struct, frozen=True, tag=True):
    """The head of a frame. Its repr is only its name: the content is somebody's letter."""

    def __repr__(self) -> str:
        return type(self).__name__


class Open(Message, frozen=True):
    """Open the file that is the body. ``claimed`` is the sender's media type, ``language`` the sender's BCP 47 tag,
    ``width`` that of the first page's picture in pixels. ``mark`` is drawn on every page.
    """

    claimed: str
    language: str
    width: int
    mark: Mark | None = None


class Compose(Message, frozen=True):
    """Set a paper of our own. The body is its parts, see :func:`kiosk.letters.blocks.packed`.

    ``width`` and ``mark`` are as in :class:`Open`.
    """

    title: str
    width: int
    mark: Mark | None = None


class Draw(Message, frozen=True):
    """Draw a page, counted from 1, at most ``width`` pixels wide."""

    page: int
    width: int


class Drawn(Message, frozen=True):
    """One page. The body is 8-bit RGB, rows from the top."""

    page: int
    width: int
    height: int


class Opened(Message, frozen=True):
    """The page count and the first page. The bodies are the safe copy, the text in UTF-8, the first page's pixels."""

    pages: int
    first: Drawn


class Refused(Message, frozen=True):
    """The name of a Trouble."""

    trouble: str


class Crashed(Message, frozen=True):
    """A fault of ours, or of a parser: the exception's type and where it was, without its words."""

    kind: str
    frames: tuple[str, ...]


Request = Open | Compose | Draw
Answer = Opened | Drawn | Refused | Crashed


class Source(Protocol):
    """A binary stream to read from; it blocks until all is there or there will be no more."""

    def read(self, size: int, /) -> bytes: ...


class Sink(Protocol):
    """A binary stream to write to; it blocks until all is taken."""

    def write(self, data: Body, /) -> int: ...
    def flush(self) -> None: ...


_requests = msgspec.msgpack.Decoder(tuple[Request, tuple[int, ...]])
_answers = msgspec.msgpack.Decoder(tuple[Answer, tuple[int, ...]])


class TornError(Exception):
    """What came is not what was agreed: cut, too long, or of another kind."""


def crashed(fault: BaseException) -> Crashed:
    """How a fault is told: the words of an exception may quote somebody's letter, so they are left out."""
    frames = traceback.extract_tb(fault.__traceback__, -_MOST_FRAMES)
    return Crashed(type(fault).__name__, tuple(f"{at.filename}:{at.lineno} {at.name}" for at in frames))


def send(stream: Sink, message: Request | Answer, *bodies: Body) -> None:
    """Write one frame. Raises OSError when nobody reads any more."""
    head = msgspec.msgpack.encode((message, tuple(map(len, bodies))))
    stream.write(_LENGTH.pack(len(head)) + head)
    for body in bodies:
        stream.write(body)
    stream.flush()


def receive_request(stream: Source) -> tuple[Request, tuple[bytes, ...]]:
    """Read one frame, a message and its bodies. Raises TornError."""
    return _receive(_requests, stream)


def receive_answer(stream: Source) -> tuple[Answer, tuple[bytes, ...]]:
    """Read one frame, a message and its bodies. Raises TornError."""
    return _receive(_answers, stream)


def _receive(
    decoder: msgspec.msgpack.Decoder[tuple[M, tuple[int, ...]]], stream: Source
) -> tuple[M, tuple[bytes, ...]]:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > _LARGEST_HEAD:
        raise TornError
    try:
        message, lengths = decoder.decode(_exactly(stream, length))
    except msgspec.DecodeError as cause:
        raise TornError from cause
    if len(lengths) > _MOST_BODIES or min(lengths, default=0) < 0 or sum(lengths) > _LARGEST_BODIES:
        raise TornError
    return message, tuple(_exactly(stream, size) for size in lengths)


def _exactly(stream: Source, length: int) -> bytes:
    got = stream.read(length)
    if len(got) != length:
        raise TornError
    return got
