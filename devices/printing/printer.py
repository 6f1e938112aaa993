"""The printer, spoken to directly over IPP (RFC 8011): no spooler, no file, no name of a letter or a person."""

import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager

from devices.printing.conversation import Conversation, Patience, PrinterLostError
from devices.printing.delivery import (
    A4,
    PDF,
    Delivery,
    Pace,
    Upload,
    is_ok,
    job_id,
    trouble_of,
    wanted,
)
from devices.printing.ipp import Group, GroupTag, OddAnswerError, Operation, Tag, attribute
from devices.printing.reasons import ASKED, held_by
from devices.printing.sender import Sender
from kiosk.visit.paper import Outcome, PrintJob, PrintResult, Progress
from kiosk.visit.trouble import Trouble, TroubleError

_NO_JOB = Group(GroupTag.JOB, {})
_ANY_KIOSK = Sender()
_COUNTS = ("job-impressions", "job-impressions-completed")


class IppPrinter:
    """A printer that takes PDF and A4.

    ``uri`` as ``ipp://host:631/ipp/print`` or ``ipps://…``. ``fingerprint`` pins the printer's certificate (SHA-256,
    hexadecimal).
    """

    def __init__(
        self,
        uri: str,
        *,
        sender: Sender = _ANY_KIOSK,
        fingerprint: str | None = None,
        patience: Patience | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._uri = uri
        self._sender = sender
        self._fingerprint = fingerprint
        self._patience = patience or Patience()
        self._pace = pace or Pace()
        self._open_jobs: dict[int, int] = {}

    def check(self) -> None:
        """Raises the U trouble that would hold up a job sent now."""
        with _troubles(), self._line() as line:
            names = wanted(*ASKED, "media-ready", "document-format-supported")
            answer = line.ask(Operation.GET_PRINTER, [names])
            printer = answer.first(GroupTag.PRINTER)
            if not is_ok(answer) or printer.number("printer-state") is None:
                raise TroubleError(Trouble.PRINTER_ODD)
            if trouble := held_by(printer, _NO_JOB) or _missing(printer):
                raise TroubleError(trouble)

    def print(self, job: PrintJob, report: Callable[[Progress], None], stop: threading.Event) -> PrintResult:
        """Send from memory, follow to the end, report every change.

        Raises PRINTER_OFFLINE, PRINTER_ODD, PRINTER_BUSY and PRINTER_STOPPED, and only before anything of the letter
        has gone out. A job of ours that never came to an end is cancelled first: it would keep the printer busy.
        ``stop`` may be set from any thread and at any time, also before this is called.
        """
        with _troubles(), self._line() as line:
            self._cancel_open_jobs(line)
            delivery = Delivery(line, job, report, self._pace, stop)
            number = delivery.create(self._sender.job_name)
            if number is None:
                return PrintResult(Outcome.STOPPED, 0)
            self._open_jobs[number] = job.pages
            result = self._deliver(delivery, number, job)
            if result.outcome is not Outcome.UNKNOWN:
                self._open_jobs.pop(number, None)
            return result

    def _deliver(self, delivery: Delivery, number: int, job: PrintJob) -> PrintResult:
        with closing(Upload(self._line(), number, job.pdf)) as upload:
            upload.start()
            return delivery.follow(number, upload)

    def clear(self, lives: Callable[[str], bool] = lambda _: False) -> int:
        """Cancel what is left of this kiosk's jobs, of this or of earlier visits, and return how many pages still wait.

        Jobs of others, also of another kiosk at the same printer, are neither cancelled nor counted, and nor are those
        of a visit that ``lives``: it is asked by the visit's random word, while we are at the printer. A job that does
        not say how many counts as what was sent, or as one. Raises PRINTER_OFFLINE, also for a printer that answers
        nonsense: neither has said that it is empty.
        """
        try:
            with self._line() as line:
                self._cancel_open_jobs(line)
                return self._pages_left(line, lives)
        except (PrinterLostError, OddAnswerError) as error:
            raise TroubleError(Trouble.PRINTER_OFFLINE) from error

    def _cancel_open_jobs(self, line: Conversation) -> None:
        for number in list(self._open_jobs):
            line.ask(Operation.CANCEL_JOB, [job_id(number)])

    def _pages_left(self, line: Conversation, lives: Callable[[str], bool]) -> int:
        """A printer finishes the sheet in its rollers before a job is over: wait for that.

        Only for what was there at first: meanwhile the next citizen may have begun to print.
        """
        too_late = self._pace.until(self._pace.empty)
        jobs = [job for job in self._our_jobs(line) if not lives(self._sender.visit_of(job))]
        old = _numbers(jobs)
        for number in old - set(self._open_jobs):
            # One by one: Cancel-My-Jobs (PWG 5100.11) may mean those of every kiosk that the printer takes for us.
            line.ask(Operation.CANCEL_JOB, [job_id(number)])
        while jobs and not too_late():
            self._pace.rest()
            jobs = [job for job in self._our_jobs(line) if _numbers([job]) <= old]
        if not jobs:
            self._open_jobs.clear()
        return sum(map(self._pages_of, jobs))

    def _our_jobs(self, line: Conversation) -> list[Group]:
        names = wanted("job-id", "job-name", "job-originating-user-name", *_COUNTS)
        mine = attribute(Tag.BOOLEAN, "my-jobs", True)
        which = attribute(Tag.KEYWORD, "which-jobs", "not-completed")
        answer = line.ask(Operation.GET_JOBS, (which, mine, names))
        if not is_ok(answer):
            raise OddAnswerError("no list of jobs")
        return list(filter(self._sender.owns, answer.all(GroupTag.JOB)))

    def _pages_of(self, job: Group) -> int:
        sent = self._open_jobs.get(job.number("job-id") or 0, 1)
        pages = max(job.number("job-impressions") or 0, sent)
        return max(1, pages - max(0, job.number("job-impressions-completed") or 0))

    def _line(self) -> Conversation:
        return Conversation(self._uri, self._patience, self._fingerprint, self._sender.user)


def _numbers(jobs: list[Group]) -> set[int]:
    return {number for job in jobs if (number := job.number("job-id")) is not None}


def _missing(printer: Group) -> Trouble | None:
    """A printer that says nothing about paper or formats is believed to have them."""
    media = printer.words("media-ready")
    formats = printer.words("document-format-supported")
    if media and A4 not in media:
        return Trouble.PAPER_WRONG
    return Trouble.PRINTER_ODD if formats and PDF not in formats else None


@contextmanager
def _troubles() -> Generator[None, None, None]:
    try:
        yield
    except (PrinterLostError, OddAnswerError) as error:
        raise TroubleError(trouble_of(error)) from error
