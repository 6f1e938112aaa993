"""The provider's words for no, and which trouble each of them is."""

from collections.abc import Mapping
from typing import Final

from kiosk.services.wire import Answer, Faults
from kiosk.visit.trouble import Trouble, TroubleError

FAULTS: Final = Faults(
    down=Trouble.LOGIN_SERVICE_DOWN,
    slow=Trouble.LOGIN_SERVICE_DOWN,
    odd=Trouble.LOGIN_NOT_TRUSTED,
    large=Trouble.LOGIN_NOT_TRUSTED,
    untrusted=Trouble.LOGIN_NOT_TRUSTED,
)

REFUSALS: Final[Mapping[str, Trouble]] = {
    # error_description of this profile
    "certificate_expired": Trouble.CARD_EXPIRED,
    "certificate_not_yet_valid": Trouble.CARD_NOT_YET_VALID,
    "certificate_revoked": Trouble.CARD_REVOKED,
    "certificate_unknown_issuer": Trouble.CARD_UNKNOWN_ISSUER,
    "certificate_damaged": Trouble.CARD_DAMAGED,
    "signature_invalid": Trouble.CARD_DAMAGED,
    "otp_invalid": Trouble.CODE_WRONG,
    "otp_suspended": Trouble.CODE_DEVICE_SUSPENDED,
    "otp_blocked": Trouble.CODE_DEVICE_BLOCKED,
    "password_invalid": Trouble.PASSWORD_WRONG,
    "password_blocked": Trouble.PASSWORD_BLOCKED,
    "level_too_low": Trouble.LEVEL_TOO_LOW,
    # error_description as the Nets eID Broker sends it
    "mitid_identity_not_found": Trouble.USER_UNKNOWN,
    "mitid_simulation_unknown_user": Trouble.USER_UNKNOWN,
    "mitid_user_aborted": Trouble.LOGIN_ABORTED,
    "mitid_core_client_error_user_abort": Trouble.LOGIN_ABORTED,
    "user_aborted": Trouble.LOGIN_ABORTED,
    "mitid_timeout": Trouble.LOGIN_TIMED_OUT,
    "mitid_no_ctx": Trouble.LOGIN_TIMED_OUT,
    "no_ctx": Trouble.LOGIN_TIMED_OUT,
    "mitid_auth_code_already_used": Trouble.LOGIN_TIMED_OUT,
    "mitid_internal_error": Trouble.LOGIN_SERVICE_DOWN,
    "mitid_unexpected_error": Trouble.LOGIN_SERVICE_DOWN,
    "mitid_core_client_error": Trouble.LOGIN_SERVICE_DOWN,
    "internal_error": Trouble.LOGIN_SERVICE_DOWN,
    "idp_remote_error": Trouble.LOGIN_SERVICE_DOWN,
    # error, from RFC 6749 (4.1.2.1, 5.2), OpenID Connect Core (3.1.2.6), the first-party draft (5.2.2), RFC 9470 (3)
    "access_denied": Trouble.LOGIN_ABORTED,
    "invalid_session": Trouble.LOGIN_TIMED_OUT,
    "invalid_grant": Trouble.LOGIN_TIMED_OUT,
    "login_required": Trouble.LOGIN_TIMED_OUT,
    "server_error": Trouble.LOGIN_SERVICE_DOWN,
    "temporarily_unavailable": Trouble.LOGIN_SERVICE_DOWN,
    "unmet_authentication_requirements": Trouble.LEVEL_TOO_LOW,
    "insufficient_user_authentication": Trouble.LEVEL_TOO_LOW,
}
"""Looked up with ``error_description`` first, then with ``error``.

Whatever is not here (``invalid_client``, ``redirect_to_web``, a word nobody knows) is LOGIN_NOT_TRUSTED: the kiosk
and the provider do not agree about how to talk, and the citizen should not type a code into that.
"""

CARD_REFUSALS: Final[Mapping[str, Trouble]] = {
    **REFUSALS,
    "mitid_identity_not_found": Trouble.CARD_HOLDER_UNKNOWN,
}
"""The same for a card: nobody typed a user ID that could be looked at again."""


def refusal(table: Mapping[str, Trouble], error: str, description: str) -> Trouble:
    """The trouble behind an OAuth error."""
    return table.get(description) or table.get(error) or Trouble.LOGIN_NOT_TRUSTED


def demand_up(answer: Answer) -> Answer:
    """The same answer. Raises LOGIN_SERVICE_DOWN for 5xx and 429, with the wait that was asked for."""
    if answer.status >= 500 or answer.status == 429:
        raise TroubleError(Trouble.LOGIN_SERVICE_DOWN, wait=answer.wait)
    return answer
