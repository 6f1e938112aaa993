"""What the journal says of a running kiosk, read from outside: where a visit is, and when the next one stands there."""

import sqlite3
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_LOOK_S: Final = 0.03
_ROWS: Final = "select id, visit, what, detail, count from notes where id > ? order by id"
_SHOWN: Final = (
    "select id, visit, what, detail, count from notes where what = 'visit_shown' order by id desc limit 1"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A note as it lies in the table."""

    id: int
    visit: str
    what: str
    detail: str | None
    count: int | None


class Diary:
    """The journal of a kiosk that has written its first note. It is only read."""

    def __init__(self, journal: Path) -> None:
        self._journal = sqlite3.connect(f"file:{journal}?mode=ro", uri=True, timeout=5, isolation_level=None)

    def close(self) -> None:
        self._journal.close()

    def now(self) -> int:
        """The number of the newest row."""
        return int(self._journal.execute("select ifnull(max(id), 0) from notes").fetchone()[0])

    def after(self, row: int) -> list[Row]:
        return [Row(*each) for each in self._journal.execute(_ROWS, [row])]

    def counts(self) -> dict[str, int]:
        """How many notes there are of each kind."""
        return dict(self._journal.execute("select what, count(*) from notes group by what"))

    def shown(self) -> Row | None:
        """The note that the present visit stands on the glass."""
        try:
            found = self._journal.execute(_SHOWN).fetchone()
        except sqlite3.OperationalError:
            # Nothing was ever noted.
            return None
        return Row(*found) if found else None

    def until(self, whats: Collection[str], since: int, within: float) -> Row | None:
        """The first note of one of those kinds after the row ``since``; None if none comes in so many seconds."""
        deadline = time.monotonic() + within
        while True:
            for row in self.after(since):
                if row.what in whats:
                    return row
            if time.monotonic() > deadline:
                return None
            time.sleep(_LOOK_S)
