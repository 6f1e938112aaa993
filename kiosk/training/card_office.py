"""The card office: the town's certificate authority, its revocation list, and the practice cards it issues."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.training.people import PEOPLE, Card, Key, Person

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_TRIES = 3
_DAY = timedelta(days=1)
_VALIDITY = {Card.EXPIRED: (-1100, -10), Card.NOT_YET_VALID: (30, 1100)}


class CardFile(msgspec.Struct, omit_defaults=True):
    """A practice card, as ``docs/practice-card.md`` says."""

    name: str
    holder: str
    kind: str
    tries: int
    certificate: str | None = None
    key: str | None = None
    pin: str | None = None


_NOT_CITIZEN_CARDS = (
    CardFile("bank-card", "Anna Sørensen", "bank", _TRIES),
    CardFile("empty-card", "Nobody yet", "empty", _TRIES),
    CardFile("mute-card", "Nobody", "mute", _TRIES),
)


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority with one key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def found(cls, name: str, now: datetime) -> "Authority":
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _name(name)
        builder = _builder(subject, subject, key.public_key(), now - 2000 * _DAY, now + 4000 * _DAY)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        return cls(builder.sign(key, hashes.SHA256()), key)

    def issue(self, person: Person, key: PrivateKey, now: datetime) -> x509.Certificate:
        """A certificate for client authentication, with the dates that the person's card is to have."""
        first, last = _VALIDITY.get(person.card or Card.GOOD, (-30, 1000))
        builder = _builder(
            _name(person.name, f"TRAINING:{person.id}"), self.certificate.subject, key.public_key(),
            now + first * _DAY, now + last * _DAY,
        )  # fmt: skip
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        return builder.add_extension(usage, critical=False).sign(self.key, hashes.SHA256())

    def revoke(self, serials: list[int], now: datetime) -> x509.CertificateRevocationList:
        """The revocation list (RFC 5280, section 5) with these serial numbers."""
        builder = x509.CertificateRevocationListBuilder(
            self.certificate.subject, now - _DAY, now + 400 * _DAY
        )
        for serial in serials:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder(serial, now - 5 * _DAY).build()
            )
        return builder.sign(self.key, hashes.SHA256())


class CardOffice:
    """Issues every card at the start of the town and knows whose is whose.

    Key and PIN of a card exist only in its file. RSA keys are kept in ``folder`` from start to start: making one
    takes up to a second.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self.cards_folder = folder / "cards"
        self.cards_folder.mkdir(parents=True, exist_ok=True)
        self.authority = Authority.found("Øvekommunens kortkontor, TRAINING", now)
        self._elsewhere = Authority.found("Et fremmed kortkontor, TRAINING", now)
        self._holders: dict[int, Person] = {}
        revoked: list[int] = []
        for person in PEOPLE.values():
            if person.card:
                serial = self._issue(person, person.card, folder, now)
                revoked += [serial] if person.card is Card.REVOKED else []
        self.revoked = self.authority.revoke(revoked, now)
        for card in _NOT_CITIZEN_CARDS:
            self._put_on_shelf(card)

    def holder(self, certificate: x509.Certificate) -> Person | None:
        """The person to whom this office gave the certificate."""
        return self._holders.get(certificate.serial_number)

    def _issue(self, person: Person, fate: Card, folder: Path, now: datetime) -> int:
        key = kept_rsa_key(folder, person.id) if person.key is Key.RSA2048 else _new_p256_key()
        authority = self._elsewhere if fate is Card.OTHER_ISSUER else self.authority
        certificate = authority.issue(person, key, now)
        if fate is not Card.UNREGISTERED:
            self._holders[certificate.serial_number] = person
        self._put_on_shelf(
            CardFile(
                person.id, person.name, "piv",
                _TRIES,
                certificate=_damaged(certificate) if fate is Card.DAMAGED else _pem(certificate),
                key=_key_pem(key).decode(), pin=person.pin,
            )
        )  # fmt: skip
        return certificate.serial_number

    def _put_on_shelf(self, card: CardFile) -> None:
        content = msgspec.json.format(msgspec.json.encode(card), indent=1)
        (self.cards_folder / f"{card.name}.json").write_bytes(content)


def kept_rsa_key(folder: Path, name: str) -> rsa.RSAPrivateKey:
    """The RSA-2048 key of that name from the folder, made when it is not there yet."""
    path = folder / "keys" / f"{name}.pem"
    if path.exists():
        key = serialization.load_pem_private_key(path.read_bytes(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        return key
    key = rsa.generate_private_key(65537, 2048)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_key_pem(key))
    return key


def _new_p256_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _name(common_name: str, number: str | None = None) -> x509.Name:
    country = x509.NameAttribute(NameOID.COUNTRY_NAME, "DK")
    numbered = [x509.NameAttribute(NameOID.SERIAL_NUMBER, number)] if number else []
    return x509.Name([country, x509.NameAttribute(NameOID.COMMON_NAME, common_name), *numbered])


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
    first: datetime,
    last: datetime,
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    return builder.serial_number(x509.random_serial_number()).not_valid_before(first).not_valid_after(last)


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def _damaged(certificate: x509.Certificate) -> str:
    """Good base64 in good armour, but half the certificate is missing."""
    lines = _pem(certificate).splitlines()
    return "\n".join([lines[0], *lines[1 : len(lines) // 2], lines[-1], ""])


def _key_pem(key: PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
