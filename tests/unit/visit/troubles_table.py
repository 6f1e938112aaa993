"""Writes the table of troubles for staff and testers: python -m tests.unit.visit.troubles_table > docs/troubles.md"""

from kiosk.visit.trouble import Trouble
from kiosk.visit.troubles.row import Mender, Row

_HEAD = """# What can go wrong

Made from the code by `python -m tests.unit.visit.troubles_table`; a test compares it. The small code on the screen
finds the row. Letters: K the card, R the reader, L logging in, P the mailbox, A acting for somebody,
B what is in a letter, U paper, M the machine.
"""
_WHO = {Mender.CITIZEN: "the citizen", Mender.STAFF: "the staff", Mender.TIME: "it mends itself"}


def table() -> str:
    return _HEAD + "".join(map(_section, Trouble))


def _section(trouble: Trouble) -> str:
    row = trouble.row
    steps = "".join(f"{number}. {step}\n" for number, step in enumerate(row.staff, start=1))
    return (
        f"\n## {row.code} · {row.happened}\n\n"
        f"The citizen reads: {row.not_meant} {row.do_now}\n\n"
        f"{_of_another(row)}"
        f"{_decided(row)}"
        f"Staff:\n\n{steps}\n"
        f"Mended by {_WHO[row.mender]}. In the journal: `{trouble.name}`. "
        f"To see it in the practice town: {row.provoke}.\n"
    )


def _of_another(row: Row) -> str:
    if row.of_another is None:
        return ""
    happened = row.of_another.happened or row.happened
    return f"Who acts for somebody reads: {happened} {row.not_meant} {row.of_another.do_now}\n\n"


def _decided(row: Row) -> str:
    """Where nobody could be asked."""
    lines = (
        f"| {each.basis.name.lower().replace('_', ' ')} "
        f"| {each.happened or row.happened} {row.not_meant} {each.do_now} | {each.staff} |\n"
        for each in row.decided
    )
    return (
        "".join(("| by | the citizen reads | staff |\n|---|---|---|\n", *lines, "\n")) if row.decided else ""
    )


if __name__ == "__main__":
    print(table(), end="")
