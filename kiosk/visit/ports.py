"""The roles the world plays. Every one has a real adapter and a practice counterpart that behaves.

Methods block and run on the runner's worker threads; they raise :class:`TroubleError` for what is expected and let
bugs through.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol

from kiosk.visit.events import Seen
from kiosk.visit.lease import Lease
from kiosk.visit.mandates import Deed, Draft, FilledIn, Form, Mandate, Mandates, Privilege
from kiosk.visit.paper import Picture, Pressed, PrintJob, PrintResult, Progress
from kiosk.visit.people import ActingGrant, Citizen, Grant, OwnGrant
from kiosk.visit.post import FileRef, Letter, LetterList, OpenedMailbox
from kiosk.visit.secrets import Secret


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says before any PIN: its certificate (DER) and the tries left on its own counter."""

    certificate: bytes = field(repr=False)
    tries_left: int


class CardReader(Protocol):
    """The citizen's card reader."""

    def watch(self, tell: Callable[[Seen], None]) -> None:
        """Start to tell of cards and readers, from a thread of its own, until :meth:`close`."""
        ...

    def read(self) -> CardFacts:
        """Certificate 9A and the tries left, on one exclusive connection that is let go at once."""
        ...

    def sign(self, certificate: bytes, pin: Secret, nonce: bytes) -> bytes:
        """Check that the card is still the one of ``certificate``, VERIFY once, sign SHA-256(``nonce``).

        Returns the signature: ECDSA in DER, or RSA PKCS#1 v1.5. Raises PIN_WRONG with ``tries_left``, PIN_BLOCKED,
        CARD_GONE, ANOTHER_CARD and the other K and R troubles. Never retries by itself.
        """
        ...

    def close(self) -> None:
        """Stop watching."""
        ...


class Wanted(enum.Enum):
    """What the identity provider asks for next, after the user ID."""

    CODE = "code"
    PASSWORD = "password"


class IdentityProvider(Protocol):
    """The municipality's identity provider. It knows the one login that is going on."""

    def begin_card_login(self, certificate: bytes) -> bytes:
        """Show the certificate (DER); returns the nonce to sign."""
        ...

    def finish_card_login(self, signature: bytes) -> tuple[Citizen, OwnGrant]: ...

    def begin_code_login(self, user_id: Secret) -> Wanted: ...

    def give_code(self, code: Secret) -> None: ...

    def give_password(self, password: Secret) -> tuple[Citizen, OwnGrant]: ...

    def take_lease(self, grant: Grant, lasting: timedelta, *, moving: bool) -> Lease:
        """Take or renew the lease on whoever the grant is for; ``moving``: from another machine, too."""
        ...

    def log_out(self, grant: Grant) -> None:
        """Revoke the tokens and end the session at the provider."""
        ...


class PostOffice(Protocol):
    """Digital Post, as a view client sees it."""

    def open_mailbox(self, grant: Grant) -> OpenedMailbox: ...

    def letters(
        self, grant: Grant, mailbox_id: str, folder_id: str, page: int, sought: Secret | None = None
    ) -> LetterList:
        """One page of a folder, or of the letters in it that fit the words ``sought``."""
        ...

    def letter(self, grant: Grant, mailbox_id: str, letter_id: str) -> Letter: ...

    def serve(self, grant: Grant, mailbox_id: str, letter_id: str, version: int) -> None:
        """PATCH ``legallyNotified``. Raises MAILBOX_CHANGED when ``version`` is stale."""
        ...

    def mark_read(self, grant: Grant, letter: Letter) -> None:
        """PATCH ``read`` with If-Match. A stale version is read again once; then MAILBOX_CHANGED."""
        ...

    def content(self, grant: Grant, letter: Letter, file: FileRef) -> bytes: ...


class MandateOffice(Protocol):
    """The municipality's register of mandates, the services that heed it, and Digital Post's accesses for others.

    What asks for a :class:`Grant` takes the one that :meth:`act_for` gave; :meth:`do` takes the citizen's own, too.
    """

    def mandates(self, grant: OwnGrant) -> Mandates: ...

    def act_for(self, grant: OwnGrant, mandate: Mandate) -> tuple[ActingGrant, timedelta]:
        """A token for one principal and how long it lasts. Raises the M trouble that says why not."""
        ...

    def still_stands(self, grant: Grant) -> None:
        """Raises the M trouble that says what has become of the mandate since."""
        ...

    def stop_acting(self, grant: Grant) -> None: ...

    def do(self, grant: Grant, privilege: Privilege) -> str:
        """Read or handle a matter at its service; returns the service's reference. Raises MANDATE_NOT_COVERING."""
        ...

    def give(self, grant: OwnGrant, draft: Draft) -> Mandate: ...

    def request(self, grant: OwnGrant, draft: Draft) -> Mandate:
        """The same answer in the same time, whether there is such a person or not."""
        ...

    def accept(self, grant: OwnGrant, mandate: Mandate) -> Mandate: ...

    def decline(self, grant: OwnGrant, mandate: Mandate) -> Mandate: ...

    def withdraw(self, grant: OwnGrant, mandate: Mandate) -> Mandate:
        """All three raise MANDATE_CHANGED when somebody else has changed it meanwhile."""
        ...

    def tell_principal(self, grant: Grant, mandate: Mandate, receipt: bytes) -> None:
        """Put a receipt, a PDF, in the principal's mailbox."""
        ...


class Scrivener(Protocol):
    """Writes what the kiosk itself has to say on paper or into a mailbox."""

    def compose_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...], language: str) -> bytes:
        """A PDF for the principal: what was done for them, when and how often, never what it was about."""
        ...

    def press_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...]) -> Pressed:
        """The same in the principal's language, to be printed. It takes the place of the letter in the press."""
        ...

    def compose_form(self, form: Form, filled_in: FilledIn, citizen: Citizen, language: str) -> Pressed:
        """To be signed by hand, in the citizen's language and in Danish. The citizen's part is filled in.

        It takes the place of the letter in the press: its later pages are drawn by :meth:`Press.draw`.
        """
        ...


class Press(Protocol):
    """Opens one file at a time, in a child process without network or disk."""

    def warm(self) -> None:
        """Get ready for a letter; returns at once. An opened press needs no warming: closing it does that."""
        ...

    def open(self, content: bytes, file: FileRef) -> Pressed:
        """Raises the B troubles. Throws away what was in the press before."""
        ...

    def draw(self, page: int, width: int) -> Picture: ...

    def close(self) -> None:
        """Throw away what is in the press, if anything is, and get ready for the next letter."""
        ...


class Printer(Protocol):
    """The printer. The job's name and user are constants: never a title, never a person."""

    def check(self) -> None:
        """Raises the U trouble that would hold up a job sent now."""
        ...

    def print(self, job: PrintJob, report: Callable[[Progress], None], stop: Event) -> PrintResult:
        """Send from memory, follow to the end, report every change. Raises only before the letter has gone out.

        ``stop`` belongs to this job alone and is set from any thread: the job is cancelled, and what came out is
        returned. Set before the job is at the printer, it keeps it away from there.
        """
        ...

    def clear(self) -> int:
        """Cancel what is left of this visit's jobs and return how many pages still wait. Raises PRINTER_OFFLINE."""
        ...


class Room(Protocol):
    """The only place where a visit may write."""

    def files_kept(self) -> int:
        """Empty the room and count what is still in it."""
        ...


class Chime(Protocol):
    """A soft sound for whoever does not look at the glass."""

    def ring(self) -> None:
        """Play it once, to the end. A machine that cannot be heard is silent: the glass says the same."""
        ...


class Clock(Protocol):
    """Time, and being called when it has come."""

    def now(self) -> datetime:
        """An aware time in UTC."""
        ...

    def elapsed(self) -> timedelta:
        """Time that only goes forward, whatever is done to the time of day; counted from anywhere."""
        ...

    def call_after(self, delay: timedelta, call: Callable[[], None]) -> None:
        """Call once, from any thread."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """The world, handed to a runner."""

    card_reader: CardReader
    identity_provider: IdentityProvider
    post_office: PostOffice
    mandate_office: MandateOffice
    scrivener: Scrivener
    press: Press
    printer: Printer
    room: Room
    chime: Chime
    clock: Clock
