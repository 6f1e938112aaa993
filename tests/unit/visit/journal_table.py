"""Writes the closed list of notes: python -m tests.unit.visit.journal_table > docs/journal.md"""

from collections.abc import Iterable
from enum import Enum

from kiosk.station.notes import Duty
from kiosk.visit.notes import What

_HEAD = """# What is written down

Made from the code by `python -m tests.unit.visit.journal_table`; a test compares it. These notes can be written and no
others. A detail is a member of a closed list, a count is a number: there is no field for a name, a person's number or
the title of a letter. Each line has the visit's random name, when, and how long after its beginning. How the lines are
sealed, read and kept: [journal-sealed.md](journal-sealed.md).
"""

_TABLE = """
## {}

| note | what it says |
|---|---|
"""


def table() -> str:
    return _HEAD + _part("By a visit", What) + _part("By the machine", Duty)


def _part(heading: str, notes: Iterable[Enum]) -> str:
    return _TABLE.format(heading) + "".join(f"| `{note.name}` | {note.value} |\n" for note in notes)


if __name__ == "__main__":
    print(table(), end="")
