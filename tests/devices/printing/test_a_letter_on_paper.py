"""A letter and a real IPP printer (CUPS' ippeveprinter): what comes out, what is told, what stays."""

import hashlib
import os
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from devices.printing.bench import PrinterBench
from devices.printing.conversation import Conversation, Patience
from devices.printing.delivery import Pace
from devices.printing.ipp import GroupTag, Operation, Tag, attribute
from devices.printing.practice import PracticePrinter
from devices.printing.printer import IppPrinter
from devices.printing.sender import Sender
from kiosk.visit.paper import Outcome, PrintJob, PrintResult, Progress, Sides
from kiosk.visit.trouble import Trouble, TroubleError

QUICK = Pace(poll=timedelta(milliseconds=50))
HURRIED = Pace(
    poll=QUICK.poll, busy=timedelta(seconds=0.3), lost=timedelta(seconds=0.6), empty=timedelta(seconds=5)
)
MARKER = "Kun til Asta"


def is_held_by(trouble: Trouble | None) -> Callable[[Progress], bool]:
    return lambda progress: progress.held_by is trouble


def are_out(pages: int) -> Callable[[Progress], bool]:
    return lambda progress: progress.pages_done >= pages


def test_a_letter_comes_out_page_by_page(practice, letter, start, texts) -> None:
    printer = IppPrinter(practice.uri)
    printer.check()
    printing = start(printer, letter(3))
    assert printing.result() == PrintResult(Outcome.PRINTED, 3)
    (paper,) = practice.printed()
    assert texts(paper) == ["Side 1", "Side 2", "Side 3"]
    assert paper.read_bytes() == letter(3).pdf
    assert [progress.pages_done for progress in printing.seen] == sorted(
        {p.pages_done for p in printing.seen}
    )
    assert {progress.held_by for progress in printing.seen} == {None}


def test_paper_runs_out_in_the_middle_and_the_printing_goes_on_from_the_same_page(
    practice, letter, start, texts
) -> None:
    printing = start(IppPrinter(practice.uri), letter(10))
    printing.wait_for(are_out(1))
    practice.take_paper()
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    held = printing.seen[-1].pages_done
    assert held < 10
    practice.put_paper()
    printing.wait_for(lambda progress: progress.held_by is None)
    assert printing.seen[-1].pages_done >= held
    assert printing.result() == PrintResult(Outcome.PRINTED, 10)
    assert texts(practice.printed()[0]) == [f"Side {page}" for page in range(1, 11)]


@pytest.mark.parametrize(
    ("provoke", "trouble"),
    [
        (PrinterBench.jam, Trouble.PAPER_JAM),
        (PrinterBench.open_cover, Trouble.PRINTER_COVER_OPEN),
        (PrinterBench.use_up_toner, Trouble.PRINTER_TONER_OUT),
        (lambda bench: bench.raise_fault("other"), Trouble.PRINTER_STOPPED),
        (lambda bench: bench.raise_fault("media-needed"), Trouble.PAPER_WRONG),
    ],
    ids=["jam", "cover", "toner", "other", "wrong-paper"],
)
def test_what_holds_the_printer_up_is_told_and_mended(practice, letter, start, provoke, trouble) -> None:
    printing = start(IppPrinter(practice.uri, pace=QUICK), letter(1))
    provoke(practice)
    printing.wait_for(is_held_by(trouble))
    practice.mend()
    assert printing.result() == PrintResult(Outcome.PRINTED, 1)


def test_paper_runs_out_before_the_letter_is_sent(practice, letter, start) -> None:
    printer = IppPrinter(practice.uri, pace=QUICK)
    practice.take_paper()
    with pytest.raises(TroubleError, match="PAPER_OUT"):
        printer.check()
    printing = start(printer, letter(1))
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    practice.put_paper()
    assert printing.result().outcome is Outcome.PRINTED


def test_an_empty_tray_of_other_paper_is_no_lack_of_paper(practice) -> None:
    practice.empty_other_tray()
    IppPrinter(practice.uri).check()


def test_a_fault_is_told_within_half_a_second(practice, letter, start) -> None:
    printing = start(IppPrinter(practice.uri), letter(100))
    printing.wait_for(are_out(1))
    took: list[float] = []
    while len(took) < 5 and not any(
        seconds < 0.5 for seconds in took
    ):  # a loaded machine gets another chance
        practice.jam()
        took.append(printing.wait_for(is_held_by(Trouble.PAPER_JAM)))
        practice.mend()
        printing.wait_for(is_held_by(None))
    assert min(took) < 0.5


def test_a_stopped_letter_has_come_out_as_far_as_it_is_told(practice, letter, start, texts) -> None:
    printer = IppPrinter(practice.uri, pace=QUICK)
    printing = start(printer, letter(20))
    printing.wait_for(are_out(1))
    printing.stop()
    result = printing.result()
    assert result.outcome is Outcome.STOPPED
    assert 1 <= result.pages_done < 20
    assert len(texts(practice.printed()[0])) == result.pages_done


def test_a_letter_can_be_stopped_while_the_printer_waits_for_paper(practice, letter, start) -> None:
    printer = IppPrinter(practice.uri, pace=QUICK)
    printing = start(printer, letter(2))
    practice.take_paper()
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    printing.stop()
    assert printing.result() == PrintResult(Outcome.STOPPED, 0)
    assert printer.clear() == 0
    assert practice.printed() == []


def test_a_printer_that_gives_up_has_not_printed(practice, letter, start) -> None:
    practice.set_exit_code(1)
    assert start(IppPrinter(practice.uri, pace=QUICK), letter(1)).result().outcome is Outcome.FAILED


def test_a_printer_that_is_off_is_told_before_anything_is_sent(practice, letter, start) -> None:
    printer = IppPrinter(practice.uri, pace=QUICK)
    practice.switch_off()
    for attempt in (printer.check, printer.clear, lambda: printer.print(letter(1), print, Event())):
        with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
            attempt()


def test_a_printer_switched_off_in_the_middle_leaves_us_not_knowing(practice, letter, start) -> None:
    printer = IppPrinter(practice.uri, pace=HURRIED)
    printing = start(printer, letter(20))
    printing.wait_for(are_out(1))
    practice.switch_off()
    printing.wait_for(is_held_by(Trouble.PRINTER_OFFLINE))
    assert printing.result().outcome is Outcome.UNKNOWN
    with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
        printer.clear()
    practice.switch_on()
    assert printer.clear() == 0


def test_a_printer_that_comes_back_without_the_job_leaves_us_not_knowing(practice, letter, start) -> None:
    printing = start(IppPrinter(practice.uri, pace=QUICK), letter(20))
    printing.wait_for(are_out(1))
    practice.switch_off()
    practice.switch_on()
    assert printing.result().outcome is Outcome.UNKNOWN


def test_what_a_visit_prints_that_lives_is_left_alone_while_another_is_cleared_up(
    practice, letter, start
) -> None:
    practice.take_paper()
    over = start(IppPrinter(practice.uri, sender=Sender("north", "v1"), pace=QUICK), letter(2))
    over.wait_for(is_held_by(Trouble.PAPER_OUT))
    clearing = IppPrinter(practice.uri, sender=Sender("north"), pace=QUICK)
    assert clearing.clear(lambda visit: visit == "v1") == 0
    assert clearing.clear(lambda visit: visit == "v2") == 0
    assert over.result() == PrintResult(Outcome.STOPPED, 0)
    living = start(IppPrinter(practice.uri, sender=Sender("north", "v2"), pace=QUICK), letter(1))
    living.wait_for(is_held_by(Trouble.PAPER_OUT))
    assert clearing.clear(lambda visit: visit == "v2") == 0
    practice.put_paper()
    assert living.result() == PrintResult(Outcome.PRINTED, 1)


def another_persons_job(uri: str) -> tuple[Conversation, int]:
    line = Conversation(uri, Patience())
    name = attribute(Tag.NAME, "requesting-user-name", "somebody")
    answer = line.ask(Operation.CREATE_JOB, (name, attribute(Tag.NAME, "job-name", "Report")))
    number = answer.first(GroupTag.JOB).number("job-id")
    assert number
    return line, number


def test_a_printer_busy_with_another_job_is_waited_for_but_not_for_ever(practice, letter, start) -> None:
    line, number = another_persons_job(practice.uri)
    impatient = IppPrinter(practice.uri, pace=HURRIED)
    with pytest.raises(TroubleError, match="PRINTER_BUSY"):
        start(impatient, letter(1)).result()
    printing = start(IppPrinter(practice.uri, pace=QUICK), letter(1))
    printing.wait_for(is_held_by(Trouble.PRINTER_BUSY))
    line.ask(Operation.CANCEL_JOB, (attribute(Tag.INTEGER, "job-id", number),))
    line.close()
    assert printing.result() == PrintResult(Outcome.PRINTED, 1)


def test_stopped_while_waiting_for_a_busy_printer_nothing_has_been_sent(practice, letter, start) -> None:
    line, _ = another_persons_job(practice.uri)
    line.close()
    printer = IppPrinter(practice.uri, pace=QUICK)
    printing = start(printer, letter(1))
    printing.wait_for(is_held_by(Trouble.PRINTER_BUSY))
    printing.stop()
    assert printing.result() == PrintResult(Outcome.STOPPED, 0)


def test_clearing_leaves_the_printer_empty(practice, letter, start) -> None:
    printer = IppPrinter(practice.uri, pace=QUICK)
    printing = start(printer, letter(20))
    printing.wait_for(are_out(1))
    assert printer.clear() == 0
    assert printing.result().outcome is Outcome.STOPPED


def test_what_a_crashed_visit_left_is_cleared_by_the_next(practice, letter, start) -> None:
    practice.take_paper()
    printing = start(IppPrinter(practice.uri, pace=QUICK), letter(2))
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    assert IppPrinter(practice.uri, pace=QUICK).clear() == 0
    practice.put_paper()
    assert printing.result().outcome is Outcome.STOPPED
    assert practice.printed() == []


def test_a_machine_knows_its_own_jobs_and_leaves_those_of_the_kiosk_beside_it(
    practice, letter, start
) -> None:
    practice.take_paper()
    printing = start(IppPrinter(practice.uri, sender=Sender("north", "v1"), pace=QUICK), letter(2))
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    assert IppPrinter(practice.uri, sender=Sender("south", "v2"), pace=QUICK).clear() == 0
    practice.put_paper()
    assert printing.result() == PrintResult(Outcome.PRINTED, 2)
    practice.take_paper()
    printing = start(IppPrinter(practice.uri, sender=Sender("north", "v3"), pace=QUICK), letter(2))
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    after_a_power_cut = IppPrinter(practice.uri, sender=Sender("north"), pace=QUICK)
    assert after_a_power_cut.clear() == 0
    assert printing.result() == PrintResult(Outcome.STOPPED, 0)


def test_the_printer_learns_neither_title_nor_name(practice, letter, start, tmp_path: Path) -> None:
    printing = start(IppPrinter(practice.uri, sender=Sender("a1b2", "k7f3"), pace=QUICK), letter(1, MARKER))
    practice.take_paper()
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    with Conversation(practice.uri, Patience()) as line:
        wanted = attribute(Tag.KEYWORD, "requested-attributes", "job-name", "job-originating-user-name")
        (job,) = line.ask(Operation.GET_JOBS, (wanted,)).all(GroupTag.JOB)
    assert job.words("job-name") == ("Brev a1b2 k7f3",)
    assert job.words("job-originating-user-name") == ("kiosk-a1b2",)
    assert MARKER not in (tmp_path / "printer" / "log").read_text()
    assert {path.name for path in (tmp_path / "printer" / "spool").iterdir()} <= {
        "1-brev_a1b2_k7f3.pdf",
        "1-brev_a1b2_k7f3.prn",
    }


def files_with(words: str, newer: Path) -> set[Path]:
    """Every file in the places where programs leave files, changed since then, that holds the words."""
    places = [tempfile.gettempdir(), "/dev/shm", "/var/tmp", "/var/spool", str(Path.cwd())]
    apart = ["(", "-name", ".git", "-o", "-name", ".venv", ")", "-prune", "-o"]
    recent = ["-type", "f", "-newer", str(newer), "-exec", "grep", "-lF", "--", words, "{}", "+"]
    # Other programs' files come and go under its feet, which it reports: what it finds is what counts.
    told = subprocess.run(["find", *places, *apart, *recent], capture_output=True, text=True, check=False)
    return {Path(line) for line in told.stdout.splitlines()}


def test_no_file_outside_the_printer_ever_holds_the_letter(practice, letter, start, tmp_path: Path) -> None:
    words = f"Hemmelig {os.getpid()} {time.time_ns()}"
    stamp = tmp_path / "stamp"
    stamp.touch()
    printer = IppPrinter(practice.uri, pace=QUICK)
    printing = start(printer, letter(20, words))
    printing.wait_for(are_out(1))
    practice.take_paper()
    printing.wait_for(is_held_by(Trouble.PAPER_OUT))
    found = files_with(words, stamp)
    assert found, "the search finds what is there: the printer's own"
    assert {path for path in found if not path.is_relative_to(tmp_path / "printer")} == set()
    printing.stop()
    assert printing.result().outcome is Outcome.STOPPED
    found = files_with(words, stamp)
    assert {path for path in found if not path.is_relative_to(tmp_path / "printer")} == set()


def test_only_the_pinned_printer_gets_the_letter(practice: PracticePrinter, letter, start) -> None:
    uri = practice.uri.replace("ipp:", "ipps:")
    port = int(uri.split(":")[2].split("/")[0])
    certificate = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("localhost", port)))
    pin = hashlib.sha256(certificate).hexdigest()
    ours = IppPrinter(uri, fingerprint=pin, pace=QUICK)
    ours.check()
    assert start(ours, letter(1)).result().outcome is Outcome.PRINTED
    for stranger in (IppPrinter(uri), IppPrinter(uri, fingerprint="00" * 32)):
        with pytest.raises(TroubleError, match="PRINTER_ODD"):
            stranger.print(letter(1), print, Event())
    assert len(practice.printed()) == 1


def test_two_sided_letters_are_accepted(practice, letter, start) -> None:
    job = PrintJob(letter(3).pdf, 3, Sides.TWO)
    assert start(IppPrinter(practice.uri, pace=QUICK), job).result() == PrintResult(Outcome.PRINTED, 3)
