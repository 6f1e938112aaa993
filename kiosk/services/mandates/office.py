"""For whom somebody may act, and acting for them: the municipality's register, its provider, and the services."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, Literal

import httpx

from kiosk.services.identity.discovery import discover
from kiosk.services.identity.proof import ClientProof
from kiosk.services.mandates import register, shapes
from kiosk.services.mandates.exchange import ExchangeDesk
from kiosk.services.mandates.refusals import (
    DRAFTS,
    FAULTS,
    RECEIPT,
    REGISTER,
    SERVICE_FAULTS,
    demand,
    demand_done,
    speaking_of_mandates,
)
from kiosk.services.told import clean
from kiosk.services.wire import Answer, Wire, is_private
from kiosk.visit.mandates import Draft, Mandate, Mandates, Privilege, Right
from kiosk.visit.people import ActingGrant, Grant, OwnGrant
from kiosk.visit.trouble import Trouble, TroubleError

_ON_A_PAGE: Final = 200
_MOST_PAGES: Final = 10
_MOST_USABLE: Final = 200
"""Nobody finds the right one among more on a screen."""

FAREWELL: Final = timedelta(seconds=5)
"""For the receipt: whoever acted may be waiting with the coat on."""

_METHODS: Final = {Right.READ: "GET", Right.HANDLE: "POST"}
"""No machine is asked for CONTACT: it is about the telephone and the counter."""


class MunicipalMandateOffice:
    """``MandateOffice`` over HTTPS, as ``docs/mandates.md`` says.

    Unreachable at all is NETWORK_GONE; reached but broken, slow, 429 or 5xx is MANDATES_DOWN, as is an order that was
    cut on its way; answers that cannot be understood or believed are MANDATES_ODD. Of a service it is SERVICE_DOWN and
    SERVICE_ODD: whoever does their own errand has nothing to do with mandates.
    """

    def __init__(
        self,
        register_url: str,
        services_url: str,
        issuer: str,
        proof: ClientProof,
        now: Callable[[], datetime],
        http: httpx.Client,
    ) -> None:
        """``proof`` is this kiosk's at ``issuer``. Raises :class:`ValueError` for plain HTTP to another machine."""
        if not all(map(is_private, (register_url, services_url, issuer))):
            raise ValueError("the register or the services are neither HTTPS nor on loopback")
        self._register = register_url.rstrip("/")
        self._services = services_url.rstrip("/")
        self._issuer = issuer
        self._proof = proof
        self._now = now
        self._wire = Wire(http, FAULTS)
        self._service_wire = Wire(http, SERVICE_FAULTS)
        self._exchange: ExchangeDesk | None = None

    def mandates(self, grant: OwnGrant) -> Mandates:
        """All that concern the citizen, but for page after page of what is over.

        Raises MANDATES_TOO_MANY when they could act under more than 200 of them.
        """
        received: dict[str, Mandate] = {}
        given: dict[str, Mandate] = {}
        for page in range(_MOST_PAGES):
            told = self._page(grant, page)
            for it in told.mandates:
                (received if it.role == "holder" else given)[str(it.id)] = register.mandate(it)
            found = Mandates(tuple(received.values()), tuple(given.values()))
            if len(found.usable) > _MOST_USABLE:
                break
            if not any(map(_lives, told.mandates)) or told.total_elements <= (page + 1) * _ON_A_PAGE:
                return found
        raise TroubleError(Trouble.MANDATES_TOO_MANY)

    def act_for(self, grant: OwnGrant, mandate: Mandate) -> tuple[ActingGrant, timedelta]:
        """A token for one principal and how long it lasts, in time that needs no clock to agree."""
        return self._desk().exchange(grant, mandate)

    def still_stands(self, grant: Grant) -> None:
        self._desk().look_at(grant)

    def stop_acting(self, grant: Grant) -> None:
        self._desk().give_back(grant)

    def do(self, grant: Grant, privilege: Privilege) -> str:
        method = _METHODS.get(privilege.right)
        if method is None:
            raise TroubleError(Trouble.MANDATE_NOT_COVERING)
        answer = self._service_wire.ask(
            method,
            f"{self._services}/{privilege.area.value}/",
            bearer=grant.access_token,
            changes=privilege.right is Right.HANDLE,
        )
        return clean(self._service_wire.understand(demand_done(answer, grant), shapes.Done).reference)

    def give(self, grant: OwnGrant, draft: Draft) -> Mandate:
        """``grant`` of a login of the last two minutes: MANDATE_NOT_SIGNED, else."""
        return self._write(grant, draft, "grantor")

    def request(self, grant: OwnGrant, draft: Draft) -> Mandate:
        return self._write(grant, draft, "holder")

    def accept(self, grant: OwnGrant, mandate: Mandate) -> Mandate:
        """As the grantor, with a ``grant`` of a login of the last two minutes: MANDATE_NOT_SIGNED, else."""
        return self._change(grant, mandate, "accept")

    def decline(self, grant: OwnGrant, mandate: Mandate) -> Mandate:
        return self._change(grant, mandate, "decline")

    def withdraw(self, grant: OwnGrant, mandate: Mandate) -> Mandate:
        return self._change(grant, mandate, "withdraw")

    def tell_principal(self, grant: Grant, mandate: Mandate, receipt: bytes) -> None:
        """``grant`` that was used for the mandate; up to ten minutes after the mandate has ended."""
        answer = self._wire.ask(
            "POST",
            f"{self._register}/{mandate.id}/receipt",
            bearer=grant.access_token,
            headers={"Content-Type": "application/pdf"},
            content=receipt,
            changes=True,
            within=FAREWELL,
        )
        demand(answer, 201, RECEIPT)

    def _desk(self) -> ExchangeDesk:
        """The provider is asked for its endpoints once."""
        if self._exchange is None:
            with speaking_of_mandates():
                metadata = discover(self._wire, self._issuer, self._now())
            self._exchange = ExchangeDesk(self._wire, metadata, self._proof)
        return self._exchange

    def _page(self, grant: OwnGrant, page: int) -> shapes.MandateList:
        asked = {"page": str(page), "size": str(_ON_A_PAGE)}
        answer = self._wire.ask("GET", f"{self._register}/", bearer=grant.access_token, params=asked)
        return self._wire.understand(demand(answer, 200, REGISTER), shapes.MandateList)

    def _write(self, grant: OwnGrant, draft: Draft, role: Literal["holder", "grantor"]) -> Mandate:
        url = f"{self._register}/"
        told = register.draft(draft, role)
        answer = self._wire.ask("POST", url, bearer=grant.access_token, json=told, changes=True)
        return self._taken(demand(answer, 202, DRAFTS))

    def _change(self, grant: OwnGrant, mandate: Mandate, change: str) -> Mandate:
        """``If-Match`` is the bare number, as at Digital Post."""
        answer = self._wire.ask(
            "POST",
            f"{self._register}/{mandate.id}/{change}",
            bearer=grant.access_token,
            headers={"If-Match": str(mandate.version)},
            changes=True,
        )
        return self._taken(demand(answer, 200, REGISTER))

    def _taken(self, answer: Answer) -> Mandate:
        return register.mandate(self._wire.understand(answer, shapes.Mandate))


def _lives(told: shapes.Mandate) -> bool:
    """The register lists all of these before what is over."""
    return told.standing in ("in_force", "awaited")
