"""Clean HTML as a tree of elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str] = field(repr=False)
    children: "list[Element | str]" = field(default_factory=lambda: list["Element | str"](), repr=False)

    def elements(self) -> "Iterator[Element]":
        return (child for child in self.children if isinstance(child, Element))

    def holds(self, *tags: str) -> bool:
        """Whether one of these is anywhere inside."""
        return any(child.tag in tags or child.holds(*tags) for child in self.elements())


def outline_of(html: str) -> Element:
    """The tree of HTML whose tags are known to be balanced, as those that nh3 writes are."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
