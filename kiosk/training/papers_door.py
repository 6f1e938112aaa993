"""The desk's door at ``/papers``: staff hand in, register, confirm and reject what was signed by hand."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Literal

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.callers import Callers, Staff
from kiosk.training.drafts import Other, Wanted, who_can_answer
from kiosk.training.people import Person
from kiosk.training.post_refusals import PostRefusal, not_found
from kiosk.training.register import Register, Side
from kiosk.training.register_papers import Hand, Papers, Reading, Reason, SignedPaper, read_reference
from kiosk.training.switches import Switches
from kiosk.training.wider_powers import WiderPower

Endpoint = Callable[[Request, Staff], Awaitable[Response]]


class Scanned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``code``: of the QR code, or as typed."""

    code: str


class Entry(Wanted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody types from a paper. ``backedBy``: a wider power that was handed in with a request."""

    signedBy: Literal["grantor", "holder"]  # noqa: N815 - the interface's name
    grantor: Other
    holder: Other
    backedBy: WiderPower | None = None  # noqa: N815 - the interface's name

    def wrong_field(self, today: date) -> str | None:
        if self.backedBy and (self.signedBy == "grantor" or not self.backedBy.holds(today)):
            return "backedBy"
        return super().wrong_field(today)


class Rejection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: Reason


class PapersDoor:
    """Its endpoints, for staff alone. ``switches`` is asked anew for every request."""

    def __init__(
        self, papers: Papers, register: Register, callers: Callers, switches: Callable[[], Switches]
    ) -> None:
        self._papers = papers
        self._register = register
        self._callers = callers
        self._switches = switches

    def routes(self) -> list[Route]:
        """Mounted at ``/papers``."""
        return [
            self._route("/", self._list, "GET"),
            self._route("/", self._hand_in, "POST"),
            self._route("/{paper}", self._show, "GET"),
            self._route("/{paper}/register", self._enter, "POST"),
            self._route("/{paper}/confirm", self._confirm, "POST"),
            self._route("/{paper}/reject", self._reject, "POST"),
        ]

    def _route(self, path: str, endpoint: Endpoint, method: str) -> Route:
        async def answer(request: Request) -> Response:
            try:
                staff = self._callers.staff(request)
                if self._switches().mandates_down:
                    raise PostRefusal(503, "service.unavailable")
                return await endpoint(request, staff)
            except PostRefusal as refusal:
                return refusal.response()
            except (ClientDisconnect, msgspec.DecodeError):
                return PostRefusal(400, "parameter.invalid", "body").response()

        return Route(path, answer, methods=[method])

    async def _list(self, request: Request, staff: Staff) -> Response:
        return _answer({"papers": [_shown(each, staff) for each in self._papers.all()]})

    async def _hand_in(self, request: Request, staff: Staff) -> Response:
        scanned = msgspec.json.decode(await request.body(), type=Scanned)
        reference = read_reference(scanned.code)
        if reference is None:
            raise PostRefusal(400, "parameter.invalid", "code")
        return _answer(_shown(self._papers.hand_in(reference, staff), staff))

    async def _show(self, request: Request, staff: Staff) -> Response:
        return _answer(_shown(self._found(request), staff))

    async def _enter(self, request: Request, staff: Staff) -> Response:
        entry = msgspec.json.decode(await request.body(), type=Entry)
        paper = self._to_change(request)
        self._papers.register(paper, self._read(entry), staff)
        return _answer(_shown(paper, staff))

    async def _confirm(self, request: Request, staff: Staff) -> Response:
        paper = self._to_change(request)
        if paper.reading and self._has_run_out(paper.reading):
            raise PostRefusal(409, "version.conflict")
        self._papers.confirm(paper, staff)
        return _answer(_shown(paper, staff))

    async def _reject(self, request: Request, staff: Staff) -> Response:
        rejection = msgspec.json.decode(await request.body(), type=Rejection)
        paper = self._to_change(request)
        self._papers.reject(paper, rejection.reason, staff)
        return _answer(_shown(paper, staff))

    def _read(self, entry: Entry) -> Reading:
        """Staff may know who there is: a name that is not this number's is told to them at once."""
        grantor, holder = self._called(entry.grantor, "grantor"), self._called(entry.holder, "holder")
        wrong = "holder" if grantor is holder else entry.wrong_field(self._register.today())
        if wrong:
            raise PostRefusal(400, "parameter.invalid", wrong)
        return Reading(
            entry.signedBy, grantor, holder, entry.basis, entry.rights, entry.until, entry.backedBy
        )

    def _called(self, side: Other, field: str) -> Person:
        found = who_can_answer(side, self._register)
        if found is None:
            raise PostRefusal(400, "parameter.invalid", field)
        return found

    def _has_run_out(self, reading: Reading) -> bool:
        """Since it was registered."""
        is_dead = self._register.is_dead
        return reading.until < self._register.today() or is_dead(reading.grantor) or is_dead(reading.holder)

    def _found(self, request: Request) -> SignedPaper:
        paper = self._papers.find(request.path_params["paper"])
        if paper is None:
            raise not_found()
        return paper

    def _to_change(self, request: Request) -> SignedPaper:
        """What two do with one paper at the same time is done by the first alone."""
        paper = self._found(request)
        version = request.headers.get("if-match", "").strip('"')
        if not version:
            raise PostRefusal(400, "if.match.missing", "If-Match")
        if version != str(paper.version):
            raise PostRefusal(409, "version.conflict")
        return paper


def _shown(paper: SignedPaper, staff: Staff) -> dict[str, object]:
    return {
        "reference": paper.reference,
        "version": paper.version,
        "standing": paper.stage.value,
        "basis": paper.basis.value if paper.basis else None,
        "handedIn": _hand(paper.handed_in),
        "registered": _hand(paper.registered),
        "decided": _hand(paper.decided),
        "reason": paper.reason.value if paper.reason else None,
        "awaitsMe": bool(paper.reading and paper.registered and paper.registered.staff != staff),
        **(_entry(paper.reading) if paper.reading else {}),
    }


def _hand(hand: Hand | None) -> dict[str, str] | None:
    return {"by": hand.staff.pseudonym, "at": hand.at.isoformat(timespec="seconds")} if hand else None


def _entry(reading: Reading) -> dict[str, object]:
    return {
        "signedBy": reading.signed_by,
        "grantor": _side(reading.grantor),
        "holder": _side(reading.holder),
        "backedBy": reading.backed_by,
        "rights": sorted(reading.rights),
        "until": reading.until,
    }


def _side(person: Person) -> dict[str, str]:
    """The whole number stands on the paper."""
    return {"name": person.name, "number": Side.of(person).masked}


def _answer(content: object) -> Response:
    return Response(msgspec.json.encode(content), 200, {"Cache-Control": "no-store"}, "application/json")
