"""Hands at a kiosk that see where they are: by the notes of the journal, and by the glass when it comes to rest."""

import os
import signal
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from devices.cards.launcher import ShelfRefusedError, say
from devices.printing.bench import PrinterBench
from kiosk.training.client import TownClient
from kiosk.training.people import PEOPLE, Person
from tests.bench import places
from tests.bench.diary import Diary, Row
from tests.bench.glass import WIDTH, Glass
from tests.bench.places import Place
from tests.bench.processes import Tree, visits

_NOTICES_S: Final = 3.0
"""So long a citizen waits for an answer; then they do the next thing."""
_GOES_S: Final = 60.0
_TRIES_S: Final = 1.5
_REST_S: Final = 0.08


class StuckError(Exception):
    """A visit did not end, or no next one came."""


class Citizen:
    """``person`` is who comes this time; ``reads``: a letter lies open before them.

    What cannot be done where they are is left undone, as people do.
    """

    def __init__(self, glass: Glass, folder: Path, town: TownClient, diary: Diary, tree: Tree) -> None:
        self.glass, self.town, self.diary, self.tree = glass, town, diary, tree
        self.printer = PrinterBench(folder / "printer")
        self.person: Person = PEOPLE["anna"]
        self.mirrored = False
        self.reads = False
        self.meddled = False
        self._shelf = folder / "shelf"
        self._came, self._found = diary.now(), diary.shown()

    def comes(self, person: Person) -> None:
        self.person = person
        self._came, self._found = self.diary.now(), self.diary.shown()
        self.mirrored = self.reads = False

    def taps(self, place: Place) -> None:
        """Arabic has everything on its other side."""
        self.glass.rest(_REST_S)
        self.glass.tap(WIDTH - 1 - place[0] if self.mirrored else place[0], place[1])

    def types(self, text: str) -> None:
        self.glass.rest(0.25)
        self.glass.display.type(f"{text}\n")

    def types_pin(self, pin: str) -> None:
        self.glass.rest()
        for sign in pin:
            self.glass.tap(*places.digit(sign))
            self.glass.rest(0.03)
        self.taps(places.OK)

    def shelf(self, words: str) -> None:
        with suppress(ShelfRefusedError):
            say(self._shelf, words)

    def puts_card_in(self) -> None:
        self.shelf(f"insert {self.person.id}")

    def now(self) -> int:
        return self.diary.now()

    def until(self, *whats: str, since: int | None = None, within: float = _NOTICES_S) -> Row | None:
        """Whatever hinders is an answer too. ``since`` None: since they came."""
        wanted: Collection[str] = (*whats, "hindered", "login_refused", "left", "visit_gone")
        found = self.diary.until(wanted, self._came if since is None else since, within)
        return found if found and found.what in whats else None

    def has(self, what: str) -> bool:
        return any(row.what == what for row in self.diary.after(self._came))

    def asks_to_end(self) -> None:
        """The welcome has no button for it, so whoever is still there goes in first."""
        deadline = time.monotonic() + _GOES_S
        while not self.has("left") and not self.has("ended"):
            self.taps(places.END)
            if self.diary.until(["left", "ended"], self._came, _TRIES_S):
                break
            self.taps(places.CODE)
            # A tap that was meant for another screen may have chosen Arabic: then it is on the other side.
            self.mirrored = not self.mirrored
            if time.monotonic() > deadline:
                raise StuckError("the visit does not take leave")

    def kills(self, how: signal.Signals) -> None:
        os.kill(self.visits()[0], how)

    def visits(self) -> list[int]:
        """The processes of visits, the one on the glass first."""
        return visits(self.tree.pids())

    def makes_way(self) -> Row:
        """Take the card, touch the goodbye away, and wait for the next welcome. Raises :class:`StuckError`."""
        self.shelf("remove")
        return self.leaves_the_goodbye()

    def leaves_the_goodbye(self, within: float = _GOES_S) -> Row:
        """Whatever card is in."""
        deadline = time.monotonic() + within
        while (shown := self.diary.shown()) is None or shown == self._found:
            paused = sum(row.count or 0 for row in self.diary.after(self._came) if row.what == "out_of_order")
            if time.monotonic() > deadline + paused:
                raise StuckError("no welcome comes")
            self.glass.tap(*(_mirror(places.DONE) if self.mirrored else places.DONE))
            self.diary.until(["visit_shown"], self._came, 0.4)
        return shown

    def mends(self) -> None:
        """All that was broken on the way is whole again."""
        if self.meddled:
            self.town.reset()
            self.town.renew(self.person.id)
            self.printer.mend()
            self.shelf("plug")
            self.meddled = False

    def story(self) -> str:
        return " ".join(row.what for row in self.diary.after(self._came))


def _mirror(place: Place) -> Place:
    return WIDTH - 1 - place[0], place[1]
