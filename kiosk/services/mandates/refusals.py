"""What the words for no mean at this kiosk: the register's, the services', and the provider's about a mandate."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Final

from kiosk.services.unauthorized import trouble_of_401
from kiosk.services.wire import Answer, Faults
from kiosk.visit.people import Grant, OwnGrant
from kiosk.visit.trouble import Trouble, TroubleError

FAULTS: Final = Faults(
    down=Trouble.MANDATES_DOWN,
    slow=Trouble.MANDATES_DOWN,
    odd=Trouble.MANDATES_ODD,
    large=Trouble.MANDATES_ODD,
    untrusted=Trouble.MANDATES_ODD,
)

SERVICE_FAULTS: Final = Faults(
    down=Trouble.SERVICE_DOWN,
    slow=Trouble.SERVICE_DOWN,
    odd=Trouble.SERVICE_ODD,
    large=Trouble.SERVICE_ODD,
    untrusted=Trouble.SERVICE_ODD,
)

_NOT_NOW: Final = (408, 429, 500, 502, 503, 504)

REGISTER: Final[Mapping[int, Trouble]] = {
    **dict.fromkeys(_NOT_NOW, Trouble.MANDATES_DOWN),
    403: Trouble.REGISTER_REFUSED,
    404: Trouble.MANDATE_CHANGED,
    409: Trouble.MANDATE_CHANGED,
    410: Trouble.MANDATE_CHANGED,
    412: Trouble.MANDATE_CHANGED,
}
"""A mandate that is not there any more has been changed by somebody, too. Others are MANDATES_ODD."""

DRAFTS: Final[Mapping[int, Trouble]] = {**REGISTER, 429: Trouble.MANDATE_REQUESTS_TOO_MANY}
RECEIPT: Final[Mapping[int, Trouble]] = {**REGISTER, 404: Trouble.MAILBOX_CLOSED}
SERVICES: Final[Mapping[int, Trouble]] = {
    **dict.fromkeys(_NOT_NOW, Trouble.SERVICE_DOWN),
    403: Trouble.SERVICE_REFUSED,
}

EXCHANGE: Final[Mapping[str, Trouble]] = {
    "mandate_expired": Trouble.MANDATE_EXPIRED,
    "mandate_withdrawn": Trouble.MANDATE_WITHDRAWN,
    "mandate_awaited": Trouble.MANDATE_AWAITED,
    "grantor_dead": Trouble.GRANTOR_DEAD,
    "mandate_unknown": Trouble.MANDATE_CHANGED,
    "subject_token_invalid": Trouble.SESSION_EXPIRED,
    "invalid_grant": Trouble.SESSION_EXPIRED,
    "unmet_authentication_requirements": Trouble.LEVEL_TOO_LOW,
}
"""Looked up with ``error_description`` first, then with ``error``; others are MANDATES_ODD."""

_AS_OURS: Final = {
    Trouble.LOGIN_SERVICE_DOWN: Trouble.MANDATES_DOWN,
    Trouble.LOGIN_NOT_TRUSTED: Trouble.MANDATES_ODD,
}


def demand(answer: Answer, status: int, refusals: Mapping[int, Trouble]) -> Answer:
    """The same answer when it has the ``status``. Raises the trouble of another, with the wait that was asked for."""
    return _demand(answer, status, refusals, Trouble.MANDATES_ODD)


def demand_done(answer: Answer, grant: Grant) -> Answer:
    """The same, of a service. One that refuses whoever acts for somebody says that the mandate does not cover it."""
    if answer.status == 403 and not isinstance(grant, OwnGrant):
        raise TroubleError(Trouble.MANDATE_NOT_COVERING)
    return _demand(answer, 200, SERVICES, Trouble.SERVICE_ODD)


def _demand(answer: Answer, status: int, refusals: Mapping[int, Trouble], odd: Trouble) -> Answer:
    if answer.status == status:
        return answer
    if answer.status == 401:
        raise TroubleError(trouble_of_401(answer))
    raise TroubleError(refusals.get(answer.status, odd), wait=answer.wait)


@contextmanager
def speaking_of_mandates() -> Generator[None]:
    """The identity provider's troubles as those of acting for somebody: whoever is logged in stays so."""
    try:
        yield
    except TroubleError as error:
        raise TroubleError(_AS_OURS.get(error.trouble, error.trouble), wait=error.wait) from error
