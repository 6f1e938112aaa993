"""What is what on a page, for those who have it read to them: a tagged PDF (ISO 32000-2, 14.7 and 14.8; PDF/UA-1)."""

import io
import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any, Protocol, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kiosk.letters import fonts
from kiosk.letters.rebuild import saved

_CHARACTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
"""A line of a ToUnicode table: a code, and what it says (ISO 32000-2, 9.10.3)."""

Box = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Element:
    """A heading, a paragraph, a cell. ``pieces``: where it is drawn, as page (from 0) and number on the page.

    ``scope`` of a cell that names others; ``alt`` and ``box`` (points, page coordinates) of a figure.
    """

    role: str
    language: str = ""
    alt: str = field(default="", repr=False)
    scope: str = ""
    box: Box | None = None
    kids: "list[Element]" = field(default_factory=lambda: list["Element"](), repr=False)
    pieces: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def add(self, role: str, *, language: str = "", alt: str = "", scope: str = "") -> "Element":
        """One more inside, after those that are there."""
        kid = Element(role, language, alt, scope)
        self.kids.append(kid)
        return kid


class Tagging(Protocol):
    """A canvas that counts what is tagged on each of its pages."""

    def next_piece(self) -> tuple[int, int]: ...


@contextmanager
def tagged(canvas: Any, element: Element | None) -> Generator[None]:
    """What is drawn inside is a piece of the element, on a canvas that is :class:`Tagging`; without one, of nothing."""
    if element is None:
        yield
        return
    page, number = cast(Tagging, canvas).next_piece()
    element.pieces.append((page, number))
    canvas._code.append(f"/{element.role} <</MCID {number}>> BDC")
    yield
    canvas._code.append("EMC")


@contextmanager
def artifact(canvas: Any) -> Generator[None]:
    """What is drawn inside is nothing to be read: a line, a footer."""
    canvas._code.append("/Artifact BMC")
    yield
    canvas._code.append("EMC")


def finished(pdf: bytes, root: Element, language: str, title: str) -> bytes:
    """The PDF with the tree of its elements. Every piece of its pages is one of theirs, or an artifact."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        _Tree(opened).plant(root)
        _let_glyphs_be_read(opened)
        opened.Root.Lang = String(language)
        opened.Root.MarkInfo = Dictionary(Marked=True)
        opened.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        opened.Root.Metadata = _metadata(opened, language, title)
        return saved(opened)


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._owners: list[dict[int, pikepdf.Object]] = [{} for _ in pdf.pages]

    def plant(self, root: Element) -> None:
        self._root.K = self._grown(root, self._root)
        numbers: list[Any] = []
        for index, (page, owners) in enumerate(zip(self._pdf.pages, self._owners, strict=True)):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
            numbers += [index, Array([owners[number] for number in sorted(owners)])]
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self._pdf.Root.StructTreeRoot = self._root

    def _grown(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        grown = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent)
        )
        for page, number in element.pieces:
            self._owners[page][number] = grown
        kids = [self._grown(kid, grown) for kid in element.kids if not _is_bare(kid)]
        grown.K = Array([*self._pieces(element), *kids])
        if element.language:
            grown.Lang = String(element.language)
        if element.alt:
            grown.Alt = String(element.alt)
        if attributes := [*_attributes(element)]:
            grown.A = Array(attributes)
        return grown

    def _pieces(self, element: Element) -> Iterator[pikepdf.Object]:
        for page, number in element.pieces:
            yield Dictionary(Type=Name.MCR, Pg=self._pdf.pages[page].obj, MCID=number)


def _is_bare(element: Element) -> bool:
    return not element.pieces and all(map(_is_bare, element.kids)) and element.role not in ("TD", "TH")


def _attributes(element: Element) -> Iterator[pikepdf.Object]:
    if element.scope:
        yield Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.box:
        yield Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(element.box))


def _let_glyphs_be_read(pdf: pikepdf.Pdf) -> None:
    """reportlab writes for each glyph the character that it drew it by, which of a shaped one may be any."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and Name.ToUnicode in font:
            said = fonts.reading(str(font.BaseFont).partition("+")[2])
            font.ToUnicode.write(_with_readings(font.ToUnicode.read_bytes(), said))


def _with_readings(table: bytes, said: Mapping[str, str]) -> bytes:
    def read_as(found: re.Match[bytes]) -> bytes:
        character = chr(int(found[2], 16))
        text = said.get(character, character)
        return b"<%b> <%b>" % (found[1], text.encode("utf-16-be").hex().encode())

    return _CHARACTER.sub(read_as, table)


def _metadata(pdf: pikepdf.Pdf, language: str, title: str) -> pikepdf.Object:
    """XMP as text: the library for it would cost more memory than the rest of this."""
    xmp = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    return pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
