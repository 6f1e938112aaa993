"""The page tree of a PDF, walked by hand, because the libraries believe what it says of itself."""

from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf

from kiosk.letters.wire import MOST_PAGES
from kiosk.visit.trouble import Trouble, TroubleError

_MOST_NODES, _LONGEST_SIDE = 20_000, 14_400
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")


@dataclass(frozen=True, slots=True)
class _Node:
    thing: Object
    inherited: dict[str, Object]


def walk_pages(pdf: Pdf) -> list[Object]:
    """All pages in order, with what they inherit written into them and boxes that make sense.

    Raises LETTER_BROKEN for a node that is used twice or a page without a size, LETTER_TOO_LARGE for too many.
    """
    waiting = [_Node(pdf.Root[Name.Pages], {})]
    seen: set[tuple[int, int]] = set()
    pages: list[Object] = []
    while waiting:
        node = waiting.pop()
        _see(node.thing, seen)
        if Name.Kids in node.thing:
            waiting.extend(reversed(_kids(node)))
        else:
            pages.append(_page(node))
        if len(pages) > MOST_PAGES or len(waiting) > _MOST_NODES or len(seen) > _MOST_NODES:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
    return pages


def _see(thing: Object, seen: set[tuple[int, int]]) -> None:
    if not isinstance(thing, Dictionary) or not thing.is_indirect or thing.objgen in seen:
        raise TroubleError(Trouble.LETTER_BROKEN)
    seen.add(thing.objgen)


def _kids(node: _Node) -> list[_Node]:
    kids = node.thing[Name.Kids]
    if not isinstance(kids, Array):
        raise TroubleError(Trouble.LETTER_BROKEN)
    if len(kids) > _MOST_NODES:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)
    inherited = node.inherited | {key: node.thing[key] for key in _INHERITED if key in node.thing}
    return [_Node(kid, inherited) for kid in kids]


def _page(node: _Node) -> Object:
    page = node.thing
    for key, value in node.inherited.items():
        if key not in page:
            page[key] = value
    _straighten(page)
    return page


def _straighten(page: Object) -> None:
    page[Name.Type] = Name.Page
    page[Name.MediaBox] = _box(page.get(Name.MediaBox))
    if Name.CropBox in page:
        page[Name.CropBox] = _box(page[Name.CropBox])
    rotate = page.get(Name.Rotate, 0)
    page[Name.Rotate] = rotate % 360 if isinstance(rotate, int) and rotate % 90 == 0 else 0
    if Name.Resources not in page:
        page[Name.Resources] = Dictionary()


def _box(box: object) -> Array:
    """Four numbers, lower left first, each side 1 to 14,400 points (ISO 32000-2, annex C)."""
    if not isinstance(box, Array) or len(box) != 4:
        raise TroubleError(Trouble.LETTER_BROKEN)
    numbers = [_number(side) for side in box]
    left, right = sorted((numbers[0], numbers[2]))
    low, high = sorted((numbers[1], numbers[3]))
    if not (1 <= right - left <= _LONGEST_SIDE and 1 <= high - low <= _LONGEST_SIDE):
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Array([left, low, right, high])


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TroubleError(Trouble.LETTER_BROKEN)
    return Decimal(value)
