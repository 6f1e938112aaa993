"""The certificate on a card, looked at before a PIN try is spent: damaged, too old, too new, of no use."""

import enum
from collections.abc import Callable
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kiosk.visit.trouble import Trouble, TroubleError

Now = Callable[[], datetime]
"""An aware time in UTC."""


class Algorithm(enum.IntEnum):
    """Algorithm identifiers of the PIV authentication key (SP 800-78-5, table 10)."""

    RSA_2048 = 0x07
    ECC_P256 = 0x11


def algorithm_of(certificate: bytes, now: datetime) -> Algorithm:
    """The algorithm of a certificate (DER) that holds at ``now``.

    Raises CARD_DAMAGED, CARD_EXPIRED, CARD_NOT_YET_VALID, or CARD_WRONG_KIND for a key we cannot use. Who issued it
    and whether it was cancelled is the identity provider's to say.
    """
    try:
        parsed = x509.load_der_x509_certificate(certificate)
        first, last, key = parsed.not_valid_before_utc, parsed.not_valid_after_utc, parsed.public_key()
    except (ValueError, UnsupportedAlgorithm) as damage:
        raise TroubleError(Trouble.CARD_DAMAGED) from damage
    if now < first:
        raise TroubleError(Trouble.CARD_NOT_YET_VALID)
    if now > last:
        raise TroubleError(Trouble.CARD_EXPIRED)
    return _algorithm(key)


def _algorithm(key: object) -> Algorithm:
    match key:
        case ec.EllipticCurvePublicKey() if isinstance(key.curve, ec.SECP256R1):
            return Algorithm.ECC_P256
        case rsa.RSAPublicKey() if key.key_size == 2048:
            return Algorithm.RSA_2048
        case _:
            raise TroubleError(Trouble.CARD_WRONG_KIND)
