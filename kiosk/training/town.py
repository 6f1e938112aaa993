"""The practice town put together: one server on loopback with all that a kiosk asks, and its own door."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Self

import uvicorn
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from kiosk.training.callers import Callers
from kiosk.training.card_office import CardOffice, kept_rsa_key
from kiosk.training.claims import Signer
from kiosk.training.client import TownClient
from kiosk.training.clients import Clients, Registration
from kiosk.training.clock import TownClock
from kiosk.training.exchange import Exchange
from kiosk.training.gateway import losing_answers, marked
from kiosk.training.identity_provider import IdentityProvider
from kiosk.training.leases import Leases
from kiosk.training.logins import Logins
from kiosk.training.mailboxes import Mailboxes
from kiosk.training.papers_door import PapersDoor
from kiosk.training.people import PEOPLE
from kiosk.training.post_office import PostOffice
from kiosk.training.post_store import PostStore
from kiosk.training.practice import Practice
from kiosk.training.receipts import Receipts
from kiosk.training.register import Mandate, Register
from kiosk.training.register_door import RegisterDoor
from kiosk.training.register_papers import Papers
from kiosk.training.register_seeds import first_mandates, many_mandates
from kiosk.training.seed_letters import FirstLetters
from kiosk.training.services_door import ServicesDoor
from kiosk.training.switches import Switches
from kiosk.training.tokens import Tokens
from kiosk.training.wire import TownProtocol


class PracticeTown:
    """A town that runs while its ``with`` block does, in a thread of this process. Binds to 127.0.0.1 only.

    ``folder`` keeps the cards and what is slow to make; letters and logins are new with every start. ``port`` 0 is
    any free one. ``with_ten_thousand`` fills the big mailbox at the start instead of when it is first opened.
    ``mandates``: what the register holds when it is new, on that day.
    """

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        with_ten_thousand: bool = False,
        mandates: Callable[[date], Iterable[Mandate]] = first_mandates,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._socket = socket.create_server(("127.0.0.1", port))
        # Inherited by every connection: with Nagle's algorithm each answer with a body would wait 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.issuer = f"{self.url}/op"
        self.post_url = f"{self.url}/apis/v1"
        self._clock = TownClock()
        office = CardOffice(folder, self._clock.now())
        self.cards_folder = office.cards_folder
        self._clients = Clients(folder / "clients.json", self.issuer, self._clock)
        self._store = PostStore(_fresh(folder / "post.db"), self._list_lag)
        logins, tokens = Logins(office, self._clock), Tokens(self._clock)
        signer = _signer(folder, self.issuer, self._clock)
        self.given_tokens: Sequence[str] = tokens.given
        self.given_id_tokens: Sequence[str] = signer.given
        mailboxes = Mailboxes(self._store, FirstLetters(folder / "prepared", self._clock), self._clock)
        leases, register = Leases(self._clock), Register(mandates, many_mandates, self._clock)
        papers = Papers(register, self._clock)
        self._practice = Practice(
            office, self._clients, logins, mailboxes, leases, register, papers, self._clock, self._obey
        )
        provider = IdentityProvider(
            signer,
            self._clients,
            logins,
            tokens,
            leases,
            Exchange(tokens, register, self._clock, self.issuer, self._switches),
            self._clock,
            self._switches,
        )
        callers = Callers(tokens, register)
        receipts = Receipts(mailboxes, register, self._clock)
        post = PostOffice(self._store, mailboxes, callers, self._clock, self._switches)
        door = RegisterDoor(register, callers, receipts, self._clock, self._switches)
        services = ServicesDoor(callers, self._switches)
        self._server = self._make_server(
            {
                "/op": provider.routes(),
                "/apis/v1": post.routes(),
                "/mandates": door.routes(),
                "/services": services.routes(),
                "/papers": PapersDoor(papers, register, callers, self._switches).routes(),
                "/practice": self._practice.routes(),
            }
        )
        if with_ten_thousand:
            mailboxes.of(PEOPLE["tina-ten-thousand"])
        self.client = TownClient(self.url)
        self._thread = threading.Thread(target=self.run, name="practice town", daemon=True)

    def register_client(self, client_id: str, public_jwk: dict[str, str]) -> None:
        """Let a kiosk log people in: its id and its public P-256 key as a JWK."""
        self._clients.register(Registration(client_id, public_jwk))

    def run(self) -> None:
        """Serve until :meth:`stop`, in the calling thread."""
        self._server.run([self._socket])

    def stop(self) -> None:
        """End :meth:`run` soon; from any thread."""
        self._server.should_exit = True
        self._server.force_exit = True

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._thread.join(5)
        self.close()

    def close(self) -> None:
        """Let go of the door and the letters, after :meth:`run` has ended."""
        self.client.close()
        self._store.close()
        with contextlib.suppress(OSError):
            self._socket.close()

    def _make_server(self, doors: dict[str, list[Route]]) -> uvicorn.Server:
        routes = [Mount(path, routes=inside) for path, inside in doors.items()]
        app = marked(losing_answers(Starlette(routes=routes), self._loses), self._clock)
        config = uvicorn.Config(
            app, http=TownProtocol.cut_by(self._is_off), ws="none",
            lifespan="off", log_config=None, access_log=False, date_header=False, server_header=False,
        )  # fmt: skip
        return uvicorn.Server(config)

    def _switches(self) -> Switches:
        return self._practice.switches

    def _obey(self, switches: Switches) -> None:
        self._clock.ahead = timedelta(seconds=switches.clock_ahead_s)

    def _is_off(self) -> bool:
        return self._practice.switches.switched_off

    def _loses(self) -> bool:
        return self._practice.switches.answers_lost

    def _list_lag(self) -> timedelta:
        return timedelta(milliseconds=self._practice.switches.list_lag_ms)


def _signer(folder: Path, issuer: str, clock: TownClock) -> Signer:
    key, stranger = (RSAKey.import_key(kept_rsa_key(folder, name)) for name in ("provider", "stranger"))
    return Signer(issuer, key, stranger, clock)


def _fresh(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path
