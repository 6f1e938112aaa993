"""Whose mailbox is whose: made, and filled with its first letters, when somebody first looks for it."""

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from kiosk.training.clock import TownClock
from kiosk.training.memo import BadMemoError, Element, MemoReader
from kiosk.training.memo_shapes import Arrival, Envelope, Place
from kiosk.training.people import Person, Post, by_cpr
from kiosk.training.post_shapes import Access, Folder, FolderType, Mailbox
from kiosk.training.post_store import PostStore
from kiosk.training.seed import SeedLetter

_FOLDERS: tuple[tuple[FolderType, str], ...] = (
    ("INBOX", "Indbakke"),
    ("DRAFTS", "Kladder"),
    ("SENT", "Sendt post"),
    ("DELETED", "Slettet post"),
)

FirstLetters = Callable[[Person], Iterable[SeedLetter]]


class Mailboxes:
    """Every mailbox is filled by taking in MeMo messages, never by writing into the store."""

    def __init__(self, store: PostStore, first_letters: FirstLetters, clock: TownClock) -> None:
        self._store = store
        self._first_letters = first_letters
        self._clock = clock
        self._made: dict[str, Mailbox] = {}

    def of(self, person: Person) -> Mailbox | None:
        """The person's mailbox; nobody without a CPR number has one."""
        if person.cpr is None:
            return None
        if person.id not in self._made:
            self._make(person, person.cpr)
        return self._made[person.id]

    def take_in(self, root: Element, person: Person | None = None) -> Envelope:
        """Deliver a message to its recipient, or to ``person`` whatever it says. Raises :class:`BadMemoError`.

        A NemSMS is a reminder for a telephone and no mail: it is read and lies in no mailbox.
        """
        envelope = Envelope(root)
        recipient = person or by_cpr(envelope.recipient_id)
        if envelope.is_text_message:
            return envelope
        mailbox = self.of(recipient) if recipient else None
        if mailbox is None:
            raise BadMemoError("memo.recipient.unknown", "recipientID")
        self._store.deliver([envelope.arrive(self._inbox(mailbox, self._clock.now()))])
        return envelope

    def _make(self, person: Person, cpr: str) -> None:
        mailbox = _mailbox(person, cpr, iso(self._clock.now() - timedelta(days=900)))
        self._store.add_mailbox(mailbox, _folders(mailbox))
        self._made[person.id] = mailbox
        reader = MemoReader()
        self._store.deliver(self._arrival(mailbox, letter, reader) for letter in self._first_letters(person))

    def _arrival(self, mailbox: Mailbox, letter: SeedLetter, reader: MemoReader) -> Arrival:
        reader.feed(letter.memo)
        received = self._clock.now() - letter.age
        arrival = Envelope(reader.close()).arrive(self._inbox(mailbox, received))
        arrival.message.read = letter.read
        return arrival

    def _inbox(self, mailbox: Mailbox, received: datetime) -> Place:
        return Place(mailbox.id, _folder_id(mailbox.id, "INBOX"), iso(received))


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
