"""What is inside the press cannot get out, and cannot stay."""

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.fences.fence import find_missing
from kiosk.fences.press import BEFORE_PARSERS, BEHIND_PARSERS
from kiosk.letters.press import ChildPress
from kiosk.letters.starting import own_press
from kiosk.visit.trouble import Trouble, TroubleError
from tests.letters import hostile_pdf
from tests.letters.conftest import claim
from tests.letters.drafts import Draft, letter

ROOT = Path(__file__).parents[2]

INSIDE = """
import os, socket, sys
from kiosk.letters import cage
cage.close_before_parsers()
cage.close_behind_parsers()
cage.close_around_letter(os.getppid(), ())
try:
    {attempt}
except ({errors}) as error:
    print("refused", end="")
else:
    print("done", end="")
"""


def _inside(attempt: str, errors: str = "OSError", before: str = "") -> str:
    code = before + INSIDE.format(attempt=attempt, errors=errors)
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=20)
    return ran.stdout or ran.stderr


def test_the_press_says_what_this_machine_lacks(press: ChildPress) -> None:
    assert press.missing() == find_missing((*BEFORE_PARSERS, *BEHIND_PARSERS))


def test_there_is_no_network_inside() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert _inside(f"socket.create_connection(('127.0.0.1', {port}), 2)") == "refused"


def test_nothing_can_be_written_inside(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("as it was")
    for attempt in (
        f"open({str(tmp_path / 'new')!r}, 'w').write('x')",
        f"open({str(kept)!r}, 'r+').write('x')",
        f"os.mkdir({str(tmp_path / 'folder')!r})",
        f"os.unlink({str(kept)!r})",
        f"os.symlink('/etc', {str(tmp_path / 'link')!r})",
    ):
        assert _inside(attempt) == "refused"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert kept.read_text() == "as it was"


def test_nothing_can_be_read_inside() -> None:
    assert _inside("open('/etc/passwd').read()") == "refused"
    assert _inside("os.listdir('/')") == "refused"


def test_no_program_can_be_started_inside() -> None:
    assert _inside("os.execv('/bin/true', ['true'])") == "refused"


def test_memory_inside_ends_at_half_a_gibibyte() -> None:
    assert _inside("bytearray(520 << 20)", "MemoryError") == "refused"


def test_a_limit_that_is_lower_already_stays_inside() -> None:
    """As nobody may raise it, not even to what we want it to be."""
    before = """
import resource
from kiosk.fences import kernel
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
kernel.drop_capabilities()
"""
    left = "assert [resource.getrlimit(which)[1] for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]"
    assert _inside(f"{left} == [400 << 20, 3]", before=before) == "done"


WITHOUT_A_FILTER = """
import os, kiosk.fences.seccomp
from kiosk.letters import cage
kiosk.fences.seccomp.LIBRARY = "libseccomp.so.1066"
cage.close_around_letter(os.getppid(), {missing})
print("ready for a letter", end="")
"""


@pytest.mark.parametrize(("missing", "ready"), [((), ""), (("system calls by list",), "ready for a letter")])
def test_no_letter_is_opened_without_a_fence_that_the_mother_has(
    missing: tuple[str, ...], ready: str
) -> None:
    code = WITHOUT_A_FILTER.format(missing=missing)
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert ran.stdout == ready
    assert ("PermissionError" in ran.stderr) == (not ready)


WITHOUT_LANDLOCK = """
import errno
from kiosk.fences.seccomp import ALLOW, Filter, refuse
from kiosk.letters.starting import own_press
from tests.letters.conftest import claim
old = Filter(ALLOW)
old.rule(refuse(errno.ENOSYS), "landlock_create_ruleset")
old.load()
with own_press() as press:
    for _ in range(2):
        press.open(b"Hej", claim("text/plain"))
"""


def test_what_the_cage_lacks_is_said_once_in_a_visit() -> None:
    code = [sys.executable, "-c", WITHOUT_LANDLOCK]
    ran = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, timeout=60)
    said = "fences around the letters of this visit: all but: files only read, no file cut short,"
    assert ran.stderr.startswith(said)
    assert ran.stderr.count("\n") == 1


def _good_then_hard() -> bytes:
    draft = Draft()
    pattern = draft.stream(
        b"0 0 1 1 re f",
        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>",
    )
    good = draft.page(draft.stream(b"0 0 m 99 99 l S"))
    hard = draft.page(draft.stream(b"/Pattern cs /P scn 0 0 595 842 re f"), f"/Pattern<</P {pattern}>>")
    draft.pages(good, hard)
    return draft.bytes()


def test_a_press_that_dies_over_a_later_page_is_a_named_trouble() -> None:
    with own_press(seconds_a_request=1.5) as press:
        press.missing()
        assert press.open(_good_then_hard(), claim("application/pdf")).pages == 2
        for page in (2, 1):
            with pytest.raises(TroubleError) as caught:
                press.draw(page, 500)
            assert caught.value.trouble is Trouble.LETTER_TOO_HARD
        press.missing()
        assert press.open(letter(), claim("application/pdf")).pages == 2


def test_closing_ends_a_letter_that_is_still_being_opened() -> None:
    with own_press() as press:
        press.missing()
        closing = threading.Timer(0.3, press.close)
        closing.start()
        began = time.monotonic()
        with pytest.raises(TroubleError):
            press.open(hostile_pdf.tiny_pattern(), claim("application/pdf"))
        assert time.monotonic() - began < 3
        closing.join()


def test_closing_an_empty_press_is_harmless(press: ChildPress) -> None:
    press.close()
    press.close()
    with pytest.raises(TroubleError):
        press.draw(1, 100)


def test_nothing_personal_is_in_the_name_of_the_process(press: ChildPress) -> None:
    press.open("Kære Anna 670541-1234".encode(), claim("text/plain"))
    lines = (_read(path) for path in Path("/proc").glob("[0-9]*/cmdline"))
    words = b"".join(line for line in lines if b"kiosk.letters" in line)
    assert words
    assert b"Anna" not in words
    assert b"670541" not in words


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
