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
    """The message's root element. Raises :class:`PostRefusal` 422; nothing is kept of a bad message.

    What a sender still sends after a refusal is read and dropped, so that the answer reaches it.
    """
    reader, refusal, size = MemoReader(), None, 0
    async for block in blocks:
        size += len(block)
        if size > _MOST_BYTES:
            break
        if refusal is None:
            refusal = _feed(reader, block)
    if refusal:
        raise refusal
    try:
        return reader.close()
    except BadMemoError as bad:
        raise refused(bad) from bad


def refused(bad: BadMemoError) -> PostRefusal:
    return PostRefusal(422, bad.code, bad.field)


def receipt(envelope: Envelope, now: str) -> Receipt:
    return Receipt(
        transmissionId=str(uuid.uuid4()), messageUUID=envelope.uuid, messageId=envelope.message_id,
        timeStamp=now, receiptStatus="COMPLETED",
    )  # fmt: skip


def _feed(reader: MemoReader, block: bytes) -> PostRefusal | None:
    try:
        for start in range(0, len(block), _BLOCK):
            reader.feed(block[start : start + _BLOCK])
    except BadMemoError as bad:
        return refused(bad)
    return None
