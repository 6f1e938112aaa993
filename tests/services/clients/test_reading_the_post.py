"""The mailbox, at the practice town's Digital Post."""

import pytest

from kiosk.services import DigitalPost
from kiosk.visit.post import DocumentType, FolderType
from kiosk.visit.trouble import Trouble
from tests.services.clients.expecting import trouble


@pytest.fixture
def opened(post, log_in):
    grant = log_in("anna")
    return grant, post.open_mailbox(grant)


@pytest.fixture
def unread(post, opened):
    """A letter that is still unread, whatever a lagging list says."""
    grant, box = opened
    letters = (post.letter(grant, box.mailbox.id, it.id) for it in box.letters.heads if not it.read)
    return next(it for it in letters if not it.head.read)


def test_a_mailbox_opens_at_the_newest_letters_of_the_inbox(opened):
    _, box = opened
    assert box.mailbox.owner_name == "Anna Sørensen"
    assert box.folders[0].folder_type is FolderType.INBOX
    assert box.letters.folder_id == box.folders[0].id
    assert box.letters.total == box.folders[0].total == len(box.letters.heads)
    received = [it.received for it in box.letters.heads]
    assert received == sorted(received, reverse=True)
    assert all(it.label and it.sender for it in box.letters.heads)


def test_a_letter_has_documents_and_its_files_have_bytes(post, opened):
    grant, box = opened
    letter = post.letter(grant, box.mailbox.id, box.letters.heads[0].id)
    assert letter.documents[0].document_type is DocumentType.MAIN
    file = letter.documents[0].files[0]
    assert len(post.content(grant, letter, file)) == file.size > 0


def test_a_read_letter_shows_read_even_where_the_list_has_not_heard(post, town, opened, unread):
    grant, box = opened
    town.client.switch(list_lag_ms=60_000)
    post.mark_read(grant, unread)
    again = post.letters(grant, box.mailbox.id, box.letters.folder_id, 0)
    assert next(it for it in again.heads if it.id == unread.head.id).read
    assert post.letter(grant, box.mailbox.id, unread.head.id).head.read


def test_a_letter_touched_elsewhere_is_marked_at_the_second_try(post, known_machine, town, opened, unread):
    grant, box = opened
    known_machine.post(town.post_url).mark_read(grant, unread)
    post.mark_read(grant, unread)
    assert post.letter(grant, box.mailbox.id, unread.head.id).head.version > unread.head.version + 1


def test_a_letter_that_keeps_changing_is_given_up(post, town, opened, unread):
    grant, _ = opened
    town.client.switch(letter_changed=True)
    with trouble(Trouble.MAILBOX_CHANGED):
        post.mark_read(grant, unread)


def test_a_letter_that_is_read_is_not_written_to_again(post, town, opened):
    grant, box = opened
    letter = post.letter(grant, box.mailbox.id, next(it.id for it in box.letters.heads if it.read))
    town.client.switch(post_down=True)
    post.mark_read(grant, letter)


def test_a_letter_that_serves_is_opened_only_after_the_yes(post, log_in, town):
    grant = log_in("lars-legal")
    box = post.open_mailbox(grant)
    head = next(it for it in box.letters.heads if it.must_ask_before_opening)
    letter = post.letter(grant, box.mailbox.id, head.id)
    with trouble(Trouble.MAILBOX_REFUSED):
        post.content(grant, letter, letter.documents[0].files[0])
    with trouble(Trouble.MAILBOX_CHANGED):
        post.serve(grant, box.mailbox.id, head.id, head.version + 1)
    assert post.letters(grant, box.mailbox.id, box.letters.folder_id, 0).heads.count(head)

    town.client.switch(list_lag_ms=60_000)
    post.serve(grant, box.mailbox.id, head.id, head.version)
    again = post.letters(grant, box.mailbox.id, box.letters.folder_id, 0)
    assert not any(it.must_ask_before_opening for it in again.heads if it.id == head.id)
    served = post.letter(grant, box.mailbox.id, head.id)
    assert post.content(grant, served, served.documents[0].files[0])
    post.mark_read(grant, served)


def test_a_long_folder_comes_page_by_page(known_machine, town, opened):
    grant, box = opened
    post = DigitalPost(town.post_url, known_machine.http, page_size=2)
    first = post.letters(grant, box.mailbox.id, box.letters.folder_id, 0)
    assert first.pages == (box.letters.total + 1) // 2 > 1
    pages = [post.letters(grant, box.mailbox.id, first.folder_id, page) for page in range(first.pages)]
    assert [it.page for it in pages] == list(range(first.pages))
    assert [it.id for page in pages for it in page.heads] == [it.id for it in box.letters.heads]
    assert post.letters(grant, box.mailbox.id, first.folder_id, first.pages).heads == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [("emma-exempt", Trouble.MAILBOX_EXEMPT), ("carl-closed", Trouble.MAILBOX_CLOSED)],
)
def test_who_has_no_mailbox_is_told_why(post, log_in, name, why):
    with trouble(why):
        post.open_mailbox(log_in(name))


def test_every_letter_of_the_unlucky_one_can_be_listed(post, log_in):
    """What is broken in them is for the press to say."""
    grant = log_in("uma-unlucky")
    box = post.open_mailbox(grant)
    for head in box.letters.heads:
        assert post.letter(grant, box.mailbox.id, head.id).documents


@pytest.mark.parametrize(
    ("switches", "why"),
    [
        ({"post_down": True}, Trouble.MAILBOX_DOWN),
        ({"post_nonsense": True}, Trouble.MAILBOX_ODD),
        ({"access_token_expired": True}, Trouble.SESSION_EXPIRED),
        ({"switched_off": True}, Trouble.NETWORK_GONE),
    ],
    ids=str,
)
def test_a_fault_of_the_post_has_its_name(post, town, opened, switches, why):
    grant, box = opened
    town.client.switch(**switches)
    with trouble(why):
        post.open_mailbox(grant)
    with trouble(why):
        post.letters(grant, box.mailbox.id, box.letters.folder_id, 0)


@pytest.mark.parametrize(
    ("switches", "why"),
    [({"access_refused": True}, Trouble.MAILBOX_REFUSED), ({"letter_deleted": True}, Trouble.LETTER_MISSING)],
    ids=str,
)
def test_a_fault_of_one_letter_has_its_name(post, town, opened, switches, why):
    grant, box = opened
    town.client.switch(**switches)
    with trouble(why):
        post.letter(grant, box.mailbox.id, box.letters.heads[0].id)


def test_the_mailbox_comes_back_when_the_post_does(post, town, opened):
    grant, box = opened
    town.client.switch(post_down=True)
    with trouble(Trouble.MAILBOX_DOWN):
        post.open_mailbox(grant)
    town.client.reset()
    assert post.open_mailbox(grant).mailbox == box.mailbox
