"""HTTP as this machine speaks it: one whole answer, capped and in time, or a named trouble."""

import http.cookiejar
import ipaddress
import logging
import ssl
import time
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, TypeVar

import httpx
import msgspec

from kiosk.services.told import Told
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

_PATIENCE: Final = httpx.Timeout(connect=3.0, read=10.0, write=10.0, pool=3.0)
_IDLE_S: Final = 4.0
"""Connections rest a little shorter than common servers keep them, so that none is found dead."""

_SMALL: Final = 8 * 1024 * 1024
SOON: Final = timedelta(seconds=20)
"""For an answer that somebody is waiting for."""

_NOT_YET_VALID: Final = 9
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID: the usual look of a clock that lost its battery."""

T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Faults:
    """Which trouble each failing of the wire is, for one outside system.

    ``down``: cut in the middle; ``slow``: no answer in time; ``odd``: an answer that cannot be understood;
    ``large``: more bytes than asked for; ``untrusted``: TLS says that this is somebody else.
    """

    down: Trouble
    slow: Trouble
    odd: Trouble
    large: Trouble
    untrusted: Trouble


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer, read to its end."""

    status: int
    headers: httpx.Headers = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def wait(self) -> timedelta | None:
        """``Retry-After`` where it is a number of seconds (RFC 9110, 10.2.3)."""
        seconds = self.headers.get("retry-after", "")
        return timedelta(seconds=int(seconds[:6])) if seconds.isascii() and seconds.isdigit() else None


def open_http() -> httpx.Client:
    """A client without proxy variables, cookies, redirects, compression or logs; certificates of the system's store."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return httpx.Client(
        verify=_tls(),
        cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=[])),
        headers={"User-Agent": "Borgerkiosk", "Accept-Encoding": "identity"},
        timeout=_PATIENCE,
        limits=httpx.Limits(keepalive_expiry=_IDLE_S),
        follow_redirects=False,
        trust_env=False,
    )


def _tls() -> ssl.SSLContext:
    """Not ``create_default_context``: that one obeys SSLKEYLOGFILE."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_default_certs()
    return context


def is_private(url: str) -> bool:
    """Whether nobody can listen: HTTPS, or HTTP to a loopback address (RFC 8252, 8.3: addresses, not names)."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        return False
    return not parsed.userinfo and (
        (parsed.scheme == "https" and bool(parsed.host)) or (parsed.scheme == "http" and _loops(parsed.host))
    )


def _loops(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Wire:
    """The line to one outside system."""

    def __init__(self, http: httpx.Client, faults: Faults) -> None:
        self._http = http
        self._faults = faults

    def ask(
        self,
        method: str,
        url: str,
        *,
        bearer: Secret | None = None,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        json: Told | None = None,
        content: bytes | None = None,
        changes: bool = False,
        limit: int = _SMALL,
        within: timedelta = SOON,
    ) -> Answer:
        """The answer, whatever its status, of at most ``limit`` bytes.

        ``within``: so long for the whole body, and no longer for any step before it.
        Raises the system's ``down`` (cut in the middle), ``slow``, ``large`` and ``untrusted`` troubles; NETWORK_GONE
        when not a word came back (no name, no route, refused, cut): from here that looks like an unplugged cable.
        That one promises that nothing was sent, so what ``changes`` something there and was on its way when the line
        was cut is ``down``.
        """
        request = self._http.build_request(
            method,
            url,
            params=params,
            data=form,
            content=content if json is None else msgspec.json.encode(json),
            headers={**_head(bearer, json), **(headers or {})},
            timeout=_at_most(self._http.timeout, within),
        )
        with self._troubles(cut=self._faults.down if changes else Trouble.NETWORK_GONE):
            response = self._http.send(request, stream=True)
        with self._troubles(cut=self._faults.down), closing(response):
            return Answer(response.status_code, response.headers, self._body(response, limit, within))

    def understand(self, answer: Answer, kind: type[T]) -> T:
        """The JSON of an answer. Raises the system's ``odd`` trouble."""
        try:
            return msgspec.json.decode(answer.body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as cause:
            raise TroubleError(self._faults.odd) from cause

    def _body(self, response: httpx.Response, limit: int, within: timedelta) -> bytes:
        until = time.monotonic() + within.total_seconds()
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > limit:
                raise TroubleError(self._faults.large)
            if time.monotonic() > until:
                raise TroubleError(self._faults.slow)
        return bytes(body)

    @contextmanager
    def _troubles(self, cut: Trouble) -> Generator[None]:
        try:
            yield
        except httpx.TimeoutException as cause:
            raise TroubleError(self._faults.slow) from cause
        except httpx.ConnectError as cause:
            raise TroubleError(self._tls_trouble(cause) or Trouble.NETWORK_GONE) from cause
        except httpx.TransportError as cause:
            raise TroubleError(self._tls_trouble(cause) or cut) from cause

    def _tls_trouble(self, cause: BaseException) -> Trouble | None:
        match _tls_error(cause):
            case None:
                return None
            case ssl.SSLCertVerificationError(verify_code=code) if code == _NOT_YET_VALID:
                return Trouble.CLOCK_WRONG
            case ssl.SSLCertVerificationError():
                return self._faults.untrusted
            case _:
                return self._faults.down


def _at_most(patience: httpx.Timeout, within: timedelta) -> httpx.Timeout:
    longest = within.total_seconds()
    limits = {step: min(limit or longest, longest) for step, limit in patience.as_dict().items()}
    return httpx.Timeout(**limits)


def _head(bearer: Secret | None, json: Told | None) -> dict[str, str]:
    asked = {"Accept": "application/json"}
    return (
        asked
        | ({} if bearer is None else {"Authorization": f"Bearer {bearer.text()}"})
        | ({} if json is None else {"Content-Type": "application/json"})
    )


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    """The TLS library's own word at the root of a connection error, if it was TLS that failed."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error
