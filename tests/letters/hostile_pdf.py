"""PDFs that mean harm, made when they are needed. Deterministic; each a few lines."""

import random
import zlib
from collections.abc import Callable

from tests.letters import odd_pdf
from tests.letters.drafts import Draft, letter

_JS = "<</S/JavaScript/JS(app.alert\\(1\\))>>"
_URI = "<</S/URI/URI(http://example.invalid/)>>"
_LAUNCH = "<</S/Launch/F(/bin/sh)>>"


def _with_catalogue(more: str) -> bytes:
    draft = Draft()
    draft.catalogue(more)
    draft.pages(draft.page(draft.stream(b"0 0 m 9 9 l S")))
    return draft.bytes()


def _with_page(more: str, content: bytes = b"0 0 m 9 9 l S", resources: str = "") -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(content), resources, more))
    return draft.bytes()


def open_action() -> bytes:
    return _with_catalogue(f"/OpenAction{_JS}")


def script_names() -> bytes:
    return _with_catalogue(f"/Names<</JavaScript<</Names[(a){_JS}]>>>>")


def additional_actions() -> bytes:
    draft = Draft()
    draft.catalogue(f"/AA<</WC{_JS}>>")
    draft.pages(draft.page(draft.stream(b"q Q"), more=f"/AA<</O{_LAUNCH}>>"))
    return draft.bytes()


def links() -> bytes:
    links = "".join(
        f"<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A{action}>>"
        for action in (
            _URI,
            _LAUNCH,
            "<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>",
            "<</S/SubmitForm/F(http://example.invalid/)>>",
            "<</S/ImportData/F(x)>>",
            f"<</S/JavaScript/JS(1)/Next{_JS}>>",
        )
    )
    return _with_page(f"/Annots[{links}]")


def rich_media() -> bytes:
    return _with_page(
        "/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>"
        "<</Subtype/Movie/Rect[0 0 9 9]/Movie<</F(x)>>>>]"
    )


def embedded_files() -> bytes:
    draft = Draft()
    file = draft.stream(b"MZ", "/Type/EmbeddedFile")
    spec = draft.add(f"<</Type/Filespec/F(a.exe)/EF<</F {file}>>>>")
    draft.catalogue(f"/Names<</EmbeddedFiles<</Names[(a){spec}]>>>>/AF[{spec}]")
    annot = f"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS {spec}>>"
    draft.pages(draft.page(draft.stream(b"q Q"), more=f"/AF[{spec}]/Annots[{annot}]"))
    return draft.bytes()


def xfa_form() -> bytes:
    draft = Draft()
    xfa = draft.stream(b"<xdp/>")
    field = draft.add(
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Anna)/Rect[50 50 200 80]/DA(/Helv 12 Tf 0 g)/F 4>>"
    )
    draft.catalogue(f"/AcroForm<</XFA {xfa}/Fields[{field}]/DA(/Helv 12 Tf 0 g)/NeedAppearances true>>")
    draft.pages(draft.page(draft.stream(b"q Q"), more=f"/Annots[{field}]"))
    return draft.bytes()


def content_elsewhere() -> bytes:
    draft = Draft()
    content = draft.stream(b"", "/F(/etc/passwd)/FFilter/ASCIIHexDecode")
    image = draft.stream(
        b"", "/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F(/etc/passwd)"
    )
    draft.pages(draft.page(content, f"/XObject<</I {image}>>"))
    return draft.bytes()


def postscript() -> bytes:
    draft = Draft()
    script = draft.stream(b"(%stdout) (w) file", "/Type/XObject/Subtype/PS")
    draft.pages(draft.page(draft.stream(b"/P Do"), f"/XObject<</P {script}>>"))
    return draft.bytes()


def hundred_thousand_pages() -> bytes:
    draft = Draft()
    draft.pages(*[draft.page() for _ in range(100_000)])
    return draft.bytes()


def one_page_many_times() -> bytes:
    draft = Draft()
    draft.pages(*[draft.page()] * 100_000)
    return draft.bytes()


def shared_kids() -> bytes:
    draft = Draft()
    kid = draft.page()
    for _ in range(4):
        kid = draft.add(f"<</Type/Pages/Kids[{' '.join([kid] * 100)}]/Count 100000000>>")
    draft.pages(kid)
    return draft.bytes()


def count_lies(count: int) -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(b"q Q")), count=count)
    return draft.bytes()


def tree_in_a_circle() -> bytes:
    draft = Draft()
    draft.pages("2 0 R")
    return draft.bytes()


def deep_tree() -> bytes:
    draft = Draft()
    kid = draft.page()
    for _ in range(20_001):
        kid = draft.add(f"<</Type/Pages/Kids[{kid}]/Count 1>>")
    draft.pages(kid)
    return draft.bytes()


def box(value: str) -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(b"0 0 m 9 9 l S"), box=value, more="/UserUnit 75000/Rotate 37"))
    return draft.bytes()


def _gibibyte_packed() -> bytes:
    """A gibibyte of spaces: one packed mebibyte, 1,024 times (a full flush makes blocks that can be repeated)."""
    pack = zlib.compressobj(9)
    head = pack.compress(b"") + pack.flush(zlib.Z_FULL_FLUSH)
    block = pack.compress(b" " * (1 << 20)) + pack.flush(zlib.Z_FULL_FLUSH)
    return head + block * 1024 + pack.flush()


def gibibyte_of_spaces() -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(_gibibyte_packed(), "/Filter/FlateDecode")))
    return draft.bytes()


def packed_twice() -> bytes:
    draft = Draft()
    data = zlib.compress(_gibibyte_packed(), 9)
    draft.pages(draft.page(draft.stream(data, "/Filter[/FlateDecode/FlateDecode]")))
    return draft.bytes()


def huge_image() -> bytes:
    draft = Draft()
    data = zlib.compress(bytes(1 << 20), 9)
    image = draft.stream(
        data,
        "/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode",
    )
    draft.pages(draft.page(draft.stream(b"500 0 0 500 0 0 cm /I Do"), f"/XObject<</I {image}>>"))
    return draft.bytes()


def run_lengths() -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(b"\x81 " * 4_000_000, "/Filter/RunLengthDecode")))
    return draft.bytes()


def ten_million_saves() -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.flate(b"q " * 10_000_000)))
    return draft.bytes()


def forms_calling_forms() -> bytes:
    draft = Draft()
    form = draft.stream(b"0 0 m 500 800 l S", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    for _ in range(8):
        form = draft.stream(
            b"/X Do " * 10, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {form}>>>>"
        )
    draft.pages(draft.page(draft.stream(b"/X Do"), f"/XObject<</X {form}>>"))
    return draft.bytes()


def form_calling_itself() -> bytes:
    draft = Draft()
    own = f"{len(draft.objects) + 1} 0 R"
    form = draft.stream(
        b"/X Do /X Do", f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {own}>>>>"
    )
    draft.pages(draft.page(draft.stream(b"/X Do"), f"/XObject<</X {form}>>"))
    return draft.bytes()


def tiny_pattern() -> bytes:
    draft = Draft()
    pattern = draft.stream(
        b"0 0 1 1 re f",
        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>",
    )
    draft.pages(draft.page(draft.stream(b"/Pattern cs /P scn 0 0 595 842 re f"), f"/Pattern<</P {pattern}>>"))
    return draft.bytes()


def tiny_dashes() -> bytes:
    return _with_page("", b"[0.00001] 0 d 1 w " + b"0 0 m 595 842 l S " * 100)


def million_points() -> bytes:
    rng = random.Random(7)
    points = b"".join(b"%d %d l " % (rng.randrange(595), rng.randrange(842)) for _ in range(1000))
    draft = Draft()
    draft.pages(draft.page(draft.flate(b"0 0 m " + points * 800 + b" f*")))
    return draft.bytes()


def deep_arrays() -> bytes:
    return _with_page(f"/Group {'[' * 200_000}{']' * 200_000}")


def deep_dictionaries() -> bytes:
    return _with_page(f"/Group {'<</A' * 100_000} 0 {'>>' * 100_000}")


def xref_in_a_circle() -> bytes:
    data = letter()
    start = data.index(b"xref\n")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def xref_size_lies() -> bytes:
    return letter().replace(b"/Size ", b"/Size 2147483647%")


def length_lies() -> bytes:
    draft = Draft()
    draft.pages(draft.page(draft.stream(b"0 0 m 9 9 l S", length=2**31 - 1)))
    return draft.bytes()


def loops_outside() -> bytes:
    draft = Draft()
    draft.catalogue("/Outlines 3 0 R/Names<</Dests 4 0 R>>")
    draft.add("<</First 3 0 R/Last 3 0 R/Next 3 0 R/Parent 3 0 R/Title(a)>>")
    draft.add("<</Kids[4 0 R]>>")
    draft.pages(draft.page(draft.stream(b"q Q")))
    return draft.bytes()


def hundred_thousand_annotations() -> bytes:
    return _with_page(f"/Annots[{'<</Type/Annot/Subtype/Square/Rect[0 0 9 9]>>' * 100_000}]")


BOXES = {
    "million": "[0 0 1000000 1000000]",
    "beyond all": "[0 0 100000000000000000000 9]",
    "nothing": "[0 0 0 0]",
    "reversed": "[595 842 0 0]",
    "ribbon": "[0 0 10 14400000]",
    "tall": "[0 0 10 14000]",
    "words": "[(a)(b)(c)(d)]",
    "two numbers": "[0 0]",
}

ACTIVE: tuple[Callable[[], bytes], ...] = (
    open_action,
    script_names,
    additional_actions,
    links,
    rich_media,
    embedded_files,
    xfa_form,
    content_elsewhere,
    postscript,
    loops_outside,
    odd_pdf.owner_password,
)
"""These have pages to show: nothing but the pages may be left of them."""

BOMBS: tuple[Callable[[], bytes], ...] = (
    hundred_thousand_pages,
    one_page_many_times,
    shared_kids,
    deep_tree,
    run_lengths,
    ten_million_saves,
    form_calling_itself,
    tiny_dashes,
    million_points,
    deep_arrays,
    deep_dictionaries,
    xref_in_a_circle,
    xref_size_lies,
    length_lies,
    hundred_thousand_annotations,
    odd_pdf.garbage_before,
    odd_pdf.also_a_zip,
    odd_pdf.bad_encryption,
)
