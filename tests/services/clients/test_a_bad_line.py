"""The wire itself: cut, slow, endless, wiretapped."""

import logging
import socket
import traceback
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from kiosk.services import DigitalPost, open_http
from kiosk.services.post.refusals import FAULTS
from kiosk.services.wire import Wire
from kiosk.visit.people import OwnGrant
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError
from tests.cast import file, letter
from tests.services.clients.expecting import trouble
from tests.services.clients.servers import OddProvider, falling_silent, pouring, saying, serving

GRANT = OwnGrant(Secret("a-token-of-anna"), Secret("an-id-token"))
STEP_UP = (
    b"HTTP/1.1 401 Low\r\nContent-Length: 0\r\n"
    b'WWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="x"\r\n\r\n'
)
HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"


@pytest.fixture
def hasty(http, monkeypatch) -> httpx.Client:
    """The same client, with less patience."""
    monkeypatch.setattr(http, "timeout", httpx.Timeout(0.3))
    return http


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"", Trouble.NETWORK_GONE),
        (b"* OK IMAP4 ready\r\n", Trouble.NETWORK_GONE),
        (HALF, Trouble.MAILBOX_DOWN),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<nonsense", Trouble.MAILBOX_ODD),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", Trouble.MAILBOX_ODD),
        (b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", Trouble.MAILBOX_ODD),
        (STEP_UP, Trouble.LEVEL_TOO_LOW),
        (b"HTTP/1.1 401 Old\r\nContent-Length: 0\r\n\r\n", Trouble.SESSION_EXPIRED),
        (b"HTTP/1.1 504 Late\r\nContent-Length: 0\r\n\r\n", Trouble.MAILBOX_SLOW),
        (b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", Trouble.MAILBOX_DOWN),
    ],
)
def test_what_a_broken_post_office_says_is_named(machine, answer, why):
    with saying(answer) as url, trouble(why):
        machine.post(url).open_mailbox(GRANT)


@pytest.mark.parametrize("start", [b"", HALF])
def test_a_server_that_falls_silent_is_slow(hasty, start):
    with falling_silent(start) as url, trouble(Trouble.MAILBOX_SLOW):
        DigitalPost(url, hasty).open_mailbox(GRANT)


def test_a_silent_login_service_is_down(hasty, machine):
    with falling_silent(b"") as url, trouble(Trouble.LOGIN_SERVICE_DOWN):
        machine.provider(url).begin_code_login(Secret("anna"))


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_nobody_at_the_door_is_a_lost_network(machine, scheme):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with trouble(Trouble.NETWORK_GONE):
        machine.post(f"{scheme}://127.0.0.1:{port}").open_mailbox(GRANT)
    with trouble(Trouble.NETWORK_GONE):
        machine.provider(f"{scheme}://127.0.0.1:{port}").begin_code_login(Secret("anna"))


def test_nobody_says_that_nothing_was_sent_when_a_yes_was_on_its_way(machine):
    with saying(b"") as url, trouble(Trouble.MAILBOX_DOWN):
        machine.post(url).serve(GRANT, "mailbox", "letter", 1)
    with trouble(Trouble.NETWORK_GONE):
        machine.post(url).serve(GRANT, "mailbox", "letter", 1)


def test_a_name_that_nobody_knows_is_a_lost_network(machine):
    with trouble(Trouble.NETWORK_GONE):
        machine.post("https://post.invalid/apis/v1").open_mailbox(GRANT)


def test_an_answer_without_an_end_is_cut(machine):
    with pouring(bytes(65536)) as url, trouble(Trouble.MAILBOX_ODD):
        machine.post(url).open_mailbox(GRANT)


def test_an_answer_that_drips_is_slow(machine):
    with pouring(b" ") as url, trouble(Trouble.MAILBOX_SLOW):
        Wire(machine.http, FAULTS).ask("GET", url, within=timedelta(seconds=0.2))


def test_a_file_of_more_than_a_hundred_megabytes_is_too_large(machine):
    with pouring(bytes(4 * 1024 * 1024)) as url, trouble(Trouble.LETTER_TOO_LARGE):
        machine.post(url).content(GRANT, letter(), file())


def test_a_file_that_says_it_is_too_large_is_not_asked_for(machine):
    claimed = type(file())("f", "d", "application/pdf", "stor.pdf", "da", 100_000_001)
    with trouble(Trouble.LETTER_TOO_LARGE):
        machine.post("https://post.invalid").content(GRANT, letter(), claimed)


def test_a_plain_address_elsewhere_is_a_wrong_setting(machine):
    with pytest.raises(ValueError):
        machine.post("http://post.example/apis/v1")


def test_no_proxy_and_no_key_log_of_the_environment_is_used(monkeypatch, tmp_path):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    with serving(OddProvider().app()) as url, open_http() as http:
        assert http.get(f"{url}/op/jwks").status_code == 200
    assert not (tmp_path / "keys").exists()


def test_nothing_is_logged_and_no_error_names_the_token(machine, caplog):
    caplog.set_level(logging.DEBUG)
    with saying(HALF) as url, pytest.raises(TroubleError) as caught:
        machine.post(url).open_mailbox(GRANT)
    assert not [it for it in caplog.records if it.name.startswith(("httpx", "httpcore"))]
    assert "a-token-of-anna" not in "".join(traceback.format_exception(caught.value))


# TLS


def certificate(folder: Path, first_day: timedelta) -> dict[str, str]:
    """A server's certificate for 127.0.0.1 that trusts itself; paths as uvicorn wants them."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "town")])
    begins = datetime.now(UTC) + first_day
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(private)
    (folder / "certificate.pem").write_bytes(made.public_bytes(pem))
    return {"ssl_keyfile": str(folder / "key.pem"), "ssl_certfile": str(folder / "certificate.pem")}


async def _mailboxes(_):
    return JSONResponse({"mailboxes": []})


EMPTY = Starlette(routes=[Route("/mailboxes/", _mailboxes)])


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(machine, tmp_path):
    with serving(EMPTY, **certificate(tmp_path, timedelta(days=-1))) as url:
        with trouble(Trouble.LOGIN_NOT_TRUSTED):
            machine.provider(url).begin_code_login(Secret("anna"))
        with trouble(Trouble.MAILBOX_ODD):
            machine.post(url).open_mailbox(GRANT)


def test_a_certificate_of_the_systems_own_store_is_trusted(monkeypatch, tmp_path):
    tls = certificate(tmp_path, timedelta(days=-1))
    monkeypatch.setenv("SSL_CERT_FILE", tls["ssl_certfile"])
    with serving(EMPTY, **tls) as url, open_http() as http, trouble(Trouble.MAILBOX_CLOSED):
        DigitalPost(url, http).open_mailbox(GRANT)


def test_a_certificate_from_the_future_means_that_our_clock_is_wrong(monkeypatch, tmp_path):
    tls = certificate(tmp_path, timedelta(days=2))
    monkeypatch.setenv("SSL_CERT_FILE", tls["ssl_certfile"])
    with serving(EMPTY, **tls) as url, open_http() as http, trouble(Trouble.CLOCK_WRONG):
        DigitalPost(url, http).open_mailbox(GRANT)
