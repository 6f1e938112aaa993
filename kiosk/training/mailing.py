"""One message, sent again and again with another subject and another text in its one file."""

import uuid

from msgspec.structs import replace

from kiosk.training.memo_shapes import Arrival
from kiosk.training.seed import Copy


def copied(first: Arrival, copy: Copy, received: str) -> Arrival:
    """The copy as a letter of its own. ``received`` is ISO 8601 in UTC."""
    (document,) = first.message.documents
    (file,) = document.files
    content = copy.text.encode()
    own_file = replace(file, id=_new_id(), fileSize=len(content))
    message = replace(
        first.message, id=_new_id(), transactionId=_new_id(), label=copy.label, read=copy.read,
        createdDateTime=received, lastUpdated=received, messageDateTime=received, receivedDateTime=received,
        documents=[replace(document, id=_new_id(), files=[own_file])],
    )  # fmt: skip
    return Arrival(message, {own_file.id: content})


def _new_id() -> str:
    return str(uuid.uuid4())
