"""The whole kiosk on an X server of its own, and the hands of a citizen who leaves something everywhere."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlite_utils

from tests.bench import places
from tests.bench.glass import Glass
from tests.bench.processes import children, descent
from tests.journeys.story import World
from tests.trace.canaries import Canary, Word, stripes, word
from tests.trace.letter import memo_of

VERA: Final = "vera-vanish"
PATIENCE_S: Final = 40.0
_LIMITS: Final = {"goodbye": "3 s", "leave": "3 s", "cover": "5 s", "warning": "20 s"}
_MAIN: Final = Path(__file__).parents[2] / "main.py"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stays when a visit ends: an X server, a message bus, and the folder of everything on the other side."""

    display: str
    display_server: int
    bus_address: str
    bus: int
    other_side: Path

    @property
    def printer(self) -> Path:
        return self.other_side / "printer"


class Kiosk:
    """``main.py run`` in the practice world, started as on a machine; ``log`` is all that it says."""

    def __init__(self, world: World, folder: Path, surroundings: Surroundings, silence: str) -> None:
        self.folder, self.surroundings = folder, surroundings
        self.rooms, self.journal, self.log = folder / "rooms", folder / "journal.db", folder / "kiosk.log"
        credentials = folder / "credentials"
        for made in (self.rooms, credentials):
            made.mkdir(mode=0o700)
        world.vault.lend_client_key(credentials)
        world.vault.lend_journal_key(credentials)
        limits = _LIMITS | {"silence": silence}
        (folder / "kiosk.toml").write_text(world.settings(self.journal, self.rooms, limits=limits))
        self._environment = os.environ | {
            "CREDENTIALS_DIRECTORY": str(credentials),
            "DISPLAY": surroundings.display,
            "DBUS_SESSION_BUS_ADDRESS": surroundings.bus_address,
            "QT_QPA_PLATFORM": "xcb",
        }
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as words:
            self.process = subprocess.Popen(
                [sys.executable, str(_MAIN), "run", "--settings", str(self.folder / "kiosk.toml")],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
            )

    def end(self) -> None:
        """Ask it to stop, as systemd does."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE_S)

    def processes(self) -> list[int]:
        """The supervisor and everything it has started."""
        return list(descent(self.process.pid))

    def visit_process(self) -> int:
        """The process of the present visit: the oldest child."""
        return min(children(self.process.pid), key=_begun)

    def notes(self) -> list[str]:
        if not self.journal.exists():
            return []
        database = sqlite_utils.Database(self.journal)
        try:
            table = database["notes"]
            return [row["what"] for row in table.rows_where(order_by="id")] if table.exists() else []
        finally:
            database.close()

    def until(self, true: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, (
                f"{what} does not come: {self.notes()}\n{self.log.read_text()}"
            )
            time.sleep(0.05)

    def until_noted(self, what: str, since: int = 0) -> None:
        self.until(lambda: what in self.notes()[since:], what)


class Vera:
    """A citizen who types, seeks, reads and prints what nobody else does. ``canaries``: all of it."""

    def __init__(self, world: World, kiosk: Kiosk, glass: Glass) -> None:
        self.world, self.kiosk, self.glass = world, kiosk, glass
        self._person = world.people[VERA]
        self._typed: list[Canary] = []
        self.sought = word("search word")
        self.about, self.text, self.picture = word("subject"), word("letter"), stripes("picture")
        world.town.client.put_letter(VERA, memo_of(self.about, self.text, self.picture))

    @property
    def canaries(self) -> Sequence[Canary]:
        card = self._person
        known = [
            Word("name", card.name),
            Word("CPR number", card.cpr or ""),
            Word("CPR number with its line", f"{(card.cpr or '')[:6]}-{(card.cpr or '')[6:]}"),
            Word("PIN", card.pin or ""),
            Word("password", card.password),
        ]
        return [*known, *self._typed, self.sought, self.about, self.text, self.picture]

    def logs_in_by_card(self) -> None:
        since = len(self.kiosk.notes())
        self.world.shelf.insert(VERA)
        self.kiosk.until_noted("login_by_card", since)
        self.glass.rest()
        for sign in self._person.pin or "":
            self.glass.tap(*places.digit(sign))
            self.glass.rest(0.05)
        self.glass.tap(*places.OK)
        self.kiosk.until_noted("mailbox_shown", since)

    def logs_in_by_code(self) -> None:
        since = len(self.kiosk.notes())
        self.glass.tap(*places.CODE)
        self.kiosk.until_noted("login_by_code", since)
        self._types(self._person.user_id)
        code = self.world.town.client.press(VERA).code
        self._typed.append(Word("code", code))
        self._types(code)
        self._types(self._person.password)
        self.kiosk.until_noted("mailbox_shown", since)

    def seeks_in_vain(self) -> None:
        """For a word that stands in no letter; then she wants to see all of them again."""
        since = len(self.kiosk.notes())
        self.taps(places.SEARCH)
        self._types(self.sought.text)
        self.kiosk.until_noted("letters_searched", since)
        self.taps(places.ALL_LETTERS)
        self.glass.rest(0.5)

    def opens_her_letter(self) -> None:
        since = len(self.kiosk.notes())
        self.glass.rest()
        self.glass.tap(*places.FIRST_LETTER)
        self.kiosk.until_noted("letter_shown", since)
        self.glass.rest(0.3)

    def prints_it(self) -> None:
        since = len(self.kiosk.notes())
        self.glass.tap(*places.PRINT)
        self.glass.rest(0.3)
        self.glass.tap(*places.YES_PRINT)
        self.kiosk.until_noted("print_begun", since)

    def taps(self, place: places.Place) -> None:
        self.glass.rest()
        self.glass.tap(*place)

    def kills(self, how: signal.Signals) -> None:
        os.kill(self.kiosk.visit_process(), how)

    def _types(self, text: str) -> None:
        self.glass.rest(1.0)
        self.glass.display.type(f"{text}\n")


def _begun(pid: int) -> int:
    """Field 22 of proc_pid_stat in proc(5)."""
    text = Path(f"/proc/{pid}/stat").read_text()
    return int(text[text.rindex(")") + 2 :].split()[19])
