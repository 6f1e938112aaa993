"""A practice card as a file: who holds it, what is on it, and the manners of its make (docs/practice-card.md)."""

import base64
import binascii
import re
from typing import Literal

import msgspec


class Manners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How makes of cards differ, all within SP 800-73-5. What is left out is the most common way.

    ``blocked_word``: what the last wrong try says; later ones always say 6983.
    ``wraps_select``: the answer to SELECT comes inside tag 61.
    ``only_rid``: SELECT knows the five-byte RID and no longer AID.
    ``tells_verified``: VERIFY without data says 9000 once the PIN was right, else still 63Cx.
    ``short_pin_counts``: a PIN of five digits costs a try, else 6A80 and no try.
    ``answers_in_pieces``: 61xx after 256 bytes, else everything at once.
    ``exact_length``: a Le that is not the right one is answered 6Cxx.
    ``gzips``: the certificate is stored compressed.
    """

    blocked_word: Literal["6983", "63C0"] = "6983"
    wraps_select: bool = True
    only_rid: bool = False
    tells_verified: bool = True
    short_pin_counts: bool = True
    answers_in_pieces: bool = True
    exact_length: bool = False
    gzips: bool = False


class CardFile(msgspec.Struct, frozen=True):
    """Everything on a practice card. The keys and PINs of invented people, and still not for printing."""

    name: str
    kind: Literal["piv", "mute", "bank", "empty"] = "piv"
    holder: str = ""
    certificate: str = ""
    key: str = ""
    pin: str = "123456"
    tries: int = 3
    manners: Manners = Manners()

    def __repr__(self) -> str:
        return f"CardFile({self.name})"

    @property
    def der(self) -> bytes:
        """The certificate as it lies on the card. Text that is no PEM lies there as it is: a damaged card."""
        inside = re.sub(r"-----[^-]+-----|\s", "", self.certificate)
        try:
            return base64.b64decode(inside, validate=True)
        except binascii.Error:
            return self.certificate.encode()


ALWAYS_THERE = (
    CardFile("mute-card", "mute"),
    CardFile("bank-card", "bank"),
    CardFile("empty-card", "empty"),
)
"""Cards that no office has to issue."""


def read_card(content: bytes) -> CardFile:
    """Raises :class:`msgspec.ValidationError` naming the member that is wrong, never its value."""
    return msgspec.json.decode(content, type=CardFile)
