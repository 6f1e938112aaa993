"""The view-client API's objects, named as API version 1.68 names them; only what this kiosk reads.

Almost nothing in that API is required, so almost everything here may be missing.
"""

from datetime import UTC, datetime
from uuid import UUID

from kiosk.services.told import Told
from kiosk.visit.post import DocumentType, FolderType, MessageType


class Access(Told):
    access_type: str = ""


class Mailbox(Told):
    id: UUID
    owner_type: str | None = None
    owner_name: str | None = None
    status_type: str | None = None
    exempt: bool | None = None
    access: Access | None = None


class MailboxSearchResult(Told):
    mailboxes: tuple[Mailbox, ...] = ()
    total_pages: int | None = None


class Folder(Told):
    id: UUID
    folder_type: FolderType
    name: str = ""


class MessageCount(Told):
    unread_messages: int | None = None
    total_messages: int | None = None


class FolderMessageSummary(Told):
    folder: Folder
    message_count: MessageCount | None = None


class FolderMessageSummaryResult(Told):
    folder_message_summary_list: tuple[FolderMessageSummary, ...] = ()


class Sender(Told):
    label: str | None = None


class File(Told):
    id: UUID
    encoding_format: str = ""
    filename: str = ""
    language: str | None = None
    file_size: int | None = None


class Document(Told):
    id: UUID
    document_type: DocumentType
    label: str | None = None
    files: tuple[File, ...] | None = None


class Message(Told):
    id: UUID
    version: int
    message_type: MessageType | None = None
    label: str | None = None
    sender: Sender | None = None
    received_date_time: str | None = None
    message_date_time: str | None = None
    created_date_time: str | None = None
    read: bool | None = None
    legally_notified: bool | None = None
    documents: tuple[Document, ...] | None = None

    @property
    def received(self) -> datetime:
        """When it came, else when it was dated or made (a draft has not come). Raises :class:`ValueError`."""
        text = self.received_date_time or self.message_date_time or self.created_date_time or ""
        time = datetime.fromisoformat(text)
        return time if time.tzinfo is not None else time.replace(tzinfo=UTC)


class MessageSearchResult(Told):
    messages: tuple[Message, ...] = ()
    current_page: int | None = None
    total_pages: int | None = None
    total_elements: int | None = None


class MessagePatchCommand(Told, omit_defaults=True):
    """Read, legal acknowledgement and more are one PATCH; what is left out stays as it is."""

    read: bool | None = None
    legally_notified: bool | None = None
