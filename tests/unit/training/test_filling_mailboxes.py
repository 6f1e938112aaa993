"""Mailboxes that are filled when somebody first looks: nobody else waits, and nothing is put in twice."""

import asyncio
import threading
from datetime import timedelta

import msgspec
import pytest

from kiosk.training.clock import TownClock
from kiosk.training.mailboxes import Mailboxes
from kiosk.training.message_shapes import Message
from kiosk.training.people import PEOPLE
from kiosk.training.post_store import PostStore
from kiosk.training.seed_letters import FirstLetters

ANNA, TINA = PEOPLE["anna"], PEOPLE["tina-ten-thousand"]


@pytest.fixture
def store(tmp_path):
    store = PostStore(tmp_path / "post.db", timedelta)
    yield store
    store.close()


@pytest.fixture
def letters(tmp_path):
    return FirstLetters(tmp_path / "prepared", TownClock())


def inbox(store, mailbox, number=0, size=50):
    folder = next(folder for folder in store.folders(mailbox.id) if folder.folderType == "INBOX")
    return store.page(mailbox.id, folder.id, [("received", True)], number, size)


def test_nobody_waits_while_the_letters_of_somebody_else_are_written(store, letters):
    written = threading.Event()

    def slowly(person):
        if person is TINA:
            assert written.wait(30)
        return letters(person)

    async def both() -> None:
        mailboxes = Mailboxes(store, slowly, TownClock())
        tinas = asyncio.create_task(mailboxes.open(TINA))
        annas = await mailboxes.open(ANNA)
        assert inbox(store, annas)[0] > 0
        assert not tinas.done()
        written.set()
        assert inbox(store, await tinas)[0] == 10_000

    asyncio.run(both())


def test_two_looks_at_once_fill_a_mailbox_once(store, letters):
    async def twice() -> None:
        mailboxes = Mailboxes(store, letters, TownClock())
        one, other = await asyncio.gather(mailboxes.open(ANNA), mailboxes.open(ANNA))
        assert one is other
        total = inbox(store, one)[0]
        assert await mailboxes.open(ANNA) is one
        assert inbox(store, one)[0] == total

    asyncio.run(twice())


def test_ten_thousand_letters_are_letters_each_of_its_own(store, letters):
    tina = Mailboxes(store, letters, TownClock()).of(TINA)
    total, newest = inbox(store, tina, size=1000)
    summary = store.summary(tina.id)[0].messageCount
    assert (total, summary.unreadMessages) == (10_000, 40)
    found = [store.message(tina.id, row) for row in _ids(newest)]
    assert [letter.label.rpartition("(")[2] for letter in found[:3]] == ["10000)", "9999)", "9998)"]
    assert len({letter.sender.label for letter in found}) == 5
    for letter in (found[0], found[-1]):
        (file,) = letter.documents[0].files
        content = store.content(letter.id, file.id)
        assert len(content) == file.fileSize
        assert letter.label.rpartition("(")[2].rstrip(")") in content.decode()
        assert letter.sender.label in content.decode()


def _ids(rows):
    return [msgspec.json.decode(row)["id"] for row in rows]


def test_a_changed_letter_is_found_by_its_words_as_it_is_now(store, letters):
    mailbox = Mailboxes(store, letters, TownClock()).of(ANNA)
    (body,) = found(store, mailbox, "boligstotte")
    letter = msgspec.json.decode(body, type=Message)
    store.replace(msgspec.structs.replace(letter, label="Afgørelse om friplads"))
    assert found(store, mailbox, "boligstotte") == []
    assert len(found(store, mailbox, "friplads")) == 1


def found(store, mailbox, word):
    return store.page(mailbox.id, None, [("received", True)], 0, 50, [(word,)])[1]
