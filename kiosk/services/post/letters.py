"""From the API's objects to mailboxes, folders and letters as a visit knows them."""

from collections.abc import Iterable
from typing import Final

from kiosk.services.post import shapes
from kiosk.services.told import clean
from kiosk.visit.post import (
    Document,
    DocumentType,
    FileRef,
    Folder,
    FolderType,
    Letter,
    LetterHead,
    Mailbox,
    MessageType,
)

_FOLDERS: Final = (
    FolderType.INBOX,
    FolderType.USER_DEFINED,
    FolderType.UNKNOWN,
    FolderType.SENT,
    FolderType.DRAFTS,
    FolderType.DELETED,
)
_FORMATS: Final = ("application/pdf", "text/html", "text/plain")


def mailbox(told: shapes.Mailbox) -> Mailbox:
    return Mailbox(str(told.id), clean(told.owner_name or ""))


def folders(told: Iterable[shapes.FolderMessageSummary]) -> tuple[Folder, ...]:
    """The inbox first, the citizen's own folders next, what was thrown away last."""
    return tuple(sorted(map(_folder, told), key=lambda folder: _FOLDERS.index(folder.folder_type)))


def _folder(told: shapes.FolderMessageSummary) -> Folder:
    count = told.message_count or shapes.MessageCount()
    return Folder(
        id=str(told.folder.id),
        folder_type=told.folder.folder_type,
        name=clean(told.folder.name),
        unread=max(count.unread_messages or 0, 0),
        total=max(count.total_messages or 0, 0),
    )


def head(told: shapes.Message) -> LetterHead:
    """One letter without its documents. Raises :class:`ValueError` when it has no date at all."""
    return LetterHead(
        id=str(told.id),
        version=told.version,
        label=clean(told.label or ""),
        sender=clean((told.sender or shapes.Sender()).label or ""),
        received=told.received,
        message_type=told.message_type or MessageType.UNKNOWN,
        read=told.read is True,
        legally_notified=told.legally_notified is True,
    )


def letter(mailbox_id: str, shown: LetterHead, told: shapes.Message) -> Letter:
    """A letter: the main document first, the technical ones left out, as viewers must."""
    documents = [it for it in told.documents or () if it.document_type is not DocumentType.TECHNICAL]
    documents.sort(key=lambda document: document.document_type is not DocumentType.MAIN)
    return Letter(mailbox_id, shown, tuple(_document(n, it) for n, it in enumerate(documents, 1)))


def _document(number: int, told: shapes.Document) -> Document:
    """Its label, else its file's name, else its place: a sender need not give any."""
    files = tuple(_file(told, it) for it in sorted(told.files or (), key=_preference))
    named = clean(told.label or "") or next((it.filename for it in files if it.filename), "")
    return Document(str(told.id), told.document_type, named or f"Dokument {number}", files)


def _preference(told: shapes.File) -> tuple[bool, int]:
    """Danish first; then the format that prints best. Files that are equal stay as the sender put them."""
    return not is_danish(told.language or ""), _rank(told.encoding_format)


def is_danish(language: str) -> bool:
    """``da`` and its regions (RFC 5646)."""
    return language.strip().lower().split("-")[0] == "da"


def _rank(encoding_format: str) -> int:
    kind = encoding_format.split(";")[0].strip().lower()
    return _FORMATS.index(kind) if kind in _FORMATS else len(_FORMATS)


def _file(document: shapes.Document, told: shapes.File) -> FileRef:
    return FileRef(
        id=str(told.id),
        document_id=str(document.id),
        encoding_format=clean(told.encoding_format),
        filename=clean(told.filename),
        language=clean(told.language or ""),
        size=max(told.file_size or 0, 0),
    )
