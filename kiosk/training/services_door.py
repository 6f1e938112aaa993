"""The services at ``/services``: each has matters to read and to handle, and asks the register who may."""

from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.callers import Callers
from kiosk.training.post_refusals import PostRefusal, forbidden, not_found
from kiosk.training.register import AREAS, new_reference, urn
from kiosk.training.switches import Switches


class ServicesDoor:
    """Its endpoints. ``switches`` is asked anew for every request."""

    def __init__(self, callers: Callers, switches: Callable[[], Switches]) -> None:
        self._callers = callers
        self._switches = switches

    def routes(self) -> list[Route]:
        """Mounted at ``/services``."""
        return [Route("/{area}/", self._answer, methods=["GET", "POST"])]

    async def _answer(self, request: Request) -> Response:
        try:
            self._check(request)
        except PostRefusal as refusal:
            return refusal.response()
        if self._switches().services_nonsense:
            return Response("<html><h1>Velkommen</h1>", media_type="text/html")
        return Response(msgspec.json.encode({"reference": new_reference()}), media_type="application/json")

    def _check(self, request: Request) -> None:
        """Whoever cannot ask the register lets nobody act for another. Raises :class:`PostRefusal`."""
        caller, switches = self._callers.of(request), self._switches()
        if switches.services_down or (caller.mandate and switches.mandates_down):
            raise PostRefusal(503, "service.unavailable")
        area = request.path_params["area"]
        if area not in AREAS:
            raise not_found()
        right = "handle" if request.method == "POST" else "read"
        if switches.services_refused:
            raise forbidden()
        if not caller.may(urn(area, right)):
            raise forbidden("privilege.missing")
