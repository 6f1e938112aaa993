"""What stands around a kiosk under test: the practice town, a reader with a card, a printer. No part of its figures.

    python -m tests.bench.surroundings FOLDER

puts them up in a process of their own, says READY, and stays until standard input closes.
"""

import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devices.cards.launcher import CardShelf, say
from devices.cards.namespace import enter_private_folder
from devices.printing.practice import PracticePrinter
from kiosk.station.vault import FreshKeyring, Vault
from kiosk.training.people import PEOPLE
from kiosk.training.town import PracticeTown
from tests.settings import CLIENT, settings_text

_PERSON: Final = PEOPLE["tina-ten-thousand"]
_READY: Final = b"READY\n"
_READY_WITHIN_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The world in ``folder``, and the hands of the person with ten thousand letters."""

    folder: Path

    @property
    def settings(self) -> Path:
        return self.folder / "kiosk.toml"

    @property
    def environment(self) -> Mapping[str, str]:
        """Of the kiosk; what is temporary lies where it can be counted."""
        return {
            "CREDENTIALS_DIRECTORY": str(self.folder / "credentials"),
            "TMPDIR": str(self.folder / "temporary"),
        }

    @property
    def pin(self) -> str:
        return _PERSON.pin

    def put_card(self) -> None:
        say(self.folder / "shelf", f"insert {_PERSON.id}")

    def take_card(self) -> None:
        say(self.folder / "shelf", "remove")


@contextmanager
def surroundings(folder: Path) -> Iterator[Surroundings]:
    """Enter it before any thread is started: it takes a private folder for the card daemon's socket."""
    enter_private_folder()
    command = [sys.executable, "-m", "tests.bench.surroundings", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        _wait_until_ready(process)
        yield Surroundings(folder)
    finally:
        process.communicate(timeout=30)


def _wait_until_ready(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None
    readable, _, _ = select.select([process.stdout], [], [], _READY_WITHIN_S)
    if not readable or process.stdout.readline() != _READY:
        process.kill()
        raise OSError("the surroundings do not come up")


def main() -> None:
    folder = Path(sys.argv[1])
    vault = Vault(FreshKeyring())
    credentials = folder / "credentials"
    for made in (credentials, folder / "temporary"):
        made.mkdir(mode=0o700)
    vault.lend_client_key(credentials)
    vault.lend_journal_key(credentials)
    with (
        PracticeTown(folder / "town", with_ten_thousand=True) as town,
        CardShelf(town.cards_folder, folder / "shelf"),
        PracticePrinter(folder / "printer") as printer,
    ):
        town.register_client(CLIENT, vault.public_jwk())
        settings = settings_text(printer.uri, town.issuer, town.url, folder / "journal.db")
        (folder / "kiosk.toml").write_text(settings)
        sys.stdout.buffer.write(_READY)
        sys.stdout.buffer.flush()
        sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
