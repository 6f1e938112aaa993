"""A PDF made again from nothing but its pages: what is not on the list is not carried over."""

import enum
import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from kiosk.letters.budget import Budget
from kiosk.letters.tree import walk_pages
from kiosk.visit.trouble import Trouble, TroubleError

_KEPT_OF_A_PAGE = frozenset(
    {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group"}
)

_NEVER = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/OpenAction",
        "/AA",
        "/A",
        "/Launch",
        "/EmbeddedFiles",
        "/EF",
        "/AF",
        "/URI",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/RichMedia",
        "/XFA",
        "/AcroForm",
        "/Names",
        "/Annots",
        "/OPI",
        "/Ref",
        "/PieceInfo",
        "/Alternates",
        "/Metadata",
        "/Movie",
        "/Sound",
        "/PS",
        "/Thumb",
        "/Dests",
        "/Outlines",
        "/Threads",
        "/B",
        "/F",
        "/FFilter",
        "/FDecodeParms",
    }
)
"""Keys that run something, reach out of the file, or hide something in it (ISO 32000-2)."""


class _Role(enum.Enum):
    """What a thing is, by the key it hangs on."""

    PLAIN = enum.auto()
    NAMES = enum.auto()
    """Its keys are names that the author chose: /F or /A mean nothing there."""
    GLYPHS = enum.auto()
    """Such names too, for drawings."""
    DRAWN = enum.auto()
    """Drawing orders."""


_ROLES = {
    **dict.fromkeys(
        (
            "/Font",
            "/XObject",
            "/ColorSpace",
            "/ExtGState",
            "/Pattern",
            "/Shading",
            "/Properties",
            "/Colorants",
        ),
        _Role.NAMES,
    ),
    "/CharProcs": _Role.GLYPHS,
    "/Contents": _Role.DRAWN,
}

_MOST_OBJECTS, _LONGEST_ARRAY = 500_000, 200_000


def rebuild(pdf: bytes) -> bytes:
    """A new PDF with the same pages and nothing active in it. Filled-in fields and stamps become part of the page.

    Raises LETTER_LOCKED, LETTER_BROKEN, LETTER_TOO_LARGE.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as source:
            return _rebuilt(source)
    except pikepdf.PasswordError as cause:
        raise TroubleError(Trouble.LETTER_LOCKED) from cause
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as cause:
        # qpdf says what is wrong with a file in any of these.
        raise TroubleError(Trouble.LETTER_BROKEN) from cause


def _rebuilt(source: pikepdf.Pdf) -> bytes:
    pages = walk_pages(source)
    if not pages:
        raise TroubleError(Trouble.LETTER_BROKEN)
    _flatten(source)
    for page in pages:
        _keep_only(page, _KEPT_OF_A_PAGE)
    _clean(pages)
    with pikepdf.new() as copy:
        for page in pages:
            copy.pages.append(pikepdf.Page(page))
        return saved(copy)


def _flatten(source: pikepdf.Pdf) -> None:
    """Draw fields and annotations into the pages. Without appearances of its own a filled field would vanish."""
    if Name.AcroForm in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations("print")


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The same bytes for the same PDF."""
    out = io.BytesIO()
    # Streams stay as they are packed: a stream packed twice would be unpacked here, all 4 GiB of it.
    pdf.save(
        out,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        # Else pikepdf would read the metadata, with a library that the press does without.
        fix_metadata_version=False,
    )
    return out.getvalue()


def _keep_only(page: Object, kept: frozenset[str]) -> None:
    for key in set(page.keys()) - kept:
        del page[key]


def _clean(pages: list[Object]) -> None:
    """Go through everything the pages reach, once, delete the forbidden keys, and weigh every stream."""
    budget = Budget()
    seen: set[tuple[int, int]] = set()
    waiting = [(page, _Role.PLAIN) for page in pages]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        thing, role = waiting.pop()
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, Stream):
            _disarm(thing)
            budget.weigh(thing, role is _Role.DRAWN or _is_drawn(thing))
        waiting.extend(_inside(thing, role))
    raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _is_drawn(stream: Stream) -> bool:
    return stream.get(Name.Subtype) == Name.Form or stream.get(Name.PatternType) == 1


def _disarm(stream: Stream) -> None:
    """A stream whose bytes lie in another file becomes empty, PostScript becomes a form without content."""
    if stream.get(Name.Subtype) == Name.PS:
        stream[Name.Subtype] = Name.Form
        stream[Name.BBox] = Array([0, 0, 0, 0])
        stream.write(b"")
    elif Name.F in stream:
        stream.write(b"")


def _inside(thing: Object, role: _Role) -> Iterator[tuple[Object, _Role]]:
    if isinstance(thing, Array):
        if len(thing) > _LONGEST_ARRAY:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
        carried = role if role is _Role.DRAWN else _Role.PLAIN
        yield from ((item, carried) for item in thing if _is_composite(item))
    elif isinstance(thing, Dictionary | Stream):
        yield from _inside_dictionary(thing, role)


def _inside_dictionary(thing: Object, role: _Role) -> Iterator[tuple[Object, _Role]]:
    named_by_author = role in (_Role.NAMES, _Role.GLYPHS)
    for key in list(thing.keys()):
        if key in _NEVER and not named_by_author:
            del thing[key]
            continue
        value = thing[key]
        if _is_composite(value):
            yield value, _below(role, key)


def _below(role: _Role, key: str) -> _Role:
    if role is _Role.GLYPHS:
        return _Role.DRAWN
    return _Role.PLAIN if role is _Role.NAMES else _ROLES.get(key, _Role.PLAIN)


def _is_composite(value: object) -> bool:
    return isinstance(value, Array | Dictionary | Stream)
