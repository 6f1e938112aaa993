"""The register's door at ``/mandates``: list, give, ask, accept, decline, withdraw, and the receipt."""

import asyncio
import base64
import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.bpp import Document, document
from kiosk.training.callers import Caller, Callers
from kiosk.training.clock import TownClock
from kiosk.training.drafts import GROWN, mandate_from, read_draft
from kiosk.training.post_refusals import PostRefusal, forbidden, not_found, too_old
from kiosk.training.rates import TooMany
from kiosk.training.receipts import Receipts
from kiosk.training.register import KEPT_ELSEWHERE, Mandate, Register, Role, Side, Standing
from kiosk.training.steady import steady
from kiosk.training.switches import Switches

_MOST_ON_A_PAGE: Final = 200
_FRESH_S: Final = 120
"""A login that signs is no older."""
_ANSWERED_AFTER: Final = timedelta(seconds=0.5)
Endpoint = Callable[[Request, Caller], Awaitable[Response]]
Change = Callable[[Mandate], None]


class RegisterDoor:
    """Its endpoints. ``switches`` is asked anew for every request."""

    def __init__(
        self,
        register: Register,
        callers: Callers,
        receipts: Receipts,
        clock: TownClock,
        switches: Callable[[], Switches],
    ) -> None:
        self._register = register
        self._callers = callers
        self._receipts = receipts
        self._clock = clock
        self._switches = switches

    def routes(self) -> list[Route]:
        """Mounted at ``/mandates``."""
        return [
            self._route("/", self._list, "GET"),
            self._route("/", self._take_in, "POST"),
            self._route("/{mandate}/accept", self._accept, "POST"),
            self._route("/{mandate}/decline", self._decline, "POST"),
            self._route("/{mandate}/withdraw", self._withdraw, "POST"),
            self._route("/{mandate}/receipt", self._receipt, "POST", for_another=True),
        ]

    def _route(self, path: str, endpoint: Endpoint, method: str, *, for_another: bool = False) -> Route:
        async def answer(request: Request) -> Response:
            try:
                await self._be_there()
                caller = self._callers.of(request, also_ended=for_another)
                if caller.mandate and not for_another:
                    raise forbidden()
                if self._switches().mandates_nonsense:
                    return Response("<html><h1>Velkommen</h1>", media_type="text/html")
                return await endpoint(request, caller)
            except PostRefusal as refusal:
                return refusal.response()
            except ClientDisconnect:
                return PostRefusal(400, "parameter.invalid", "body").response()

        return Route(path, answer, methods=[method])

    async def _be_there(self) -> None:
        switches = self._switches()
        await asyncio.sleep(switches.mandates_slow_s)
        if switches.mandates_down:
            raise PostRefusal(503, "service.unavailable")

    async def _list(self, request: Request, caller: Caller) -> Response:
        page, size = _number(request, "page", 0), _number(request, "size", _MOST_ON_A_PAGE)
        if not 1 <= size <= _MOST_ON_A_PAGE:
            raise PostRefusal(400, "parameter.invalid", "size")
        every = sorted(self._register.concerning(caller.person), key=self._is_over)
        shown = [self._shown(each, caller) for each in every[page * size : (page + 1) * size]]
        return _answer({"mandates": shown, "totalElements": len(every)})

    def _is_over(self, mandate: Mandate) -> bool:
        return self._register.standing(mandate) not in {Standing.IN_FORCE, Standing.AWAITED}

    async def _take_in(self, request: Request, caller: Caller) -> Response:
        body = await request.body()
        async with steady(_ANSWERED_AFTER):
            draft = read_draft(body, caller.person, self._register.today())
            if caller.person.cpr is None or caller.person.age(self._register.today()) < GROWN:
                raise forbidden()
            if draft.role == "grantor":
                self._check_signed(caller)
            try:
                self._register.sent.take(caller.person.id)
            except TooMany as many:
                wait = {"Retry-After": str(math.ceil(many.wait.total_seconds()))}
                raise PostRefusal(429, "too.many.requests", headers=wait) from many
            mandate = mandate_from(draft, caller.person, self._register)
            self._register.add(mandate)
            return _answer(self._shown(mandate, caller), 202)

    async def _accept(self, request: Request, caller: Caller) -> Response:
        mandate, role = self._to_change(request, caller)
        if mandate.awaits != role:
            raise forbidden()
        if role == "grantor":
            self._check_signed(caller)
        return self._changed(mandate, caller, self._register.accept, {Standing.AWAITED})

    async def _decline(self, request: Request, caller: Caller) -> Response:
        mandate, role = self._to_change(request, caller)
        if mandate.awaits != role:
            raise forbidden()
        return self._changed(mandate, caller, self._register.decline, {Standing.AWAITED})

    async def _withdraw(self, request: Request, caller: Caller) -> Response:
        mandate, _ = self._to_change(request, caller)
        if mandate.basis in KEPT_ELSEWHERE:
            raise forbidden()
        usual = {Standing.AWAITED, Standing.IN_FORCE}
        return self._changed(mandate, caller, self._register.withdraw, usual)

    async def _receipt(self, request: Request, caller: Caller) -> Response:
        await self._receipts.take(request, caller)
        return Response(status_code=201)

    def _to_change(self, request: Request, caller: Caller) -> tuple[Mandate, Role]:
        """The mandate and the caller's side of it, as the caller knows it."""
        mandate = self._register.find(request.path_params["mandate"])
        role = mandate.role_of(caller.person) if mandate else None
        if mandate is None or role is None:
            raise not_found()
        version = request.headers.get("if-match", "").strip('"')
        if not version:
            raise PostRefusal(400, "if.match.missing", "If-Match")
        mandate.version += self._switches().mandate_changed
        if version != str(mandate.version):
            raise PostRefusal(409, "version.conflict")
        return mandate, role

    def _changed(self, mandate: Mandate, caller: Caller, change: Change, usual: set[Standing]) -> Response:
        if self._register.standing(mandate) not in usual:
            raise PostRefusal(409, "version.conflict")
        change(mandate)
        return _answer(self._shown(mandate, caller))

    def _check_signed(self, caller: Caller) -> None:
        if self._clock.seconds() - caller.session.auth_time > _FRESH_S:
            raise too_old(_FRESH_S)

    def _shown(self, mandate: Mandate, caller: Caller) -> dict[str, object]:
        role, standing = mandate.role_of(caller.person), self._register.standing(mandate)
        return {
            "id": mandate.id,
            "reference": mandate.reference,
            "version": mandate.version,
            "basis": mandate.basis.value,
            "grantor": _side(mandate.grantor),
            "holder": _side(mandate.holder),
            "role": role,
            **_scope(mandate, self._switches().mandates_document),
            "until": mandate.until,
            "standing": standing.value,
            "endedOn": self._register.ended_on(mandate),
            "awaitsMe": standing is Standing.AWAITED and mandate.awaits == role,
        }


def _side(side: Side) -> dict[str, str]:
    kind = "company" if side.is_company else "person"
    return {"name": side.name, "number": side.masked, "kind": kind, "language": side.language}


def _scope(mandate: Mandate, kind: Document) -> dict[str, str]:
    """One of two members: the two mechanisms are kept apart."""
    if mandate.is_for_post:
        right = "MESSAGE_WRITE" if "MESSAGE_WRITE" in mandate.rights else "MESSAGE_BASIC"
        return {"postRight": right}
    xml = document(mandate.grantor.urn, mandate.rights, kind)
    return {"privilegesIntermediate": base64.b64encode(xml).decode()}


def _number(request: Request, name: str, default: int) -> int:
    given = request.query_params.get(name, str(default))
    if not (given.isascii() and given.isdigit() and len(given) <= 9):
        raise PostRefusal(400, "parameter.invalid", name)
    return int(given)


def _answer(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, {"Cache-Control": "no-store"}, "application/json")
