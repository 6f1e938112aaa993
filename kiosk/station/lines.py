"""What stands in a line of the journal and in its head, and how both are sealed."""

import hmac
from datetime import UTC
from typing import Final

import msgspec

from kiosk.station.notes import Ending, Moment, StationNote
from kiosk.visit.mandates import Reference
from kiosk.visit.notes import Detail, Note
from kiosk.visit.people import Pseudonym
from kiosk.visit.trouble import Trouble


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One note, a row of the table.

    ``at`` is UTC in ISO 8601; ``seconds`` since this visit began; ``before`` the seal of the line before.
    """

    number: int
    visit: str
    what: str
    detail: str | None
    trouble: str | None
    count: int | None
    at: str
    seconds: float
    before: str


class Head(msgspec.Struct, frozen=True, array_like=True):
    """Where the journal begins and ends, so that nobody can cut lines off at either end.

    ``first`` is the number of the oldest line kept and ``before`` what stands before it; ``last`` is the number of the
    newest line, 0 for none, and ``seal`` its seal.
    """

    first: int
    before: str
    last: int
    seal: str


COLUMNS: Final = Line.__struct_fields__
HEAD_COLUMNS: Final = Head.__struct_fields__

# Strict (sqlite.org/stricttables.html): a number stays a number. ``id`` says where a row lies, ``number`` where it
# was written, under its seal.
SCHEMA: Final = (
    """create table notes (
        id integer primary key, number integer not null, visit text not null, what text not null, detail text,
        trouble text, count integer, at text not null, seconds real not null, before text not null, seal text not null
    ) strict""",
    """create table head (
        id integer primary key check (id = 1), first integer not null, before text not null, last integer not null,
        seal text not null, own_seal text not null
    ) strict""",
)


def seal(key: bytes, sealed: Line | Head) -> str:
    """HMAC-SHA-256 (RFC 2104) of the values as JSON, in hexadecimal. No line is as short as a head."""
    return hmac.digest(key, msgspec.json.encode(sealed), "sha256").hex()


def _name(detail: Detail | Ending | None) -> str | None:
    """Members of lists in small letters; references and pseudonyms as they are written."""
    if detail is None or isinstance(detail, Reference | Pseudonym):
        return detail and detail.name
    return detail.name.lower()


def line(number: int, before: str, moment: Moment, note: Note | StationNote) -> Line:
    return Line(
        number=number,
        visit=moment.visit,
        what=note.what.name.lower(),
        detail=_name(note.detail),
        trouble=note.detail.row.code if isinstance(note.detail, Trouble) else None,
        count=note.count,
        at=moment.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        seconds=round(moment.since.total_seconds(), 3),
        before=before,
    )
