"""The practice printer: a real IPP Everywhere printer, CUPS' ippeveprinter, whose mechanism we play.

    python -m devices.printing.practice --folder DIR

says ``READY URI`` and stays until standard input closes or SIGTERM comes. :class:`PrinterBench` on the same folder is
the hands at it.
"""

import argparse
import http.client
import os
import select
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from typing import BinaryIO, Self
from uuid import uuid4

from devices.printing.bench import PrinterBench
from devices.printing.conversation import Conversation, Patience
from devices.printing.ipp import Operation
from devices.printing.stopping import is_stopping

_ROOT = Path(__file__).parents[2]
_FORMATS = "application/pdf,image/pwg-raster,image/urf,image/jpeg"
_READY_WITHIN = 15.0
_GLANCE = 0.1
# Its group ends when the command does, and when the pipe to us closes, whatever became of us.
_TIED = '("$@"; kill -KILL 0) & read -r _; kill -KILL 0'


class PracticePrinter(PrinterBench):
    """Starts with the ``with`` block, on a free port of the loopback, and leaves no process behind."""

    def __init__(self, folder: Path, seconds_a_page: float = 0.5) -> None:
        super().__init__(folder)
        self._seconds_a_page = seconds_a_page
        self._bus: subprocess.Popen[bytes] | None = None
        self._bus_address = ""
        self._leaving = threading.Event()
        self._attendant = threading.Thread(target=self._attend, name="attendant", daemon=True)
        self._printer: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._furnish()
            self._start_bus()
            self.switch_on()
            self._attendant.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End printer, mechanism and bus."""
        self._leaving.set()
        if self._attendant.is_alive():
            self._attendant.join()
        self._pull_plug()
        if self._bus:
            _end(self._bus)
            self._bus = None

    def switch_off(self) -> None:
        self._off.touch()
        self._pull_plug()

    def switch_on(self) -> None:
        self._off.unlink(missing_ok=True)
        if not self._printer:
            self._start_printer()
            self._fill()

    def follow_switch(self) -> None:
        """Do what a bench in another process has done to the switch."""
        if self._off.exists():
            self._pull_plug()
        else:
            self.switch_on()

    def _furnish(self) -> None:
        for name in ("spool", "keys", "faults", "out"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        for fault in self._faults.iterdir():
            fault.unlink()
        self.set_seconds_a_page(self._seconds_a_page)
        self.set_exit_code(0)
        (self._folder / "uri").write_text(f"ipp://localhost:{_free_port()}/ipp/print")
        words = [sys.executable, "-m", "devices.printing.mechanism", str(self._folder)]
        launcher = self._folder / "mechanism"
        launcher.write_text(
            f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(_ROOT))} exec {shlex.join(words)} "$1"\n'
        )
        launcher.chmod(0o700)

    def _start_bus(self) -> None:
        # Debian's ippeveprinter does not start without a system bus, although it has nothing to say on it.
        address = f"unix:abstract=practice-printer-{uuid4().hex}"
        command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
        self._bus = _tied(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if self._bus.stdout:
            self._bus_address = self._bus.stdout.readline().decode().strip()

    def _start_printer(self) -> None:
        port = self.uri.split(":")[2].split("/")[0]
        command = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", port, "-2", "-s", "20,20"]
        command += ["-d", str(self._folder / "spool"), "-K", str(self._folder / "keys"), "-f", _FORMATS]
        command += ["-M", "Practice", "-m", "Printer", "-c", str(self._folder / "mechanism"), "-v"]
        with (self._folder / "log").open("ab") as log:
            bus = {"DBUS_SYSTEM_BUS_ADDRESS": self._bus_address}
            self._printer = _tied([*command, "Practice printer"], stdout=log, stderr=log, more=bus)
        self._wait_until_ready(self._printer)

    def _wait_until_ready(self, printer: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + _READY_WITHIN
        while not self.is_answering():
            if printer.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"ippeveprinter did not start: see {self._folder / 'log'}")
            time.sleep(0.02)

    def _attend(self) -> None:
        """ippeveprinter waits for paper even for a job that has been cancelled: lend it a sheet, take it back."""
        with Conversation(self.uri, Patience()) as line:
            while not self._leaving.wait(_GLANCE):
                if "media-empty" in self.faults() and is_stopping(line, Operation.GET_JOBS):
                    self._lend_paper(line)

    def _lend_paper(self, line: Conversation) -> None:
        try:
            self._set_tray(1)
            while is_stopping(line, Operation.GET_JOBS) and not self._leaving.wait(_GLANCE):
                continue
            self._fill()
        except (OSError, http.client.HTTPException):
            return  # switched off meanwhile: it forgets its jobs

    def _pull_plug(self) -> None:
        if self._printer:
            _end(self._printer)
            self._printer = None


def _tied(
    command: list[str], stdout: int | BinaryIO, stderr: int | BinaryIO, more: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start the command in a group of its own that does not outlive us."""
    return subprocess.Popen(
        ["sh", "-c", _TIED, "sh", *command],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, **(more or {})},
        start_new_session=True,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as server:
        return int(server.getsockname()[1])


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _input_has_closed() -> bool:
    """Waits a tenth of a second."""
    ready, _, _ = select.select([sys.stdin], [], [], 0.1)
    return bool(ready) and not os.read(sys.stdin.fileno(), 4096)


def main() -> None:
    arguments = argparse.ArgumentParser(description="A printer to practise with")
    arguments.add_argument(
        "--folder", type=Path, required=True, help="where the printer lives and its paper lands"
    )
    arguments.add_argument("--seconds-a-page", type=float, default=1.0, metavar="S")
    given = arguments.parse_args()
    for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(each, _leave)
    with PracticePrinter(given.folder, given.seconds_a_page) as printer:
        print(f"READY {printer.uri}", flush=True)
        while not _input_has_closed():
            printer.follow_switch()


if __name__ == "__main__":
    main()
