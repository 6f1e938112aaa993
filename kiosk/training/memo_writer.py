"""MeMo out: letters written as MeMo 1.1 or 1.2, every element in the order that the schema wants."""

import base64
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from lxml import etree

from kiosk.training.memo_names import MEMO, NAMESPACES, qualified

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
    mandatory: bool = False
    legal: bool = False
    reply: bool = False
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))


def write_memo(draft: MemoDraft) -> bytes:
    """The message as XML in UTF-8."""
    root = etree.Element(qualified("Message"), {"memoVersion": draft.version}, nsmap=NAMESPACES)
    if draft.version == "1.1":
        root.set("memoSchVersion", "1.1.0")
    _header(etree.SubElement(root, qualified("MessageHeader")), draft)
    body = etree.SubElement(root, qualified("MessageBody"))
    _add(body, "createdDateTime", _time(draft.created))
    for index, paper in enumerate(draft.papers):
        _paper(body, "MainDocument" if index == 0 else "AdditionalDocument", index, paper)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _header(header: etree._Element, draft: MemoDraft) -> None:
    _add(header, "messageType", "DIGITALPOST")
    _add(header, "messageUUID", draft.uuid)
    if draft.code:
        _add(header, "messageCode", draft.code)
    _add(header, "label", draft.label)
    if draft.reply:
        _add(header, "reply", "true")
    _flags(header, draft)
    _add(header, "postType", "MYNDIGHEDSPOST")
    _party(header, "Sender", "senderID", draft.sender.cvr, "CVR", draft.sender.name)
    _party(header, "Recipient", "recipientID", draft.cpr, "CPR", draft.recipient)
    if draft.case_id:
        case = etree.SubElement(etree.SubElement(header, qualified("ContentData")), qualified("CaseID"))
        _add(case, "caseID", draft.case_id)
        _add(case, "caseSystem", "Øvesag")


def _flags(header: etree._Element, draft: MemoDraft) -> None:
    """Required in 1.1; in 1.2 only written when true."""
    for name, value in (("mandatory", draft.mandatory), ("legalNotification", draft.legal)):
        if value or draft.version == "1.1":
            _add(header, name, "true" if value else "false")


def _party(header: etree._Element, name: str, id_name: str, number: str, kind: str, label: str) -> None:
    party = etree.SubElement(header, qualified(name))
    _add(party, id_name, number)
    _add(party, "idType", kind)
    _add(party, "label", label)


def _paper(body: etree._Element, name: str, index: int, paper: Paper) -> None:
    document = etree.SubElement(body, qualified(name))
    _add(document, "mainDocumentID" if index == 0 else "additionalDocumentID", str(index + 1))
    if paper.label:
        _add(document, "label", paper.label)
    for file in paper.files:
        element = etree.SubElement(document, qualified("File"))
        _add(element, "encodingFormat", file.encoding_format)
        _add(element, "filename", file.filename)
        _add(element, "language", file.language)
        _add(element, "content", base64.b64encode(file.content).decode())
    for deed in paper.deeds:
        _deed(etree.SubElement(document, qualified("Action")), deed)


def _deed(action: etree._Element, deed: Deed) -> None:
    _add(action, "label", deed.label)
    _add(action, "actionCode", deed.code)
    if deed.ends:
        _add(action, "endDateTime", _time(deed.ends))
    _add(etree.SubElement(action, qualified("EntryPoint")), "url", deed.url)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{MEMO}}}{name}").text = text


def _time(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
