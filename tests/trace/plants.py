"""A leak of each kind, planted on purpose: what the search does not find here, it finds nowhere."""

import ctypes
import itertools
import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.bench.places import CODE, DONE, END
from tests.trace.canaries import Word
from tests.trace.headphones import is_speaker
from tests.trace.vera import Vera

Plant = Callable[[Vera, Word, ExitStack], None]
"""At a kiosk that stands at its welcome. What has to be taken away again is left to the stack."""

_ANYWHERE: Final = Path("/var/tmp")
_LIBRARY: Final = re.compile(r"\.so(?:\.|$)")
_WITHOUT_NAME: Final = 5
_SLACK: Final = 128
_IPC_PRIVATE, _IPC_CREAT, _IPC_RMID = 0, 0o1000, 0
_JOB: Final = """{
    NAME "A job with a title"
    OPERATION Print-Job
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR name job-name "%s"
    ATTR mimeMediaType document-format application/pdf
    FILE $filename
    STATUS successful-ok
}"""


def in_the_spare(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """In the memory of the visit that waits behind a goodbye, which then becomes the next one."""
    vera.taps_until(CODE, "login_by_code")
    vera.taps_until(END, "left")
    vera.until("visit_ready")
    _, spare = vera.kiosk.visits()
    in_memory(spare, leak)
    vera.taps_until(DONE, "visit_shown")
    vera.glass.rest(0.5)


def in_a_file(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """Packed, without any head by which that could be seen."""
    odd = _ANYWHERE / f"odd-{os.getpid()}"
    undo.callback(odd.unlink)
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    odd.write_bytes(b"...!" + packer.compress(leak.text.encode()) + packer.flush() + b"...!")


def in_a_name(vera: Vera, leak: Word, undo: ExitStack) -> None:
    pipe = _ANYWHERE / leak.text
    os.mkfifo(pipe)
    undo.callback(pipe.unlink)


def in_the_room(vera: Vera, leak: Word, undo: ExitStack) -> None:
    (room,) = vera.kiosk.rooms.iterdir()
    left = room / "left"
    left.write_text(leak.text)
    undo.callback(left.unlink)


def in_a_room_that_stays(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """The glass has said that nothing was kept."""
    room = vera.kiosk.rooms / "borgerkiosk-room-0"
    undo.callback(shutil.rmtree, room)
    room.mkdir()


def in_the_log(vera: Vera, leak: Word, undo: ExitStack) -> None:
    with vera.kiosk.log.open("a") as log:
        log.write(f"GET /mailboxes/1/messages/?any={leak.text}&page=0\n")


def in_the_spool(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """As if the printer had kept the file of a job that is over, under the name that it gives such files."""
    kept = vera.around.printer / "spool" / "1-untitled.pdf"
    undo.callback(kept.unlink)
    kept.write_bytes(zlib.compress(leak.text.encode()))


def in_a_job(vera: Vera, leak: Word, undo: ExitStack) -> None:
    letter, test = vera.kiosk.folder / "letter", vera.kiosk.folder / "job.test"
    letter.write_bytes(b"%PDF-1.4\n")
    test.write_text(_JOB % leak.text)
    command = ["ipptool", "-f", str(letter), vera.world.printer.uri, str(test)]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    for file in (letter, test):
        file.unlink()


def in_a_segment(vera: Vera, leak: Word, undo: ExitStack) -> None:
    libc = ctypes.CDLL(None)
    libc.shmat.restype = ctypes.c_void_p
    segment = libc.shmget(_IPC_PRIVATE, 4096, _IPC_CREAT | 0o600)
    undo.callback(libc.shmctl, segment, _IPC_RMID, None)
    at = libc.shmat(segment, None, 0)
    ctypes.memmove(at, leak.text.encode(), len(leak.text))
    libc.shmdt(ctypes.c_void_p(at))


def in_the_supervisor(vera: Vera, leak: Word, undo: ExitStack) -> None:
    in_memory(vera.kiosk.process.pid, leak)


def in_the_display_server(vera: Vera, leak: Word, undo: ExitStack) -> None:
    in_memory(vera.around.display_server, leak)


def in_the_message_bus(vera: Vera, leak: Word, undo: ExitStack) -> None:
    in_memory(vera.around.bus, leak)


def in_a_deleted_file(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """The supervisor goes on writing its complaints where nobody sees them any more."""
    complaints = vera.kiosk.complaints
    complaints.write_text(leak.text)
    complaints.unlink()
    complaints.touch()


def in_an_environment(vera: Vera, leak: Word, undo: ExitStack) -> None:
    stranger = subprocess.Popen(["sleep", "600"], env={"OF": leak.text})
    undo.callback(stranger.wait)
    undo.callback(stranger.kill)


def in_a_property(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """Of the root window, where cut buffers lie."""
    _xprop(vera, "-f", "CUT_BUFFER0", "8s", "-set", "CUT_BUFFER0", leak.text)
    undo.callback(_xprop, vera, "-remove", "CUT_BUFFER0")


def in_the_command_of_espeak(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """As if a text were not given through a pipe."""
    _espeak(undo, "--stdin", leak.text)


def in_a_file_of_espeak(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """As if it were read from one."""
    text = _ANYWHERE / f"speak-{os.getpid()}"
    undo.callback(text.unlink)
    text.write_text(f"{leak.text}\n")


def in_a_speaker_of_the_next(vera: Vera, leak: Word, undo: ExitStack) -> None:
    """As if one were kept for whoever asks next."""
    vera.listens()
    # What it is about to start still bears its name.
    speaker, *_ = (pid for pid in vera.kiosk.processes() if is_speaker(pid))
    in_memory(speaker, leak)


PLANTS_OF_A_VOICE: Final[Mapping[str, Plant]] = {
    "command lines and environments": in_the_command_of_espeak,
    "files": in_a_file_of_espeak,
    "memory of the next visit": in_a_speaker_of_the_next,
}


PLANTS: Final[Mapping[str, Plant]] = {
    "memory of the next visit": in_the_spare,
    "files": in_a_file,
    "names of files": in_a_name,
    "room": in_the_room,
    "receipt": in_a_room_that_stays,
    "journal and log": in_the_log,
    "printer": in_the_spool,
    "jobs": in_a_job,
    "shared memory": in_a_segment,
    "memory of the supervisor": in_the_supervisor,
    "memory of the display server": in_the_display_server,
    "memory of the message bus": in_the_message_bus,
    "open files": in_a_deleted_file,
    "command lines and environments": in_an_environment,
    "windows": in_a_property,
}
"""By kind of place; the spare comes first, for after it another visit stands there."""


def in_memory(pid: int, leak: Word) -> None:
    """As a program would hold it, where it disturbs nobody: behind the last variable of a library."""
    at = next(_slack(pid))
    with Path(f"/proc/{pid}/mem").open("r+b", buffering=0) as memory:
        os.pwrite(memory.fileno(), leak.text.encode("utf-16-le"), at)


def _slack(pid: int) -> Iterator[int]:
    """Linux ends the zeroed variables of a library with its page; nobody has named the rest of that."""
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for before, line in itertools.pairwise(lines):
            first, last = line.split()[0].split("-")
            is_nameless = len(line.split()) == _WITHOUT_NAME
            if is_nameless and _LIBRARY.search(before) and before.split()[0].endswith(f"-{first}"):
                at = int(last, 16) - _SLACK
                if os.pread(memory.fileno(), _SLACK, at) == bytes(_SLACK):
                    yield at


def _espeak(undo: ExitStack, *words: str) -> None:
    """It waits for a text."""
    program = undo.enter_context(subprocess.Popen(["espeak-ng", *words], stdin=subprocess.PIPE))
    undo.callback(program.kill)


def _xprop(vera: Vera, *words: str) -> None:
    environment = os.environ | {"DISPLAY": vera.around.display}
    subprocess.run(["xprop", "-root", *words], check=True, timeout=30, env=environment)
