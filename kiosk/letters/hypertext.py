"""An HTML letter as blocks: bounded, cleaned by nh3, and read for what it says, never for how it wants to look.

Styles are dropped, so text that a style would hide is shown and printed: better too much than a hidden sentence.
"""

import base64
import binascii
from html.parser import HTMLParser

import nh3

from kiosk.letters.blocks import Block, Figure
from kiosk.letters.decoding import decoded_html
from kiosk.letters.direction import without_overrides
from kiosk.letters.image import read_image
from kiosk.letters.outline import Element, outline_of
from kiosk.letters.writing import blocks_of
from kiosk.visit.trouble import Trouble, TroubleError

_LARGEST = 1 << 20
_DEEPEST, _MOST_TAGS, _MOST_ATTRIBUTES, _MOST_PICTURES = 200, 50_000, 100, 30

_TAGS = {
    *(
        "p",
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    ),
    *(
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "div",
        "span",
        "blockquote",
        "hr",
        "pre",
    ),
    *(
        "sub",
        "sup",
        "a",
        "img",
        "center",
        "address",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
    ),
    *("figure", "figcaption", "fieldset", "legend"),
}
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}, "img": {"src", "alt"}}
_DROPPED_WHOLE = {
    *(
        "script",
        "style",
        "title",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "select",
    ),
    *("textarea", "audio", "video", "canvas", "noembed", "noframes", "xmp", "plaintext"),
}
_ENDS_BY_ITSELF = frozenset(
    {
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup"),
        *(
            "br",
            "hr",
            "img",
            "meta",
            "link",
            "input",
            "col",
            "base",
            "area",
            "wbr",
            "source",
            "embed",
            "param",
            "track",
        ),
    }
)
_PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,")


def read_html(content: bytes) -> list[Block]:
    """Blocks of the letter. Raises LETTER_TOO_LARGE, LETTER_TOO_HARD."""
    if len(content) > _LARGEST:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)
    html = _without_comments(without_overrides(decoded_html(content)))
    _Bounds().feed(html)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_ATTRIBUTES,
        url_schemes={"data"},
        link_rel=None,
    )
    return blocks_of(outline_of(clean), _Album().figure)


def _without_comments(html: str) -> str:
    """By a linear scan: the parser of the standard library starts anew at every comment that never ends."""
    kept: list[str] = []
    end = 0
    while (start := html.find("<!--", end)) >= 0:
        kept.append(html[end:start])
        found = html.find("-->", start + 4)
        end = len(html) if found < 0 else found + 3
    return "".join([*kept, html[end:]])


class _Bounds(HTMLParser):
    """Counts, and raises as soon as it is too much; nh3 needs a second for 20,000 nested elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._depth = 0
        self._tags = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        self._depth += tag not in _ENDS_BY_ITSELF
        if self._tags > _MOST_TAGS:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        if self._depth > _DEEPEST or len(attrs) > _MOST_ATTRIBUTES:
            raise TroubleError(Trouble.LETTER_TOO_HARD)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ENDS_BY_ITSELF and self._depth:
            self._depth -= 1


class _Album:
    """The pictures inside a letter, so many and no more."""

    def __init__(self) -> None:
        self._left = _MOST_PICTURES

    def figure(self, element: Element) -> Figure | None:
        """Only what is in the letter itself; a damaged picture leaves its description."""
        source = element.attributes.get("src", "")
        if not source.startswith(_PICTURES) or not self._left:
            return None
        self._left -= 1
        try:
            content = base64.b64decode(source.partition(",")[2], validate=False)
            return read_image(content, element.attributes.get("alt", ""))
        except (binascii.Error, ValueError, TroubleError):
            return None
