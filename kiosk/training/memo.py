"""MeMo in: a message's XML taken apart as it streams in, refusing early what a sender may not send.

Accepts MeMo 1.0, 1.1 and 1.2, which share one namespace and differ in the root's ``memoVersion``.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kiosk.training.memo_names import MEMO, VERSIONS, short

LARGEST = 99_500_000
"""Bytes of decoded files in one message (order on Digital Post, 2016)."""
_MOST_FILES = 60
_MOST_ELEMENTS = 20_000
_MOST_TEXT = 2_000_000
_DEEPEST = 32
_CONTENT = "content"


class BadMemoError(Exception):
    """The message is refused whole; ``code`` says why, ``field`` where."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.field = where


@dataclass(slots=True)
class Element:
    """One element: its short name, its text, its children. ``content`` holds the decoded bytes of a file."""

    name: str
    text: str = field(default="", repr=False)
    children: "list[Element]" = field(default_factory=list, repr=False)
    content: bytearray | None = field(default=None, repr=False)

    def all(self, name: str) -> "Iterator[Element]":
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        for child in self.children:
            if child.name == name:
                return child
        return None

    def at(self, path: str) -> str | None:
        """The text at a path of short names (``Sender/label``), stripped; nothing where it is missing or empty."""
        here: Element | None = self
        for name in path.split("/"):
            here = here.first(name) if here else None
        return (here.text.strip() or None) if here else None


class MemoReader:
    """Feed it blocks of XML, then :meth:`close` it for the root element. Raises :class:`BadMemoError`.

    Once closed it is ready for the next message; after an error it is not.
    """

    def __init__(self) -> None:
        self._target = _Target()
        self._parser = etree.XMLParser(
            target=self._target,  # pyright: ignore[reportArgumentType] - the stub wants more kinds of text than come
            huge_tree=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )

    def feed(self, block: bytes) -> None:
        try:
            self._parser.feed(block)
        except etree.XMLSyntaxError as broken:
            raise BadMemoError("memo.xml.malformed") from broken

    def close(self) -> Element:
        try:
            self._parser.close()
        except etree.XMLSyntaxError as broken:
            raise BadMemoError("memo.xml.malformed") from broken
        return self._target.finished()


class _Target:
    """What lxml tells of start tags, text and end tags. Files are decoded as they come and never held as text."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._open: list[Element] = []
        self._root: Element | None = None
        self._file: _Base64 | None = None
        self._elements = self._files = self._text = self._bytes = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """No message has one. Without this an undeclared entity would silently become nothing."""
        raise BadMemoError("memo.xml.doctype")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise BadMemoError("memo.too.complex")
        if self._root is None:
            _check_root(tag, attributes)
        element = Element(short(tag))
        if self._open:
            self._open[-1].children.append(element)
        self._root = self._root or element
        self._open.append(element)
        if element.name == _CONTENT:
            self._begin_file(element)

    def data(self, text: str) -> None:
        if self._file is not None:
            self._bytes += self._file.feed(text)
            if self._bytes > LARGEST:
                raise BadMemoError("memo.too.large", "content")
        elif self._open:
            self._text += len(text)
            if self._text > _MOST_TEXT:
                raise BadMemoError("memo.too.complex")
            self._open[-1].text += text

    def end(self, tag: str) -> None:
        if self._open.pop().name == _CONTENT and self._file:
            self._file.finish()
            self._file = None

    def comment(self, text: str) -> None:
        """Comments say nothing."""

    def pi(self, target: str, text: str | None = None) -> None:
        """Nor do processing instructions."""

    def close(self) -> None:
        """The parser's own last word."""

    def finished(self) -> Element:
        if self._root is None or self._open:
            raise BadMemoError("memo.xml.malformed")
        root = self._root
        self._begin()
        return root

    def _begin_file(self, element: Element) -> None:
        self._files += 1
        if self._files > _MOST_FILES:
            raise BadMemoError("memo.too.complex")
        element.content = bytearray()
        self._file = _Base64(element.content)


class _Base64:
    """Decodes base64 in pieces: white space is dropped, whole groups of four are decoded, the rest is kept."""

    def __init__(self, out: bytearray) -> None:
        self._out = out
        self._rest = ""
        self._padded = False

    def feed(self, text: str) -> int:
        """The number of bytes decoded. Raises :class:`BadMemoError` for what is not base64 (RFC 4648, 4)."""
        chars = self._rest + "".join(text.split())
        whole = len(chars) // 4 * 4
        self._rest = chars[whole:]
        if whole == 0:
            return 0
        if self._padded:
            raise BadMemoError("memo.content.base64", "content")
        decoded = _decoded(chars[:whole])
        self._padded = chars[whole - 1] == "="
        self._out += decoded
        return len(decoded)

    def finish(self) -> None:
        if self._rest:
            raise BadMemoError("memo.content.cut", "content")


def _decoded(chars: str) -> bytes:
    try:
        return base64.b64decode(chars, validate=True)
    except (binascii.Error, ValueError) as broken:
        raise BadMemoError("memo.content.base64", "content") from broken


def _check_root(tag: str, attributes: dict[str, str]) -> None:
    if tag != f"{{{MEMO}}}Message":
        raise BadMemoError("memo.namespace" if tag.endswith("Message") else "memo.root", "Message")
    if attributes.get("memoVersion") not in VERSIONS:
        raise BadMemoError("memo.version", "memoVersion")
