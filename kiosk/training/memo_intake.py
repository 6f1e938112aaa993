"""The intake for senders: a MeMo message streamed in, and the receipt for it."""

import uuid
from collections.abc import AsyncIterator

from kiosk.training.memo import BadMemoError, Element, MemoReader
from kiosk.training.memo_shapes import Envelope
from kiosk.training.post_refusals import PostRefusal
from kiosk.training.post_shapes import Receipt

_BLOCK = 65536
_MOST_BYTES = 300_000_000


async def read_memo(blocks: AsyncIterator[bytes]) -> Element:
    """The message's root element. Raises :class:`BadMemoError`; nothing is kept of a bad message.

    What a sender still sends after a refusal is read and dropped, so that the answer reaches it.
    """
    reader, bad, size = MemoReader(), None, 0
    async for block in blocks:
        size += len(block)
        if size > _MOST_BYTES:
            break
        if bad is None:
            bad = _feed(reader, block)
    if bad:
        raise bad
    return reader.close()


def refused(bad: BadMemoError) -> PostRefusal:
    """422 with the reason as its code."""
    return PostRefusal(422, bad.code, bad.field)


def receipt(envelope: Envelope, now: str) -> Receipt:
    return Receipt(
        transmissionId=str(uuid.uuid4()), messageUUID=envelope.uuid, messageId=envelope.message_id,
        timeStamp=now, receiptStatus="COMPLETED",
    )  # fmt: skip


def _feed(reader: MemoReader, block: bytes) -> BadMemoError | None:
    try:
        for start in range(0, len(block), _BLOCK):
            reader.feed(block[start : start + _BLOCK])
    except BadMemoError as bad:
        return bad
    return None
