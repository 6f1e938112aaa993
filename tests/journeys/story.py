"""A citizen at a kiosk without glass: the real runner, real clients, a real card daemon and a real printer."""

import shutil
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from devices.cards.launcher import CardShelf
from devices.cards.pcsc import PcscCardReader
from devices.printing.delivery import Pace
from devices.printing.practice import PracticePrinter
from devices.printing.printer import IppPrinter
from devices.sound.silent import SilentChime
from kiosk.letters.press import ChildPress
from kiosk.letters.scrivener import PressScrivener
from kiosk.services.identity.proof import ClientProof, client_key
from kiosk.services.identity.provider import MunicipalIdentityProvider
from kiosk.services.mandates.office import MunicipalMandateOffice
from kiosk.services.post.office import DigitalPost
from kiosk.services.wire import open_http
from kiosk.station.room import MemoryRoom, make_room
from kiosk.station.vault import FreshKeyring, Vault
from kiosk.training.town import PracticeTown
from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.journal import Note, What
from kiosk.visit.limits import Limits
from kiosk.visit.ports import Ports
from kiosk.visit.post import LetterHead
from kiosk.visit.runner import Runner
from kiosk.visit.secrets import Secret
from tests.clock import StoryClock
from tests.settings import CLIENT, settings_text
from ui.tongue import tongue

PATIENCE_S = 20.0
SECONDS_A_PAGE = 0.05
K = TypeVar("K")


@dataclass
class World:
    """The other side of everything, shared by the stories of one worker."""

    town: PracticeTown
    shelf: CardShelf
    printer: PracticePrinter
    vault: Vault = field(default_factory=lambda: Vault(FreshKeyring()))

    def __post_init__(self) -> None:
        self.town.register_client(CLIENT, self.vault.public_jwk())
        self.people = {person.id: person for person in self.town.client.people()}

    def settings(
        self,
        journal: Path,
        rooms: Path,
        *,
        full_screen: bool = True,
        limits: Mapping[str, str] | None = None,
    ) -> str:
        """For a kiosk that stands in this world."""
        return settings_text(
            self.printer.uri,
            self.town.issuer,
            self.town.url,
            journal,
            full_screen=full_screen,
            rooms=rooms,
            limits=limits,
        )

    def lay_out_cards(self) -> None:
        """The town's cards on a shelf that others use too; a card known already keeps the tries it has left."""
        shutil.copytree(self.town.cards_folder, self.shelf.cards, dirs_exist_ok=True)

    def pin(self, person: str) -> Secret:
        return Secret(self.people[person].pin or "")

    def user_id(self, person: str) -> Secret:
        return Secret(self.people[person].user_id)

    def password(self, person: str) -> Secret:
        return Secret(self.people[person].password)

    def code(self, person: str) -> Secret:
        return Secret(self.town.client.press(person).code)

    def mend(self) -> None:
        """As new: switches off, new code devices, paper in, printer quick and on, no card in as the daemon sees it."""
        self.town.client.reset()
        self.town.client.renew_all()
        self.shelf.remove()
        self.shelf.fail(0)
        self.shelf.delay(timedelta())
        if not self.shelf.state().plugged:
            self.shelf.plug()
        self.shelf.settle()
        self.printer.mend()
        self.printer.set_seconds_a_page(SECONDS_A_PAGE)


class Story:
    """One visit. ``says`` is the citizen, ``until`` waits for a place, ``later`` moves the clock.

    ``changed`` is called after every move, as a glass would be.
    """

    def __init__(
        self,
        world: World,
        press: ChildPress,
        rooms: Path,
        stack: ExitStack,
        changed: Callable[[s.Visit], None] = lambda _: None,
    ) -> None:
        self.world = world
        self.clock = StoryClock(datetime.now(UTC))
        self.notes: list[Note] = []
        self._woken = threading.Event()
        self.http = stack.enter_context(open_http())
        self.chime = SilentChime()
        self.room: MemoryRoom = make_room(rooms)
        stack.callback(self.room.remove)
        self.press = press
        stack.callback(press.close)
        self.runner = Runner(
            self._ports(), Limits(), note=self.notes.append, changed=changed, wake=self._woken.set
        )
        stack.callback(self.runner.close)
        self.runner.begin()

    def _ports(self) -> Ports:
        town, vault = self.world.town, self.world.vault
        return Ports(
            PcscCardReader("Borgerlaeser", self.clock.now),
            MunicipalIdentityProvider(town.issuer, CLIENT, vault.client_key(), self.clock.now, self.http),
            DigitalPost(town.post_url, self.http),
            MunicipalMandateOffice(
                f"{town.url}/mandates",
                f"{town.url}/services",
                town.issuer,
                ClientProof(town.issuer, CLIENT, client_key(vault.client_key()), self.clock.now),
                self.clock.now,
                self.http,
            ),
            PressScrivener(self.press, tongue),
            self.press,
            IppPrinter(self.world.printer.uri, pace=Pace(lost=timedelta(seconds=2))),
            self.room,
            self.chime,
            self.clock,
        )

    @property
    def here(self) -> object:
        """The innermost name of where the visit is."""
        match self.runner.visit.state:
            case s.Identifying(way):
                return way
            case s.SignedIn(_, place):
                return place
            case state:
                return state

    @property
    def whats(self) -> list[What]:
        return [note.what for note in self.notes]

    def says(self, *said: e.Said) -> None:
        for event in said:
            self.runner.said(event)

    def until(self, kind: type[K], when: Callable[[K], bool] = lambda _: True) -> K:
        """Take what happens until the visit is at a place of ``kind``."""
        until = time.monotonic() + PATIENCE_S
        while True:
            self._woken.clear()
            self.runner.pump()
            here = self.here
            if isinstance(here, kind) and when(here):
                return here
            left = until - time.monotonic()
            assert left > 0, f"waited for {kind.__name__}, is at {here!r}"
            self._woken.wait(left)

    def later(self, delay: timedelta) -> None:
        """Let the story's time pass."""
        self.clock.pass_by(delay)
        self.runner.pump()

    # What people do

    def puts_in(self, card: str) -> None:
        self.world.shelf.insert(card)

    def logs_in_by_card(self, card: str = "anna") -> s.InFolder:
        self.identifies_by_card(card)
        return self.until(s.InFolder)

    def identifies_by_card(self, card: str) -> None:
        self.puts_in(card)
        self.until(s.AskingPin)
        self.says(e.PinGiven(self.world.pin(card)))

    def logs_in_by_code(self, person: str = "anna") -> s.InFolder:
        self.identifies_by_code(person)
        return self.until(s.InFolder)

    def identifies_by_code(self, person: str) -> None:
        """Whoever may act for somebody comes to a choice before any mailbox."""
        self.says(e.CodeWayChosen(), e.UserIdGiven(self.world.user_id(person)))
        self.until(s.AskingCode)
        self.says(e.CodeGiven(self.world.code(person)))
        self.until(s.AskingPassword)
        self.says(e.PasswordGiven(self.world.password(person)))

    def opens(self, chosen: Callable[[LetterHead], bool]) -> s.Reading:
        folder = self.until(s.InFolder)
        self.says(e.LetterChosen(next(head.id for head in folder.letters.heads if chosen(head))))
        return self.until(s.Reading)

    def prints(self) -> s.Printing:
        self.says(e.PrintAsked())
        self.until(s.AskingToPrint)
        self.says(e.PrintConfirmed())
        return self.until(s.Printing)

    def leaves(self) -> s.Goodbye:
        """Ends the visit, takes card and pages, and stays to read the receipt."""
        self.says(e.EndAsked())
        self.world.shelf.remove()
        return self.takes_everything()

    def takes_everything(self) -> s.Goodbye:
        here = self.until(
            object,
            lambda now: isinstance(now, s.Goodbye) or (isinstance(now, s.TakingThings) and not now.card_in),
        )
        if isinstance(here, s.TakingThings):
            self.says(e.ThingsTaken())
        return self.until(s.Goodbye)


Visits = Callable[[], Story]
"""The next visit at the same kiosk."""
