"""A PDF written by hand, right or wrong: objects, offsets, nothing checked."""

import zlib


class Draft:
    """Objects in order; the catalogue is object 1, the page tree 2."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
        self.trailer = b""

    def add(self, body: str | bytes) -> str:
        self.objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return f"{len(self.objects)} 0 R"

    def stream(self, data: bytes, entries: str = "", *, length: int | None = None) -> str:
        head = f"<</Length {len(data) if length is None else length}{entries}>>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def flate(self, data: bytes, entries: str = "") -> str:
        return self.stream(zlib.compress(data, 9), f"/Filter/FlateDecode{entries}")

    def page(self, content: str = "", resources: str = "", more: str = "", box: str = "[0 0 595 842]") -> str:
        contents = f"/Contents {content}" if content else ""
        return self.add(
            f"<</Type/Page/Parent 2 0 R/MediaBox {box}/Resources<<{resources}>>{contents}{more}>>"
        )

    def catalogue(self, more: str) -> None:
        self.objects[0] = f"<</Type/Catalog/Pages 2 0 R{more}>>".encode("latin-1")

    def pages(self, *kids: str, count: int | None = None) -> None:
        total = len(kids) if count is None else count
        self.objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {total}>>".encode("latin-1")

    def bytes(self, header: bytes = b"%PDF-1.7\n") -> bytes:
        out = bytearray(header)
        offsets: list[int] = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(offsets) + 1,
            self.trailer,
            start,
        )
        return bytes(out)


def letter(pages: int = 2, text: str = "Kaere borger") -> bytes:
    """A good letter: each page says its number."""
    draft = Draft()
    font = draft.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = [
        draft.page(
            draft.flate(f"BT /F1 18 Tf 72 700 Td ({text}, side {n}) Tj ET".encode("latin-1")),
            f"/Font<</F1 {font}>>",
        )
        for n in range(1, pages + 1)
    ]
    draft.pages(*kids)
    return draft.bytes()
