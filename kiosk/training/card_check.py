"""Is this card good, and did it sign? The provider's checks of certificates and signatures."""

import base64
import binascii
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from kiosk.training.answers import Refused
from kiosk.training.card_office import CardOffice
from kiosk.training.people import Person

CardKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey
"""P-256 or RSA-2048, as PIV cards have them (SP 800-78-5, table 1)."""


def check_certificate(encoded: str, office: CardOffice, now: datetime) -> tuple[Person, CardKey]:
    """The holder and the key of a base64 DER certificate. Raises :class:`Refused`."""
    certificate, key = _read(encoded)
    if certificate.issuer != office.authority.certificate.subject:
        raise Refused("certificate_unknown_issuer")
    try:
        certificate.verify_directly_issued_by(office.authority.certificate)
    except (InvalidSignature, ValueError, TypeError) as damage:
        raise Refused("certificate_damaged") from damage
    _check_dates(certificate, now)
    if office.revoked.get_revoked_certificate_by_serial_number(certificate.serial_number):
        raise Refused("certificate_revoked")
    person = office.holder(certificate)
    if person is None:
        raise Refused("mitid_identity_not_found")
    return person, key


def check_signature(key: CardKey, signature: str, challenge: bytes) -> None:
    """Over SHA-256 of the challenge: ECDSA in DER or RSA PKCS#1 v1.5, base64url. Raises :class:`Refused`."""
    try:
        raw = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(raw, challenge, padding.PKCS1v15(), SHA256())
        else:
            key.verify(raw, challenge, ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError) as wrong:
        raise Refused("signature_invalid") from wrong


def _read(encoded: str) -> tuple[x509.Certificate, CardKey]:
    try:
        certificate = x509.load_der_x509_certificate(base64.b64decode(encoded, validate=True))
        key = certificate.public_key()
    except (binascii.Error, ValueError) as damage:
        raise Refused("certificate_damaged") from damage
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= 2048:
        return certificate, key
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return certificate, key
    raise Refused("certificate_damaged")


def _check_dates(certificate: x509.Certificate, now: datetime) -> None:
    if now < certificate.not_valid_before_utc:
        raise Refused("certificate_not_yet_valid")
    if now > certificate.not_valid_after_utc:
        raise Refused("certificate_expired")
