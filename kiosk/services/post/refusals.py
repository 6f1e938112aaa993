"""What Digital Post's status codes mean at this kiosk."""

from collections.abc import Mapping
from typing import Final

from kiosk.services.unauthorized import trouble_of_401
from kiosk.services.wire import Answer, Faults
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.trouble import Trouble, TroubleError

FAULTS: Final = Faults(
    down=Trouble.MAILBOX_DOWN,
    slow=Trouble.MAILBOX_SLOW,
    odd=Trouble.MAILBOX_ODD,
    large=Trouble.MAILBOX_ODD,
    untrusted=Trouble.MAILBOX_ODD,
)

STATUSES: Final[Mapping[int, Trouble]] = {
    403: Trouble.MAILBOX_REFUSED,
    404: Trouble.LETTER_MISSING,
    408: Trouble.MAILBOX_SLOW,
    409: Trouble.MAILBOX_CHANGED,
    410: Trouble.LETTER_MISSING,
    412: Trouble.MAILBOX_CHANGED,
    429: Trouble.MAILBOX_DOWN,
    500: Trouble.MAILBOX_DOWN,
    502: Trouble.MAILBOX_DOWN,
    503: Trouble.MAILBOX_DOWN,
    504: Trouble.MAILBOX_SLOW,
}
"""The API documents 400, 401, 403, 404, 409, 422 and 503; gateways in front add the rest. Others are MAILBOX_ODD."""


def demand_ok(answer: Answer, grant: Grant) -> Answer:
    """The same answer when it is a 200. Raises the trouble of its status, with the wait that was asked for."""
    if answer.status != 200:
        raise TroubleError(_trouble(answer, grant), wait=answer.wait)
    return answer


def _trouble(answer: Answer, grant: Grant) -> Trouble:
    """Whoever acts for somebody and is refused does what the mandate does not hold."""
    if answer.status == 401:
        return trouble_of_401(answer)
    if answer.status == 403 and not isinstance(grant, OwnGrant):
        return Trouble.MANDATE_NOT_COVERING
    return STATUSES.get(answer.status, Trouble.MAILBOX_ODD)
