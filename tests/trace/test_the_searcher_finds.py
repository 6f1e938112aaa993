"""The searcher is worth only what it finds: every canary, in every shape in which a trace may lie."""

import base64
import gzip
import io
import os
import zipfile
import zlib
from datetime import UTC, datetime

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from PIL import Image

from kiosk.training.card_office import Authority
from kiosk.training.people import PEOPLE
from tests.trace.canaries import Digits, Octets, Stripes, Word, certificate, stripes, word
from tests.trace.letter import Letter
from tests.trace.search import search

NAME = word("name")
PIN = Digits("PIN", "13579024")
NOISE = bytes(range(256)) * 2
ISSUER = Authority.found("Somebody", datetime.now(UTC))
CARD = ISSUER.issue(PEOPLE["anna"], ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC))
DER = CARD.public_bytes(serialization.Encoding.DER)


def what_is_found(data, *canaries) -> set[str]:
    return {hit.what for hit in search(NOISE + data + NOISE, canaries)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1"])
@pytest.mark.parametrize(
    "canary",
    [NAME, PIN, Word("CPR number", "6705411234"), Word("surname", "Sørensen")],
    ids=lambda each: each.what,
)
def test_a_word_in_any_encoding(canary, encoding):
    assert what_is_found(f"<{canary.text}>".encode(encoding), canary) == {canary.what}


@pytest.mark.parametrize("written", [str.upper, str.lower, str.capitalize, str.swapcase])
def test_a_word_in_capitals_and_small_letters(written):
    assert what_is_found(written(NAME.text).encode(), NAME) == {"name"}


def small_zlib(data: bytes, bits: int = 9) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(data) + packer.flush()


def bare(data: bytes) -> bytes:
    """Deflate without a head, long enough to have codes of its own."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data + b" ".join(b"%d" % (number**3) for number in range(99))) + packer.flush()


def small_bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "pack",
    [
        bare,
        small_bare,
        lambda data: base64.b64encode(bare(data)),
        lambda data: gzip.compress(NOISE + bare(data)),
        zlib.compress,
        small_zlib,
        gzip.compress,
        base64.b64encode,
        bytes.hex,
        lambda data: zlib.compress(gzip.compress(data)),
        lambda data: base64.b64encode(zlib.compress(data + NOISE)),
        lambda data: gzip.compress(base64.urlsafe_b64encode(data)),
        lambda data: b"stream\n" + base64.a85encode(zlib.compress(data), wrapcol=30, adobe=True)[2:],
    ],
    ids=[
        *(
            "deflate",
            "small deflate",
            "deflate in base64",
            "deflate in gzip",
            "zlib",
            "small zlib",
            "gzip",
            "base64",
            "hex",
        ),
        *("gzip in zlib", "zlib in base64", "base64 in gzip", "zlib in ASCII85"),
    ],
)
def test_a_word_that_was_packed(pack):
    packed = pack(f"{NAME.text} and more".encode())
    assert what_is_found(packed if isinstance(packed, bytes) else packed.encode(), NAME) == {"name"}


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_in_base64_wherever_it_begins(before):
    claims = base64.urlsafe_b64encode(f"{before}{NAME.text} {PIN.text}.".encode())
    assert what_is_found(b"." + claims, NAME, PIN) == {"name", "PIN"}


def test_a_word_in_deflate_in_the_memory_of_a_program():
    pages = bytes(range(256)) * (1 << 14)
    hits = search(pages + bare(NAME.text.encode()) + pages, [NAME])
    assert {hit.how for hit in hits} == {"text in deflate"}


def test_a_word_in_deflate_with_the_usual_codes_where_much_begins():
    assert {hit.how for hit in search(small_bare(NAME.text.encode()) + NOISE * 99, [NAME])} == {
        "text in deflate"
    }


def test_a_word_in_a_packed_stream_whose_end_is_gone():
    packed = zlib.compress(NAME.text.encode() + NOISE)
    assert search(packed[: len(packed) - 20], [NAME])


def test_a_word_in_a_packed_stream_that_was_written_over():
    word, long = NAME.text.encode(), os.urandom(1 << 17)
    for packed in (zlib.compress(word + NOISE), gzip.compress(long + word + NOISE)):
        assert what_is_found(packed[: len(packed) - 20], NAME) == {"name"}


def test_a_word_in_a_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("letter.txt", NAME.text * 3)
    assert search(NOISE + out.getvalue(), [NAME])


@pytest.mark.parametrize(
    "operand",
    [
        f"({NAME.text})".encode(),
        b"<%s>" % NAME.text.encode().hex().upper().encode(),
        b"<%s>" % NAME.text.encode("utf-16-be").hex().encode(),
    ],
    ids=["letters", "hex", "hex of UTF-16"],
)
def test_a_word_on_a_page_of_a_pdf(operand):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT %b Tj ET" % operand)
        out = io.BytesIO()
        pdf.save(out, compress_streams=True)
    assert NAME.text.encode() not in out.getvalue()
    assert search(out.getvalue(), [NAME])


def test_a_letter_as_it_is_written():
    letter = Letter()
    assert {hit.what for hit in search(letter.memo("vera-vanish"), letter.parts)} >= {"subject", "letter"}


@pytest.mark.parametrize(
    "written",
    [
        DER,
        DER.hex().encode(),
        DER.hex(":").upper().encode(),
        CARD.public_bytes(serialization.Encoding.PEM),
        base64.encodebytes(DER),
        base64.urlsafe_b64encode(b"a" + DER),
        gzip.compress(DER),
    ],
    ids=["DER", "hex", "pairs of hex", "PEM", "MIME", "base64 of URLs", "gzip"],
)
def test_the_certificate_of_a_card(written):
    card = certificate(DER)
    assert what_is_found(b"\n" + written + b"\n", *card) == {each.what for each in card}


def test_half_a_certificate():
    card, number = certificate(DER)
    assert what_is_found(DER[: len(DER) // 2], card, number) == {number.what}
    assert what_is_found(DER[len(DER) // 2 :], card, number) == {card.what}


@pytest.mark.parametrize(
    "written", [str(CARD.serial_number), f"{CARD.serial_number:X}"], ids=["ten", "sixteen"]
)
def test_the_number_of_a_card_as_tools_write_it(written):
    assert what_is_found(written.encode(), *certificate(DER)) == {"card certificate's number"}


@pytest.mark.parametrize("written", ["{:x}", "{:X}", "0{:x}", "{}"])
def test_a_number_that_begins_with_a_nought_is_found_with_and_without_it(written):
    number = 0x05 << 152 | 0x1D10920D18FF0BC9D3B911112BF43FFF5C82C3
    canary = Octets("number", (number.to_bytes(20),))
    assert what_is_found(written.format(number).encode(), canary) == {"number"}


def test_a_certificate_is_not_seen_in_another_of_the_same_issuer():
    another = ISSUER.issue(PEOPLE["anna"], ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC))
    assert what_is_found(another.public_bytes(serialization.Encoding.DER), *certificate(DER)) == set()


def painted(colours: Stripes, width: int = 12) -> Image.Image:
    picture = Image.new("RGB", (len(colours.colours) * width, width))
    for number, colour in enumerate(colours.colours):
        picture.paste(colour, (number * width, 0, number * width + width, width))
    return picture


@pytest.mark.parametrize("raw", ["RGB", "BGR", "RGBX", "BGRX", "BGRA"])
def test_a_picture_as_the_glass_and_the_press_hold_it(raw):
    colours = stripes("picture")
    picture = painted(colours)
    pixels = picture.convert("RGBA" if "A" in raw else "RGB").tobytes("raw", raw)
    assert what_is_found(pixels, colours) == {"picture"}
    assert what_is_found(pixels, stripes("another picture")) == set()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_a_picture_of_the_screen_that_was_saved(kind):
    colours, another = stripes("picture"), stripes("another picture")
    screen = Image.linear_gradient("L").convert("RGB").resize((1280, 1024))
    screen.paste(painted(colours, 100), (301, 207))
    out = io.BytesIO()
    screen.save(out, kind)
    assert what_is_found(out.getvalue(), colours, another) == {"picture"}
    assert what_is_found(zlib.compress(out.getvalue()), colours, another) == {"picture"}


def test_a_picture_whose_end_is_gone():
    colours = stripes("picture")
    out = io.BytesIO()
    painted(colours, 300).resize((900, 900)).save(out, "PNG")
    assert search(out.getvalue()[:-200], [colours])


def test_a_pin_is_not_seen_in_every_longer_number():
    assert what_is_found(b"at 16135790249012 s", PIN) == set()
    assert what_is_found(b'{"pin": "13579024"}', PIN) == {"PIN"}
    assert what_is_found("PIN 13579024.".encode("utf-16-le"), PIN) == {"PIN"}


def test_nothing_is_found_where_nothing_is():
    assert what_is_found(zlib.compress(NOISE), NAME, PIN, stripes("picture")) == set()


def test_a_canary_does_not_tell_what_it_is():
    assert NAME.text not in repr(NAME)
    assert str(stripes("picture").colours) not in repr(stripes("picture"))
