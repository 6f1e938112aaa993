"""A small client for the town's own door: throws switches, presses code devices, puts letters into mailboxes."""

from typing import Self, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from kiosk.training.practice import Code, PersonCard
from kiosk.training.switches import Switches

_T = TypeVar("_T")
_TIMEOUT = 30


class UnknownInTownError(Exception):
    """The town knows no such person, switch or value."""


class TownClient:
    """Talks to the town at ``url``. Raises :class:`httpx.HTTPError` when that does not work."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/practice", timeout=_TIMEOUT, trust_env=False)

    def switch(self, **switches: object) -> Switches:
        """Set some switches by the names in :class:`Switches`, leave the others: ``switch(post_down=True)``."""
        return self._call("POST", "/switches", Switches, msgspec.json.encode(switches))

    def reset(self) -> Switches:
        """All switches off, nobody at any machine as far as the provider knows, every mandate as it was.

        Letters that came since, receipts among them, are gone.
        """
        return self._call("DELETE", "/switches", Switches)

    def switches(self) -> Switches:
        return self._call("GET", "/switches", Switches)

    def people(self) -> list[PersonCard]:
        return self._call("GET", "/people", list[PersonCard])

    def press(self, person: str) -> Code:
        """Press the person's code device."""
        return self._call("POST", f"/code-device/{quote(person)}/press", Code)

    def renew(self, person: str) -> None:
        """Give the person a new code device and password, as after a block."""
        self._send("POST", f"/people/{quote(person)}/renew")

    def renew_all(self) -> None:
        """The same for everybody."""
        self._send("POST", "/people/renew")

    def log_in_elsewhere(self, person: str) -> None:
        """Make the person somebody who is at another machine as well, for ten minutes or until :meth:`reset`."""
        self._send("POST", f"/people/{quote(person)}/elsewhere")

    def withdraw(self, grantor: str, holder: str) -> None:
        """Let the grantor take back, at home and now, all that lets the holder act for them."""
        self._send("POST", f"/people/{quote(grantor)}/withdraw/{quote(holder)}")

    def let_die(self, person: str) -> None:
        """Let the person die now; :meth:`reset` brings them back."""
        self._send("POST", f"/people/{quote(person)}/dies")

    def put_letter(self, person: str, memo: bytes) -> None:
        """Put a MeMo message into the person's mailbox, whoever it is addressed to."""
        self._send("POST", f"/people/{quote(person)}/letters", memo)

    def register_client(self, client_id: str, public_jwk: dict[str, str]) -> None:
        """Make a kiosk known to the identity provider."""
        self._send("POST", "/clients", msgspec.json.encode({"client_id": client_id, "jwk": public_jwk}))

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _call(self, method: str, path: str, answer: type[_T], content: bytes | None = None) -> _T:
        return msgspec.json.decode(self._send(method, path, content), type=answer)

    def _send(self, method: str, path: str, content: bytes | None = None) -> bytes:
        response = self._http.request(method, path, content=content)
        if response.is_client_error:
            raise UnknownInTownError
        return response.raise_for_status().content
