"""What a file is: by its content, with the sender's claim only where content cannot tell."""

import enum

from kiosk.visit.trouble import Trouble, TroubleError


class Kind(enum.Enum):
    """The kinds of file that can be made into pages."""

    PDF = "pdf"
    IMAGE = "image"
    HTML = "html"
    TEXT = "text"


_HEADER_WITHIN = 1024
"""Readers accept this much garbage before the header of a PDF, so do we."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")
_READABLE_CONTROLS = frozenset(b"\t\n\v\f\r")


def kind_of(content: bytes, claimed: str) -> Kind:
    """Raises LETTER_EMPTY, LETTER_BROKEN, LETTER_UNSHOWABLE.

    PDF, PNG and JPEG sign their content, so the signature decides whatever the sender says. Text has no signature:
    almost any bytes can be read as Windows-1252. It is taken for text only when the sender says so or says nothing.
    Claimed to be PDF without the signature, it is a damaged letter (the sender must mend it); claimed to be anything
    else, say a Word document, it is of a kind that we do not show, even if it happens to look like text.
    """
    if not content.strip(b"\0\t\n\f\r "):
        raise TroubleError(Trouble.LETTER_EMPTY)
    if b"%PDF-" in content[:_HEADER_WITHIN]:
        return Kind.PDF
    if content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return Kind.IMAGE
    return _kind_by_claim(content, claimed.partition(";")[0].strip().lower())


def _kind_by_claim(content: bytes, claimed: str) -> Kind:
    match claimed:
        case "application/pdf" | "application/x-pdf" | "image/png" | "image/jpeg" | "image/jpg":
            raise TroubleError(Trouble.LETTER_BROKEN)
        case "text/html" | "application/xhtml+xml" if _is_readable(content):
            return Kind.HTML
        case "text/plain" | "text/csv" | "application/octet-stream" | "" if _is_readable(content):
            return Kind.HTML if _starts_as_html(content) else Kind.TEXT
        case _:
            raise TroubleError(Trouble.LETTER_UNSHOWABLE)


def _starts_as_html(content: bytes) -> bool:
    return content.removeprefix(_BOMS[0]).lstrip()[:16].lower().startswith(_HTML_STARTS)


def _is_readable(content: bytes) -> bool:
    """Without the control characters that no text has; UTF-16 is known by its byte order mark."""
    if content.startswith(_BOMS):
        return True
    controls = bytes(code for code in range(32) if code not in _READABLE_CONTROLS and code != 0x1B)
    start = content[:4096]
    return len(start.translate(None, controls)) >= len(start) * 0.99
