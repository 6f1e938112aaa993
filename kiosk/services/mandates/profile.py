"""OIO Basic Privilege Profile: which privileges a power of attorney holds, and about whom (OIO BPP 1.0 to 1.2).

``privilegesIntermediate`` is base64 of UTF-8 XML: a ``PrivilegeList`` of ``PrivilegeGroup`` elements, each with a
``Scope`` that names who is represented and the ``Privilege`` elements that are granted. Profile 1.2 has another
namespace than those before it, and the Agency's own example provider still writes the older one: both are read.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_NAMESPACES: Final = (
    "http://digst.dk/oiosaml/basic_privilege_profile",
    "http://itst.dk/oiosaml/basic_privilege_profile",
)
_LARGEST: Final = 4_000_000
"""Bytes of XML: ten thousand groups are two million."""


class BadProfileError(ValueError):
    """No privilege list, or one that says more than this kiosk understands. It tells nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class PrivilegeGroup:
    """Privileges about one party. ``constrained``: they hold under conditions that this kiosk cannot judge."""

    scope: str = field(repr=False)
    urns: frozenset[str] = frozenset()
    constrained: bool = False


def read_groups(intermediate: str) -> tuple[PrivilegeGroup, ...]:
    """The groups of a ``privilegesIntermediate`` value, in their order; empty ones, too.

    Raises :class:`BadProfileError` for what is no base64, no XML, another document, or has a document type: without
    one there are no entities to expand and nothing to fetch.
    """
    from lxml import etree  # late: few people act for somebody, and it takes 4.5 MB

    target = _Groups()
    parser = etree.XMLParser(
        target=target,  # pyright: ignore[reportArgumentType] - the stub wants more kinds of text than come
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        etree.fromstring(_xml(intermediate), parser)
    except etree.XMLSyntaxError as cause:
        raise BadProfileError from cause
    return tuple(target.groups)


def _xml(intermediate: str) -> bytes:
    """The line breaks of MIME are no reason to refuse."""
    try:
        xml = base64.b64decode("".join(intermediate.split()), validate=True)
    except (binascii.Error, ValueError) as cause:
        raise BadProfileError from cause
    if not 0 < len(xml) <= _LARGEST:
        raise BadProfileError
    return xml


class _Groups:
    """What lxml tells of the document. Whatever has no place in the profile makes it another document."""

    def __init__(self) -> None:
        self.groups: list[PrivilegeGroup] = []
        self._namespace = ""
        self._open: list[str] = []
        self._scope = ""
        self._urns: set[str] = set()
        self._constrained = False
        self._text: list[str] = []

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """No privilege list has one. Without this an undeclared entity would silently become nothing."""
        raise BadProfileError

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = self._name(tag)
        match self._open, name:
            case [], "PrivilegeList":
                pass
            case ["PrivilegeList"], "PrivilegeGroup":
                self._begin_group(attributes.get("Scope", ""))
            case ["PrivilegeList", "PrivilegeGroup"], "Privilege" | "Constraint":
                self._text = []
            case _:
                raise BadProfileError
        self._open.append(name)

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        match self._open.pop():
            case "Privilege":
                self._urns.add("".join(self._text).strip())
            case "Constraint":
                self._constrained = True
            case "PrivilegeGroup":
                self.groups.append(PrivilegeGroup(self._scope, frozenset(self._urns), self._constrained))
            case _:
                pass

    def close(self) -> None:
        """All is in ``groups``."""

    def comment(self, text: str) -> None:
        """Comments say nothing, and part nothing: what is on both sides of one is one text."""

    def pi(self, target: str, text: str | None = None) -> None:
        """Nor do processing instructions."""

    def _name(self, tag: str) -> str:
        """The local name: the root's is qualified, the others' are not, or as the root's."""
        namespace, _, name = tag.rpartition("}")
        if not self._open:
            self._namespace = namespace
            if namespace[1:] not in _NAMESPACES:
                raise BadProfileError
        if namespace not in ("", self._namespace):
            raise BadProfileError
        return name

    def _begin_group(self, scope: str) -> None:
        self._scope, self._urns, self._constrained = scope.strip(), set(), False
