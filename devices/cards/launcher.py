"""Starts the shelf of practice cards, and puts cards in and out from any process."""

import select
import socket
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Final, Self

import msgspec

from devices.cards.pcsc import readers_now
from devices.cards.shelf import ShelfState

_STARTS_WITHIN_S: Final = 20.0
_SETTLES_WITHIN_S: Final = 5.0
_ANSWERS_WITHIN_S: Final = 20.0
_ROOT: Final = Path(__file__).parents[2]


class ShelfRefusedError(Exception):
    """The shelf said NO; the message says why."""


def say(control: Path, words: str) -> str:
    """Say one word to a running shelf (see :mod:`devices.cards.shelf`); returns what it says after OK.

    Raises :class:`ShelfRefusedError`, or :class:`OSError` when none listens there.
    """
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_ANSWERS_WITHIN_S)
        line.connect(str(control))
        line.sendall(words.encode() + b"\n")
        with line.makefile() as answers:
            verdict, _, rest = answers.readline().strip().partition(" ")
    if verdict != "OK":
        raise ShelfRefusedError(rest)
    return rest


class CardShelf:
    """A shelf that stands as long as the context. Enter it from the main thread: it falls with the thread.

    ``cards`` is a folder of practice cards, which may be issued later too. ``control`` is where others may talk to
    the shelf as well; a file name in ``cards`` if not given. The calling process must see a ``/run/pcscd`` of its own
    (:func:`devices.cards.namespace.enter_private_folder`).
    """

    def __init__(self, cards: Path, control: Path | None = None) -> None:
        self.cards = cards.absolute()
        self.control = control.absolute() if control else self.cards / "shelf"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [
                *("setpriv", "--pdeathsig", "TERM", sys.executable, "-m", "devices.cards.shelf"),
                *("--cards", self.cards, "--control", self.control),
            ],
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            # Ctrl-C on the terminal is for the kiosk, which still wants to see the card go.
            start_new_session=True,
        )
        _wait_until_ready(self._process)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            _end(self._process)
            self._process = None

    def insert(self, name: str, reader: str = "Borgerlaeser") -> None:
        """Put a card in. Raises :class:`ShelfRefusedError` when there is no such card or one is in."""
        self.say(f"insert {name} {reader}")

    def remove(self, reader: str | None = None) -> None:
        """Take the card out of one reader, or all cards; harmless when there is none."""
        self.say(f"remove {reader}" if reader else "remove")

    def delay(self, each_answer: timedelta) -> None:
        """Make the cards slow."""
        self.say(f"delay {each_answer // timedelta(milliseconds=1)}")

    def fail(self, command: int) -> None:
        """Tear the card out while it works on that command, counted from 1; 0 takes it back."""
        self.say(f"fail {command}")

    def kill_daemon(self) -> None:
        """SIGKILL for pcscd; :meth:`plug` brings it back."""
        self.say("kill-daemon")

    def unplug(self) -> None:
        """Restart pcscd without readers."""
        self.say("unplug")

    def plug(self) -> None:
        """Restart pcscd with readers; the cards lie in them as before."""
        self.say("plug")

    def names(self) -> list[str]:
        return self.say("list").split()

    def state(self) -> ShelfState:
        return msgspec.json.decode(self.say("state"), type=ShelfState)

    def settle(self) -> None:
        """Wait until PC/SC sees the cards as they lie: it looks every 400 ms. Raises :class:`TimeoutError`."""
        deadline = time.monotonic() + _SETTLES_WITHIN_S
        while not self._is_settled():
            if time.monotonic() > deadline:
                raise TimeoutError("PC/SC does not see the cards as they lie")
            time.sleep(0.01)

    def say(self, words: str) -> str:
        """See :func:`say`."""
        return say(self.control, words)

    def _is_settled(self) -> bool:
        state = self.state()
        lying = {name for name, card in state.readers.items() if card is not None and state.plugged}
        seen = {name.removesuffix(" 00 00") for name, slot in readers_now().items() if slot.present}
        return seen == lying


def _wait_until_ready(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None
    readable, _, _ = select.select([process.stdout], [], [], _STARTS_WITHIN_S)
    if not readable or process.stdout.readline() != b"READY\n":
        _end(process)
        raise OSError("the shelf of practice cards does not start")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
