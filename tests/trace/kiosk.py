"""The whole kiosk in the practice world, as it runs on a machine, seen from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import sqlite_utils

from tests.bench.processes import descent, visits
from tests.journeys.story import World

PATIENCE_S: Final = 40.0
_ROOT: Final = Path(__file__).parents[2]


class Kiosk:
    """``main.py run``; ``log`` is all that it says, ``complaints`` what it says on standard error."""

    def __init__(
        self,
        world: World,
        folder: Path,
        environment: Mapping[str, str],
        limits: Mapping[str, str],
        *,
        full_screen: bool = True,
        more: str = "",
    ) -> None:
        """``more``: other tables of the settings."""
        self.folder, self.settings = folder, folder / "kiosk.toml"
        self.rooms, self.journal = folder / "rooms", folder / "journal.db"
        self.log, self.complaints = folder / "kiosk.log", folder / "complaints.log"
        credentials = folder / "credentials"
        for made in (self.rooms, credentials):
            made.mkdir(mode=0o700)
        world.vault.lend_client_key(credentials)
        world.vault.lend_journal_key(credentials)
        text = world.settings(self.journal, self.rooms, full_screen=full_screen, limits=limits)
        self.settings.write_text(text + more)
        self.environment = os.environ | {"CREDENTIALS_DIRECTORY": str(credentials)} | environment
        self.start()

    def start(self, *before: str) -> None:
        """``before``: words of a command that ends by becoming the one that follows it."""
        self._started = len(self.notes())
        with self.log.open("ab") as words, self.complaints.open("ab") as complaints:
            self.process = subprocess.Popen(
                self._command(*before, word="run"),
                cwd=_ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=complaints,
            )

    def prove(self, *before: str) -> str:
        """The report on this machine."""
        command = self._command(*before, word="prove")
        return subprocess.run(
            command, cwd=_ROOT, env=self.environment, stdout=subprocess.PIPE, text=True, check=False
        ).stdout

    def _command(self, *before: str, word: str) -> Sequence[str]:
        return [*before, sys.executable, "main.py", word, "--settings", str(self.settings)]

    def end(self) -> None:
        """Ask it to stop, as systemd does."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE_S)

    def processes(self) -> list[int]:
        """The supervisor and everything it has started."""
        return list(descent(self.process.pid))

    def visits(self) -> list[int]:
        """The processes of visits, the one on the glass first."""
        return visits(self.processes())

    def visit_process(self) -> int:
        return self.visits()[0]

    def said(self) -> str:
        return self.log.read_text() + self.complaints.read_text()

    def noted(self) -> list[tuple[str, str | None]]:
        """What is in the journal, each note with its detail."""
        return [(row["what"], row["detail"]) for row in self._rows()]

    def last_end(self) -> datetime | None:
        """When the last visit ended that had been shown, since the kiosk was started."""
        rows = self._rows()[self._started :]
        shown = {row["visit"] for row in rows if row["what"] == "visit_shown"}
        ends = [row["at"] for row in rows if row["what"] == "room_removed" and row["visit"] in shown]
        return datetime.fromisoformat(ends[-1]) if ends else None

    def _rows(self) -> list[dict[str, Any]]:
        if not self.journal.exists():
            return []
        database = sqlite_utils.Database(self.journal)
        try:
            table = database["notes"]
            return list(table.rows_where(order_by="id")) if table.exists() else []
        finally:
            database.close()

    def notes(self) -> list[str]:
        return [what for what, _ in self.noted()]

    def sees(self, true: Callable[[], bool], within: float) -> bool:
        """Whether it comes true in so many seconds, while the supervisor lives."""
        deadline = time.monotonic() + within
        while not (seen := true()) and time.monotonic() < deadline and self.process.poll() is None:
            time.sleep(0.05)
        return seen

    def until(self, true: Callable[[], bool], what: str) -> None:
        came = self.sees(true, PATIENCE_S)
        assert came, f"{what} does not come: {self.noted()}\n{self.said()}"

    def until_welcome(self) -> None:
        self.until_noted("visit_shown", self._started)

    def until_noted(self, what: str, since: int = 0, times: int = 1) -> None:
        self.until(lambda: self.notes()[since:].count(what) >= times, what)
