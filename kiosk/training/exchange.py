"""A token for one principal (RFC 8693), and what a token stands for (RFC 7662), as ``docs/mandates.md`` says."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Final

from kiosk.training.answers import OAuthError
from kiosk.training.callers import ENDED
from kiosk.training.claims import subject
from kiosk.training.clock import TownClock
from kiosk.training.register import Mandate, Register, Side, Standing
from kiosk.training.switches import Switches
from kiosk.training.tokens import Access, Tokens
from kiosk.visit.people import Level

GRANT_TYPE: Final = "urn:ietf:params:oauth:grant-type:token-exchange"
_ACCESS_TOKEN: Final = "urn:ietf:params:oauth:token-type:access_token"
_REFUSED: Final = {
    Standing.EXPIRED: "mandate_expired",
    Standing.WITHDRAWN: "mandate_withdrawn",
    Standing.AWAITED: "mandate_awaited",
    Standing.GRANTOR_DEAD: "grantor_dead",
    Standing.DECLINED: "mandate_unknown",
}
_INACTIVE: Final[dict[str, object]] = {"active": False}
Members = dict[str, object]


class Exchange:
    """Both, for a client that has proved itself. ``switches`` is asked anew for every request."""

    def __init__(
        self,
        tokens: Tokens,
        register: Register,
        clock: TownClock,
        issuer: str,
        switches: Callable[[], Switches],
    ) -> None:
        self._tokens = tokens
        self._register = register
        self._clock = clock
        self._issuer = issuer
        self._switches = switches

    async def exchange(self, form: Mapping[str, str], client_id: str) -> Members:
        """The answer of the token endpoint. Raises :class:`OAuthError`."""
        await self._reach_register()
        if form.get("subject_token_type") != _ACCESS_TOKEN or "representation_id" not in form:
            raise OAuthError("invalid_request")
        own = self._own(form.get("subject_token", ""), client_id)
        mandate = self._usable(own, form["representation_id"])
        return {
            "access_token": self._tokens.exchange(own, mandate.id),
            "issued_token_type": _ACCESS_TOKEN,
            "token_type": "Bearer",
            "expires_in": self._expires(own, mandate) - self._clock.seconds(),
        }

    async def introspect(self, token: str, client_id: str) -> Members:
        """The answer of the introspection endpoint; a client is told of its own tokens alone."""
        await self._reach_register()
        access = self._tokens.access(token)
        if access is None or access.session.asked.client_id != client_id:
            return _INACTIVE
        if not access.mandate_id:
            return self._active(access.session.proven.person.id, access, access.expires)
        mandate = self._register.find(access.mandate_id)
        return self._acting(access, mandate) if mandate else _INACTIVE

    def _acting(self, access: Access, mandate: Mandate) -> Members:
        standing = self._register.standing(mandate)
        if standing is not Standing.IN_FORCE:
            return {**_INACTIVE, "ended": ENDED[standing]}
        active = self._active(_called(mandate.grantor), access, self._expires(access, mandate))
        return {
            **active,
            "act": {"sub": subject(access.session.proven.person.id)},
            "authz_source": mandate.basis.value,
            "privileges": sorted(mandate.rights),
            "reference": mandate.reference,
        }

    def _active(self, party: str, access: Access, expires: int) -> Members:
        return {
            "active": True,
            "sub": subject(party),
            "client_id": access.session.asked.client_id,
            "token_type": "Bearer",
            "iss": self._issuer,
            "exp": expires,
        }

    def _own(self, token: str, client_id: str) -> Access:
        access = self._tokens.access(token)
        if access is None or access.mandate_id or access.session.asked.client_id != client_id:
            raise OAuthError("invalid_request", description="subject_token_invalid")
        if access.session.proven.level < Level.SUBSTANTIAL:
            raise OAuthError("unmet_authentication_requirements")
        return access

    def _usable(self, own: Access, mandate_id: str) -> Mandate:
        mandate = self._register.held_by(own.session.proven.person, mandate_id)
        if mandate is None:
            raise OAuthError("invalid_target", description="mandate_unknown")
        standing = self._register.standing(mandate)
        if standing is not Standing.IN_FORCE:
            raise OAuthError("invalid_target", description=_REFUSED[standing])
        return mandate

    def _expires(self, access: Access, mandate: Mandate) -> int:
        return min(access.expires, int(mandate.ends.timestamp())) if mandate.ends else access.expires

    async def _reach_register(self) -> None:
        switches = self._switches()
        await asyncio.sleep(switches.mandates_slow_s)
        if switches.mandates_down:
            raise OAuthError("temporarily_unavailable", 503)


def _called(side: Side) -> str:
    return side.who.id if side.who else side.number
