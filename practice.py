"""The practice: town, virtual reader, virtual printer and the kiosk among them, and hands to act with.

Beside main.py the only file that knows concrete classes: here the other side of everything is put together.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from devices.cards.launcher import CardShelf, ShelfRefusedError, say
from devices.cards.namespace import enter_private_folder
from devices.printing.bench import PrinterBench
from devices.printing.practice import PracticePrinter
from kiosk.station.bare import CREDENTIALS
from kiosk.station.vault import FreshKeyring, Vault
from kiosk.training.client import TownClient, UnknownInTownError
from kiosk.training.practice import PersonCard
from kiosk.training.premises import PremisesTakenError, premises
from kiosk.training.town import PracticeTown

_GLANCE: Final = 0.2
KIOSK: Final = Path(__file__).resolve().parent / "main.py"


def run(arguments: argparse.Namespace) -> int:
    """Start the practice world and a kiosk in it; ends with the kiosk."""
    with (
        premises(arguments.folder or home()) as folder,
        _world(folder, full_screen=arguments.full_screen) as (settings, printer),
    ):
        print(f"TRAINING. Your hands at this kiosk: ./dev hands help   (folder {folder})", flush=True)
        environment = {**os.environ, CREDENTIALS: str(folder / "credentials")}
        kiosk = subprocess.Popen(kiosk_command(settings), env=environment)

        def leave(_number: int, _frame: FrameType | None) -> None:
            kiosk.terminate()

        signal.signal(signal.SIGTERM, leave)
        # The terminal gives Ctrl-C to the kiosk too, which takes its leave first.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return attend(kiosk, printer)


def kiosk_command(settings: Path) -> list[str]:
    """As the unit of a machine starts it, packaging/borgerkiosk.service."""
    return [sys.executable, str(KIOSK), "run", "--settings", str(settings)]


def attend(kiosk: subprocess.Popen[bytes], printer: PracticePrinter) -> int:
    """Until the kiosk ends; meanwhile the printer does what hands in another process do to its plug."""
    while True:
        try:
            return kiosk.wait(timeout=_GLANCE)
        except subprocess.TimeoutExpired:
            printer.follow_switch()


def home() -> Path:
    """Where the practice that runs for this user keeps its things, so that hands find it."""
    return Path(tempfile.gettempdir()) / f"borgerkiosk-practice-{os.getuid()}"


HANDS: Final = """What a person at the practice kiosk does with their hands:

  people              who there is, what happens to each, their PINs and passwords
  card NAME           put a card in (anna, ahmed, mute-card, bank-card, empty-card …)
  card out            take it out
  code NAME           press the button of a code device and read it
  paper out | in      empty or fill the tray
  jam | cover | toner | mend
  printer off | on    the plug of the printer
  reader off | on     the plug of the card reader
  slow MS             the card takes so long for every answer
  switch NAME VALUE   a fault of the town: switch post_down true · switch post_slow_s 5
  switch reset        all faults of the town off, mandates as they were, letters that came gone
  elsewhere NAME      this person is logged in at another machine as well
  withdraw NAME NAME  the first takes back, at home, what lets the second act for them
  dies NAME           this person dies; switch reset brings them back
  paper               where the printed pages lie
"""


def hands(arguments: argparse.Namespace) -> int:
    """The bench: cards in and out, codes, paper, faults."""

    if arguments.words in ([], ["help"]):
        print(HANDS)
        return os.EX_OK
    folder: Path = arguments.folder or home()
    if not os.access(folder / "town.url", os.R_OK):
        print(f"no practice is running in {folder}: start it with ./dev run", file=sys.stderr)
        return os.EX_UNAVAILABLE
    printer = PrinterBench(folder / "printer")
    with TownClient((folder / "town.url").read_text()) as town:
        try:
            print(_hand(arguments.words, printer, town, lambda words: say(folder / "shelf", words)))
        except ShelfRefusedError as error:
            print(error, file=sys.stderr)
            return os.EX_DATAERR
        except (ValueError, UnknownInTownError):
            print("the town does not know that switch, person or value; see: hands help", file=sys.stderr)
            return os.EX_DATAERR
    return os.EX_OK


def _hand(words: list[str], printer: PrinterBench, town: TownClient, shelf: Callable[[str], str]) -> str:
    match words:
        case ["people"]:
            return "\n".join(_introduction(person) for person in town.people())
        case ["card", "out"]:
            return shelf("remove")
        case ["card", name]:
            return shelf(f"insert {name}")
        case ["code", name]:
            shown = town.press(name)
            return f"{shown.code}   ({shown.seconds_left} s left)"
        case ["reader", "off" | "on" as way]:
            return shelf("unplug" if way == "off" else "plug")
        case ["slow", milliseconds]:
            return shelf(f"delay {milliseconds}")
        case ["switch", "reset"]:
            return str(town.reset())
        case ["switch", name, value]:
            return str(town.switch(**{name: json.loads(value)}))
        case ["elsewhere", name]:
            town.log_in_elsewhere(name)
            return "done"
        case ["withdraw", grantor, holder]:
            town.withdraw(grantor, holder)
            return "done"
        case ["dies", name]:
            town.let_die(name)
            return "done"
        case ["paper"]:
            return "\n".join(str(sheet) for sheet in printer.printed()) or "nothing was printed yet"
        case _:
            return _at_the_printer(words, printer)


def _introduction(person: PersonCard) -> str:
    means = " · ".join(
        f"{name} {value}"
        for name, value in (
            ("card", person.card),
            ("PIN", person.pin),
            ("user ID", person.user_id),
            ("password", person.password),
        )
        if value
    )
    return f"{person.id:20} {person.happens}\n{'':20} {means}"


def _at_the_printer(words: list[str], printer: PrinterBench) -> str:
    acts = {
        "paper out": printer.take_paper,
        "paper in": printer.put_paper,
        "jam": printer.jam,
        "cover": printer.open_cover,
        "toner": printer.use_up_toner,
        "mend": printer.mend,
        "printer off": printer.switch_off,
        "printer on": printer.switch_on,
    }
    act = acts.get(" ".join(words))
    if act is None:
        return HANDS
    act()
    return "done"


@contextmanager
def _world(folder: Path, *, full_screen: bool) -> Generator[tuple[Path, PracticePrinter]]:
    """Start the other side of everything; yields the settings of a kiosk that stands in it, and its printer."""

    enter_private_folder()
    vault = Vault(FreshKeyring())
    credentials = folder / "credentials"
    credentials.mkdir(mode=0o700)
    vault.lend_client_key(credentials)
    with (
        PracticeTown(folder / "town") as town,
        CardShelf(town.cards_folder, folder / "shelf"),
        PracticePrinter(folder / "printer") as printer,
    ):
        town.register_client("borgerkiosk", vault.public_jwk())
        (folder / "town.url").write_text(town.url)
        settings = folder / "kiosk.toml"
        settings.write_text(_settings(town.issuer, town.url, printer.uri, full_screen))
        yield settings, printer


def _settings(issuer: str, town: str, printer: str, full_screen: bool) -> str:
    return f"""training = true
[panel]
width = "376 mm"
full_screen = {str(full_screen).lower()}
[reader]
name = "Borgerlaeser"
[printer]
uri = "{printer}"
[identity]
issuer = "{issuer}"
client_id = "borgerkiosk"
[post]
url = "{town}"
[mandates]
url = "{town}/mandates"
[services]
url = "{town}/services"
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="practice.py", description="The practice town and its kiosk.")
    words = parser.add_subparsers(required=True, metavar="WORD")
    placed = argparse.ArgumentParser(add_help=False)
    placed.add_argument("--folder", type=Path, help="where the practice keeps its things")
    town = words.add_parser("run", parents=[placed], help="the kiosk in the practice town")
    town.add_argument("--full-screen", action="store_true", help="fill the screen")
    town.set_defaults(do=run)
    bench = words.add_parser("hands", parents=[placed], help="cards in and out, codes, paper, faults")
    bench.add_argument("words", nargs="*", help="see: hands help")
    bench.set_defaults(do=hands)
    arguments = parser.parse_args()
    try:
        return arguments.do(arguments)
    except PremisesTakenError as error:
        print(error, file=sys.stderr)
        return os.EX_UNAVAILABLE


if __name__ == "__main__":
    sys.exit(main())
