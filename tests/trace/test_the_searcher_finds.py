"""The searcher is worth only what it finds: every canary, in every shape in which a trace may lie."""

import gzip
import io
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image

from tests.trace.canaries import Word, stripes, word
from tests.trace.search import search

NAME = word("name")
NOISE = bytes(range(256)) * 64


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_word_in_any_encoding(encoding):
    hits = search(NOISE + NAME.text.encode(encoding) + NOISE, [NAME])
    assert {hit.what for hit in hits} == {"name"}


@pytest.mark.parametrize(
    "pack", [zlib.compress, gzip.compress, lambda data: zlib.compress(gzip.compress(data))]
)
def test_a_word_that_was_packed(pack):
    assert search(NOISE + pack(NAME.text.encode()) + NOISE, [NAME])


def test_a_word_in_a_packed_stream_whose_end_is_gone():
    packed = zlib.compress(NAME.text.encode() + NOISE)
    assert search(packed[: len(packed) - 20], [NAME])


def test_a_word_in_a_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("letter.txt", NAME.text * 3)
    assert search(NOISE + out.getvalue(), [NAME])


def test_a_word_on_a_page_of_a_pdf():
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT (%b) Tj ET" % NAME.text.encode())
        out = io.BytesIO()
        pdf.save(out, compress_streams=True)
    assert NAME.text.encode() not in out.getvalue()
    assert search(out.getvalue(), [NAME])


@pytest.mark.parametrize("mode", ["RGB", "RGBX"])
def test_a_picture_as_the_glass_and_the_press_hold_it(mode):
    colours = stripes("picture")
    picture = Image.new("RGB", (len(colours.colours) * 12, 3))
    for number, colour in enumerate(colours.colours):
        picture.paste(colour, (number * 12, 0, number * 12 + 12, 3))
    raw = picture.tobytes() if mode == "RGB" else picture.convert("RGBX").tobytes("raw", "BGRX")
    assert search(NOISE + raw, [colours])
    assert not search(NOISE + raw, [stripes("another picture")])


def test_a_pin_is_not_seen_in_every_longer_number():
    pin = Word("PIN", "135790")
    assert not search(b"at 1613579012 s", [pin])
    assert search(b'{"pin": "135790"}', [pin])
    assert search("PIN 135790.".encode("utf-16-le"), [pin])


def test_nothing_is_found_where_nothing_is():
    assert search(NOISE + zlib.compress(NOISE), [NAME, stripes("picture")]) == set()
