"""MeMo out: letters written as MeMo 1.1 or 1.2, every element in the order that the schema wants."""

import base64
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from xml.sax.saxutils import escape

from kiosk.training.memo_names import NAMESPACES

Version = Literal["1.1", "1.2"]


@dataclass(frozen=True, slots=True)
class Authority:
    """Who sends: a name and an invented CVR number of eight digits."""

    name: str
    cvr: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file. ``encoding_format`` is what the sender claims it is."""

    encoding_format: str
    filename: str
    content: bytes = field(repr=False)
    language: str = "da"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the letter asks its reader to do: one of the eight action codes, and where on the web."""

    label: str
    code: str
    url: str
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: the same content in one or more files. Old mail has no label."""

    files: tuple[Enclosure, ...]
    label: str | None = None
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Child:
    """Whom a letter to a parent is about."""

    cpr: str = field(repr=False)
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MemoDraft:
    """A message to be written. The first of ``papers`` is the main document. ``created`` is in UTC."""

    sender: Authority
    cpr: str = field(repr=False)
    recipient: str = field(repr=False)
    label: str
    papers: tuple[Paper, ...]
    created: datetime
    version: Version = "1.1"
    code: str | None = None
    case_id: str | None = None
    child: Child | None = None
    mandatory: bool = False
    legal: bool = False
    reply: bool = False
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))


def write_memo(draft: MemoDraft) -> bytes:
    """The message as XML in UTF-8."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    schema = ' memoSchVersion="1.1.0"' if draft.version == "1.1" else ""
    inner = _header(draft) + _body(draft)
    root = f'<memo:Message {names} memoVersion="{draft.version}"{schema}>{inner}</memo:Message>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()


def _header(draft: MemoDraft) -> str:
    return _element(
        "MessageHeader",
        _text("messageType", "DIGITALPOST"),
        _text("messageUUID", draft.uuid),
        _text("messageCode", draft.code),
        _text("label", draft.label),
        _text("reply", "true" if draft.reply else None),
        _flag("mandatory", draft.mandatory, draft.version),
        _flag("legalNotification", draft.legal, draft.version),
        _text("postType", "MYNDIGHEDSPOST"),
        _party("Sender", "senderID", draft.sender.cvr, "CVR", draft.sender.name),
        _party("Recipient", "recipientID", draft.cpr, "CPR", draft.recipient),
        _content_data(draft),
    )


def _flag(name: str, value: bool, version: Version) -> str:
    """Required in 1.1; in 1.2 only written when true."""
    return _text(name, "true" if value else "false") if value or version == "1.1" else ""


def _party(name: str, id_name: str, number: str, kind: str, label: str) -> str:
    return _element(name, _text(id_name, number), _text("idType", kind), _text("label", label))


def _content_data(draft: MemoDraft) -> str:
    inner = _child(draft.child) + _case(draft.case_id)
    return _element("ContentData", inner) if inner else ""


def _child(child: Child | None) -> str:
    if child is None:
        return ""
    inner = f"<grd:cprNumber>{child.cpr}</grd:cprNumber><grd:name>{escape(child.name)}</grd:name>"
    return f"<grd:CPRdata>{inner}</grd:CPRdata>"


def _case(case_id: str | None) -> str:
    if case_id is None:
        return ""
    return _element("CaseID", _text("caseID", case_id), _text("caseSystem", "Øvesag"))


def _body(draft: MemoDraft) -> str:
    main, *additional = draft.papers
    return _element(
        "MessageBody",
        _text("createdDateTime", _time(draft.created)),
        _paper("MainDocument", "mainDocumentID", 1, main),
        *(
            _paper("AdditionalDocument", "additionalDocumentID", number, paper)
            for number, paper in enumerate(additional, 2)
        ),
    )


def _paper(name: str, id_name: str, number: int, paper: Paper) -> str:
    return _element(
        name,
        _text(id_name, str(number)),
        _text("label", paper.label),
        *map(_file, paper.files),
        *map(_deed, paper.deeds),
    )


def _file(file: Enclosure) -> str:
    return _element(
        "File",
        _text("encodingFormat", file.encoding_format),
        _text("filename", file.filename),
        _text("language", file.language),
        _element("content", base64.b64encode(file.content).decode()),
    )


def _deed(deed: Deed) -> str:
    return _element(
        "Action",
        _text("label", deed.label),
        _text("actionCode", deed.code),
        _text("endDateTime", _time(deed.ends) if deed.ends else None),
        _element("EntryPoint", _text("url", deed.url)),
    )


def _element(name: str, *inner: str) -> str:
    return f"<memo:{name}>{''.join(inner)}</memo:{name}>"


def _text(name: str, text: str | None) -> str:
    """An element with text; nothing at all for no text."""
    return "" if text is None else _element(name, escape(text))


def _time(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
