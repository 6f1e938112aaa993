"""The door: what is started by which word, and the only place that knows concrete classes."""

import argparse
import functools
import gc
import os
import signal
import site
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kiosk.fences.fence import Fence
    from kiosk.fences.report import Lack
    from kiosk.station.aside import Aside
    from kiosk.station.edition import Edition
    from kiosk.station.scribe import Scribe
    from kiosk.station.settings import Settings
    from kiosk.visit.ports import Ports
    from ui.voice.mouth import Mouth, Tidings

HERE: Final = Path(__file__).resolve().parent
BAD_SETTINGS: Final = 78
"""EX_CONFIG, sysexits.h."""


def visit(arguments: argparse.Namespace) -> int:
    """One citizen's visit, in a process of its own: started by the supervisor, gone with the citizen.

    The welcome is painted first; the rooms that only a login needs are entered after that, beside the glass's thread.
    """
    # Until the visit begins, nearly all that is made is there to stay.
    gc.disable()
    from kiosk.fences.fence import put_up, told
    from kiosk.fences.kernel import end_with_parent
    from kiosk.fences.visit import unaffordable
    from kiosk.station.settings import load

    # A visit that hangs hears nobody, not even that its supervisor is gone.
    end_with_parent()
    settings = load(arguments.settings)
    missing = put_up(_fences(settings, arguments.room))
    if less := [name for name in missing if name not in unaffordable(os.environ)]:
        print(f"fences around this visit: {told(less)}", file=sys.stderr)
    # Only now: whatever Qt does from its first line on, it does inside the fences.
    from ui.app import CRASHED, Glass
    from ui.panel import Panel
    from visiting import Visiting

    panel = Panel(millimetres=settings.panel_width_mm, full_screen=settings.full_screen)
    glass = Glass(panel, training=settings.training)

    def open_ports() -> "Ports":
        from world import open_world

        return open_world(settings, arguments)

    def open_mouth(ask: Callable[[], None], tidings: "Tidings") -> "Mouth":
        from world import open_mouth

        return open_mouth(settings, [int(line) for line in arguments.voice.split(",")], ask, tidings)

    def fall(hit: threading.ExceptHookArgs) -> None:
        """A bug on any thread is a bug of the visit; its message stays untold."""
        if hit.exc_type is MemoryError:
            os._exit(CRASHED)
        if hit.exc_value is not None:
            glass.call_soon(functools.partial(_raise, hit.exc_value))

    threading.excepthook = fall
    code = Visiting(glass, arguments.wire, settings.limits, open_ports, open_mouth).run()
    # A worker may still sit in a card that does not answer: nothing may keep this process alive.
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def _fences(settings: "Settings", room: Path) -> "list[Fence]":
    """Around a visit. What this machine lacks is told at start, by each visit, and in the report of :func:`prove`."""
    from kiosk.fences.visit import fences
    from kiosk.station.bare import CLIENT_KEY, CREDENTIALS
    from kiosk.station.reach import tcp_ports

    ports = tcp_ports(settings.issuer, settings.post, settings.mandates, settings.services, settings.printer)
    sound = [Path("/dev/snd")] if settings.loudspeaker or settings.headphones else []
    # The key that seals the journal lies beside it, and is none of a visit's business.
    key = Path(os.environ.get(CREDENTIALS, "/"), CLIENT_KEY)
    return fences(HERE, room, ports, os.environ, sound, [key])


def _lack_of_fences(settings: "Settings", room: Path) -> "Lack":
    from kiosk.fences import speaker
    from kiosk.fences.hidden import HiddenProgram
    from kiosk.fences.report import Lack
    from kiosk.speech.espeak import PROGRAM

    return Lack.find(_fences(settings, room), speaker.fences(HiddenProgram(PROGRAM)))


def _raise(bug: BaseException) -> None:
    raise bug


def run(arguments: argparse.Namespace) -> int:
    """The kiosk: one visit after the other until it is told to stop."""
    from clearing import Clearing
    from kiosk.letters import MOTHER
    from kiosk.speech import SPEAKER
    from kiosk.station.aside import Aside
    from kiosk.station.beside import PRESS, VOICE
    from kiosk.station.child import Program
    from kiosk.station.nickname import nickname
    from kiosk.station.record import begin_record
    from kiosk.station.room import describe, find_parent
    from kiosk.station.settings import load
    from kiosk.station.supervisor import Supervisor

    settings = load(arguments.settings)
    rooms = find_parent(settings.room_parent)
    # Both fork, so there must be no thread yet.
    fences = Aside(lambda: str(_lack_of_fences(settings, rooms)).encode())
    scribe = begin_record(settings)
    print(describe(rooms), flush=True)
    machine = nickname(settings.client_id)
    ours = [sys.executable, str(HERE / "main.py")]
    settled = ["--settings", str(arguments.settings)]
    program = Program(
        visit=[*ours, "visit", *settled, "--machine", machine],
        beside={PRESS: [sys.executable, *MOTHER], VOICE: [sys.executable, *SPEAKER]},
        folder=HERE,
        memory=settings.visit_memory,
        side_by_side=not os.environ.get("QT_QPA_PLATFORM", "").startswith("vnc"),
    )
    supervisor = Supervisor(
        program,
        rooms,
        scribe,
        Clearing(arguments.settings, settings, machine, lambda visit: supervisor.lives(visit)).clear,
        notice=[*ours, "notice", *settled],
        made_from=lambda: _made_from(arguments.settings),
        ails=lambda: scribe.trouble,
        opened=lambda: threading.Thread(target=_tell, args=(fences,), daemon=True).start(),
    )

    def leave(_number: int, _frame: FrameType | None) -> None:
        supervisor.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)
    try:
        supervisor.run()
    finally:
        _close(scribe)
    return os.EX_OK


def _tell(described: "Aside") -> None:
    print(described.answer().decode(), flush=True)


def _close(scribe: "Scribe") -> None:
    if lost := scribe.close(timedelta(seconds=3)):
        print(f"{lost} notes could not be written into the journal", file=sys.stderr)


def _made_from(settings: Path) -> "Edition":
    """All that a visit reads, as it is now: a spare that was made from something else is not shown."""
    from kiosk.station.bare import CREDENTIALS
    from kiosk.station.edition import edition

    doors = ("main.py", "visiting.py", "world.py", "speaking.py")
    program = (HERE / name for name in (*doors, "kiosk", "devices", "ui", "fonts", "translations"))
    secrets = os.environ.get(CREDENTIALS)
    places = [settings, *program, *([Path(secrets)] if secrets else [])]
    return edition(places, folders=[*map(Path, site.getsitepackages())])


def notice(arguments: argparse.Namespace) -> int:
    """Out of order: started by the supervisor after too many crashes, ended by it when a visit stands again.

    A settings file that cannot be read may be why, so the screen goes without.
    """
    from kiosk.fences.kernel import end_with_parent
    from kiosk.station.settings import load
    from kiosk.station.sheet import SettingsError
    from kiosk.visit.trouble import Trouble
    from ui.notice import show_notice
    from ui.panel import Panel

    end_with_parent()
    try:
        settings = load(arguments.settings)
        panel = Panel(millimetres=settings.panel_width_mm, full_screen=settings.full_screen)
        training = settings.training
    except SettingsError:
        panel, training = Panel(full_screen=True), False
    return show_notice(Trouble.OUT_OF_ORDER, panel, training=training)


def journal(arguments: argparse.Namespace) -> int:
    """Is every row of the journal as it was written? Or: the rows of some days as a table."""
    from kiosk.station.inspection import export_journal, verify_journal
    from kiosk.station.settings import load

    settings = load(arguments.settings)
    if arguments.act == "verify":
        return verify_journal(settings, arguments.noted)
    return export_journal(settings, arguments.first, arguments.last)


def prove(arguments: argparse.Namespace) -> int:
    """Is this machine ready for a citizen? One table for the IT people; nothing is printed and nobody logs in."""
    from kiosk.station.proving import exit_status, table
    from kiosk.station.room import find_parent
    from kiosk.station.settings import load
    from readiness import proofs

    settings = load(arguments.settings)
    found = proofs(settings, lambda: _lack_of_fences(settings, find_parent(settings.room_parent)).check())
    print(table(found), end="")
    return exit_status(found)


def main() -> int:
    parser = argparse.ArgumentParser(prog="main.py", description="Borgerkiosk")
    words = parser.add_subparsers(required=True, metavar="WORD")
    settled = argparse.ArgumentParser(add_help=False)
    settled.add_argument("--settings", type=Path, required=True, help="the machine's settings file")
    one = words.add_parser("visit", parents=[settled], help="one visit; started by the supervisor")
    one.add_argument("--visit", required=True)
    one.add_argument("--machine", default="", help="what the printer calls this kiosk")
    one.add_argument("--room", type=Path, required=True)
    one.add_argument("--wire", required=True)
    one.add_argument("--press", type=int, required=True, help="the line to the mother of the presses")
    one.add_argument("--voice", required=True, help="the lines to the speakers, one after the other")
    one.set_defaults(do=visit)
    words.add_parser("notice", parents=[settled], help="out of order").set_defaults(do=notice)
    words.add_parser("run", parents=[settled], help="the kiosk").set_defaults(do=run)
    words.add_parser("prove", parents=[settled], help="is this machine ready?").set_defaults(do=prove)
    read = words.add_parser("journal", parents=[settled], help="verify the journal, or give it out as CSV")
    read.add_argument("act", choices=["verify", "csv"])
    read.add_argument(
        "--noted", metavar="NUMBER:SEAL", help="verify: an end that was printed and noted before"
    )
    for name, dest in (("--from", "first"), ("--to", "last")):
        read.add_argument(name, dest=dest, type=date.fromisoformat, metavar="DATE", help=f"csv: {dest} day")
    read.set_defaults(do=journal)
    arguments = parser.parse_args()
    return _guarded(arguments.do, arguments)


def _guarded(do: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    from kiosk.station.sheet import SettingsError

    try:
        return do(arguments)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return BAD_SETTINGS


if __name__ == "__main__":
    sys.exit(main())
