"""OIO Basic Privilege Profile: the document in which a power of attorney reaches a service, and odd kinds of it."""

import enum
from collections.abc import Iterable

NAMESPACE = "http://digst.dk/oiosaml/basic_privilege_profile"
"""Of profile 1.2; the Agency's own demonstration still sends the older one."""
_OLDER = "http://itst.dk/oiosaml/basic_privilege_profile"
_FOREIGN = "http://example.dk/oiosaml/basic_privilege_profile"
_SOMEBODY_ELSE = "urn:dk:gov:saml:cprNumberIdentifier:8112391119"
_MANY = 10_000
_ENTITIES = '<!DOCTYPE p [<!ENTITY a "urn:dk"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


class Document(enum.Enum):
    """What is odd about a document, if anything is."""

    GOOD = "good"
    OLDER_NAMESPACE = "older namespace"
    NO_NAMESPACE = "no namespace"
    FOREIGN_NAMESPACE = "foreign namespace"
    SEVERAL_GROUPS = "several groups"
    EMPTY_GROUPS = "empty groups"
    NO_GROUPS = "no groups"
    SCOPE_OF_SOMEBODY_ELSE = "scope of somebody else"
    UNKNOWN_PRIVILEGES = "unknown privileges"
    TEN_THOUSAND_GROUPS = "ten thousand groups"
    ENTITIES = "entities"
    NOT_XML = "not xml"


def document(scope: str, privileges: Iterable[str], kind: Document = Document.GOOD) -> bytes:
    """The XML in UTF-8. ``scope``: the URN of the grantor."""
    ordered = sorted(privileges)
    good = _group(scope, ordered)
    match kind:
        case Document.GOOD:
            return _list(good)
        case Document.OLDER_NAMESPACE:
            return _list(good, _OLDER)
        case Document.NO_NAMESPACE:
            return f"<PrivilegeList>{good}</PrivilegeList>".encode()
        case Document.FOREIGN_NAMESPACE:
            return _list(good, _FOREIGN)
        case Document.SEVERAL_GROUPS:
            return _list("".join(_group(scope, [each]) for each in ordered))
        case Document.EMPTY_GROUPS:
            return _list(_group(scope, []) + good + _group(scope, []))
        case Document.NO_GROUPS:
            return _list("")
        case Document.SCOPE_OF_SOMEBODY_ELSE:
            return _list(_group(_SOMEBODY_ELSE, ["urn:dk:sandbox:kiosk:moving:handle"]) + good)
        case Document.UNKNOWN_PRIVILEGES:
            return _list(_group(scope, ["urn:dk:fmk:view", *ordered, "urn:dk:sandbox:kiosk:doctor:sign"]))
        case Document.TEN_THOUSAND_GROUPS:
            return _list(good * _MANY)
        case Document.ENTITIES:
            return _ENTITIES.encode() + _list(_group(scope, ["&b;", *ordered]))
        case Document.NOT_XML:
            return b"privileges: " + " ".join(ordered).encode()


def _list(groups: str, namespace: str = NAMESPACE) -> bytes:
    """The root has a prefix, its children have no namespace."""
    return f'<bpp:PrivilegeList xmlns:bpp="{namespace}">{groups}</bpp:PrivilegeList>'.encode()


def _group(scope: str, privileges: list[str]) -> str:
    inner = "".join(f"<Privilege>{each}</Privilege>" for each in privileges)
    return f'<PrivilegeGroup Scope="{scope}">{inner}</PrivilegeGroup>'
