"""Whatever is done to the rows of a journal: each one that is not as it was written is named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.audit import verify
from kiosk.station.flaws import Flaw
from kiosk.station.journal import Journal
from kiosk.station.notes import Moment
from kiosk.visit.notes import Note, What

KEY = bytes(range(32))
ROWS = 12
COLUMNS = "number", "visit", "what", "detail", "trouble", "count", "at", "seconds", "before", "seal"

places, digits = st.integers(-1, ROWS + 3), st.integers(0, 9)
tampering = st.one_of(
    st.tuples(st.just("update notes set {0} = {1} where id = {2}"), st.sampled_from(COLUMNS), digits, places),
    st.tuples(st.just("delete from notes where id = {0}"), places),
    st.tuples(st.just("update or ignore notes set id = {1} where id = {0}"), places, places),
    st.tuples(st.just("update or ignore notes set id = id + {1} where id > {0}"), places, st.integers(1, 20)),
    st.tuples(
        st.just(
            "update notes set id = -99 where id = {0}; update or ignore notes set id = {0} where id = {1};"
            "update or ignore notes set id = {1} where id = -99"
        ),
        places,
        places,
    ),
    st.tuples(
        st.just(
            f"insert or ignore into notes select {{1}}, {', '.join(COLUMNS)} from notes where id = {{0}}"
        ),
        places,
        places,
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> str:
    """The SQL that makes a journal anew."""
    file = tmp_path_factory.mktemp("whole") / "journal.db"
    with closing(Journal(file, KEY)) as journal:
        for number in range(ROWS):
            now = Moment("f00d", datetime(2026, 11, 24, tzinfo=UTC), timedelta())
            journal.write(now, Note(What.WARNED, count=number))
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump())


def rows_of(connection: sqlite3.Connection) -> dict[int, tuple[object, ...]]:
    return {row[0]: row[1:] for row in connection.execute("select * from notes")}


def named(flaw: Flaw) -> Iterator[int]:
    """The places that a flaw speaks of: where the rows lie, and where they were written."""
    yield from range(flaw.first, flaw.last + 1)
    if flaw.written is not None:
        yield from range(flaw.written, flaw.written + flaw.last - flaw.first + 1)


@given(st.lists(tampering, max_size=5))
def test_every_place_that_is_not_as_it_was_is_named_and_no_whole_journal_is_blamed(whole, acts):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(whole)
        before = rows_of(connection)
        for act, *values in acts:
            connection.executescript(act.format(*values))
        after = rows_of(connection)
        found = {place for flaw in verify(connection, KEY) for place in named(flaw)}
    spoilt = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert spoilt <= found
    assert bool(spoilt) == bool(found)
