"""A real pcscd with virtual readers, for practice and tests: started, killed, restarted, reaped."""

import functools
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, Self

from devices.cards.namespace import PCSC_FOLDER

READERS: Final = {"Borgerlaeser": 0x8C7B, "Medarbejderlaeser": 0x8C7D}
"""The citizen's and the staff's reader, and the TCP port of each one's first slot. Names in plain ASCII."""

_DRIVER: Final = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_SOCKET: Final = PCSC_FOLDER / "pcscd.comm"
_PID_FILE: Final = PCSC_FOLDER / "pcscd.pid"
_ACCEPTS_WITHIN_S: Final = 10.0

_ENTRY = """FRIENDLYNAME "{name}"
DEVICENAME /dev/null:0x{port:X}
LIBPATH {driver}
CHANNELID 0x{port:X}

"""


class PcscDaemon:
    """pcscd as a child of this process. Start it from the main thread: it dies with the thread that started it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="readers-")
        self._child: subprocess.Popen[bytes] | None = None
        self._with_readers = _configuration(Path(self._folder.name) / "plugged", READERS)
        self._without_readers = _configuration(Path(self._folder.name) / "unplugged", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._folder.cleanup()

    @property
    def is_up(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def start(self, *, plugged: bool = True) -> None:
        """Start it, with the readers or as if they were unplugged, and wait until it accepts connections.

        Our pcscd that runs already is stopped; somebody else's is left alone. Raises :class:`OSError` or
        :class:`TimeoutError`.
        """
        self.stop()
        if _accepts():
            raise OSError(f"another pcscd serves {PCSC_FOLDER}: a private folder is needed")
        # A killed pcscd leaves both, and the next one takes them for a living one.
        _SOCKET.unlink(missing_ok=True)
        _PID_FILE.unlink(missing_ok=True)
        configuration = self._with_readers if plugged else self._without_readers
        self._child = subprocess.Popen(
            [
                "setpriv",
                "--pdeathsig",
                "KILL",
                "pcscd",
                "--foreground",
                *_no_polkit(),
                "--config",
                configuration,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait_until_it_accepts()

    def stop(self) -> None:
        """SIGTERM and reap; harmless when it does not run."""
        if self._child is None:
            return
        self._child.terminate()
        try:
            self._child.wait(5)
        except subprocess.TimeoutExpired:
            self.kill()
        self._child = None

    def kill(self) -> None:
        """SIGKILL and reap: a zombie would stop the next one from starting."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None

    def _wait_until_it_accepts(self) -> None:
        deadline = time.monotonic() + _ACCEPTS_WITHIN_S
        while not _accepts():
            if not self.is_up:
                raise OSError("pcscd does not start")
            if time.monotonic() > deadline:
                raise TimeoutError("pcscd does not accept connections")
            time.sleep(0.005)


def _configuration(folder: Path, readers: dict[str, int]) -> Path:
    """Each reader has its own copy of the driver: one file named twice serves none of them."""
    folder.mkdir()
    entries: list[str] = []
    for name, port in readers.items():
        driver = folder.parent / f"{name}.so"
        shutil.copyfile(_DRIVER, driver)
        entries.append(_ENTRY.format(name=name, port=port, driver=driver))
    (folder / "readers").write_text("".join(entries))
    return folder


@functools.cache
def _no_polkit() -> list[str]:
    """pcsc-lite asks polkit since 2.0.0; before, it does not know the word."""
    text = subprocess.run(["pcscd", "--help"], capture_output=True, text=True, timeout=10, check=False)
    return ["--disable-polkit"] if "--disable-polkit" in text.stdout + text.stderr else []


def _accepts() -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(_SOCKET))
        except (FileNotFoundError, ConnectionRefusedError):
            return False
    return True
