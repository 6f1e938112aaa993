"""The practice printer by itself: it starts, obeys the hands at its bench, and leaves nothing behind."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from devices.printing.bench import PrinterBench
from devices.printing.practice import PracticePrinter
from devices.printing.printer import IppPrinter
from kiosk.visit.trouble import TroubleError
from practice import attend


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The practice printer in a process of its own."""
    command = [sys.executable, "-m", "devices.printing.practice", "--folder", str(tmp_path / "printer")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.kill()


def ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    word, uri = process.stdout.readline().split()
    assert word == "READY"
    return uri


def processes_about(folder: Path) -> list[str]:
    """The command lines that name the folder, but for the keeper's own."""
    lines: list[str] = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            lines.append(place.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return [line for line in lines if str(folder) in line and "--folder" not in line]


def test_it_says_when_it_is_ready_and_obeys_a_bench_in_another_process(kept, tmp_path: Path) -> None:
    uri = ready(kept)
    bench = PrinterBench(tmp_path / "printer")
    assert bench.uri == uri
    IppPrinter(uri).check()
    bench.take_paper()
    with pytest.raises(TroubleError, match="PAPER_OUT"):
        IppPrinter(uri).check()
    bench.switch_off()
    with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
        IppPrinter(uri).check()
    bench.switch_on()
    with pytest.raises(TroubleError, match="PAPER_OUT"):
        IppPrinter(uri).check()
    bench.mend()
    IppPrinter(uri).check()


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda keeper: keeper.stdin.close(), 0),
        (lambda keeper: keeper.send_signal(signal.SIGTERM), 0),
        (lambda keeper: keeper.send_signal(signal.SIGHUP), 0),
        (lambda keeper: keeper.kill(), -signal.SIGKILL),
    ],
    ids=["input", "term", "hangup", "kill"],
)
def test_however_it_ends_it_leaves_no_process(kept, tmp_path: Path, end, code: int) -> None:
    ready(kept)
    assert processes_about(tmp_path)
    end(kept)
    assert kept.wait(10) == code
    deadline = time.monotonic() + 5
    while left := processes_about(tmp_path):
        assert time.monotonic() < deadline, left
        time.sleep(0.02)


def test_two_printers_live_side_by_side(tmp_path: Path) -> None:
    with PracticePrinter(tmp_path / "one") as one, PracticePrinter(tmp_path / "two") as two:
        assert one.uri != two.uri
        one.use_up_toner()
        with pytest.raises(TroubleError, match="PRINTER_TONER_OUT"):
            IppPrinter(one.uri).check()
        IppPrinter(two.uri).check()


def test_it_keeps_to_the_loopback(practice: PracticePrinter) -> None:
    port = practice.uri.split(":")[2].split("/")[0]
    told = subprocess.run(["ss", "-Hltn", f"sport = :{port}"], capture_output=True, text=True, check=True)
    addresses = {line.split()[3].rsplit(":", 1)[0] for line in told.stdout.splitlines()}
    assert addresses
    assert addresses <= {"127.0.0.1", "[::1]"}


def test_a_bench_at_a_printer_that_nobody_keeps_says_so(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("devices.printing.bench._WAIT", 0.2)
    with PracticePrinter(tmp_path / "printer"):
        pass
    with pytest.raises(TimeoutError):
        PrinterBench(tmp_path / "printer").switch_on()


def test_the_address_of_the_bus_is_no_file(practice: PracticePrinter) -> None:
    assert practice._bus_address.startswith("unix:abstract=")


def test_beside_a_kiosk_it_obeys_too(tmp_path: Path) -> None:
    folder = tmp_path / "printer"
    with (
        subprocess.Popen(["sleep", "60"]) as kiosk,
        PracticePrinter(folder) as printer,
        ThreadPoolExecutor(1) as thread,
    ):
        ended = thread.submit(attend, kiosk, printer)
        bench = PrinterBench(folder)
        bench.switch_off()
        bench.switch_on()
        kiosk.kill()
        assert ended.result() == -signal.SIGKILL
