"""Tokens for principals, each under one mandate (RFC 8693), and what has become of them since (RFC 7662)."""

from contextlib import suppress
from datetime import timedelta
from typing import Final

from kiosk.services.identity.discovery import Metadata
from kiosk.services.identity.id_token import subject
from kiosk.services.identity.proof import ClientProof
from kiosk.services.identity.tokens import TokenDesk
from kiosk.services.mandates.refusals import EXCHANGE, FAULTS, demand, speaking_of_mandates
from kiosk.services.mandates.register import scope_of_token
from kiosk.services.mandates.shapes import Exchanged, Introspected, Refusal
from kiosk.services.unauthorized import ENDED
from kiosk.services.wire import SOON, Answer, Wire
from kiosk.visit.mandates import Mandate, PostRight, Scope
from kiosk.visit.people import ActingGrant, Grant, OwnGrant, Pseudonym
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

EXCHANGE_GRANT: Final = "urn:ietf:params:oauth:grant-type:token-exchange"
_ACCESS_TOKEN: Final = "urn:ietf:params:oauth:token-type:access_token"
_NO_ID_TOKEN: Final = b""
"""Nobody logs in as a principal, so there is nothing to log out with."""

GLANCE: Final = timedelta(seconds=3)
"""A look that takes longer would keep whoever acts from their next errand. The next look is soon."""


class ExchangeDesk:
    """One provider's endpoints for acting in somebody's place."""

    def __init__(self, wire: Wire, metadata: Metadata, proof: ClientProof) -> None:
        """Raises MANDATES_ODD for a provider that does not offer all of it."""
        if metadata.introspection_endpoint is None or EXCHANGE_GRANT not in metadata.grant_types_supported:
            raise TroubleError(Trouble.MANDATES_ODD)
        self._wire = wire
        self._token_endpoint = metadata.token_endpoint
        self._introspection_endpoint = metadata.introspection_endpoint
        self._tokens = TokenDesk(wire, metadata, proof)
        self._proof = proof

    def exchange(self, own: OwnGrant, mandate: Mandate) -> tuple[ActingGrant, timedelta]:
        """A token for the grantor, and how long it lasts. One that is not what was asked for is given back."""
        me, told = subject(own.id_token), self._exchanged(own, mandate)
        grant = Grant(Secret(told.access_token), Secret(_NO_ID_TOKEN))
        try:
            stands_for = self.look_at(grant)
            self._check(stands_for, me, mandate)
        except TroubleError:
            with suppress(TroubleError):
                self.give_back(grant)
            raise
        names = Pseudonym.of(me), Pseudonym.of(stands_for.sub)
        return ActingGrant(grant.access_token, grant.id_token, *names), timedelta(seconds=told.expires_in)

    def look_at(self, grant: Grant) -> Introspected:
        """What the token stands for at this second. Raises what has become of it when it stands for nothing."""
        form = {"token": grant.access_token.text()}
        answer = demand(self._post(self._introspection_endpoint, form, GLANCE), 200, {})
        told = self._wire.understand(answer, Introspected)
        if not told.active:
            raise TroubleError(ENDED.get(told.ended, Trouble.SESSION_EXPIRED))
        return told

    def give_back(self, grant: Grant) -> None:
        """RFC 7009: this token alone is worth nothing afterwards."""
        with speaking_of_mandates():
            self._tokens.revoke(grant)

    def _exchanged(self, own: OwnGrant, mandate: Mandate) -> Exchanged:
        """``representation_id``: a CPR number never travels in the place of an audience."""
        form = {
            "grant_type": EXCHANGE_GRANT,
            "subject_token": own.access_token.text(),
            "subject_token_type": _ACCESS_TOKEN,
            "representation_id": mandate.id,
        }
        answer = self._post(self._token_endpoint, form)
        if answer.status != 200:
            raise TroubleError(self._refusal(answer), wait=answer.wait)
        told = self._wire.understand(answer, Exchanged)
        if told.token_type.lower() != "bearer":
            raise TroubleError(Trouble.MANDATES_ODD)
        return told

    def _check(self, told: Introspected, me: str, mandate: Mandate) -> None:
        """That I act, for somebody else, under this mandate, as far as the register said: neither less nor more."""
        acting = told.act is not None and told.act.sub == me and told.sub not in ("", me)
        if not acting or (told.reference, told.authz_source) != (mandate.reference.name, mandate.basis.value):
            raise TroubleError(Trouble.MANDATES_ODD)
        found = scope_of_token(told.privileges)
        if found != mandate.scope:
            raise TroubleError(
                Trouble.MANDATES_ODD if _holds(found, mandate.scope) else Trouble.MANDATE_CHANGED
            )

    def _post(self, url: str, form: dict[str, str], within: timedelta = SOON) -> Answer:
        answer = self._wire.ask("POST", url, form={**self._proof.form(), **form}, within=within)
        if answer.status >= 500 or answer.status == 429:
            raise TroubleError(FAULTS.down, wait=answer.wait)
        return answer

    def _refusal(self, answer: Answer) -> Trouble:
        told = self._wire.understand(answer, Refusal)
        return EXCHANGE.get(told.error_description) or EXCHANGE.get(told.error) or Trouble.MANDATES_ODD


def _holds(more: Scope, less: Scope) -> bool:
    """What could not be read, or is granted on conditions: another look at the list would show the same."""
    if isinstance(more, frozenset) and isinstance(less, frozenset):
        return more > less
    return (more, less) == (PostRight.READ_AND_WRITE, PostRight.READ)
