"""A simulated citizen card: a PIV application with real keys, that counts wrong PINs and forgets without power."""

import gzip

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa, utils
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from devices.cards import tlv
from devices.cards.apdu import BLOCKED, NOT_FOUND, OK, WRONG_DATA
from devices.cards.card_file import CardFile
from devices.cards.chip import Answer, Asked, Card, Chip, Mute

_RID = bytes.fromhex("A000000308")
_PIX = bytes.fromhex("000010000100")
_CERTIFICATE_9A = bytes.fromhex("5FC105")
_NOT_VERIFIED = 0x6982
_WRONG_PARAMETERS = 0x6A86
_NO_REFERENCE = 0x6A88
_UNKNOWN_INSTRUCTION = 0x6D00


def simulated(file: CardFile) -> Card:
    """The card a file describes, new: all tries left."""
    match file.kind:
        case "mute":
            return Mute()
        case "bank":
            return Chip(BankApplication(), file.manners)
        case "empty" | "piv":
            return Chip(PivApplication(file), file.manners)


class BankApplication:
    """Something else than a citizen card: whatever is selected, it is not there."""

    def answer(self, asked: Asked) -> Answer:
        return b"", NOT_FOUND if asked.ins == 0xA4 else _UNKNOWN_INSTRUCTION

    def forget(self) -> None:
        pass


class PinCounter:
    """A PIN and the tries left for it. The tries outlive power and reader; being verified does not."""

    def __init__(self, file: CardFile) -> None:
        self._pin = file.pin.encode()
        self._tries = self.left = file.tries
        self._manners = file.manners
        self.verified = False

    def state(self) -> int:
        """The answer to VERIFY without data."""
        if self.verified and self._manners.tells_verified:
            return OK
        return 0x63C0 | self.left if self.left else BLOCKED

    def verify(self, padded: bytes) -> int:
        self.verified = False
        if self.left == 0:
            return BLOCKED
        if len(padded) != 8 or not (self._manners.short_pin_counts or _is_pin(padded)):
            return WRONG_DATA
        if padded.rstrip(b"\xff") != self._pin:
            return self._count_down()
        self.verified, self.left = True, self._tries
        return OK

    def _count_down(self) -> int:
        self.left -= 1
        return 0x63C0 | self.left if self.left else int(self._manners.blocked_word, 16)


class PivApplication:
    """SELECT, GET DATA, VERIFY and GENERAL AUTHENTICATE (NIST SP 800-73-5 part 2, 3.1 and 3.2)."""

    def __init__(self, file: CardFile) -> None:
        self._manners = file.manners
        self._key = load_pem_private_key(file.key.encode(), None) if file.key else None
        self._objects = {_CERTIFICATE_9A: _certificate_object(file)} if file.certificate else {}
        self.pin = PinCounter(file)
        self._selected = False

    def forget(self) -> None:
        self._selected = self.pin.verified = False

    def answer(self, asked: Asked) -> Answer:
        if asked.ins == 0xA4:
            return self._select(asked.data)
        if not self._selected:
            return b"", _UNKNOWN_INSTRUCTION
        match asked.ins:
            case 0xCB:
                return self._get_data(asked.data)
            case 0x20:
                return b"", self._verify(asked)
            case 0x87:
                return self._authenticate(asked)
            case _:
                return b"", _UNKNOWN_INSTRUCTION

    def _select(self, aid: bytes) -> Answer:
        self._selected = aid == _RID if self._manners.only_rid else aid[:5] == _RID
        if not self._selected:
            return b"", NOT_FOUND
        inside = tlv.encode(0x4F, _PIX) + tlv.encode(0x79, tlv.encode(0x4F, _RID))
        return (tlv.encode(0x61, inside) if self._manners.wraps_select else inside), OK

    def _get_data(self, data: bytes) -> Answer:
        try:
            return tlv.encode(0x53, self._objects[tlv.find(data, 0x5C)]), OK
        except tlv.TlvError:
            return b"", WRONG_DATA
        except KeyError:
            return b"", NOT_FOUND

    def _verify(self, asked: Asked) -> int:
        if asked.p2 != 0x80:
            return _NO_REFERENCE
        return self.pin.verify(asked.data) if asked.data else self.pin.state()

    def _authenticate(self, asked: Asked) -> Answer:
        if asked.p2 != 0x9A or self._key is None:
            return b"", _WRONG_PARAMETERS
        if not self.pin.verified:
            return b"", _NOT_VERIFIED
        try:
            signature = _sign(self._key, asked.p1, tlv.find(tlv.find(asked.data, 0x7C), 0x81))
        except ValueError:
            return b"", WRONG_DATA
        return tlv.encode(0x7C, tlv.encode(0x82, signature)), OK


def _is_pin(padded: bytes) -> bool:
    digits = padded.rstrip(b"\xff")
    return len(digits) >= 6 and digits.isdigit()


def _certificate_object(file: CardFile) -> bytes:
    content = gzip.compress(file.der) if file.manners.gzips else file.der
    return tlv.encode(0x70, content) + tlv.encode(0x71, bytes([file.manners.gzips])) + tlv.encode(0xFE, b"")


def _sign(key: object, algorithm: int, challenge: bytes) -> bytes:
    """Raises :class:`ValueError` when the key cannot do this."""
    match key, algorithm:
        case ec.EllipticCurvePrivateKey(), 0x11:
            return key.sign(challenge, ec.ECDSA(utils.Prehashed(hashes.SHA256())))
        case rsa.RSAPrivateKey(), 0x07 if len(challenge) == 256:
            numbers = key.private_numbers()
            # The bare operation: padding is the terminal's business (SP 800-73-5 part 2, appendix A).
            return pow(int.from_bytes(challenge), numbers.d, numbers.public_numbers.n).to_bytes(256)
        case _:
            raise ValueError("not with this key")
