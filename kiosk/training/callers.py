"""Who calls, and for whom: judged anew at every call, against the register, at that second."""

from dataclasses import dataclass

from starlette.requests import Request

from kiosk.training.claims import subject
from kiosk.training.people import Person
from kiosk.training.post_refusals import forbidden, level_too_low, unauthenticated
from kiosk.training.register import Mandate, Register, Standing
from kiosk.training.tokens import Access, Session, Tokens
from kiosk.visit.people import Level

ENDED = {
    Standing.WITHDRAWN: "withdrawn",
    Standing.EXPIRED: "expired",
    Standing.GRANTOR_DEAD: "grantor_dead",
}
"""What a client is told of a mandate that has ended under a token."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who has logged in; ``mandate``: they act for its grantor."""

    session: Session
    mandate: Mandate | None = None

    @property
    def person(self) -> Person:
        return self.session.proven.person

    def may(self, right: str) -> bool:
        """Everything for oneself; for somebody else what is in the mandate, word for word."""
        return self.mandate is None or right in self.mandate.rights


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody at work, logged in by staff card. No citizen's door takes them, and the desk takes nobody else.

    ``pseudonym``: what the provider calls them; the desk's ledger has no other name for anybody of the staff.
    """

    pseudonym: str


class Callers:
    """Reads ``Authorization: Bearer``."""

    def __init__(self, tokens: Tokens, register: Register) -> None:
        self._tokens = tokens
        self._register = register

    def of(self, request: Request, *, also_ended: bool = False) -> Caller:
        """Raises :class:`PostRefusal`. ``also_ended``: a mandate that is over does not matter here.

        A staff card is nobody's own: it opens nothing that is a citizen's.
        """
        access = self._access(request)
        if access.session.proven.person.is_staff:
            raise forbidden()
        if not access.mandate_id:
            return Caller(access.session)
        mandate = self._register.find(access.mandate_id)
        if mandate is None:
            raise unauthenticated()
        standing = self._register.standing(mandate)
        if standing is not Standing.IN_FORCE and not also_ended:
            raise unauthenticated(ENDED[standing])
        return Caller(access.session, mandate)

    def staff(self, request: Request) -> Staff:
        """Whoever works here, logged in as such. Raises :class:`PostRefusal`."""
        person = self._access(request).session.proven.person
        if not person.is_staff:
            raise forbidden()
        return Staff(subject(person.id))

    def _access(self, request: Request) -> Access:
        access = self._tokens.access(bearer(request))
        if access is None:
            raise unauthenticated()
        if access.session.proven.level < Level.SUBSTANTIAL:
            raise level_too_low(Level.SUBSTANTIAL.uri)
        return access


def bearer(request: Request) -> str:
    """The access token of the Authorization header (RFC 6750, 2.1), or nothing."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
