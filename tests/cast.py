"""Invented people and letters for the tests. CPR numbers are replacement numbers: the day has 60 added."""

from datetime import UTC, datetime

from kiosk.visit.paper import Picture, Pressed, Receipt
from kiosk.visit.people import Citizen, Cpr, Level, OwnGrant
from kiosk.visit.post import (
    Document,
    DocumentType,
    FileRef,
    Folder,
    FolderType,
    Letter,
    LetterHead,
    LetterList,
    Mailbox,
    MessageType,
    OpenedMailbox,
)
from kiosk.visit.secrets import Secret

ANNA = Citizen("Anna Testborg", Cpr("6705411234"), Level.SUBSTANTIAL, "subject of Anna")
CARD = b"the certificate of Anna"
OTHER_CARD = b"the certificate of somebody else"


def grant() -> OwnGrant:
    return OwnGrant(Secret("access"), Secret("identity"))


def head(
    letter_id: str = "letter-1",
    message_type: MessageType = MessageType.REGULAR,
    *,
    read: bool = False,
    notified: bool = False,
) -> LetterHead:
    received = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    label = "Din ansøgning om boligstøtte"
    return LetterHead(letter_id, 7, label, "Aarhus Kommune", received, message_type, read, notified)


def file(encoding_format: str = "application/pdf", file_id: str = "file-1") -> FileRef:
    return FileRef(file_id, "document-1", encoding_format, "brev.pdf", "da", 4711)


def letter(of: LetterHead | None = None, documents: int = 1) -> Letter:
    made = (
        Document(
            f"document-{n}", DocumentType.ADDITIONAL if n else DocumentType.MAIN, f"Bilag {n}", (file(),)
        )
        for n in range(documents)
    )
    return Letter("mailbox-1", of or head(), tuple(made))


MAILBOX = Mailbox("mailbox-1", "Anna Testborg")
FOLDERS = (
    Folder("folder-1", FolderType.INBOX, "Indbakke", 2, 120),
    Folder("folder-2", FolderType.DELETED, "Slettet post", 0, 4),
)
LEGAL = head("letter-2", MessageType.LEGAL_NOTIFICATION)
LETTERS = LetterList("folder-1", (head(), LEGAL, head("letter-3", read=True)), 0, 3, 120)
OPENED = OpenedMailbox(MAILBOX, FOLDERS, LETTERS)
PICTURE = Picture(1, 2, 2, bytes(12))
PRESSED = Pressed(b"%PDF-1.7 safe", 3, "Kære Anna", PICTURE)
RECEIPT = Receipt(0, 0, 0, logged_out=True)
