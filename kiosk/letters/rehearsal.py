"""What the mother reads while she has a disk, and a small letter of each kind that shows whether it was all."""

import io
from collections.abc import Iterator

import pikepdf
from PIL import ExifTags, Image

from kiosk.letters import direction, fonts
from kiosk.letters.blocks import Blank, Blanks, Cell, Code, Heads, Paragraph, Part, Span, Table, Ticks, packed
from kiosk.letters.opening import OpenedFile
from kiosk.letters.wire import Compose, Mark, Open

_WIDTH = 100
_WORDS = "Kære <b>borger</b>, السيد <b>أحمد</b> (2026-118402), ከመይ <b>ኣለኹም</b>"
_TABLE = "<table><tr><th>a</th><td>b</td></tr></table><ul><li>c</li></ul><hr>"
_ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "cp1256", "utf-16-le", "utf-16-be")


def prepare() -> None:
    """Read what the libraries would read when they first need it."""
    for encoding in _ENCODINGS:
        b"a".decode(encoding, "replace")
    fonts.load()
    direction.load()
    Image.preinit()
    _picture("JPEG", "RGB")
    # Encryption makes qpdf open its source of random numbers.
    _encrypted(_pdf())


def rehearse() -> bytes:
    """Open one file of each kind, and set a paper. Returns nothing: raises whatever is wrong."""
    for request, content in _files():
        _open(request, content)
    _open(Compose("Papir", _WIDTH, Mark.TRAINING), packed(_paper()))
    return b""


def _open(request: Open | Compose, content: bytes) -> None:
    OpenedFile(request, content).pages.draw(1, request.width)


def _files() -> Iterator[tuple[Open, bytes]]:
    """One for each way through the press."""
    for mark in (None, *Mark):
        yield Open("application/pdf", "da", _WIDTH, mark), _pdf()
    yield Open("application/pdf", "da", _WIDTH), _encrypted(_pdf())
    yield Open("text/html", "ar", _WIDTH), f"<p>{_WORDS}</p>{_TABLE}".encode()
    for name, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")):
        yield Open("", "da", _WIDTH), _picture(name, mode)


def _paper() -> tuple[Part, ...]:
    words = Paragraph((Span("Kære أحمد"),), mark="1.")
    cell = Cell((words,), heads=Heads.ROW)
    blocks = (
        words,
        Code("KIOSK", (words,), "KIOSK"),
        Ticks(("a",), "b"),
        Blanks((Blank("a"),)),
        Table(((cell,),)),
    )
    return (Part("ar", blocks), Part("da", (words,)))


def _pdf() -> bytes:
    """A line of text, and a filled-in field that nobody has drawn yet."""
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Tx,
        T="name",
        V="Anna",
        DA="/Helv 12 Tf 0 g",
        Rect=[72, 200, 172, 220],
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    fonts_of_all = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=font))
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 300)).obj
        page.Resources = fonts_of_all
        page.Contents = pdf.make_stream(b"BT /Helv 12 Tf 72 72 Td (Brev) Tj ET")
        page.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=page.Annots, DR=fonts_of_all, NeedAppearances=True)
        return _saved(pdf)


def _encrypted(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as plain:
        return _saved(plain, pikepdf.Encryption(user="", owner="owner"))


def _saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | bool = False) -> bytes:
    out = io.BytesIO()
    pdf.save(out, encryption=encryption)
    return out.getvalue()


def _picture(name: str, mode: str) -> bytes:
    out = io.BytesIO()
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    Image.new(mode, (8, 8)).save(out, name, exif=turned)
    return out.getvalue()
