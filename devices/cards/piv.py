"""A conversation with the PIV application of a card (NIST SP 800-73-5 part 2), over a bare transmit."""

import hashlib
import zlib
from typing import NoReturn

from devices.cards import tlv
from devices.cards.apdu import (
    BLOCKED,
    NOT_FOUND,
    OK,
    WRONG_DATA,
    AnswerError,
    Command,
    Reply,
    Transmit,
    exchange,
)
from devices.cards.certificate import Algorithm
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble, TroubleError

# The RID of NIST alone: some cards know only it, and all take a truncated AID (part 2, 3.1.1).
_PIV = bytes.fromhex("A000000308")
_CERTIFICATE_9A = bytes.fromhex("5C035FC105")
_PIN = 0x80
_KEY_9A = 0x9A
_GZIP = 0x01
_MOST_CERTIFICATE = 64 * 1024
_PIN_LENGTH = 8
# EMSA-PKCS1-v1_5, the DigestInfo of SHA-256 (RFC 8017, 9.2 note 1).
_SHA256_INFO = bytes.fromhex("3031300D060960864801650304020105000420")


class PivSession:
    """One talk with one card, begun by :meth:`select`. Any error ends it."""

    def __init__(self, transmit: Transmit) -> None:
        self._transmit = transmit

    def select(self) -> None:
        """SELECT. Raises CARD_WRONG_KIND when there is no PIV application, as on bank cards."""
        if self._send(Command(0xA4, 0x04, 0x00, _PIV, 0)).sw != OK:
            raise TroubleError(Trouble.CARD_WRONG_KIND)

    def certificate(self) -> bytes:
        """The X.509 certificate for PIV authentication (5FC105), DER; no PIN is needed.

        Raises CARD_WITHOUT_CERTIFICATE or CARD_DAMAGED.
        """
        reply = self._send(Command(0xCB, 0x3F, 0xFF, _CERTIFICATE_9A, 0))
        if reply.sw == NOT_FOUND:
            raise TroubleError(Trouble.CARD_WITHOUT_CERTIFICATE)
        if reply.sw != OK:
            _damaged(reply)
        return _unwrapped(reply.data)

    def tries_left(self) -> int:
        """The card's own counter, by VERIFY without data (3.2.1): asking costs no try.

        The card has to be fresh from a reset. One that says "verified" then, or cannot tell, is CARD_DAMAGED.
        """
        reply = self._send(Command(0x20, 0x00, _PIN))
        if reply.sw == BLOCKED:
            return 0
        return _counter(reply)

    def verify(self, pin: Secret) -> None:
        """VERIFY, once. Raises PIN_WRONG with ``tries_left``, or PIN_BLOCKED.

        What cannot be a PIN (six to eight digits) is PIN_WRONG without the card being asked: on most cards it would
        cost a try.
        """
        padded = bytearray(b"\xff") * _PIN_LENGTH
        try:
            if not _poured(pin, padded):
                raise TroubleError(Trouble.PIN_WRONG, tries_left=self.tries_left())
            reply = self._send(Command(0x20, 0x00, _PIN, padded))
        finally:
            padded[:] = bytes(_PIN_LENGTH)
        if reply.sw != OK:
            self._refuse(reply)

    def sign(self, algorithm: Algorithm, nonce: bytes) -> bytes:
        """GENERAL AUTHENTICATE with key 9A over SHA-256 of ``nonce``: ECDSA in DER, or RSA PKCS#1 v1.5."""
        question = tlv.encode(0x82, b"") + tlv.encode(0x81, _challenge(algorithm, nonce))
        reply = self._send(Command(0x87, algorithm, _KEY_9A, tlv.encode(0x7C, question), 0))
        if reply.sw != OK:
            _damaged(reply)
        try:
            return tlv.find(tlv.find(reply.data, 0x7C), 0x82)
        except tlv.TlvError as damage:
            raise TroubleError(Trouble.CARD_DAMAGED) from damage

    def _send(self, command: Command) -> Reply:
        try:
            return exchange(self._transmit, command)
        except AnswerError as nonsense:
            raise TroubleError(Trouble.CARD_DAMAGED) from nonsense

    def _refuse(self, reply: Reply) -> NoReturn:
        # A PIN of a form the card does not like (6A80) was not counted, and 6300 tells no number: ask again.
        uncounted = reply.sw in (WRONG_DATA, 0x6300)
        left = self.tries_left() if uncounted else 0 if reply.sw == BLOCKED else _counter(reply)
        raise TroubleError(Trouble.PIN_WRONG if left else Trouble.PIN_BLOCKED, tries_left=left)


def _poured(pin: Secret, padded: bytearray) -> bool:
    """Whether it could be a PIN, which then stands at the start of ``padded``, and nowhere else in our memory."""
    if not 6 <= len(pin) <= _PIN_LENGTH:
        return False
    pin.pour(padded)
    return all(0x30 <= digit <= 0x39 for digit in memoryview(padded)[: len(pin)])


def _counter(reply: Reply) -> int:
    """The x of 63Cx. A blocked card says 6983, or 63C0."""
    if reply.sw & 0xFFF0 != 0x63C0:
        _damaged(reply)
    return reply.sw & 0x0F


def _damaged(reply: Reply) -> NoReturn:
    raise TroubleError(Trouble.CARD_DAMAGED) from AnswerError(f"{reply.sw:04X}")


def _unwrapped(content: bytes) -> bytes:
    """The DER inside ``53 { 70 certificate, 71 info }``; bit 1 of info says gzip (part 1, appendix A)."""
    try:
        parts = dict(tlv.objects(tlv.find(content, 0x53)))
        certificate, info = parts.get(0x70, b""), parts.get(0x71, b"\0")
        if certificate and info and info[0] & _GZIP:
            certificate = zlib.decompressobj(wbits=31).decompress(certificate, _MOST_CERTIFICATE)
    except (tlv.TlvError, zlib.error) as damage:
        raise TroubleError(Trouble.CARD_DAMAGED) from damage
    if not certificate:
        raise TroubleError(Trouble.CARD_WITHOUT_CERTIFICATE)
    return certificate


def _challenge(algorithm: Algorithm, nonce: bytes) -> bytes:
    digest = hashlib.sha256(nonce).digest()
    match algorithm:
        case Algorithm.ECC_P256:
            return digest
        case Algorithm.RSA_2048:
            info = _SHA256_INFO + digest
            return b"\x00\x01" + b"\xff" * (256 - len(info) - 3) + b"\x00" + info
