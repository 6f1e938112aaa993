"""The tables in the documents are the tables in the code."""

from pathlib import Path
from types import ModuleType

import pytest

from kiosk.visit.trouble import Trouble
from tests.unit.visit import journal_table, moves_table, troubles_table


@pytest.mark.parametrize(
    ("document", "made_by"),
    [
        ("docs/moves.md", moves_table),
        ("docs/troubles.md", troubles_table),
        ("docs/journal.md", journal_table),
    ],
)
def test_a_table_in_the_documents_is_the_table_in_the_code(document: str, made_by: ModuleType) -> None:
    written = Path(document).read_text(encoding="utf-8")
    assert written == made_by.table(), f"run: python -m {made_by.__name__} > {document}"


def test_every_trouble_has_a_code_of_its_own() -> None:
    codes = [trouble.row.code for trouble in Trouble]
    assert len(set(codes)) == len(codes)


def test_no_trouble_says_that_nothing_was_sent() -> None:
    """A user ID that is not known, a login that was stopped: something had gone out before each of them."""
    assert not [trouble.name for trouble in Trouble if "been sent" in trouble.row.not_meant]
