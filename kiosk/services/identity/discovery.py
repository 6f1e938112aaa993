"""Where the identity provider's doors are, and whether our clocks agree (OpenID Connect Discovery 1.0)."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from kiosk.services.identity.refusals import demand_up
from kiosk.services.told import Told
from kiosk.services.wire import Answer, Wire, is_private
from kiosk.visit.trouble import Trouble, TroubleError

CLOCK_TOLERANCE: Final = timedelta(minutes=2)
"""More, and a token of five minutes cannot be judged."""


class Metadata(Told, rename=None):
    """The provider's own description: the members this kiosk needs."""

    issuer: str
    jwks_uri: str
    token_endpoint: str
    userinfo_endpoint: str
    revocation_endpoint: str
    end_session_endpoint: str
    authorization_challenge_endpoint: str | None = None
    visit_lease_endpoint: str | None = None
    introspection_endpoint: str | None = None
    grant_types_supported: tuple[str, ...] = ()


def discover(wire: Wire, issuer: str, now: datetime) -> Metadata:
    """The metadata of ``issuer``.

    Raises CLOCK_WRONG when the answer's ``Date`` is more than two minutes from ``now``, LOGIN_NOT_TRUSTED when the
    issuer is not exactly the same text (Discovery 1.0, 4.3) or an endpoint is neither HTTPS nor on loopback.
    """
    answer = demand_up(wire.ask("GET", f"{issuer}/.well-known/openid-configuration"))
    _compare_clocks(answer, now)
    metadata = wire.understand(answer, Metadata)
    if answer.status != 200 or metadata.issuer != issuer or not all(map(is_private, _endpoints(metadata))):
        raise TroubleError(Trouble.LOGIN_NOT_TRUSTED)
    return metadata


def _endpoints(metadata: Metadata) -> tuple[str, ...]:
    optional = (
        metadata.authorization_challenge_endpoint,
        metadata.visit_lease_endpoint,
        metadata.introspection_endpoint,
    )
    return (
        metadata.jwks_uri,
        metadata.token_endpoint,
        metadata.userinfo_endpoint,
        metadata.revocation_endpoint,
        metadata.end_session_endpoint,
        *(endpoint for endpoint in optional if endpoint is not None),
    )


def _compare_clocks(answer: Answer, now: datetime) -> None:
    theirs = _date(answer)
    if theirs is not None and abs(theirs - now) > CLOCK_TOLERANCE:
        raise TroubleError(Trouble.CLOCK_WRONG)


def _date(answer: Answer) -> datetime | None:
    """``Date`` (RFC 9110, 6.6.1) as an aware time, or nothing when it is missing or nonsense."""
    try:
        date = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return None
    return date if date.tzinfo is not None else None
