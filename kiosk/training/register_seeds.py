"""What the register of mandates holds when the town is new."""

from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.training.people import COMPANY, PEOPLE, Company, Person, birthday
from kiosk.training.register import POST_RIGHTS, Basis, Mandate, Role, Side, Standing, urn

_DAY = timedelta(days=1)
_MANY = 10_000
_READ = POST_RIGHTS["MESSAGE_BASIC"]
_WRITE = POST_RIGHTS["MESSAGE_WRITE"]
_DOCTOR = frozenset({urn("doctor", "read"), urn("doctor", "handle")})
_MOVING = frozenset({urn("moving", "read"), urn("moving", "handle")})
_FOR_A_CHILD = _DOCTOR | {urn("residence", "read"), urn("healthcard", "read"), urn("healthcard", "handle")}
_FOR_A_WARD = _FOR_A_CHILD | _MOVING


def first_mandates(today: date) -> Iterator[Mandate]:
    """All of them; whatever ends soon does so counted from ``today``."""
    yield from _of_dina(today + 400 * _DAY)
    yield from _of_the_family()
    yield from _of_the_guardian()
    yield _mandate(
        "inga-infirm", "gustav-general", Basis.GENERAL_POWER, _DOCTOR | _MOVING, today + 900 * _DAY
    )
    phoning = frozenset({urn("moving", "contact")})
    yield _mandate("inga-infirm", "fanny-phone", Basis.POWER, phoning, today + 200 * _DAY)
    yield _mandate("frode-forgets", "flora-future", Basis.FUTURE_POWER, _FOR_A_WARD, None)
    yield from _that_cannot_be_used(today)
    yield _mandate("hilda-helped", "viggo-volunteer", Basis.READ_ACCESS, _READ, today + 30 * _DAY)
    yield _mandate("vilma-vanish", "vera-vanish", Basis.READ_ACCESS, _READ, today + 30 * _DAY)
    yield _signatory(COMPANY, PEOPLE["sigurd-signatory"])


def many_mandates(person: Person, today: date) -> Iterator[Mandate]:
    """Ten thousand for one, as a professional helper has them; the town knows none of the grantors any better."""
    if person.id != "mads-many":
        return
    mads, rights = Side.of(person), frozenset({urn("residence", "read")})
    for number in range(_MANY):
        cpr = f"{61 + number % 28}{1 + number % 12:02}{40 + number % 50}1{number % 1000:03}"
        grantor = Side(f"Borger nr. {number + 1}", cpr, None)
        yield Mandate(grantor, mads, Basis.POWER, rights, today + 200 * _DAY)


def _of_dina(until: date) -> Iterator[Mandate]:
    yield _mandate("karen-cared-for", "dina-daughter", Basis.READ_ACCESS, _READ, until)
    yield _mandate("karen-cared-for", "dina-daughter", Basis.POWER, _DOCTOR, until)
    yield _mandate("ulrik-uncle", "dina-daughter", Basis.WRITE_ACCESS, _WRITE, until)
    only = frozenset({urn("residence", "read")})
    yield _mandate("nadia-neighbour", "dina-daughter", Basis.POWER, only, until)


def _of_the_family() -> Iterator[Mandate]:
    for parent in ("petra-parent", "poul-parent"):
        fifteen = birthday(PEOPLE["fie-fourteen"], 15)
        yield _mandate("fie-fourteen", parent, Basis.PARENT, _FOR_A_CHILD, fifteen - _DAY)
        fifteen = birthday(PEOPLE["frida-fifteen"], 15)
        yield _mandate("frida-fifteen", parent, Basis.PARENT, _READ, fifteen - _DAY)
    eighteen = birthday(PEOPLE["sofus-seventeen"], 18)
    yield _mandate("sofus-seventeen", "petra-parent", Basis.READ_ACCESS, _READ, eighteen)


def _of_the_guardian() -> Iterator[Mandate]:
    for rights in (_FOR_A_WARD, _READ):
        yield _mandate("walter-ward", "gerda-guardian", Basis.GUARDIAN, rights, None)


def _that_cannot_be_used(today: date) -> Iterator[Mandate]:
    yield _mandate("faris-father", "sami-son", Basis.WRITE_ACCESS, _WRITE, today + 100 * _DAY)
    yield _mandate("elof-earlier", "erna-ended", Basis.READ_ACCESS, _READ, today - _DAY)
    asked = _mandate("asta-asked", "willy-waiting", Basis.POWER, _DOCTOR, today + 90 * _DAY)
    yield _awaited(asked, "grantor")
    given = _mandate("asta-asked", "willy-waiting", Basis.READ_ACCESS, _READ, today + 90 * _DAY)
    yield _awaited(given, "holder")


def _awaited(mandate: Mandate, awaits: Role) -> Mandate:
    mandate.decided, mandate.awaits = Standing.AWAITED, awaits
    return mandate


def _signatory(company: Company, person: Person) -> Mandate:
    return Mandate(Side.of(company), Side.of(person), Basis.SIGNATORY, _MOVING, None)


def _mandate(grantor: str, holder: str, basis: Basis, rights: frozenset[str], until: date | None) -> Mandate:
    return Mandate(Side.of(PEOPLE[grantor]), Side.of(PEOPLE[holder]), basis, rights, until)
