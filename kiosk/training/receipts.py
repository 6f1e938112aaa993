"""The receipt of what was done for somebody, put into their own mailbox as a letter from the municipality."""

from datetime import timedelta
from typing import Final

from starlette.requests import Request

from kiosk.training import offices
from kiosk.training.callers import Caller
from kiosk.training.clock import TownClock
from kiosk.training.mailboxes import Mailboxes
from kiosk.training.memo import MemoReader
from kiosk.training.memo_writer import Enclosure, MemoDraft, Paper, write_memo
from kiosk.training.people import Person
from kiosk.training.post_refusals import PostRefusal, forbidden, unauthenticated
from kiosk.training.register import Mandate, Register

_STILL_TAKEN: Final = timedelta(minutes=10)
"""For so long after the mandate has ended."""
_LARGEST: Final = 5_000_000
_LABELS: Final = {
    "da": "Kvittering: det har en anden gjort for dig",
    "en": "Receipt: what somebody has done for you",
    "ar": "إيصال: ما قام به شخص آخر نيابة عنك",
}


class Receipts:
    """``mailboxes``: where they go."""

    def __init__(self, mailboxes: Mailboxes, register: Register, clock: TownClock) -> None:
        self._mailboxes = mailboxes
        self._register = register
        self._clock = clock

    async def take(self, request: Request, caller: Caller) -> None:
        """Raises :class:`PostRefusal`."""
        mandate = caller.mandate
        if mandate is None or mandate.id != request.path_params["mandate"]:
            raise forbidden()
        self._check_time(mandate)
        pdf = await _pdf(request)
        owner = mandate.grantor.who
        mailbox = await self._mailboxes.open(owner) if isinstance(owner, Person) else None
        if mailbox is None or not isinstance(owner, Person):
            raise PostRefusal(404, "mailbox.missing")
        reader = MemoReader()
        reader.feed(self._memo(owner, pdf))
        await self._mailboxes.take_in(reader.close(), owner)

    def _check_time(self, mandate: Mandate) -> None:
        ended = self._register.ended_at(mandate)
        if ended and self._clock.now() >= ended + _STILL_TAKEN:
            raise unauthenticated()

    def _memo(self, owner: Person, pdf: bytes) -> bytes:
        label = _LABELS[owner.language]
        file = Enclosure("application/pdf", "kvittering.pdf", pdf, owner.language)
        paper = Paper((file,), label)
        sender = offices.CITIZENS.authority
        return write_memo(MemoDraft(sender, owner.cpr or "", owner.name, label, (paper,), self._clock.now()))


async def _pdf(request: Request) -> bytes:
    """The body, as far as it is taken."""
    pdf = b""
    async for part in request.stream():
        pdf += part
        if len(pdf) > _LARGEST:
            raise PostRefusal(413, "receipt.too.large")
    if not pdf.startswith(b"%PDF-") or request.headers.get("content-type") != "application/pdf":
        raise PostRefusal(400, "parameter.invalid", "body")
    return pdf
