"""The shelf: practice cards, virtual readers and the pcscd between them, in one process that obeys plain words.

    python -m devices.cards.shelf --cards FOLDER --control SOCKET

It keeps its network ports to itself and shares only ``/run/pcscd`` with the kiosk. READY on its output means that
pcscd accepts. One word a line on the control socket, one line of answer: OK and perhaps something, or NO and why.

    insert NAME [READER]    put a card in; NAME is a file FOLDER/NAME.json or mute-card, bank-card, empty-card
    remove [READER]         take the card out of one reader, or out of all
    delay MS                the cards take so long for every answer
    fail N                  the card is torn out while it works on the Nth command from now; 0: no more
    kill-daemon             SIGKILL for pcscd
    unplug, plug            pcscd runs without, with the readers; cards lie in them as before
    list                    the names of the cards
    state                   what runs and what is in, as JSON
    quit
"""

import argparse
import asyncio
import math
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from devices.cards.card_file import ALWAYS_THERE, CardFile, read_card
from devices.cards.chip import Card
from devices.cards.daemon import READERS, PcscDaemon
from devices.cards.namespace import enter_private_network
from devices.cards.simulated import simulated
from devices.cards.vpcd import Faults, InsertedCard

# The driver looks for a card every 400 ms. When somebody talked to a card that is out before the driver has looked,
# and the next card is in by then, pcscd never sees that one. No hand is that quick.
_HAND_S: Final = 0.45


class RefusedError(Exception):
    """A word that makes no sense now; the message is the answer."""


class ShelfState(msgspec.Struct, frozen=True):
    """``readers``: the name of the card in each, or nothing."""

    daemon: bool
    plugged: bool
    readers: dict[str, str | None]


class Slot:
    """A reader, and the card that lies in it, also while pcscd is away."""

    def __init__(self, port: int, faults: Faults) -> None:
        self._port = port
        self._faults = faults
        self._card: Card | None = None
        self._inserted: InsertedCard | None = None
        self._name = ""
        self._out_since = -math.inf

    @property
    def card_name(self) -> str | None:
        torn = self._inserted is not None and self._inserted.torn
        return self._name if self._card is not None and not torn else None

    def insert(self, name: str, card: Card) -> None:
        self.remove()
        self._name, self._card = name, card

    def remove(self) -> None:
        self.lose_power()
        self._card = self._inserted = None

    def connect(self) -> None:
        """Let pcscd see the card that lies here, if one does."""
        if self.card_name is not None and self._card is not None:
            time.sleep(max(0.0, self._out_since + _HAND_S - time.monotonic()))
            self._inserted = InsertedCard(self._card, self._port, self._faults)

    def forget_ghost(self) -> None:
        """A new pcscd has not seen the last card."""
        self._out_since = -math.inf

    def lose_power(self) -> None:
        if self._inserted is not None:
            self._inserted.take_out()
            self._out_since = self._inserted.out_since


class Shelf:
    """What stands on the table: cards, two readers, pcscd."""

    def __init__(self, folder: Path, daemon: PcscDaemon) -> None:
        self._folder = folder
        self._daemon = daemon
        self._plugged = True
        self._faults = Faults()
        self._slots = {name: Slot(port, self._faults) for name, port in READERS.items()}
        self._known: dict[str, tuple[CardFile, Card]] = {}

    def obey(self, word: str, *details: str) -> str:
        """Carry out one word; returns what there is to say. Raises :class:`RefusedError`."""
        match word, details:
            case "insert", [name]:
                self._insert(name, next(iter(self._slots)))
            case "insert", [name, reader]:
                self._insert(name, reader)
            case "remove", []:
                for slot in self._slots.values():
                    slot.remove()
            case "remove", [reader]:
                self._slot(reader).remove()
            case "delay", [milliseconds]:
                self._faults.delay_s = _number(milliseconds) / 1000
            case "fail", [count]:
                self._faults.torn_in = _number(count)
            case "kill-daemon", []:
                self._daemon.kill()
            case "unplug" | "plug", []:
                self.restart(plugged=word == "plug")
            case "list", []:
                return " ".join(self._names())
            case "state", []:
                return msgspec.json.encode(self._state()).decode()
            case _:
                raise RefusedError("not a word of mine")
        return ""

    def restart(self, *, plugged: bool) -> None:
        """pcscd anew; the cards that lie in the readers are seen again."""
        for slot in self._slots.values():
            slot.lose_power()
        self._plugged = plugged
        self._daemon.start(plugged=plugged)
        for slot in self._slots.values():
            slot.forget_ghost()
            if plugged:
                slot.connect()

    def _insert(self, name: str, reader: str) -> None:
        slot = self._slot(reader)
        if slot.card_name is not None:
            raise RefusedError("a card is in")
        slot.insert(name, self._card(name))
        if self._plugged and self._daemon.is_up:
            slot.connect()

    def _slot(self, reader: str) -> Slot:
        if reader not in self._slots:
            raise RefusedError("no such reader")
        return self._slots[reader]

    def _card(self, name: str) -> Card:
        """The same card every time, with the tries it has left, until its file is issued anew."""
        file = self._file(name)
        if name not in self._known or self._known[name][0] != file:
            self._known[name] = file, simulated(file)
        return self._known[name][1]

    def _file(self, name: str) -> CardFile:
        for card in ALWAYS_THERE:
            if card.name == name:
                return card
        if name not in self._names():
            raise RefusedError("no such card")
        try:
            return read_card((self._folder / f"{name}.json").read_bytes())
        except (OSError, msgspec.DecodeError) as damage:
            raise RefusedError("its file cannot be read") from damage

    def _names(self) -> list[str]:
        issued = {path.stem for path in self._folder.glob("*.json")}
        return sorted(issued | {card.name for card in ALWAYS_THERE})

    def _state(self) -> ShelfState:
        readers = {name: slot.card_name for name, slot in self._slots.items()}
        return ShelfState(self._daemon.is_up, self._plugged, readers)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise RefusedError("a number is wanted")
    return int(text)


async def _listen(shelf: Shelf, control: Path) -> None:
    """Answer words until one is quit or a signal says so."""
    over = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while line := await reader.readline():
                words = line.decode(errors="replace").split()
                writer.write(_answer(shelf, words).encode() + b"\n")
                await writer.drain()
                if words == ["quit"]:
                    over.set()
        writer.close()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    server = await asyncio.start_unix_server(talk, control)
    print("READY", flush=True)
    await over.wait()
    server.close()


def _answer(shelf: Shelf, words: list[str]) -> str:
    if words == ["quit"]:
        return "OK"
    try:
        return f"OK {shelf.obey(*words)}".strip() if words else "NO not a word of mine"
    except RefusedError as why:
        return f"NO {why}"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m devices.cards.shelf", description="Practice cards and readers."
    )
    parser.add_argument("--cards", type=Path, required=True, help="folder of practice cards")
    parser.add_argument("--control", type=Path, required=True, help="where to make the control socket")
    arguments = parser.parse_args()
    enter_private_network()
    arguments.control.unlink(missing_ok=True)
    with PcscDaemon() as daemon:
        shelf = Shelf(arguments.cards, daemon)
        try:
            shelf.restart(plugged=True)
        except OSError as error:
            parser.exit(os.EX_UNAVAILABLE, f"{parser.prog}: {error}\n")
        asyncio.run(_listen(shelf, arguments.control))
        shelf.obey("remove")
    arguments.control.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
