"""A printer that behaves badly on command: what a well-made one never does, and a real one does on a Monday."""

import enum
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from devices.printing.ipp import (
    Group,
    GroupTag,
    Message,
    OddAnswerError,
    Operation,
    Tag,
    attribute,
    decode,
    encode,
    group,
)

_OK, _NOT_FOUND, _FORMAT_REFUSED, _NOT_ACCEPTING, _BUSY = 0x0000, 0x0406, 0x040A, 0x0506, 0x0507
_ENDED = (7, 8, 9)


class Manner(enum.Enum):
    """How it answers."""

    POLITE = "as the standard says, from the attributes it has been given"
    BUSY = "always busy with somebody else's job"
    SILENT = "takes the question and says nothing"
    DRIPPING = "a byte at a time, for ever"
    HALF = "half an answer, then hangs up"
    NOISE = "bytes that are not HTTP"
    WEB_PAGE = "an HTML page"
    GARBLED = "the right type and nonsense in it"
    ANOTHER_ANSWER = "the answer to another question"
    ENDLESS = "more than anybody would say"
    NOT_ACCEPTING = "takes no jobs"
    REFUSING_LETTERS = "takes a job, and not the letter"
    GONE_AFTER_LETTER = "takes the letter and is never heard of again"
    MUTE_AFTER_LETTER = "prints, but hangs up instead of thanking for the letter"
    DROPPING_LETTERS = "hangs up in the middle of a letter"
    SLOW_READER = "stops reading a letter until it is polite again"
    FORGETFUL = "does not know a job that it has just taken"


class OddPrinter:
    """Answers on a free port of the loopback while the ``with`` block lasts.

    Its attributes are set at any time, from any thread; a cancelled job ends as ``state_when_cancelled``.
    """

    def __init__(self, manner: Manner = Manner.POLITE) -> None:
        self.manner = manner
        self.printer_state = 3
        self.printer_reasons: tuple[str, ...] = ("none",)
        self.media_ready: tuple[str, ...] = ("iso_a4_210x297mm",)
        self.trays: tuple[bytes, ...] = ()
        self.formats: tuple[str, ...] = ("application/pdf",)
        self.job_state = 5
        self.job_reasons: tuple[str, ...] = ("job-printing",)
        self.impressions = 0
        self.state_when_cancelled = 7
        self.jobs = 0
        self.letters: list[bytes] = []
        self.heard: list[Message] = []
        self.closing = threading.Event()
        self._server = _Server(self)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def uri(self) -> str:
        return f"ipp://127.0.0.1:{self._server.server_port}/ipp/print"

    def answer(self, request: Message, document: bytes) -> Message:
        """What it says, as far as it says anything that can be understood."""
        self.heard.append(request)
        status, groups = self._act(request, document)
        number = request.request_id + (self.manner is Manner.ANOTHER_ANSWER)
        return Message(status, number, (_GREETING, *groups))

    def _act(self, request: Message, document: bytes) -> tuple[int, tuple[Group, ...]]:
        match request.code:
            case Operation.GET_PRINTER:
                return _OK, (self._printer_group(),)
            case Operation.CREATE_JOB if self.manner is Manner.BUSY:
                return _BUSY, ()
            case Operation.CREATE_JOB if self.manner is Manner.NOT_ACCEPTING:
                return _NOT_ACCEPTING, ()
            case Operation.CREATE_JOB:
                self.jobs += 1
                return _OK, (self._job_group(),)
            case Operation.SEND_DOCUMENT if self.manner is Manner.REFUSING_LETTERS:
                return _FORMAT_REFUSED, ()
            case Operation.SEND_DOCUMENT:
                self.letters.append(document)
                return _OK, (self._job_group(),)
            case Operation.GET_JOB if self.manner is Manner.FORGETFUL:
                return _NOT_FOUND, ()
            case Operation.CANCEL_JOB:
                self.job_state = self.job_state if self.job_state in _ENDED else self.state_when_cancelled
                return _OK, ()
            case Operation.GET_JOBS if not self.jobs or self.job_state in _ENDED:
                return _OK, ()
            case _:
                return _OK, (self._job_group(),)

    def _printer_group(self) -> Group:
        attributes = (
            attribute(Tag.ENUM, "printer-state", self.printer_state),
            attribute(Tag.KEYWORD, "printer-state-reasons", *self.printer_reasons),
            attribute(Tag.KEYWORD, "media-ready", *self.media_ready),
            attribute(Tag.MIME_TYPE, "document-format-supported", *self.formats),
        )
        told = [attribute(Tag.OCTETS, "printer-input-tray", *self.trays)] if self.trays else []
        return group(GroupTag.PRINTER, [*attributes, *told])

    def _job_group(self) -> Group:
        attributes = (
            attribute(Tag.INTEGER, "job-id", self.jobs),
            attribute(Tag.ENUM, "job-state", self.job_state),
            attribute(Tag.KEYWORD, "job-state-reasons", *self.job_reasons),
            attribute(Tag.INTEGER, "job-impressions-completed", self.impressions),
        )
        return group(GroupTag.JOB, attributes)


_GREETING = group(
    GroupTag.OPERATION,
    (
        attribute(Tag.CHARSET, "attributes-charset", "utf-8"),
        attribute(Tag.LANGUAGE, "attributes-natural-language", "en"),
    ),
)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, printer: OddPrinter) -> None:
        super().__init__(("127.0.0.1", 0), _Ear)
        self.printer = printer

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up, which is what an odd printer must expect; anything else is a bug."""
        if not isinstance(sys.exception(), OSError):
            raise


class _Ear(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - only our own server makes ears

    def do_POST(self) -> None:
        try:
            self._hear(self.server.printer, int(self.headers["Content-Length"]))
        except (OSError, OddAnswerError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
        """Says nothing: what is printed here is nobody's business."""

    def _hear(self, printer: OddPrinter, length: int) -> None:
        body = self.rfile.read(min(length, 1024))
        request = decode(body)
        if request.code == Operation.SEND_DOCUMENT and not self._takes_letter(printer):
            return
        body += self.rfile.read(length - len(body))
        answer = encode(printer.answer(request, body.partition(b"%PDF")[2]))
        if request.code == Operation.SEND_DOCUMENT and printer.manner is Manner.MUTE_AFTER_LETTER:
            self.close_connection = True
        elif request.code == Operation.SEND_DOCUMENT and printer.manner is Manner.GONE_AFTER_LETTER:
            printer.manner = Manner.SILENT
            self._say_nothing(printer)
        else:
            self._speak(printer, answer)

    def _takes_letter(self, printer: OddPrinter) -> bool:
        while printer.manner is Manner.SLOW_READER and not printer.closing.wait(0.02):
            continue
        self.close_connection = printer.manner is Manner.DROPPING_LETTERS
        return not self.close_connection

    def _speak(self, printer: OddPrinter, answer: bytes) -> None:
        match printer.manner:
            case Manner.SILENT:
                self._say_nothing(printer)
            case Manner.DRIPPING:
                self._drip(printer)
            case Manner.HALF:
                self._say(answer[: len(answer) // 2], len(answer))
                self.close_connection = True
            case Manner.NOISE:
                self.wfile.write(b"\x00\xff" * 40 + b"\r\n\r\n")
                self.close_connection = True
            case Manner.WEB_PAGE:
                self._say(b"<html>Welcome</html>", kind="text/html")
            case Manner.GARBLED:
                self._say(b"\x02\x00" + bytes(range(1, 200)))
            case Manner.ENDLESS:
                self._say(answer[:-1] + b"\x44\x00\x01x\x00\x01y" * 200_000)
            case _:
                self._say(answer)

    def _say(self, body: bytes, length: int | None = None, kind: str = "application/ipp") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _say_nothing(self, printer: OddPrinter) -> None:
        printer.closing.wait(60)
        self.close_connection = True

    def _drip(self, printer: OddPrinter) -> None:
        self.send_response(200)
        self.flush_headers()
        while not printer.closing.wait(0.1):
            self.wfile.write(b"X")
            self.wfile.flush()
