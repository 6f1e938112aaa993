"""A card office for tests: issues practice cards of every kind and keeps none."""

import functools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from devices.cards.card_file import CardFile, Manners

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
GOOD = (-30 * DAY, 1000 * DAY)
EXPIRED = (-1000 * DAY, -DAY)
NOT_YET = (DAY, 1000 * DAY)
PIN = "270541"
WRONG_PIN = "111111"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

PLAIN = Manners()
TERSE = Manners(
    blocked_word="63C0", wraps_select=False, only_rid=True, tells_verified=False, answers_in_pieces=False
)
PEDANTIC = Manners(exact_length=True, short_pin_counts=False, gzips=True)
MAKES = {"plain": PLAIN, "terse": TERSE, "pedantic": PEDANTIC}


def today() -> datetime:
    return TODAY


@functools.cache
def p256() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@functools.cache
def rsa_2048() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@functools.cache
def p384() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP384R1())


def certificate(key: Key, dates: tuple[timedelta, timedelta] = GOOD) -> x509.Certificate:
    """Fresh each time: no two cards have the same."""
    holder = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anna Prøve, TRAINING")])
    office = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prøvekontoret, TRAINING")])
    builder = x509.CertificateBuilder(
        office, holder, key.public_key(), x509.random_serial_number(), TODAY + dates[0], TODAY + dates[1]
    )
    return builder.sign(p256(), hashes.SHA256())


def card(
    name: str = "anna",
    key: Key | None = None,
    dates: tuple[timedelta, timedelta] = GOOD,
    manners: Manners = PLAIN,
    tries: int = 3,
) -> CardFile:
    key = key or p256()
    return CardFile(
        name=name,
        holder="Anna Prøve",
        certificate=certificate(key, dates).public_bytes(Encoding.PEM).decode(),
        key=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
        pin=PIN,
        tries=tries,
        manners=manners,
    )


def put_on_shelf(folder: Path, file: CardFile) -> CardFile:
    (folder / f"{file.name}.json").write_bytes(msgspec.json.encode(file))
    return file


def check_signature(certificate: bytes, signature: bytes, nonce: bytes) -> None:
    """Raises when the signature is not the card's over SHA-256 of the nonce."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    match key:
        case ec.EllipticCurvePublicKey():
            key.verify(signature, nonce, ec.ECDSA(hashes.SHA256()))
        case rsa.RSAPublicKey():
            key.verify(signature, nonce, padding.PKCS1v15(), hashes.SHA256())
        case _:
            raise AssertionError("a key of another kind")


def told(error: BaseException) -> Iterator[str]:
    """Everything an exception and its causes say about themselves."""
    step: BaseException | None = error
    while step is not None:
        yield f"{step} {step!r} {step.args!r} {vars(step)!r}"
        step = step.__cause__ or step.__context__
