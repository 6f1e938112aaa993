"""What a 401 means: a login too weak or too old (RFC 9470), or a mandate or a login that has ended (RFC 6750)."""

import re
from collections.abc import Mapping
from typing import Final

from kiosk.services.wire import Answer
from kiosk.visit.trouble import Trouble

ENDED: Final[Mapping[str, Trouble]] = {
    "withdrawn": Trouble.MANDATE_WITHDRAWN,
    "expired": Trouble.MANDATE_EXPIRED,
    "grantor_dead": Trouble.GRANTOR_DEAD,
}
"""What has become of the mandate behind a token, in the words of ``docs/mandates.md``."""

_DESCRIPTION: Final = re.compile(r'error_description="(\w+)"')


def trouble_of_401(answer: Answer) -> Trouble:
    """By its ``WWW-Authenticate``. One that names no reason says that the token is old."""
    challenge = answer.headers.get("www-authenticate", "")
    if "insufficient_user_authentication" in challenge:
        return Trouble.MANDATE_NOT_SIGNED if "max_age" in challenge else Trouble.LEVEL_TOO_LOW
    reason = _DESCRIPTION.search(challenge)
    return ENDED.get(reason[1], Trouble.SESSION_EXPIRED) if reason else Trouble.SESSION_EXPIRED
