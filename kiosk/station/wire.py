"""All that supervisor and visit ever say to each other: two pipes, one JSON object on each line."""

import enum
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from kiosk.visit.journal import Note

# From the visit


class Heartbeat(msgspec.Struct, frozen=True, tag=True):
    """The glass is alive: sent about every second by the thread that paints."""


class Ready(msgspec.Struct, frozen=True, tag=True):
    """Loaded, drawn once and hidden: it can stand on the glass within a few frames of :class:`Show`."""


class Shown(msgspec.Struct, frozen=True, tag=True):
    """The first picture since :class:`Show` is on the glass."""


class TakingLeave(msgspec.Struct, frozen=True, tag=True):
    """The citizen is on the way out: time to get the next visit ready."""


class VoiceAsked(msgspec.Struct, frozen=True, tag=True):
    """Somebody wants to hear what stands on the glass: time to start a speaker, in place of one that has failed."""


class PressDone(msgspec.Struct, frozen=True, tag=True):
    """All is closed behind the citizen and nothing will be opened any more: the press can go."""


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The visit is over. Its last picture stays on the glass until the next one stands there and this one is killed."""


class NoteTaken(msgspec.Struct, frozen=True, tag=True):
    """A :class:`Note`, by the names of its members: ``detail`` is for example ``Trouble.PIN_WRONG``."""

    what: str
    detail: str | None = None
    count: int | None = None


class StopAsked(msgspec.Struct, frozen=True, tag=True):
    """Somebody closed the window of a practice: no visit after this one. A real kiosk's window cannot be closed."""


FromVisit = (
    Heartbeat | Ready | Shown | NoteTaken | VoiceAsked | TakingLeave | PressDone | Finished | StopAsked
)

# To the visit


class Show(msgspec.Struct, frozen=True, tag=True):
    """Onto the glass. Every visit starts hidden; at a cold start this word waits for it in the pipe."""


class LastVisit(msgspec.Struct, frozen=True, tag=True):
    """What the machine found when it had cleared up after the visit before: the newest one counts.

    ``minute`` of the day in Denmark when it ended. ``pages`` still wait at the printer, None: it could not be asked.
    ``files`` were still in the room.
    """

    minute: int
    pages: int | None
    files: int


class Ailment(enum.Enum):
    """What keeps the machine from writing its notes: those troubles that the staff must hear of, by their codes."""

    DISK_FULL = "M03"
    JOURNAL_HELD_UP = "M04"
    JOURNAL_BROKEN = "M05"
    JOURNAL_WITHOUT_KEY = "M06"


class Ailing(msgspec.Struct, frozen=True, tag=True):
    """How the machine itself is: the newest one counts. None: well again."""

    ailment: Ailment | None


class Close(msgspec.Struct, frozen=True, tag=True):
    """The machine stops: take leave as if the citizen had asked to end."""


ToVisit = Show | LastVisit | Ailing | Close

# How it is said

LONGEST = 512
"""Bytes of a line. At most PIPE_BUF (at least 512, POSIX), so lines from several threads never mix."""

Message = TypeVar("Message")


class GarbledError(Exception):
    """What came is no message of the list. It is not repeated here."""


class Ear(Generic[Message]):
    """Makes messages of the bytes of one pipe, however they are cut."""

    def __init__(self, decoder: msgspec.json.Decoder[Message]) -> None:
        self._decoder = decoder
        self._rest = b""

    def hear(self, data: bytes) -> Iterator[Message]:
        """The messages that ``data`` completes, one by one. Raises :class:`GarbledError` where one is none."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            yield self._understand(line)
        if len(self._rest) >= LONGEST:
            raise GarbledError

    def _understand(self, line: bytes) -> Message:
        try:
            if len(line) < LONGEST:
                return self._decoder.decode(line)
        except msgspec.MsgspecError:
            pass
        raise GarbledError


def supervisor_ear() -> Ear[FromVisit]:
    return Ear(msgspec.json.Decoder(FromVisit))


def say(pipe: int, message: FromVisit | ToVisit) -> None:
    """Write one line. Raises :class:`BrokenPipeError` when the other side is gone."""
    os.write(pipe, msgspec.json.encode(message) + b"\n")


class VisitWire:
    """The visit's side. ``ends`` are the two file numbers from its command line: ``--wire IN,OUT``."""

    def __init__(self, ends: str) -> None:
        self._in, self._out = (int(end) for end in ends.split(","))
        self._ear = Ear(msgspec.json.Decoder(ToVisit))

    def fileno(self) -> int:
        """To wait on: readable when :meth:`hear` has something to say."""
        return self._in

    def hear(self) -> list[ToVisit]:
        """What the supervisor said. Raises :class:`EOFError` when it is gone: the visit must go too."""
        data = os.read(self._in, LONGEST)
        if not data:
            raise EOFError
        return list(self._ear.hear(data))

    def say(self, message: FromVisit) -> None:
        """From any thread. Raises :class:`BrokenPipeError` when the supervisor is gone."""
        say(self._out, message)

    def note(self, note: "Note") -> None:
        self.say(as_message(note))


def as_message(note: "Note") -> NoteTaken:
    detail = None if note.detail is None else f"{type(note.detail).__name__}.{note.detail.name}"
    return NoteTaken(note.what.name, detail, note.count)
