"""Asking a printer, one request at a time, over HTTP or TLS (RFC 8010, 4; RFC 7472)."""

import hashlib
import hmac
import http.client
import socket
import ssl
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Self
from urllib.parse import urlsplit

from devices.printing.ipp import (
    Attribute,
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

_IPP_PORT = 631
_LARGEST_ANSWER = 1 << 20
_MEDIA_TYPE = "application/ipp"


class PrinterLostError(Exception):
    """No answer, or not all of it."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer may take.

    ``upload``, of a letter and until it is acknowledged, is long, because a printer without paper stops reading in the
    middle; who polls it meanwhile knows better whether it is still there. ``answer`` is for the whole answer to
    anything else, however slowly it drips.
    """

    connect: timedelta = timedelta(seconds=3)
    upload: timedelta = timedelta(minutes=10)
    answer: timedelta = timedelta(seconds=5)


class Conversation:
    """One connection, kept open between requests. For one thread.

    ``uri`` is ``ipp://`` or ``ipps://``. With ``fingerprint`` (SHA-256 of the certificate in DER, hexadecimal) exactly
    that certificate is accepted, else one that the machine trusts. ``user`` is said with every
    request (RFC 8011, 9.3).
    """

    def __init__(
        self, uri: str, patience: Patience, fingerprint: str | None = None, user: str | None = None
    ) -> None:
        parts = urlsplit(uri)
        self._uri = uri
        self._path = parts.path or "/"
        self._patience = patience
        self._user = () if user is None else (attribute(Tag.NAME, "requesting-user-name", user),)
        self._numbers = count(1)
        host, port = parts.hostname or "", parts.port or _IPP_PORT
        seconds = patience.connect.total_seconds()
        self._line = (
            _SecureLine(host, port, seconds, fingerprint)
            if parts.scheme == "ipps"
            else http.client.HTTPConnection(host, port, timeout=seconds)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._line.close()

    def hang_up(self) -> None:
        """End what another thread is sending or waiting for on this line."""
        if line := self._line.sock:
            _cut(line)

    def open(self) -> None:
        """Connect now. Raises :class:`PrinterLostError`, or :class:`OddAnswerError` for a wrong certificate."""
        with self._named_errors():
            self._connected()

    def ask(
        self,
        operation: Operation,
        about: Iterable[Attribute] = (),
        job: Iterable[Attribute] = (),
        document: bytes = b"",
    ) -> Message:
        """Send operation attributes, job attributes and a document; returns the answer, whatever its status.

        Raises :class:`PrinterLostError` and :class:`OddAnswerError`.
        """
        request = self._request(operation, about, job)
        with self._named_errors():
            answer = decode(self._exchange(encode(request), document))
            if answer.request_id != request.request_id:
                raise OddAnswerError("the answer to something else")
            return answer

    def _request(self, operation: Operation, about: Iterable[Attribute], job: Iterable[Attribute]) -> Message:
        always = (
            attribute(Tag.CHARSET, "attributes-charset", "utf-8"),
            attribute(Tag.LANGUAGE, "attributes-natural-language", "en"),
            attribute(Tag.URI, "printer-uri", self._uri),
        )
        groups = [group(GroupTag.OPERATION, (*always, *about, *self._user))]
        groups += [group(GroupTag.JOB, attributes) for attributes in [tuple(job)] if attributes]
        return Message(operation, next(self._numbers), tuple(groups))

    def _exchange(self, request: bytes, document: bytes) -> bytes:
        line = self._connected()
        line.settimeout(self._patience.upload.total_seconds())
        length = str(len(request) + len(document))
        headers = {"Content-Type": _MEDIA_TYPE, "Content-Length": length}
        self._line.request("POST", self._path, [request, document], headers)
        limit = self._patience.upload if document else self._patience.answer
        with _cut_after(limit, line), self._line.getresponse() as response:
            return _body(response)

    def _connected(self) -> socket.socket:
        while not (line := self._line.sock):
            self._line.connect()
        return line

    @contextmanager
    def _named_errors(self) -> Generator[None, None, None]:
        try:
            yield
        except BaseException as error:
            self.close()
            if named := _named(error):
                raise named from error
            raise


def _named(error: BaseException) -> PrinterLostError | OddAnswerError | None:
    match error:
        case ssl.SSLCertVerificationError():
            return OddAnswerError("the certificate")
        case OSError() | http.client.IncompleteRead():
            return PrinterLostError(type(error).__name__)
        case http.client.HTTPException():
            return OddAnswerError(type(error).__name__)
        case _:
            return None


def _body(response: http.client.HTTPResponse) -> bytes:
    media_type = response.headers.get_content_type()
    if response.status != http.HTTPStatus.OK or media_type != _MEDIA_TYPE:
        raise OddAnswerError("HTTP status or type")
    body = response.read(_LARGEST_ANSWER)
    if response.length and len(body) < _LARGEST_ANSWER:
        raise http.client.IncompleteRead(b"")
    if not response.isclosed() and response.read(1):
        raise OddAnswerError("too long")
    return body


@contextmanager
def _cut_after(limit: timedelta, line: socket.socket) -> Generator[None, None, None]:
    """Raises TimeoutError. A socket's own timeout starts again with every byte; this one does not."""
    line.settimeout(limit.total_seconds())
    too_late = threading.Event()

    def cut() -> None:
        too_late.set()
        _cut(line)

    scissors = threading.Timer(limit.total_seconds(), cut)
    scissors.daemon = True
    scissors.start()
    try:
        yield
    except Exception as error:
        if too_late.is_set():
            raise TimeoutError from error
        raise
    finally:
        scissors.cancel()


def _cut(line: socket.socket) -> None:
    try:
        # Not SSLSocket's own shutdown: it drops the cipher first, and another thread might still be sending.
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        return


class _SecureLine(http.client.HTTPSConnection):
    """TLS to one known certificate: printers sign their own, so a pin says more than a chain."""

    def __init__(self, host: str, port: int, timeout: float, fingerprint: str | None) -> None:
        context = ssl.create_default_context()
        if fingerprint is not None:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        super().__init__(host, port, timeout=timeout, context=context)
        self._fingerprint = fingerprint

    def connect(self) -> None:
        super().connect()
        if self._fingerprint is not None and not self._is_ours(self._fingerprint):
            self.close()
            raise ssl.SSLCertVerificationError("not the pinned certificate")

    def _is_ours(self, fingerprint: str) -> bool:
        certificate = self.sock.getpeercert(binary_form=True) or b""
        wanted = fingerprint.replace(":", "").lower()
        return hmac.compare_digest(hashlib.sha256(certificate).hexdigest(), wanted)
