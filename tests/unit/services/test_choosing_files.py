"""Which document comes first, which file of it is shown, and what it is called."""

import uuid

import pytest

from kiosk.services.post import letters, shapes
from kiosk.services.post.done import Done
from kiosk.visit.post import DocumentType, FolderType, MessageType


def file(kind: str, language: str | None = "da", name: str = "") -> shapes.File:
    return shapes.File(uuid.uuid4(), kind, name, language, 10)


def document(kind: DocumentType, *files: shapes.File, label: str | None = None) -> shapes.Document:
    return shapes.Document(uuid.uuid4(), kind, label, files)


def letter(*documents: shapes.Document):
    told = shapes.Message(uuid.uuid4(), 3, documents=documents, received_date_time="2026-11-24T10:00:00Z")
    return letters.letter("m", letters.head(told), told)


MAIN, ADDITIONAL, TECHNICAL = DocumentType.MAIN, DocumentType.ADDITIONAL, DocumentType.TECHNICAL


def test_the_main_document_comes_first_and_technical_ones_never():
    shown = letter(
        document(ADDITIONAL, label="Bilag A"),
        document(TECHNICAL, label="data.xml"),
        document(ADDITIONAL, label="Bilag B"),
        document(MAIN, label="Afgørelse"),
    )
    assert [it.label for it in shown.documents] == ["Afgørelse", "Bilag A", "Bilag B"]


def test_a_document_without_a_label_is_called_by_its_file_else_by_its_place():
    shown = letter(
        document(MAIN, file("application/pdf", name="brev.pdf")),
        document(ADDITIONAL, file("application/pdf")),
        document(ADDITIONAL, label="\u202e\n"),
    )
    assert [it.label for it in shown.documents] == ["brev.pdf", "Dokument 2", "Dokument 3"]


@pytest.mark.parametrize(
    ("files", "first"),
    [
        ([("text/plain", "da"), ("text/html", "da"), ("application/pdf", "da")], "application/pdf"),
        ([("text/plain", "da"), ("text/html", "da")], "text/html"),
        ([("image/png", "da"), ("text/plain", "da")], "text/plain"),
        ([("application/pdf", "en"), ("text/plain", "da")], "text/plain"),
        ([("text/html", "en"), ("application/pdf; version=1.7", "en")], "application/pdf; version=1.7"),
        ([("text/plain", "DA-dk"), ("APPLICATION/PDF", "da")], "APPLICATION/PDF"),
        ([("text/plain", None), ("application/pdf", None)], "application/pdf"),
    ],
)
def test_danish_first_then_what_prints_best(files: list[tuple[str, str | None]], first: str):
    shown = letter(document(MAIN, *(file(kind, language) for kind, language in files)))
    assert shown.documents[0].files[0].encoding_format == first
    assert len(shown.documents[0].files) == len(files)


def test_files_that_are_equal_stay_as_the_sender_put_them():
    told = document(MAIN, file("text/plain", name="en.txt"), file("text/plain", name="to.txt"))
    assert [it.filename for it in letter(told).documents[0].files] == ["en.txt", "to.txt"]


def test_the_inbox_comes_first_and_the_bin_last():
    kinds = ["DELETED", "SENT", "SOMETHING_NEW", "INBOX", "DRAFTS", "USER_DEFINED"]
    told = [shapes.FolderMessageSummary(shapes.Folder(uuid.uuid4(), FolderType(it), it)) for it in kinds]
    assert [it.name for it in letters.folders(told)] == [
        "INBOX", "USER_DEFINED", "SOMETHING_NEW", "SENT", "DRAFTS", "DELETED",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24T10:00:00Z",
        "2026-11-24T11:00:00+01:00",
        "2026-11-24T10:00:00.000+0000",
        "2026-11-24T10:00:00",
    ],
)
def test_times_are_read_in_every_spelling_of_utc(text: str):
    head = letters.head(shapes.Message(uuid.uuid4(), 1, received_date_time=text))
    assert head.received.isoformat() in ("2026-11-24T10:00:00+00:00", "2026-11-24T11:00:00+01:00")


def test_a_letter_without_any_facts_is_still_a_letter():
    head = letters.head(shapes.Message(uuid.uuid4(), 1, created_date_time="2026-11-24T10:00:00Z"))
    assert (head.label, head.sender, head.read, head.message_type) == ("", "", False, MessageType.UNKNOWN)


def test_a_letter_without_any_date_is_nonsense():
    with pytest.raises(ValueError):
        letters.head(shapes.Message(uuid.uuid4(), 1))


def test_what_this_visit_has_done_lies_over_what_a_list_says():
    told = shapes.Message(
        uuid.uuid4(),
        1,
        message_type=MessageType.LEGAL_NOTIFICATION,
        received_date_time="2026-11-24T10:00:00Z",
    )
    head, done = letters.head(told), Done()
    assert done.over(head) == head
    assert head.must_ask_before_opening
    done.served(head.id)
    assert not done.over(head).must_ask_before_opening
    assert not done.over(head).read
    done.read(head.id)
    assert done.over(head).read
    assert head.id not in repr(done)
