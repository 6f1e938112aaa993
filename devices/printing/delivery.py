"""One letter on its way: created, sent from memory, and followed to its end."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from devices.printing.conversation import Conversation, PrinterLostError
from devices.printing.ipp import (
    Attribute,
    Group,
    GroupTag,
    Message,
    OddAnswerError,
    Operation,
    Tag,
    attribute,
)
from devices.printing.reasons import ASKED, held_by
from kiosk.visit.paper import Outcome, PrintJob, PrintResult, Progress
from kiosk.visit.trouble import Trouble, TroubleError

A4 = "iso_a4_210x297mm"
PDF = "application/pdf"

# RFC 8011, B.1: service-unavailable, temporary-error, busy, too-many-jobs.
_TRY_LATER = frozenset({0x0502, 0x0505, 0x0507, 0x050B})
# … not-accepting-jobs and device-error: somebody has to go and look.
_REFUSALS = {0x0506: Trouble.PRINTER_STOPPED, 0x0504: Trouble.PRINTER_STOPPED}
_NOT_FOUND = frozenset({0x0406, 0x0407})
_FIRST_ERROR = 0x0400
_PENDING = (3, 4)
_INCOMPLETE = ("job-incoming", "job-data-insufficient")
_CANCELED, _ABORTED, _COMPLETED = 7, 8, 9
_ENDS = {_CANCELED: Outcome.STOPPED, _ABORTED: Outcome.FAILED, _COMPLETED: Outcome.PRINTED}


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to look, and when to give up. ``now`` and ``wait`` count seconds; a test may bring its own."""

    poll: timedelta = timedelta(milliseconds=250)
    busy: timedelta = timedelta(seconds=20)
    lost: timedelta = timedelta(seconds=15)
    empty: timedelta = timedelta(seconds=10)
    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep

    def rest(self) -> None:
        self.wait(self.poll.total_seconds())

    def until(self, limit: timedelta) -> Callable[[], bool]:
        """Returns a question: has the limit passed, counted from now?"""
        end = self.now() + limit.total_seconds()
        return lambda: self.now() >= end


def is_ok(answer: Message) -> bool:
    return answer.code < _FIRST_ERROR


def job_id(number: int) -> Attribute:
    return attribute(Tag.INTEGER, "job-id", number)


def wanted(*names: str) -> Attribute:
    return attribute(Tag.KEYWORD, "requested-attributes", *names)


class _JobGoneError(Exception):
    """The printer does not know the job any more: it was switched off and on, or has forgotten."""


class Upload:
    """The letter going out on a connection and a thread of its own, since a printer may stop reading for minutes."""

    def __init__(self, line: Conversation, number: int, pdf: bytes) -> None:
        self._line = line
        self._number = number
        self._pdf = pdf
        self.refused = False
        self.lost = False
        self._thread = threading.Thread(target=self._send, name="upload", daemon=True)

    def start(self) -> None:
        """Raises :class:`PrinterLostError` or :class:`OddAnswerError` before anything of the letter is out."""
        self._line.open()
        self._thread.start()

    def close(self) -> None:
        """Hang up, also in the middle."""
        self._line.hang_up()
        if self._thread.ident is not None:
            self._thread.join()
        self._line.close()

    def _send(self) -> None:
        about = (
            job_id(self._number),
            attribute(Tag.MIME_TYPE, "document-format", PDF),
            attribute(Tag.BOOLEAN, "last-document", True),
        )
        try:
            answer = self._line.ask(Operation.SEND_DOCUMENT, about, document=self._pdf)
            self.refused = not is_ok(answer)
        except (PrinterLostError, OddAnswerError):
            self.lost = True


class Delivery:
    """Follows one job. ``stopping`` may be set from any thread; everything else belongs to the thread that prints."""

    def __init__(
        self,
        line: Conversation,
        job: PrintJob,
        report: Callable[[Progress], None],
        pace: Pace,
        stopping: threading.Event,
    ) -> None:
        self._line = line
        self._job = job
        self._report = report
        self._pace = pace
        self._stopping = stopping
        self._cancelled = False
        self._spoiled = False
        self._pages_done = 0
        self._told: Progress | None = None

    def create(self, name: str) -> int | None:
        """Create the job, waiting for a busy printer; its number, or None if stopped before or meanwhile.

        Raises PRINTER_BUSY, PRINTER_STOPPED, PRINTER_ODD, :class:`PrinterLostError`, :class:`OddAnswerError`.
        """
        too_late = self._pace.until(self._pace.busy)
        while not self._stopping.is_set():
            answer = self._ask_for_job(name)
            if answer.code not in _TRY_LATER:
                return self._created(answer)
            if too_late():
                raise TroubleError(Trouble.PRINTER_BUSY)
            self._tell(Trouble.PRINTER_BUSY)
            self._pace.rest()
        return None

    def _created(self, answer: Message) -> int | None:
        number = answer.first(GroupTag.JOB).number("job-id")
        if not is_ok(answer) or number is None:
            raise TroubleError(_REFUSALS.get(answer.code, Trouble.PRINTER_ODD))
        if self._stopping.is_set():
            self._cancel(number)
            return None
        return number

    def _ask_for_job(self, name: str) -> Message:
        about = [attribute(Tag.NAME, "job-name", name)]
        job = (
            attribute(Tag.KEYWORD, "media", A4),
            attribute(Tag.KEYWORD, "sides", self._job.sides.value),
        )
        return self._line.ask(Operation.CREATE_JOB, about, job)

    def follow(self, number: int, upload: Upload) -> PrintResult:
        """Look at job and printer until the job ends or the printer has been lost for too long."""
        too_late = self._pace.until(self._pace.lost)
        while True:
            try:
                outcome = self._look(number, upload)
                too_late = self._pace.until(self._pace.lost)
            except _JobGoneError:
                outcome = Outcome.UNKNOWN
            except (PrinterLostError, OddAnswerError) as error:
                self._tell(trouble_of(error))
                outcome = Outcome.UNKNOWN if too_late() else None
            if outcome:
                return PrintResult(outcome, self._pages_done)
            self._pace.rest()

    def _look(self, number: int, upload: Upload) -> Outcome | None:
        if self._stopping.is_set():
            self._cancel(number)
        job = self._job_now(number)
        printer = self._printer_now()
        self._count(job)
        state = job.number("job-state")
        if state in _ENDS:
            return self._end(_ENDS[state])
        if upload.refused or (upload.lost and _is_incomplete(job)):
            self._spoiled = True
            self._cancel(number)
        self._tell(held_by(printer, job))
        return None

    def _end(self, outcome: Outcome) -> Outcome:
        if outcome is Outcome.PRINTED:
            self._pages_done = self._job.pages
        if outcome is Outcome.STOPPED and self._spoiled and not self._stopping.is_set():
            return Outcome.FAILED
        return outcome

    def _job_now(self, number: int) -> Group:
        names = wanted("job-state", "job-state-reasons", "job-impressions-completed")
        answer = self._line.ask(Operation.GET_JOB, (job_id(number), names))
        if answer.code in _NOT_FOUND:
            raise _JobGoneError
        return _only_if_ok(answer, GroupTag.JOB, "job-state")

    def _printer_now(self) -> Group:
        answer = self._line.ask(Operation.GET_PRINTER, [wanted(*ASKED)])
        return _only_if_ok(answer, GroupTag.PRINTER, "printer-state")

    def _cancel(self, number: int) -> None:
        """Once: a job that is over or already being stopped says no, and that is well."""
        if not self._cancelled:
            self._line.ask(Operation.CANCEL_JOB, [job_id(number)])
            self._cancelled = True

    def _count(self, job: Group) -> None:
        """Believe only a count that grows and fits the letter."""
        done = job.number("job-impressions-completed") or 0
        if self._pages_done < done <= self._job.pages:
            self._pages_done = done

    def _tell(self, trouble: Trouble | None) -> None:
        progress = Progress(self._pages_done, trouble)
        if progress != self._told:
            self._told = progress
            self._report(progress)


def trouble_of(error: PrinterLostError | OddAnswerError) -> Trouble:
    return Trouble.PRINTER_ODD if isinstance(error, OddAnswerError) else Trouble.PRINTER_OFFLINE


def _only_if_ok(answer: Message, tag: GroupTag, needed: str) -> Group:
    found = answer.first(tag)
    if not is_ok(answer) or found.number(needed) is None:
        raise OddAnswerError("no state")
    return found


def _is_incomplete(job: Group) -> bool:
    reasons: Iterable[str] = job.words("job-state-reasons")
    return job.number("job-state") in _PENDING or any(reason in _INCOMPLETE for reason in reasons)
