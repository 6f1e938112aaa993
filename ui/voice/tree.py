"""The accessible tree of the window, as a list of what can be heard, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

_Text = QAccessible.Text
Role: TypeAlias = QAccessible.Role

_READ: Final = frozenset({Role.Heading, Role.StaticText, Role.Graphic, Role.Clock})
"""What is heard when a screen comes; the rest is heard when the focus comes to it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing in the tree. ``more``: what stands beside its name, for example how much has been typed.

    ``ticked``: None, if it cannot be.
    """

    role: Role
    name: str
    more: str = ""
    ticked: bool | None = None
    can_be_used: bool = True


def walk(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """A node and all that is seen below it, parents first."""
    if node is None or not node.isValid() or node.state().invisible:
        return
    yield node
    for index in range(node.childCount()):
        yield from walk(node.child(index))


def name_of(node: QAccessibleInterface) -> str:
    """Its own name, or that of its label."""
    if own := node.text(_Text.Name):
        return own
    related = (
        other.text(_Text.Name) for other, how in node.relations() if how & QAccessible.RelationFlag.Label
    )
    return next(filter(None, related), "")


def read(window: QQuickWindow) -> list[Spot]:
    """The heading, and then every text that stands on the glass, each once, as they come in the tree."""
    spots = [spot_of(node) for node in walk(QAccessible.queryAccessibleInterface(window)) if _is_read(node)]
    spots.sort(key=lambda spot: spot.role != Role.Heading)
    # A field is said by its label and by itself, which knows what has been typed.
    explained = {spot.name for spot in spots if spot.more}
    once = {
        (spot.name, spot.more): spot for spot in reversed(spots) if spot.more or spot.name not in explained
    }
    return list(reversed(once.values()))


def focused(window: QQuickWindow) -> Spot | None:
    """What has the focus, if it says anything."""
    # The stubs do not know that nothing may have it.
    item = cast("QQuickItem | None", window.activeFocusItem())
    node = QAccessible.queryAccessibleInterface(item) if item is not None else None
    if node is None or not node.isValid():
        return None
    spot = spot_of(node)
    return spot if spot.name else None


def spot_of(node: QAccessibleInterface) -> Spot:
    state = node.state()
    ticked = bool(state.checked) if state.checkable else None
    return Spot(node.role(), name_of(node), node.text(_Text.Description), ticked, not state.disabled)


def _is_read(node: QAccessibleInterface) -> bool:
    return node.role() in _READ and bool(name_of(node)) and node.rect().height() > 0
