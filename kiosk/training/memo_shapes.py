"""From a MeMo message to the resources of the Digital Post API, which are flatter."""

import re
import uuid
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from kiosk.training.memo import BadMemoError, Element
from kiosk.training.memo_paths import ACTION, ADDRESS, ATTENTION, CONTENT_DATA, FORWARD, REPLY
from kiosk.training.message_shapes import (
    Action,
    AdditionalContentData,
    AdditionalReplyData,
    Address,
    AttentionData,
    ContactInfo,
    ContentData,
    Document,
    DocumentType,
    File,
    ForwardData,
    IdType,
    Message,
    MessageContactPoint,
    MessageType,
    Recipient,
    ReplyData,
    Sender,
    Shape,
)

_DOCUMENTS: tuple[tuple[str, DocumentType, str], ...] = (
    ("MainDocument", "MAIN", "mainDocumentID"),
    ("AdditionalDocument", "ADDITIONAL", "additionalDocumentID"),
    ("TechnicalDocument", "TECHNICAL", "technicalDocumentID"),
)
_S = TypeVar("_S", bound=Shape)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_TEXT = 256


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a message arrives. Times are ISO 8601 in UTC."""

    mailbox_id: str
    folder_id: str
    received: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message as the API shows it, and the bytes of its files by the files' ids."""

    message: Message
    contents: dict[str, bytes] = field(repr=False)


class Envelope:
    """What a message's header says of itself, checked. Raises :class:`BadMemoError` for what is missing."""

    def __init__(self, root: Element) -> None:
        header = root.first("MessageHeader")
        if header is None:
            raise BadMemoError("memo.field.missing", "MessageHeader")
        self._header = header
        self._body = root.first("MessageBody")
        self.is_text_message = _needed(header, "messageType") == "NEMSMS"
        if _needed(header, "messageType") not in ("DIGITALPOST", "NEMSMS"):
            raise BadMemoError("memo.field.invalid", "messageType")
        self.uuid = _needed(header, "messageUUID").lower()
        if not _UUID.fullmatch(self.uuid):
            raise BadMemoError("memo.field.invalid", "messageUUID")
        self.message_id = header.at("messageID")
        self.recipient_id = _needed(header, "Recipient/recipientID")
        self._label = _needed(header, "label")
        if len(self._label) > _LONGEST_TEXT:
            raise BadMemoError("memo.field.invalid", "label")
        self._check_sender_and_body()

    def arrive(self, place: Place) -> Arrival:
        """The letter as it lies in its mailbox."""
        header = self._header
        contents: dict[str, bytes] = {}
        message = Message(
            id=_new_id(), version=1, transactionId=_new_id(), createdDateTime=place.received,
            lastUpdated=place.received, messageDateTime=place.received, mailboxId=place.mailbox_id,
            folderId=place.folder_id, messageType=_message_type(header), messageState="RECEIVED",
            messageIdentifier=self.message_id, messageCode=header.at("messageCode"),
            memoCreatedDateTime=self._body.at("createdDateTime") if self._body else None,
            receivedDateTime=place.received, label=self._label,
            forward=header.first("ForwardData") is not None, reply=_true(header, "reply"),
            replyByDateTime=header.at("replyByDateTime"), flag=False, legallyNotified=False, read=False,
            welcomeMessage=False, errorMessage=False, sender=_sender(header), recipient=_recipient(header),
            documents=self._documents(contents), replyData=[_reply(data) for data in header.all("ReplyData")],
            forwardData=_flat(ForwardData, header.first("ForwardData"), FORWARD),
            contentData=_content_data(header.first("ContentData")), postType=header.at("postType"),
        )  # fmt: skip
        return Arrival(message, contents)

    def _check_sender_and_body(self) -> None:
        for path in ("Sender/senderID", "Sender/idType", "Sender/label", "Recipient/idType"):
            _needed(self._header, path)
        if self.is_text_message:
            return
        if self._body is None or self._body.first("MainDocument") is None:
            raise BadMemoError("memo.field.missing", "MainDocument")
        for name, _, _ in _DOCUMENTS:
            for document in self._body.all(name):
                _check_files(document)

    def _documents(self, contents: dict[str, bytes]) -> list[Document]:
        assert self._body
        return [
            _document(document, kind, id_name, contents)
            for name, kind, id_name in _DOCUMENTS
            for document in self._body.all(name)
        ]


def _check_files(document: Element) -> None:
    files = list(document.all("File"))
    if not files:
        raise BadMemoError("memo.field.missing", "File")
    for file in files:
        for name in ("encodingFormat", "filename", "language"):
            _needed(file, name)
        if file.first("content") is None:
            raise BadMemoError("memo.field.missing", "content")


def _document(document: Element, kind: DocumentType, id_name: str, contents: dict[str, bytes]) -> Document:
    return Document(
        id=_new_id(), version=1, documentType=kind, label=document.at("label"),
        documentId=document.at(id_name) or document.at("documentID"),  # documentID: MeMo 1.0
        files=[_file(file, contents) for file in document.all("File")],
        actions=[_action(action) for action in document.all("Action")],
    )  # fmt: skip


def _file(file: Element, contents: dict[str, bytes]) -> File:
    content = file.first("content")
    assert content
    file_id, raw = _new_id(), bytes(content.content or b"")
    contents[file_id] = raw
    return File(
        id=file_id, version=1, encodingFormat=_needed(file, "encodingFormat"), filename=_needed(file, "filename"),
        language=_needed(file, "language"), fileSize=len(raw),
    )  # fmt: skip


def _action(action: Element) -> Action:
    return msgspec.convert({"id": _new_id(), "version": 1, **_values(action, ACTION)}, Action)


def _sender(header: Element) -> Sender:
    sender = header.first("Sender")
    assert sender
    return Sender(
        senderId=_needed(sender, "senderID"), senderIdType=_id_type(sender), label=_needed(sender, "label"),
        senderIdTypeLabel=sender.at("idTypeLabel"), attentionData=_attention(sender),
        contactPoint=_contact_point(sender),
    )  # fmt: skip


def _recipient(header: Element) -> Recipient:
    recipient = header.first("Recipient")
    assert recipient
    return Recipient(
        recipientId=_needed(recipient, "recipientID"), recipientIdType=_id_type(recipient),
        recipientIdTypeLabel=recipient.at("idTypeLabel"), label=recipient.at("label"),
        attentionData=_attention(recipient), contactPoint=_contact_point(recipient),
    )  # fmt: skip


def _attention(party: Element) -> AttentionData | None:
    data = party.first("AttentionData")
    flat = _flat(AttentionData, data, ATTENTION)
    if data and flat:
        flat.address = _flat(Address, data.first("grd:Address"), ADDRESS)
    return flat


def _contact_point(party: Element) -> MessageContactPoint | None:
    point = party.first("ContactPoint")
    if point is None:
        return None
    infos = [
        ContactInfo(label=i.at("label") or "", value=i.at("value") or "") for i in point.all("ContactInfo")
    ]
    return MessageContactPoint(
        contactGroup=point.at("contactGroup"), contactPointId=point.at("contactPointID"), label=point.at("label"),
        contactInfo=infos,
    )  # fmt: skip


def _content_data(data: Element | None) -> ContentData | None:
    flat = _flat(ContentData, data, CONTENT_DATA)
    if data and flat:
        flat.address = _flat(Address, data.first("grd:Address"), ADDRESS)
        flat.additionalContentData = [_additional_content(item) for item in data.all("AdditionalContentData")]
    return flat


def _additional_content(item: Element) -> AdditionalContentData:
    return AdditionalContentData(
        contentDataName=item.at("contentDataName") or "", contentDataValue=item.at("contentDataValue") or "",
        contentDataType=item.at("contentDataType"),
    )  # fmt: skip


def _reply(data: Element) -> ReplyData:
    reply = msgspec.convert(_values(data, REPLY), ReplyData)
    reply.additionalReplyData = [
        AdditionalReplyData(label=item.at("label") or "", value=item.at("value") or "")
        for item in data.all("AdditionalReplyData")
    ]
    return reply


def _flat(shape: type[_S], element: Element | None, table: dict[str, str]) -> _S | None:
    if element is None:
        return None
    try:
        return msgspec.convert(_values(element, table), shape, strict=False)
    except msgspec.ValidationError as wrong:
        raise BadMemoError("memo.field.invalid", element.name) from wrong


def _message_type(header: Element) -> MessageType:
    if _true(header, "legalNotification"):
        return "LEGAL_NOTIFICATION"
    return "MANDATORY" if _true(header, "mandatory") else "REGULAR"


def _id_type(party: Element) -> IdType:
    """Lower case occurs; what is neither number is UNKNOWN."""
    match _needed(party, "idType").upper():
        case "CPR":
            return "CPR"
        case "CVR":
            return "CVR"
        case _:
            return "UNKNOWN"


def _values(element: Element, table: dict[str, str]) -> dict[str, str]:
    return {member: text for member, path in table.items() if (text := element.at(path))}


def _needed(element: Element, path: str) -> str:
    text = element.at(path)
    if text is None:
        raise BadMemoError("memo.field.missing", path)
    return text


def _true(header: Element, name: str) -> bool:
    """A missing boolean is false; xs:boolean has two spellings of true."""
    return header.at(name) in ("true", "1")


def _new_id() -> str:
    return str(uuid.uuid4())
