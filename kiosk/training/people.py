"""The people of the practice town, named for what happens to them.

All CPR numbers are replacement numbers (day + 60).
"""

import enum
import secrets
from dataclasses import dataclass


class Key(enum.Enum):
    """What a card signs with."""

    P256 = "p256"
    RSA2048 = "rsa2048"


class Card(enum.Enum):
    """What is the matter with a person's card."""

    GOOD = "good"
    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    REVOKED = "revoked"
    OTHER_ISSUER = "other issuer"
    DAMAGED = "damaged"
    UNREGISTERED = "not registered yet"


class Codes(enum.Enum):
    """What a person logs in with when not with a card."""

    DEVICE = "code device and password"
    BLOCKED_DEVICE = "a blocked code device"
    PASSWORD_ALONE = "password alone"


class Post(enum.Enum):
    """What a person's mailbox is like."""

    ORDINARY = "ordinary"
    ARABIC = "some letters in Arabic"
    EXEMPT = "exempt"
    CLOSED = "closed"
    LEGAL = "a letter that serves its reader when opened"
    TEN_THOUSAND = "ten thousand letters"
    UNLUCKY = "letters of every broken kind"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person. ``id`` is also the user ID and the card's name. ``pin`` belongs to the card."""

    id: str
    name: str
    cpr: str | None
    happens: str
    codes: Codes = Codes.DEVICE
    card: Card | None = Card.GOOD
    key: Key = Key.P256
    post: Post = Post.ORDINARY
    pin: str = "246810"

    @property
    def password(self) -> str:
        return f"{self.id}-kaffe"


def _vera() -> Person:
    """Somebody new with every start, so that no disk and no program knows a word of hers before she comes."""
    name = "".join(secrets.choice("abdefgiklmnoprstuv") for _ in range(14))
    day, year, sequence = 61 + secrets.randbelow(28), 50 + secrets.randbelow(45), secrets.randbelow(900)
    return Person(
        "vera-vanish",
        f"Vera {name.capitalize()}",
        f"{day}07{year}4{sequence + 100}",
        "Her name, number and PIN are new with every start: for looking what is left of a visit.",
        pin=str(10_000_000 + secrets.randbelow(90_000_000)),
    )


_PEOPLE = (
    Person("anna", "Anna Sørensen", "6705411234", "Everything goes well.", pin="135790"),
    Person(
        "ahmed", "Ahmed Al-Khatib", "7208763141", "Everything goes well; some letters are in Arabic.",
        key=Key.RSA2048, post=Post.ARABIC, pin="864209",
    ),
    Person("erik-expired", "Erik Poulsen", "6911482345", "The card's last day has passed.", card=Card.EXPIRED),
    Person("nina-not-yet", "Nina Kjær", "6402894418", "The card's first day has not come.", card=Card.NOT_YET_VALID),
    Person("rita-revoked", "Rita Holm", "7106524416", "The card has been cancelled.", card=Card.REVOKED),
    Person("otto-other-issuer", "Otto Brandt", "6807473317", "Somebody else issued the card.", card=Card.OTHER_ISSUER),
    Person("dora-damaged", "Dora Lund", "8303394412", "What is on the card is damaged.", card=Card.DAMAGED),
    Person(
        "gudrun-unregistered", "Gudrun Friis", "6209554412", "Nobody has registered whose card it is.",
        card=Card.UNREGISTERED,
    ),
    Person("bo-blocked", "Bo Iversen", "6512562213", "The code device is blocked.", Codes.BLOCKED_DEVICE, card=None),
    Person(
        "lone-password", "Lone Krogh", "7404713326", "She has a password alone: level Low.",
        Codes.PASSWORD_ALONE, card=None,
    ),
    Person("noor-no-cpr", "Noor Haddad", None, "The login goes well, but she has no CPR number."),
    Person("emma-exempt", "Emma Bech", "6209364458", "She is exempt from Digital Post.", post=Post.EXEMPT),
    Person("carl-closed", "Carl Winther", "8805414417", "The mailbox is closed.", post=Post.CLOSED),
    Person(
        "lars-legal", "Lars Damgaard", "6603682239", "A letter from the court serves him when he opens it.",
        post=Post.LEGAL,
    ),
    Person(
        "tina-ten-thousand", "Tina Mogensen", "7710754424", "There are ten thousand letters.",
        post=Post.TEN_THOUSAND,
    ),
    _vera(),
    Person(
        "uma-unlucky", "Uma Friis", "8112804422", "There are letters of every broken kind.", post=Post.UNLUCKY
    ),
)  # fmt: skip

PEOPLE: dict[str, Person] = {person.id: person for person in _PEOPLE}


def by_cpr(cpr: str) -> Person | None:
    """The person whose replacement number it is."""
    return next((person for person in _PEOPLE if person.cpr == cpr), None)


def by_user_id(user_id: str) -> Person | None:
    """The person with that user ID; capital and small letters are the same, as with MitID."""
    return PEOPLE.get(user_id.strip().lower())
