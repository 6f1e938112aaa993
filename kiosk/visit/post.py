"""What lies in a Digital Post mailbox, named as the view-client API names it."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kiosk.visit.secrets import Secret

OWN_MAILBOX_FROM: Final = 15
"""Years: then a mailbox is made by itself; until then authorities write to the parents (borger.dk)."""


class FolderType(enum.Enum):
    """``Folder.folderType``; what we do not know becomes UNKNOWN, it is never an error."""

    INBOX = "INBOX"
    DRAFTS = "DRAFTS"
    SENT = "SENT"
    DELETED = "DELETED"
    USER_DEFINED = "USER_DEFINED"
    UNKNOWN = "UNKNOWN"

    @classmethod
    def _missing_(cls, value: object) -> "FolderType":
        return cls.UNKNOWN


class MessageType(enum.Enum):
    """``Message.messageType``. Opening a LEGAL_NOTIFICATION can itself be service of process."""

    REGULAR = "REGULAR"
    MANDATORY = "MANDATORY"
    LEGAL_NOTIFICATION = "LEGAL_NOTIFICATION"
    UNKNOWN = "UNKNOWN"

    @classmethod
    def _missing_(cls, value: object) -> "MessageType":
        return cls.UNKNOWN


class DocumentType(enum.Enum):
    """``Document.documentType``; TECHNICAL ones are never shown."""

    MAIN = "MAIN"
    ADDITIONAL = "ADDITIONAL"
    TECHNICAL = "TECHNICAL"
    UNKNOWN = "UNKNOWN"

    @classmethod
    def _missing_(cls, value: object) -> "DocumentType":
        return cls.UNKNOWN


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox that the citizen may see."""

    id: str = field(repr=False)
    owner_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder and how many letters lie in it, from the folder summary."""

    id: str = field(repr=False)
    folder_type: FolderType
    name: str = field(repr=False)
    unread: int
    total: int


@dataclass(frozen=True, slots=True)
class LetterHead:
    """One row of a list of letters: all that is known without opening it."""

    id: str = field(repr=False)
    version: int
    label: str = field(repr=False)
    sender: str = field(repr=False)
    received: datetime = field(repr=False)
    message_type: MessageType
    read: bool
    legally_notified: bool

    @property
    def must_ask_before_opening(self) -> bool:
        """True while opening would serve the letter on its owner (simplified digital service)."""
        return self.message_type is MessageType.LEGAL_NOTIFICATION and not self.legally_notified


@dataclass(frozen=True, slots=True)
class LetterList:
    """One page of a folder. Pages count from 0; the list may lag behind writes (eventual consistency).

    ``sought``: the words that the letters of this list were looked for by, if it is not the whole folder.
    """

    folder_id: str = field(repr=False)
    heads: tuple[LetterHead, ...] = field(repr=False)
    page: int
    pages: int
    total: int
    sought: Secret | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FileRef:
    """One file of a document: ``encoding_format`` and ``filename`` are the sender's claims. ``size`` in bytes."""

    id: str = field(repr=False)
    document_id: str = field(repr=False)
    encoding_format: str
    filename: str = field(repr=False)
    language: str
    size: int


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a letter. Several files are the same content in other formats or languages."""

    id: str = field(repr=False)
    document_type: DocumentType
    label: str = field(repr=False)
    files: tuple[FileRef, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its documents, without their content: the main document first, technical ones left out."""

    mailbox_id: str = field(repr=False)
    head: LetterHead
    documents: tuple[Document, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenedMailbox:
    """What is seen first: the mailbox, its folders, and the newest letters of the inbox."""

    mailbox: Mailbox
    folders: tuple[Folder, ...] = field(repr=False)
    letters: LetterList
