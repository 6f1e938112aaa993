"""Printers that misbehave: each way of it ends in a named trouble or a named outcome, never in a hang."""

import threading
from dataclasses import dataclass
from datetime import timedelta

import pytest

from devices.printing.conversation import Patience
from devices.printing.delivery import Pace
from devices.printing.ipp import GroupTag, Operation
from devices.printing.odd import Manner, OddPrinter
from devices.printing.printer import IppPrinter
from kiosk.visit.paper import Outcome, PrintJob, PrintResult, Progress, Sides
from kiosk.visit.trouble import Trouble, TroubleError

LITTLE = timedelta(seconds=0.2)
PATIENCE = Patience(answer=timedelta(seconds=0.5))
PACE = Pace(poll=timedelta(milliseconds=20), busy=LITTLE, lost=LITTLE, empty=LITTLE)

OFFLINE = [Manner.SILENT, Manner.DRIPPING, Manner.HALF]
ODD = [Manner.NOISE, Manner.WEB_PAGE, Manner.GARBLED, Manner.ANOTHER_ANSWER, Manner.ENDLESS]
BAD_ANSWERS = [(manner, Trouble.PRINTER_OFFLINE) for manner in OFFLINE] + [
    (manner, Trouble.PRINTER_ODD) for manner in ODD
]


def kiosk_printer(odd: OddPrinter) -> IppPrinter:
    return IppPrinter(odd.uri, patience=PATIENCE, pace=PACE)


@pytest.fixture
def odd():
    with OddPrinter() as printer:
        yield printer


@pytest.mark.parametrize(("manner", "trouble"), BAD_ANSWERS)
def test_a_bad_answer_is_told_before_the_letter_goes_out(odd, letter, manner, trouble) -> None:
    odd.manner = manner
    printer = kiosk_printer(odd)
    for attempt in (printer.check, lambda: printer.print(letter(), print, threading.Event())):
        with pytest.raises(TroubleError) as told:
            attempt()
        assert told.value.trouble is trouble
    assert odd.letters == []


@pytest.mark.parametrize(("manner", "trouble"), BAD_ANSWERS)
def test_a_printer_that_answers_badly_while_printing_leaves_us_not_knowing(
    odd, letter, start, manner, trouble
) -> None:
    odd.impressions = 1
    printing = start(kiosk_printer(odd), letter(3))
    printing.wait_for(lambda progress: progress == Progress(1, None))
    odd.manner = manner
    assert printing.result() == PrintResult(Outcome.UNKNOWN, 1)
    assert printing.seen[-1] == Progress(1, trouble)


@pytest.mark.parametrize(("manner", "trouble"), BAD_ANSWERS)
def test_a_printer_that_comes_to_its_senses_is_followed_on(odd, letter, start, manner, trouble) -> None:
    patient = IppPrinter(odd.uri, patience=PATIENCE, pace=Pace(poll=timedelta(milliseconds=20)))
    printing = start(patient, letter(3))
    printing.wait_for(lambda progress: progress.held_by is None)
    odd.manner = manner
    printing.wait_for(lambda progress: progress.held_by is trouble)
    odd.job_state = 9
    odd.manner = Manner.POLITE
    assert printing.result() == PrintResult(Outcome.PRINTED, 3)


@pytest.mark.parametrize("manner", OFFLINE + ODD)
def test_a_printer_that_does_not_say_it_is_empty_is_not_believed_empty(odd, manner) -> None:
    odd.manner = manner
    with pytest.raises(TroubleError, match="PRINTER_OFFLINE"):
        kiosk_printer(odd).clear()


def test_a_printer_without_pdf_or_a4_is_found_out(odd) -> None:
    odd.formats = ("image/pwg-raster",)
    with pytest.raises(TroubleError, match="PRINTER_ODD"):
        kiosk_printer(odd).check()
    odd.media_ready = ("na_letter_8.5x11in",)
    with pytest.raises(TroubleError, match="PAPER_WRONG"):
        kiosk_printer(odd).check()


def test_an_empty_tray_that_the_letter_does_not_need_is_not_spoken_of(odd, letter, start) -> None:
    odd.printer_reasons = ("media-empty-warning",)
    odd.trays = (b"mediafeed=29700;mediaxfeed=21000;level=80;name=1", b"level=0;name=2")
    printer = kiosk_printer(odd)
    printer.check()
    printing = start(printer, letter(2))
    printing.wait_for(lambda progress: progress.held_by is None)
    odd.job_state = 9
    assert printing.result() == PrintResult(Outcome.PRINTED, 2)
    assert {progress.held_by for progress in printing.seen} == {None}


def test_a_stopped_printer_is_found_out(odd) -> None:
    odd.printer_state = 5
    odd.printer_reasons = ("something-of-the-vendor-error",)
    with pytest.raises(TroubleError, match="PRINTER_STOPPED"):
        kiosk_printer(odd).check()


def test_a_stopped_job_is_held_and_goes_on(odd, letter, start) -> None:
    odd.job_state, odd.printer_state, odd.printer_reasons = 6, 5, ("media-empty-error", "media-needed-error")
    printing = start(kiosk_printer(odd), letter(2))
    printing.wait_for(lambda progress: progress.held_by is Trouble.PAPER_OUT)
    odd.printer_state, odd.printer_reasons = 5, ("none",)
    printing.wait_for(lambda progress: progress.held_by is Trouble.PRINTER_STOPPED)
    odd.job_state, odd.printer_state = 5, 4
    printing.wait_for(lambda progress: progress.held_by is None)
    odd.job_state = 9
    assert printing.result() == PrintResult(Outcome.PRINTED, 2)


def test_a_job_aborted_in_the_middle_tells_the_pages_that_came_out(odd, letter, start) -> None:
    odd.impressions = 1
    printing = start(kiosk_printer(odd), letter(3))
    printing.wait_for(lambda progress: progress.pages_done == 1)
    odd.job_state = 8
    assert printing.result() == PrintResult(Outcome.FAILED, 1)


@pytest.mark.parametrize("impressions", [-1, 4, 2**31 - 1])
def test_a_count_that_cannot_be_is_not_believed(odd, letter, start, impressions) -> None:
    odd.impressions = 1
    printing = start(kiosk_printer(odd), letter(3))
    printing.wait_for(lambda progress: progress.pages_done == 1)
    odd.impressions = impressions
    odd.job_state = 7
    assert printing.result() == PrintResult(Outcome.STOPPED, 1)


def test_a_busy_printer_is_busy(odd, letter) -> None:
    odd.manner = Manner.BUSY
    with pytest.raises(TroubleError, match="PRINTER_BUSY"):
        kiosk_printer(odd).print(letter(), print, threading.Event())


def test_a_printer_that_takes_no_jobs_has_stopped(odd, letter) -> None:
    odd.manner = Manner.NOT_ACCEPTING
    with pytest.raises(TroubleError, match="PRINTER_STOPPED"):
        kiosk_printer(odd).print(letter(), print, threading.Event())


def test_a_letter_of_unknown_end_is_cancelled_before_the_next_is_sent(odd, letter, start) -> None:
    printer = kiosk_printer(odd)
    odd.manner = Manner.FORGETFUL
    assert start(printer, letter()).result().outcome is Outcome.UNKNOWN
    odd.manner, odd.job_state, odd.heard = Manner.POLITE, 9, []
    assert start(printer, letter()).result().outcome is Outcome.PRINTED
    jobs = (Operation.CANCEL_JOB, Operation.CREATE_JOB)
    assert tuple(message.code for message in odd.heard if message.code in jobs) == jobs


def test_a_letter_that_is_refused_has_failed_and_is_cancelled(odd, letter, start) -> None:
    odd.manner = Manner.REFUSING_LETTERS
    assert start(kiosk_printer(odd), letter()).result() == PrintResult(Outcome.FAILED, 0)
    assert odd.job_state == 7


def test_a_letter_cut_off_in_the_middle_has_failed_and_is_cancelled(odd, letter, start) -> None:
    odd.manner = Manner.DROPPING_LETTERS
    odd.job_state, odd.job_reasons = 3, ("job-incoming",)
    assert start(kiosk_printer(odd), letter()).result() == PrintResult(Outcome.FAILED, 0)
    assert odd.letters == []


def test_a_connection_lost_after_the_letter_leaves_us_not_knowing(odd, letter, start) -> None:
    odd.manner = Manner.GONE_AFTER_LETTER
    assert start(kiosk_printer(odd), letter()).result() == PrintResult(Outcome.UNKNOWN, 0)
    assert len(odd.letters) == 1


def test_a_letter_that_nobody_thanked_for_is_followed_all_the_same(odd, letter, start) -> None:
    odd.manner = Manner.MUTE_AFTER_LETTER
    printing = start(kiosk_printer(odd), letter())
    printing.wait_for(lambda progress: progress.held_by is None)
    odd.job_state = 9
    assert printing.result() == PrintResult(Outcome.PRINTED, 1)


def test_a_job_that_the_printer_forgets_leaves_us_not_knowing(odd, letter, start) -> None:
    odd.manner = Manner.FORGETFUL
    assert start(kiosk_printer(odd), letter()).result().outcome is Outcome.UNKNOWN


def test_out_of_paper_is_told_while_the_printer_has_stopped_reading_the_letter(odd, start) -> None:
    large = PrintJob(b"%PDF" + bytes(20_000_000), 400, Sides.ONE)
    odd.manner = Manner.SLOW_READER
    odd.job_reasons = ("job-incoming",)
    odd.printer_reasons = ("media-empty-error",)
    printing = start(kiosk_printer(odd), large)
    printing.wait_for(lambda progress: progress.held_by is Trouble.PAPER_OUT)
    odd.manner, odd.printer_reasons, odd.job_state = Manner.POLITE, ("none",), 5
    printing.wait_for(lambda progress: progress.held_by is None)
    odd.job_state = 9
    assert printing.result() == PrintResult(Outcome.PRINTED, 400)


def test_a_letter_can_be_stopped_while_the_printer_has_stopped_reading_it(odd, start) -> None:
    odd.manner = Manner.SLOW_READER
    printer = kiosk_printer(odd)
    printing = start(printer, PrintJob(b"%PDF" + bytes(20_000_000), 400, Sides.ONE))
    printing.wait_for(lambda progress: progress.held_by is None)
    printing.stop()
    assert printing.result() == PrintResult(Outcome.STOPPED, 0)


def test_a_stop_that_comes_before_its_letter_keeps_it_away_from_the_printer(odd, letter) -> None:
    stop = threading.Event()
    stop.set()
    assert kiosk_printer(odd).print(letter(), print, stop) == PrintResult(Outcome.STOPPED, 0)
    assert odd.jobs == 0


def test_a_stop_while_the_job_is_being_made_sends_no_letter_after_it(letter) -> None:
    stop = threading.Event()

    class Hesitant(OddPrinter):
        def answer(self, request, document):
            if request.code == Operation.CREATE_JOB:
                stop.set()
            return super().answer(request, document)

    with Hesitant() as printer:
        result = kiosk_printer(printer).print(letter(), print, stop)
        assert result == PrintResult(Outcome.STOPPED, 0)
        assert printer.letters == []
        assert printer.job_state == 7, "the job that was made is cancelled"


def test_a_stop_never_hits_the_next_letter(odd, letter, start) -> None:
    printer = kiosk_printer(odd)
    odd.job_state = 9
    first = start(printer, letter())
    first.result()
    first.stop()
    assert start(printer, letter()).result() == PrintResult(Outcome.PRINTED, 1)


def test_a_job_that_will_not_go_is_counted(odd, letter, start) -> None:
    odd.state_when_cancelled = 5
    odd.impressions = 1
    printer = kiosk_printer(odd)
    printing = start(printer, letter(3))
    printing.wait_for(lambda progress: progress.pages_done == 1)
    assert printer.clear() == 2
    assert kiosk_printer(odd).clear() == 1, "a job of which nothing is known counts as one page"
    odd.job_state = 9
    printing.result()


def test_clearing_never_stops_what_the_next_citizen_prints_meanwhile(letter) -> None:
    """A visit is cleared up behind the next welcome, and the printer takes its time over the last sheet."""

    class Slow(OddPrinter):
        def answer(self, request, document):
            if request.code == Operation.GET_JOBS:
                looks.append(self.jobs)
                if len(looks) == 2:
                    self.jobs, self.job_state = 8, 5
            if request.code == Operation.CANCEL_JOB:
                cancelled.append(request.first(GroupTag.OPERATION).number("job-id"))
            return super().answer(request, document)

    looks: list[int] = []
    cancelled: list[int | None] = []
    with Slow() as printer:
        printer.jobs, printer.state_when_cancelled = 7, 5
        assert kiosk_printer(printer).clear() == 0
        assert cancelled == [7]
        assert printer.job_state == 5


def test_a_letter_is_asked_for_in_the_words_of_the_standard(odd, letter, start) -> None:
    odd.job_state = 9
    start(kiosk_printer(odd), PrintJob(letter(2).pdf, 2, Sides.TWO)).result()
    created = next(message for message in odd.heard if message.code == Operation.CREATE_JOB)
    assert created.first(GroupTag.JOB).words("sides") == ("two-sided-long-edge",)
    assert created.first(GroupTag.JOB).words("media") == ("iso_a4_210x297mm",)
    assert list(created.first(GroupTag.OPERATION).attributes)[:3] == [
        "attributes-charset",
        "attributes-natural-language",
        "printer-uri",
    ]


def test_no_request_says_more_than_the_constants(odd, letter, start) -> None:
    odd.job_state = 9
    printer = kiosk_printer(odd)
    start(printer, letter()).result()
    printer.clear()
    said = {
        value
        for message in odd.heard
        for name in ("job-name", "requesting-user-name", "document-name", "job-originating-user-name")
        for value in message.first(GroupTag.OPERATION).words(name)
    }
    assert said == {"Brev", "kiosk"}


@dataclass
class StoodStill:
    """A clock that moves only when somebody waits."""

    seconds: float = 0.0

    def now(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


def test_a_busy_printer_is_given_up_by_the_clock_that_was_given(odd, letter) -> None:
    clock = StoodStill()
    odd.manner = Manner.BUSY
    printer = IppPrinter(odd.uri, pace=Pace(now=clock.now, wait=clock.wait))
    with pytest.raises(TroubleError, match="PRINTER_BUSY"):
        printer.print(letter(), print, threading.Event())
    assert 20 <= clock.seconds < 21


def test_no_thread_is_left_when_a_letter_is_done(odd, letter) -> None:
    odd.job_state = 9
    kiosk_printer(odd).print(letter(), lambda _: None, threading.Event())
    assert not [thread for thread in threading.enumerate() if thread.name == "upload"]
