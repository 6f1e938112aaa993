"""The people of the practice town, named for what happens to them.

All CPR numbers are replacement numbers (day + 60).
"""

import enum
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, timedelta


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
    NOTHING = "nothing: cannot log in"


class Post(enum.Enum):
    """What a person's mailbox is like."""

    ORDINARY = "ordinary"
    ARABIC = "some letters in Arabic"
    EXEMPT = "exempt"
    CLOSED = "closed"
    LEGAL = "a letter that serves its reader when opened"
    TEN_THOUSAND = "ten thousand letters"
    UNLUCKY = "letters of every broken kind"
    PARENT = "letters about a child under fifteen"
    NONE = "none: under fifteen"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person. ``id`` is also the card's name, and the user ID unless ``login`` says another.

    ``pin`` belongs to the card. ``language``: a catalogue code, in which authorities write to the person.
    ``is_staff``: who somebody is at work.
    """

    id: str
    name: str
    cpr: str | None
    happens: str
    codes: Codes = Codes.DEVICE
    card: Card | None = Card.GOOD
    key: Key = Key.P256
    post: Post = Post.ORDINARY
    pin: str = "246810"
    language: str = "da"
    dead: bool = False
    is_staff: bool = False
    login: str = ""

    @property
    def user_id(self) -> str:
        return "" if self.codes is Codes.NOTHING else self.login or self.id

    @property
    def password(self) -> str:
        return "" if self.codes is Codes.NOTHING else f"{self.user_id}-kaffe"

    def age(self, today: date) -> int:
        """In years. Whoever has no CPR number is grown up."""
        birth = born(self)
        return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


@dataclass(frozen=True, slots=True)
class Company:
    """One invented company; ``cvr`` has eight digits."""

    id: str
    name: str
    cvr: str
    language: str = "da"


def _new_letters() -> str:
    return "".join(secrets.choice("abdefgiklmnoprstuv") for _ in range(14))


def _new_cpr() -> str:
    day, year, sequence = 61 + secrets.randbelow(28), 50 + secrets.randbelow(45), secrets.randbelow(900)
    return f"{day}07{year}4{sequence + 100}"


def _vera() -> Person:
    """Somebody new with every start, so that no disk and no program knows a word of hers before she comes."""
    return Person(
        "vera-vanish",
        f"Vera {_new_letters().capitalize()}",
        _new_cpr(),
        "All of hers is new with every start, and she acts for Vilma: for looking what is left of a visit.",
        pin=str(10_000_000 + secrets.randbelow(90_000_000)),
        login=_new_letters(),
    )


def _vilma() -> Person:
    """As new as Vera, who may read her post."""
    return Person(
        "vilma-vanish",
        f"Vilma {_new_letters().capitalize()}",
        _new_cpr(),
        "Vera may read her post. Her name and number are new with every start.",
        Codes.NOTHING,
        card=None,
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
    Person("emma-exempt", "Emma Bech", "6209363458", "She is exempt from Digital Post.", post=Post.EXEMPT),
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

_WHO_ACT = (
    Person(
        "dina-daughter", "Dina Lindqvist", "6804743128",
        "She may act for her mother Karen, her uncle Ulrik and her neighbour Nadia, for each in another way.",
    ),
    Person(
        "viggo-volunteer", "Viggo Bruun", "7911513335",
        "He may read Hilda's post, until she takes that back: hands withdraw hilda-helped viggo-volunteer.",
    ),
    Person("sami-son", "Sami Nasser", "6602793355", "His father, for whom he acted, died yesterday."),
    Person(
        "petra-parent", "Petra Dahl", "7412803328", "She has children of 14, 15 and 17 years.", post=Post.PARENT
    ),
    Person(
        "poul-parent", "Poul Dahl", "8508783319", "He shares the custody of the children with Petra.",
        post=Post.PARENT,
    ),
    Person("gerda-guardian", "Gerda Munk", "6906653342", "She is Walter's guardian, for the municipality."),
    Person("sigurd-signatory", "Sigurd Bang", "7610713357", "He may sign for Strandby Cykler ApS."),
    Person("mads-many", "Mads Mikkelborg", "6203683371", "He has ten thousand mandates."),
    Person("willy-waiting", "Willy Juhl", "8001593313", "Asta has not answered him, nor he her."),
    Person("erna-ended", "Erna Toft", "7007613324", "Her right to act for Elof ended yesterday."),
    Person("gustav-general", "Gustav Holt", "7406693327", "Inga has given him a general power of attorney."),
    Person(
        "fanny-phone", "Fanny Thrane", "7309713349",
        "She may phone about Inga's moving, and do nothing at a machine.",
    ),
    Person(
        "flora-future", "Flora Steen", "8505723340",
        "Frode's future power of attorney, in which he named her, is in force now.",
    ),
)  # fmt: skip

_FOR_WHOM = (
    Person(
        "karen-cared-for", "Karen Lindqvist", "7305433116",
        "Dina may read her post and see to her doctor. A letter from the court serves its owner.",
        Codes.NOTHING, card=None, post=Post.LEGAL,
    ),
    Person("ulrik-uncle", "Ulrik Lindqvist", "6109463337", "Dina may read and write his post."),
    Person(
        "nadia-neighbour", "Nadia Warsame", "8210563346", "Dina may see where she is registered as living.",
        card=None, language="en",
    ),
    Person("hilda-helped", "Hilda Ravn", "6405393352", "Viggo may read her post, until she takes that back."),
    Person(
        "faris-father", "Faris Nasser", "7701473363", "He died yesterday. Sami acted for him.",
        Codes.NOTHING, card=None, language="ar", dead=True,
    ),
    Person(
        "walter-ward", "Walter Skov", "6808683377", "Gerda is his guardian.", Codes.NOTHING, card=None
    ),
    Person("asta-asked", "Asta Juhl", "7203563310", "Willy has asked her, and she has not answered."),
    Person("elof-earlier", "Elof Toft", "8411443325", "Erna acted for him until yesterday.", card=None),
    Person(
        "inga-infirm", "Inga Holt", "6302383349", "Gustav sees to her doctor and her moving, and to no letters.",
        card=None,
    ),
    Person(
        "frode-forgets", "Frode Steen", "6911413356", "Flora decides for him, since he cannot any more.",
        Codes.NOTHING, card=None,
    ),
    _vilma(),
)  # fmt: skip


def _young(
    person: str, name: str, serial: str, age: timedelta, happens: str, post: Post = Post.ORDINARY
) -> Person:
    """Somebody who stays that old: born so long before the town's start."""
    birth = date.today() - age
    return Person(person, name, f"{birth.day + 60}{birth:%m%y}{serial}", happens, post=post)


_AT_THE_DESK = tuple(
    Person(
        person, name, None, happens, Codes.NOTHING, post=Post.NONE, is_staff=True,
    )
    for person, name, happens in (
        ("stine-staff", "Stine Vang", "She works at the desk: her staff card opens nothing of a citizen's."),
        ("torben-staff", "Torben Ager", "He works at the desk, and takes the second look at a paper."),
    )
)  # fmt: skip

_YEAR = timedelta(days=365.25)
_YOUNG = (
    _young(
        "fie-fourteen", "Fie Dahl", "4418", 14.3 * _YEAR,
        "She has no mailbox yet: letters about her lie in her parents'.", Post.NONE,
    ),
    _young(
        "frida-fifteen", "Frida Dahl", "4426", 15 * _YEAR + timedelta(days=20),
        "Her parents' access ended when she turned fifteen.",
    ),
    _young("sofus-seventeen", "Sofus Dahl", "4437", 17.5 * _YEAR, "He lets his mother read his post."),
)  # fmt: skip

_EVERYBODY = (*_PEOPLE, *_WHO_ACT, *_FOR_WHOM, *_YOUNG, *_AT_THE_DESK)
PEOPLE: dict[str, Person] = {person.id: person for person in _EVERYBODY}
_BY_USER_ID = {person.user_id: person for person in _EVERYBODY if person.user_id}
COMPANY = Company("strandby-cykler", "Strandby Cykler ApS", "10000099")


def by_cpr(cpr: str) -> Person | None:
    """The person whose replacement number it is."""
    return next((person for person in _EVERYBODY if person.cpr == cpr), None)


def by_name_and_cpr(name: str, cpr: str) -> Person | None:
    """The person of that name and number, capitals and spaces apart. The same work for whatever it finds."""
    wanted = _fingerprint(name, cpr)
    found = [hmac.compare_digest(wanted, _fingerprint(each.name, each.cpr or "")) for each in _EVERYBODY]
    return _EVERYBODY[found.index(True)] if any(found) else None


def born(person: Person) -> date:
    """The day of birth in a replacement number, which is 60 too high; the seventh digit tells the century."""
    if person.cpr is None:
        return date(1994, 5, 17)
    year = int(person.cpr[4:6])
    return date(_century(year, person.cpr[6]) + year, int(person.cpr[2:4]), int(person.cpr[:2]) - 60)


def birthday(person: Person, years: int) -> date:
    """The day on which somebody gets that old; the first of March for whoever was born on a 29 February."""
    birth = born(person)
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def by_user_id(user_id: str) -> Person | None:
    """The person with that user ID; capital and small letters are the same, as with MitID."""
    return _BY_USER_ID.get(user_id.strip().lower())


def _century(year: int, seventh: str) -> int:
    """Table of the CPR office."""
    if seventh in "0123":
        return 1900
    if seventh in "49":
        return 2000 if year < 37 else 1900
    return 2000 if year < 58 else 1800


def _fingerprint(name: str, cpr: str) -> bytes:
    return hashlib.sha256(f"{' '.join(name.split()).casefold()}\0{cpr}".encode()).digest()
