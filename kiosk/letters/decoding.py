"""Bytes into text, when the sender does not say how."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})", re.IGNORECASE)
_DECLARABLE = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "windows-1256": "cp1256",
}
"""As browsers read them (WHATWG Encoding); what is not here is tried as UTF-8."""

_CONTROLS = dict.fromkeys([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])


def decoded(content: bytes) -> str:
    """By byte order mark, as UTF-8, then as Windows-1252. Control characters are left out, lines end in a line feed."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _tidy(content[len(bom) :].decode(encoding, "replace"))
    try:
        return _tidy(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _tidy(content.decode("cp1252", "replace"))


def decoded_html(content: bytes) -> str:
    """As :func:`decoded`, but what a meta element in the first kilobyte declares comes before UTF-8."""
    declared = _META.search(content[:1024])
    encoding = _DECLARABLE.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding is None or content.startswith(tuple(bom for bom, _ in _BOMS)):
        return decoded(content)
    return _tidy(content.decode(encoding, "replace"))


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").translate(_CONTROLS)
