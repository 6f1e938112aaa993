"""From card to paper with every fence up, in the processes that a citizen meets."""

import sys
from pathlib import Path

import pytest

from tests.station.unit_file import UNIT
from tests.trace.kiosk import Kiosk
from tests.trace.vera import Vera
from tests.trace.ways import puts_card_in

PLACES = {
    "HOME",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
}
MAY_BE_TOLD = {
    "DISPLAY",
    "XAUTHORITY",
    "CREDENTIALS_DIRECTORY",
    "PCSCLITE_CSOCK_NAME",
    "QML_DISK_CACHE",
    "LANG",
    "TZ",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "PYTHONPATH",
    "PYTHONDONTWRITEBYTECODE",
}
"""Of the environment of these walks, beside what begins with LC_, QT_ or QSG_."""


NEEDED_ON_X = "no abstract sockets, no System V memory"


def status_of(task: Path) -> dict[str, str]:
    lines = (task / "status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def threads_of(pid: int) -> list[dict[str, str]]:
    return [status_of(task) for task in Path(f"/proc/{pid}/task").iterdir()]


def core_limit_of(pid: int) -> list[str]:
    limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.split()[4:6] for line in limits if line.startswith("Max core file size"))


def assert_fenced_in(pid: int) -> None:
    threads = threads_of(pid)
    assert {thread["NoNewPrivs"] for thread in threads} == {"1"}
    assert {thread["Seccomp"] for thread in threads} == {"2"}
    assert {int(thread["CapEff"], 16) for thread in threads} == {0}
    assert core_limit_of(pid) == ["1", "1"]


def below_the_supervisor(kiosk: Kiosk) -> list[int]:
    return kiosk.processes()[1:]


def code_and_data(pid: int) -> list[str]:
    return [line for line in Path(f"/proc/{pid}/maps").read_text().splitlines() if " rwx" in line]


def reads_a_letter(vera: Vera) -> None:
    vera.comes()
    puts_card_in(vera)
    vera.goes_for_herself()
    vera.opens_her_letter()


def test_card_then_letter_then_paper(vera: Vera, too_new: set[str]) -> None:
    reads_a_letter(vera)
    printed = len(list((vera.around.printer / "out").iterdir()))
    vera.prints()
    assert len(list((vera.around.printer / "out").iterdir())) == printed + 1

    visit = vera.kiosk.visit_process()
    inside = below_the_supervisor(vera.kiosk)
    commands = [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in inside]
    assert sum(b"kiosk.letters.mother" in command for command in commands) >= 1
    for pid in inside:
        assert_fenced_in(pid)
    assert code_and_data(visit) == [] or "no code made in memory" in too_new

    told = dict(
        entry.split("=", 1)
        for entry in Path(f"/proc/{visit}/environ").read_bytes().decode().split("\0")
        if entry
    )
    room = Path(told["HOME"])
    assert room.parent == vera.kiosk.rooms
    assert {told.pop(place) for place in PLACES} == {str(room)}
    assert {name for name in told if not name.startswith(("LC_", "QT_", "QSG_"))} <= MAY_BE_TOLD
    assert "PATH" in vera.kiosk.environment
    assert [path for path in room.rglob("*") if not path.is_dir()] == []
    assert "bug:" not in vera.kiosk.said()
    vera.world.shelf.remove()


def test_what_is_missing_is_said_at_start(kiosk: Kiosk, too_new: set[str]) -> None:
    kiosk.until(lambda: "fences around" in kiosk.log.read_text(), "what is said of the fences")
    (line,) = (line for line in kiosk.log.read_text().splitlines() if line.startswith("fences"))
    assert (
        f"around a visit: all but: {NEEDED_ON_X}; around a letter: all; around the voice: all" in line
        or too_new
    )


@pytest.fixture
def inside_the_unit(kiosk: Kiosk) -> Kiosk:
    """The same kiosk again, with no more rights than the unit of a machine gives it."""
    kiosk.end()
    kiosk.log.unlink()
    kiosk.start(sys.executable, "-m", "tests.fences.confining", str(UNIT))
    return kiosk


def test_inside_the_unit_of_a_machine_all_goes_on(
    inside_the_unit: Kiosk, vera: Vera, too_new: set[str]
) -> None:
    reads_a_letter(vera)
    vera.prints()
    inside_the_unit.until(lambda: "fences around" in inside_the_unit.log.read_text(), "what is said of them")
    said = inside_the_unit.said()
    assert (
        f"around a visit: all but: {NEEDED_ON_X}; around a letter: all; around the voice: all" in said
        or too_new
    )
    assert "a file system of their own is not allowed here" in said
    for pid in below_the_supervisor(inside_the_unit):
        assert_fenced_in(pid)
    vera.world.shelf.remove()


ON_AN_OLD_KERNEL = """
import errno, os, sys
from kiosk.fences.seccomp import ALLOW, Filter, equals, refuse
old = Filter(ALLOW)
old.rule(refuse(errno.ENOSYS), "landlock_create_ruleset")
old.rule(refuse(errno.EINVAL), "prctl", when=(equals(0, 65),))
old.load()
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.fixture
def on_an_old_kernel(kiosk: Kiosk) -> Kiosk:
    """The same kiosk again, where Linux knows neither Landlock nor PR_SET_MDWE."""
    kiosk.end()
    kiosk.log.unlink()
    kiosk.start(sys.executable, "-c", ON_AN_OLD_KERNEL)
    return kiosk


def test_on_an_old_kernel_all_goes_on_and_what_is_missing_is_said(
    on_an_old_kernel: Kiosk, vera: Vera
) -> None:
    reads_a_letter(vera)
    said = on_an_old_kernel.said()
    assert "around a visit: all but: no code made in memory, files by list," in said
    assert "around a letter: all but: no code made in memory, files only read," in said
    assert "around the voice: all but: no code made in memory, files by list," in said
    assert "fences around this visit: all but: no code made in memory, files by list," in said
    assert (
        "fences around the letters of this visit: all but: no code made in memory, files only read," in said
    )
    for pid in below_the_supervisor(on_an_old_kernel):
        assert_fenced_in(pid)
    vera.world.shelf.remove()


def test_on_an_old_kernel_the_report_does_not_hold(kiosk: Kiosk) -> None:
    table = kiosk.prove(sys.executable, "-c", ON_AN_OLD_KERNEL)
    verdicts = {row.split("|")[1].strip(): row.split("|")[-2].strip() for row in table.splitlines()}
    assert verdicts["a visit, a letter and the voice are fenced in"] == "NO"
    assert verdicts["the press can be made, and what its cage lacks here"] == "NO"
    assert verdicts["there is a room for visits"] == "yes"
