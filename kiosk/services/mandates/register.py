"""From the register's objects to mandates as a visit knows them, and from a draft to what the register takes."""

from collections.abc import Iterable
from typing import Final, Literal

from kiosk.services.mandates import shapes
from kiosk.services.mandates.profile import BadProfileError, PrivilegeGroup, read_groups
from kiosk.services.told import clean
from kiosk.visit.mandates import Draft, Kind, Mandate, Party, PostRight, Privilege, Reference, Scope, Standing
from kiosk.visit.people import Cpr

_CPR: Final = "urn:dk:gov:saml:cprNumberIdentifier"
_CVR: Final = "urn:dk:gov:saml:cvrNumberIdentifier"

_POST_RIGHTS: Final[dict[shapes.PostRightWord, PostRight]] = {
    "MESSAGE_BASIC": PostRight.READ,
    "MESSAGE_WRITE": PostRight.READ_AND_WRITE,
}
_POST_WORDS: Final[dict[PostRight, shapes.PostRightWord]] = {
    right: word for word, right in _POST_RIGHTS.items()
}


def mandate(told: shapes.Mandate) -> Mandate:
    """One of which it is not clear what it allows, or about whom, allows nothing here and hides no other."""
    grantor = _party(told.grantor)
    return Mandate(
        id=str(told.id),
        reference=Reference(told.reference),
        grantor=grantor,
        holder=_party(told.holder),
        basis=told.basis,
        scope=_clear_scope(told, grantor),
        until=told.until,
        standing=Standing(told.standing.replace("_", " ")),
        version=told.version,
        ended_on=told.ended_on,
        awaits_me=told.awaits_me,
    )


def _party(told: shapes.Party) -> Party:
    return Party(clean(told.name), told.number, told.kind, told.language)


def _clear_scope(told: shapes.Mandate, grantor: Party) -> Scope:
    try:
        return _scope(told, grantor)
    except ValueError:
        return frozenset()


def _scope(told: shapes.Mandate, grantor: Party) -> Scope:
    match told.privileges_intermediate, told.post_right:
        case str(intermediate), None:
            return _privileges(read_groups(intermediate), grantor)
        case None, str(word):
            return _POST_RIGHTS[word]
        case _:
            raise ValueError("one mandate is either a power of attorney or access to Digital Post")


def _privileges(groups: tuple[PrivilegeGroup, ...], grantor: Party) -> frozenset[Privilege]:
    """What the groups about the grantor hold, as far as it is known here and comes without conditions.

    Of a person the register shows the birth date alone, so groups about two people of one date are refused.
    """
    about = [it for it in groups if _is_about(it.scope, grantor)]
    if len({it.scope for it in about}) > 1:
        raise BadProfileError
    return known_privileges(urn for it in about if not it.constrained for urn in it.urns)


def _is_about(scope: str, party: Party) -> bool:
    kind, _, number = scope.rpartition(":")
    if party.kind is Kind.COMPANY:
        return (kind, number) == (_CVR, party.number)
    return kind == _CPR and _shown(number) == party.number


def _shown(number: str) -> str:
    try:
        return Cpr(number).shown
    except ValueError:
        return ""


def known_privileges(urns: Iterable[str]) -> frozenset[Privilege]:
    """The privileges that this kiosk has a service for; others are left out."""
    return frozenset(it for it in map(_known, urns) if it is not None)


def _known(urn: str) -> Privilege | None:
    try:
        return Privilege.from_urn(urn)
    except ValueError:
        return None


def scope_of_token(names: tuple[str, ...]) -> Scope:
    """What an introspected token says that it allows."""
    rights = [_POST_RIGHTS[name] for name in ("MESSAGE_WRITE", "MESSAGE_BASIC") if name in names]
    return rights[0] if rights else known_privileges(names)


def draft(told: Draft, role: Literal["holder", "grantor"]) -> shapes.Draft:
    """``role`` of the one who sends it."""
    other = shapes.Other(told.name, told.cpr.digits)
    match told.scope:
        case PostRight():
            return shapes.Draft(role, other, told.until, post_right=_POST_WORDS[told.scope])
        case privileges:
            return shapes.Draft(role, other, told.until, tuple(sorted(it.urn for it in privileges)))
