"""Every fault of the town on a switch."""

import enum

import msgspec

from kiosk.training.bpp import Document


class TokenFault(enum.Enum):
    """What is wrong with the ID tokens given out."""

    NONE = "none"
    OTHER_AUDIENCE = "other audience"
    WRONG_NONCE = "wrong nonce"
    WRONG_SIGNATURE = "wrong signature"
    WRONG_ISSUER = "wrong issuer"


class Switches(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All off. Times carry their unit in their name.

    ``letter_changed``: before every PATCH somebody else changes the letter (409). ``letter_deleted``: single letters
    are gone (404), lists still show them. ``access_refused``: single letters and files are refused (403).
    ``access_token_expired``: Digital Post takes no access token for current. ``switched_off``: connections are cut
    without an answer, save those to ``/practice``. ``mandate_changed``: before every accept, decline and withdrawal
    somebody else changes the mandate (409). ``mandates_document``: in which OIO-BPP documents the register lists.
    ``answers_lost``: what changes something (but for logins) is done, and a gateway says 504 in place of the answer.
    """

    switched_off: bool = False
    clock_ahead_s: int = 0
    login_down: bool = False
    login_slow_s: float = 0
    login_aborted: bool = False
    login_session_ended: bool = False
    lease_down: bool = False
    token: TokenFault = TokenFault.NONE
    access_token_expired: bool = False
    post_down: bool = False
    post_slow_s: float = 0
    post_nonsense: bool = False
    access_refused: bool = False
    letter_changed: bool = False
    letter_deleted: bool = False
    list_lag_ms: int = 0
    mandates_down: bool = False
    mandates_slow_s: float = 0
    mandates_nonsense: bool = False
    mandate_changed: bool = False
    mandates_document: Document = Document.GOOD
    answers_lost: bool = False
    services_down: bool = False
    services_nonsense: bool = False
    services_refused: bool = False


def changed(switches: Switches, change: bytes) -> Switches:
    """The switches with those in the JSON object set. Raises :class:`msgspec.ValidationError` for unknown ones."""
    given = msgspec.json.decode(change, type=dict[str, object])
    merged = {**msgspec.to_builtins(switches), **given}
    return msgspec.convert(merged, Switches)
