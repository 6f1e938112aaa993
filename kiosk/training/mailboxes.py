"""Whose mailbox is whose: made, and filled with its first letters, when somebody first looks for it."""

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import assert_never

from kiosk.training.clock import TownClock
from kiosk.training.mailing import copied
from kiosk.training.memo import BadMemoError, Element, MemoReader
from kiosk.training.memo_shapes import Arrival, Envelope, Place
from kiosk.training.people import Person, Post, by_cpr
from kiosk.training.post_shapes import Access, Folder, FolderType, Mailbox
from kiosk.training.post_store import PostStore
from kiosk.training.seed import Mailing, Seed, SeedLetter

_FOLDERS: tuple[tuple[FolderType, str], ...] = (
    ("INBOX", "Indbakke"),
    ("DRAFTS", "Kladder"),
    ("SENT", "Sendt post"),
    ("DELETED", "Slettet post"),
)

FirstLetters = Callable[[Person], Iterable[Seed]]


class Mailboxes:
    """Every mailbox is filled by taking in MeMo messages, never by writing into the store."""

    def __init__(self, store: PostStore, first_letters: FirstLetters, clock: TownClock) -> None:
        self._store = store
        self._first_letters = first_letters
        self._clock = clock
        self._made: dict[str, Mailbox] = {}
        self._came: list[str] = []
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def of(self, person: Person) -> Mailbox | None:
        """The person's mailbox; nobody without a CPR number, or under 15, has one.

        Before the town is open: else :meth:`open`.
        """
        if person.cpr and _has_one(person) and person.id not in self._made:
            self._keep(person, *self._prepared(person, person.cpr))
        return self._made.get(person.id)

    async def open(self, person: Person) -> Mailbox | None:
        """The same for a town that is open: nobody waits while the letters of somebody else are written."""
        if person.cpr is None or not _has_one(person):
            return None
        async with self._turns[person.id]:
            if person.id not in self._made:
                self._keep(person, *await asyncio.to_thread(self._prepared, person, person.cpr))
        return self._made[person.id]

    async def take_in(self, root: Element, person: Person | None = None) -> Envelope:
        """Deliver a message to its recipient, or to ``person`` whatever it says. Raises :class:`BadMemoError`.

        A NemSMS is a reminder for a telephone and no mail: it is read and lies in no mailbox.
        """
        envelope = Envelope(root)
        recipient = person or by_cpr(envelope.recipient_id)
        if envelope.is_text_message:
            return envelope
        mailbox = await self.open(recipient) if recipient else None
        if mailbox is None:
            raise BadMemoError("memo.recipient.unknown", "recipientID")
        arrival = envelope.arrive(self._inbox(mailbox, self._clock.now()))
        self._store.deliver([arrival])
        self._came.append(arrival.message.id)
        return envelope

    def clear(self) -> None:
        """What came after the first letters goes; what was done to those stays done."""
        for message_id in self._came:
            self._store.delete(message_id)
        self._came.clear()

    def _prepared(self, person: Person, cpr: str) -> tuple[Mailbox, list[Arrival]]:
        mailbox = _mailbox(person, cpr, iso(self._clock.now() - timedelta(days=900)))
        reader = MemoReader()
        seeds = self._first_letters(person)
        return mailbox, [arrival for seed in seeds for arrival in self._arrivals(mailbox, seed, reader)]

    def _keep(self, person: Person, mailbox: Mailbox, arrivals: list[Arrival]) -> None:
        self._store.add_mailbox(mailbox, _folders(mailbox))
        self._store.deliver(arrivals)
        self._made[person.id] = mailbox

    def _arrivals(self, mailbox: Mailbox, seed: Seed, reader: MemoReader) -> Iterator[Arrival]:
        now = self._clock.now()
        reader.feed(seed.memo)
        envelope = Envelope(reader.close())
        match seed:
            case SeedLetter(_, age, read):
                arrival = envelope.arrive(self._inbox(mailbox, now - age))
                arrival.message.read = read
                yield arrival
            case Mailing(_, copies):
                first = envelope.arrive(self._inbox(mailbox, now))
                yield from (copied(first, copy, iso(now - copy.age)) for copy in copies)
            case _:
                assert_never(seed)

    def _inbox(self, mailbox: Mailbox, received: datetime) -> Place:
        return Place(mailbox.id, _folder_id(mailbox.id, "INBOX"), iso(received))


def _has_one(person: Person) -> bool:
    return person.post is not Post.NONE


def iso(when: datetime) -> str:
    """A time as the API writes it, to the millisecond."""
    return when.strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03}Z"


def _mailbox(person: Person, cpr: str, since: str) -> Mailbox:
    mailbox_id, identity = _uuid("mailbox", person.id), _uuid("identity", person.id)
    access = Access(
        id=_uuid("access", person.id), version=1, accessType="OWNER", mailboxId=mailbox_id, identityId=identity,
        introductionCompleted=True, Privileges=["LEGAL_OWNER", "CITIZEN"],
    )  # fmt: skip
    return Mailbox(
        id=mailbox_id, version=1, transactionId=_uuid("transaction", person.id), createdDateTime=since,
        lastUpdated=since, ownerType="CITIZEN", ownerIdentityId=identity, ownerName=person.name,
        ownerExternalId=cpr, statusType="CLOSED" if person.post is Post.CLOSED else "ACTIVE", statusDate=since,
        recipientSystemAvailable=False, exempt=person.post is Post.EXEMPT, reminded=False, access=access,
    )  # fmt: skip


def _folders(mailbox: Mailbox) -> list[Folder]:
    return [
        Folder(
            id=_folder_id(mailbox.id, kind), version=1, createdDateTime=mailbox.createdDateTime,
            lastUpdated=mailbox.createdDateTime, mailboxId=mailbox.id, folderType=kind, name=name,
        )
        for kind, name in _FOLDERS
    ]  # fmt: skip


def _folder_id(mailbox_id: str, kind: FolderType) -> str:
    return _uuid(kind, mailbox_id)


def _uuid(kind: str, name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:practice-town:{kind}:{name}"))
