"""The lease on a person: logged in here, and nowhere else at the same time.

No standard has this; it is an extension of the municipality's own provider (``docs/first-party-login.md``). One that
does not name a ``visit_lease_endpoint`` keeps no leases.
"""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

import msgspec

from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.refusals import REFUSALS, demand_up, refusal
from kiosk.services.told import Told
from kiosk.services.wire import Answer, Wire
from kiosk.visit.lease import Held, HeldElsewhere, Lease
from kiosk.visit.people import Grant
from kiosk.visit.trouble import TroubleError

_SOON: Final = timedelta(seconds=3)
"""A renewal that takes longer would keep a citizen who leaves from being logged out."""

_TRIES: Final = 3
"""So many renewals fit into a lease: two may be lost."""


class _Granted(Told, rename=None):
    expires_in: Annotated[int, msgspec.Meta(ge=3, le=86400)]


class _Refused(Told, rename=None):
    error: str = ""
    error_description: str = ""
    since: Annotated[int, msgspec.Meta(ge=0, le=4_000_000_000)] = 0


def _word() -> str:
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True)
class Here:
    """This visit, in a random word of its own, and this machine, in one that stays the same (or in none)."""

    machine: str = ""
    visit: str = field(default_factory=_word)


class LeaseDesk:
    """The lease endpoint of one provider, if it has one."""

    def __init__(self, wire: Wire, endpoint: str | None, proof: ClientProof, here: Here) -> None:
        self._wire = wire
        self._endpoint = endpoint
        self._proof = proof
        self._here = here

    def take(self, grant: Grant, lasting: timedelta, *, moving: bool) -> Lease:
        """Take or renew the lease on whoever the grant is for; ``moving``: also from another machine."""
        if self._endpoint is None:
            return Held(None)
        form = {**self._proof.form(), **self._wish(grant, lasting), **({"move": "true"} if moving else {})}
        return self._lease(demand_up(self._wire.ask("POST", self._endpoint, form=form, within=_SOON)))

    def _wish(self, grant: Grant, lasting: timedelta) -> dict[str, str]:
        """The token and not a name says who it is: the provider may have given every client another name."""
        return {
            "token": grant.access_token.text(),
            "visit": self._here.visit,
            "machine": self._here.machine,
            "expires_in": str(round(lasting.total_seconds())),
        }

    def _lease(self, answer: Answer) -> Lease:
        if answer.status == 200:
            seconds = self._wire.understand(answer, _Granted).expires_in
            return Held(timedelta(seconds=seconds) / _TRIES)
        told = self._wire.understand(answer, _Refused)
        if told.error == "held_elsewhere":
            return HeldElsewhere(datetime.fromtimestamp(told.since, UTC))
        raise TroubleError(refusal(REFUSALS, told.error, told.error_description))
