"""Files that are not quite a PDF letter: damaged, locked, or something else as well. Deterministic."""

import io
import random

import pikepdf

from tests.letters.drafts import letter


def header_only() -> bytes:
    return b"%PDF-1.7\n"


def html_named_pdf() -> bytes:
    return b"<html><body>Ikke en PDF</body></html>"


def garbage_before() -> bytes:
    return b"\0" * 1000 + letter()


def also_a_zip() -> bytes:
    return letter() + b"PK\x05\x06" + bytes(18)


def _encrypted(**options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(**options))
    return out.getvalue()


def user_password() -> bytes:
    return _encrypted(user="hemmelig", owner="ejer")


def owner_password() -> bytes:
    return _encrypted(
        user="", owner="ejer", allow=pikepdf.Permissions(print_lowres=False, print_highres=False)
    )


def bad_encryption() -> bytes:
    return _encrypted(user="", owner="ejer", R=4).replace(b"/Length 128", b"/Length -88")


def cut(at: float) -> bytes:
    data = letter(5)
    return data[: int(len(data) * at)]


def flipped(seed: int) -> bytes:
    rng = random.Random(seed)
    data = bytearray(letter(5))
    for _ in range(rng.randrange(1, 60)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return b"%PDF-1.7\n" + bytes(data[9:])
