"""The town's own door at ``/practice``: switches, people, code devices and letters, for the bench and the tests."""

from collections.abc import Awaitable, Callable
from typing import Final

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.answers import OAuthError
from kiosk.training.card_office import CardOffice
from kiosk.training.clients import Clients, Registration
from kiosk.training.clock import TownClock
from kiosk.training.leases import Leases
from kiosk.training.logins import Logins
from kiosk.training.mailboxes import Mailboxes, iso
from kiosk.training.memo import BadMemoError
from kiosk.training.memo_intake import read_memo, receipt, refused
from kiosk.training.people import PEOPLE, Codes, Person
from kiosk.training.post_refusals import PostRefusal, not_found
from kiosk.training.register import Register, Standing
from kiosk.training.register_papers import Papers
from kiosk.training.switches import Switches, changed

_ELSEWHERE_S: Final = 600
"""For so long somebody stays at a machine that there is not."""


class PersonCard(msgspec.Struct, frozen=True):
    """What a trainer may know of an invented person."""

    id: str
    name: str
    happens: str
    user_id: str
    password: str
    has_code_device: bool
    card: str | None
    pin: str | None
    cpr: str | None


class Code(msgspec.Struct, frozen=True):
    """What a code device shows, and for how many more seconds."""

    code: str
    seconds_left: int


class Practice:
    """Its endpoints. ``set_switches`` is told of every change."""

    def __init__(
        self,
        office: CardOffice,
        clients: Clients,
        logins: Logins,
        mailboxes: Mailboxes,
        leases: Leases,
        register: Register,
        papers: Papers,
        clock: TownClock,
        set_switches: Callable[[Switches], None],
    ) -> None:
        self._office = office
        self._clients = clients
        self._logins = logins
        self._mailboxes = mailboxes
        self._leases = leases
        self._register = register
        self._papers = papers
        self._clock = clock
        self._set_switches = set_switches
        self.switches = Switches()

    def routes(self) -> list[Route]:
        """Mounted at ``/practice``."""
        return [
            self._route("/switches", self._show_switches, "GET"),
            self._route("/switches", self._throw_switches, "POST"),
            self._route("/switches", self._reset_switches, "DELETE"),
            self._route("/people", self._people, "GET"),
            self._route("/people/{person}/letters", self._put_letter, "POST"),
            self._route("/people/{person}/renew", self._renew, "POST"),
            self._route("/people/{person}/elsewhere", self._log_in_elsewhere, "POST"),
            self._route("/people/{person}/withdraw/{holder}", self._withdraw, "POST"),
            self._route("/people/{person}/dies", self._let_die, "POST"),
            self._route("/people/renew", self._renew_all, "POST"),
            self._route("/code-device/{person}/press", self._press, "POST"),
            self._route("/clients", self._register_client, "POST"),
            self._route("/ca.pem", self._authority, "GET"),
            self._route("/revoked.crl", self._revoked, "GET"),
        ]

    def _route(self, path: str, endpoint: Callable[[Request], Awaitable[Response]], method: str) -> Route:
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except PostRefusal as refusal:
                return refusal.response()
            except (msgspec.DecodeError, OAuthError):
                return PostRefusal(400, "parameter.invalid", "body").response()

        return Route(path, answer, methods=[method])

    async def _show_switches(self, request: Request) -> Response:
        return _answer(self.switches)

    async def _throw_switches(self, request: Request) -> Response:
        return self._set(changed(self.switches, await request.body()))

    async def _reset_switches(self, request: Request) -> Response:
        """As new, today: nobody is anywhere either, every mandate is as it was, and letters that came are gone."""
        answer = self._set(Switches())
        self._leases.clear()
        self._papers.clear()
        self._register.clear()
        self._mailboxes.clear()
        return answer

    async def _people(self, request: Request) -> Response:
        return _answer([_card(person) for person in PEOPLE.values()])

    async def _press(self, request: Request) -> Response:
        device = self._logins.authenticators(_person(request)).device
        if device is None:
            raise not_found()
        return _answer(Code(*device.press(self._clock.now())))

    async def _renew(self, request: Request) -> Response:
        self._logins.renew_authenticators(_person(request))
        return Response(status_code=204)

    async def _renew_all(self, request: Request) -> Response:
        for person in PEOPLE.values():
            self._logins.renew_authenticators(person)
        return Response(status_code=204)

    async def _log_in_elsewhere(self, request: Request) -> Response:
        self._leases.pretend(_person(request).id, _ELSEWHERE_S)
        return Response(status_code=204)

    async def _withdraw(self, request: Request) -> Response:
        """The person takes back, at home, all that lets the holder act for them."""
        person, holder = _person(request), _person(request, "holder")
        for mandate in self._register.concerning(person):
            in_force = self._register.standing(mandate) is Standing.IN_FORCE
            if in_force and (mandate.grantor.who, mandate.holder.who) == (person, holder):
                self._register.withdraw(mandate)
        return Response(status_code=204)

    async def _let_die(self, request: Request) -> Response:
        self._register.die(_person(request))
        return Response(status_code=204)

    async def _put_letter(self, request: Request) -> Response:
        """Any MeMo message, into this person's mailbox."""
        person = _person(request)
        try:
            envelope = await self._mailboxes.take_in(await read_memo(request.stream()), person)
        except BadMemoError as bad:
            raise refused(bad) from bad
        return _answer(receipt(envelope, iso(self._clock.now())), 201)

    async def _register_client(self, request: Request) -> Response:
        self._clients.register(msgspec.json.decode(await request.body(), type=Registration))
        return Response(status_code=204)

    async def _authority(self, request: Request) -> Response:
        return Response(
            self._office.authority.certificate.public_bytes(Encoding.PEM), media_type="application/x-pem-file"
        )

    async def _revoked(self, request: Request) -> Response:
        return Response(self._office.revoked.public_bytes(Encoding.DER), media_type="application/pkix-crl")

    def _set(self, switches: Switches) -> Response:
        self.switches = switches
        self._set_switches(switches)
        return _answer(switches)


def _person(request: Request, name: str = "person") -> Person:
    person = PEOPLE.get(request.path_params[name])
    if person is None:
        raise not_found()
    return person


def _card(person: Person) -> PersonCard:
    return PersonCard(
        person.id, person.name, person.happens, person.user_id, person.password,
        person.codes in {Codes.DEVICE, Codes.BLOCKED_DEVICE},
        person.id if person.card else None, person.pin if person.card else None, person.cpr,
    )  # fmt: skip


def _answer(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, {"Cache-Control": "no-store"}, "application/json")
