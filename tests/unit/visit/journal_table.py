"""Writes the closed list of notes: python -m tests.unit.visit.journal_table > docs/journal.md"""

from kiosk.visit.journal import What

_HEAD = """# What is written down

Made from the code by `python -m tests.unit.visit.journal_table`; a test compares it. A visit can write these notes
and no others. A detail is a member of a closed list, a count is a number: there is no field for a name, a number of a
person or the title of a letter. Each line has the visit's random name, when, and how long after its beginning.

| note | what it says |
|---|---|
"""


def table() -> str:
    return _HEAD + "".join(f"| `{what.name}` | {what.value} |\n" for what in What)


if __name__ == "__main__":
    print(table(), end="")
