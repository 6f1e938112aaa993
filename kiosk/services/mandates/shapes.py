"""The objects of register, services and provider that are about mandates, as ``docs/mandates.md`` has them."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from kiosk.services.told import Told
from kiosk.visit.mandates import Basis, Kind

PostRightWord = Literal["MESSAGE_BASIC", "MESSAGE_WRITE"]
"""As Digital Post names its privileges; the second includes the first."""

_Count = Annotated[int, msgspec.Meta(ge=0)]
_Token68 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9\-._~+/]+=*\Z")]
"""RFC 6750, 2.1: what may stand after ``Bearer``."""


class Party(Told):
    name: str
    number: Annotated[str, msgspec.Meta(pattern=r"^([0-9]{6}-••••|[0-9]{8})\Z")]
    kind: Kind
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}\Z")] = "da"


class Mandate(Told):
    id: UUID
    reference: Annotated[str, msgspec.Meta(pattern=r"^[A-Z2-9]{8}\Z")]
    version: _Count
    basis: Basis
    grantor: Party
    holder: Party
    role: Literal["holder", "grantor"]
    standing: Literal["in_force", "awaited", "declined", "withdrawn", "expired", "grantor_dead"]
    privileges_intermediate: str | None = None
    post_right: PostRightWord | None = None
    until: date | None = None
    ended_on: date | None = None
    awaits_me: bool = False


class MandateList(Told):
    mandates: tuple[Mandate, ...]
    total_elements: _Count


class Other(Told):
    name: str
    cpr: str


class Draft(Told, omit_defaults=True):
    role: Literal["holder", "grantor"]
    other: Other
    until: date
    privileges: tuple[str, ...] = ()
    post_right: PostRightWord | None = None


class Done(Told):
    """A service's answer to an errand."""

    reference: str


class Exchanged(Told, rename=None):
    """RFC 8693, 2.2.1."""

    access_token: _Token68
    issued_token_type: Literal["urn:ietf:params:oauth:token-type:access_token"]
    token_type: str
    expires_in: Annotated[int, msgspec.Meta(ge=1, le=86_400)]


class Actor(Told, rename=None):
    """RFC 8693, 4.1."""

    sub: str


class Introspected(Told, rename=None):
    """RFC 7662, 2.2, and what this provider adds: why a token is not active any more."""

    active: bool
    sub: str = ""
    act: Actor | None = None
    authz_source: str = ""
    privileges: tuple[str, ...] = ()
    reference: str = ""
    ended: str = ""


class Refusal(Told, rename=None):
    """RFC 6749, 5.2."""

    error: str = ""
    error_description: str = ""
