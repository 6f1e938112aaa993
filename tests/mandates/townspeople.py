"""The people of the practice town as they were described, before anybody wrote a program for them."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from kiosk.training.people import COMPANY, PEOPLE
from kiosk.training.register import Basis
from tests.mandates.lots import Asked, Sheet
from tests.mandates.oracle import ACTS, Act, Paper, eve_of_birthday, objections_to_acting

READ: Final = frozenset({("post", "read")})
WRITE: Final = frozenset({("post", "write")})
DOCTOR: Final = frozenset({("doctor", "read"), ("doctor", "handle")})
MOVING: Final = frozenset({("moving", "read"), ("moving", "handle")})
HEALTH_CARD: Final = frozenset({("healthcard", "read"), ("healthcard", "handle")})
RESIDENCE: Final = frozenset({("residence", "read")})

FEW: Final = (("post", "read"), ("doctor", "read"))


def sheets() -> tuple[Sheet, ...]:
    """Every mandate that somebody of the town is named for, but for the ten thousand of one."""
    return (
        _in_force("dina-daughter", "karen-cared-for", READ, Basis.READ_ACCESS),
        _in_force("dina-daughter", "karen-cared-for", DOCTOR, Basis.POWER),
        _in_force("dina-daughter", "ulrik-uncle", WRITE, Basis.WRITE_ACCESS),
        _in_force("dina-daughter", "nadia-neighbour", RESIDENCE, Basis.POWER),
        _in_force("viggo-volunteer", "hilda-helped", READ, Basis.READ_ACCESS),
        *(
            _until_fifteen(parent, "fie-fourteen", _of_a_child())
            for parent in ("petra-parent", "poul-parent")
        ),
        *(_until_fifteen(parent, "frida-fifteen", READ) for parent in ("petra-parent", "poul-parent")),
        _in_force("petra-parent", "sofus-seventeen", READ, Basis.READ_ACCESS),
        _in_force("gerda-guardian", "walter-ward", _of_a_child() | MOVING, Basis.GUARDIAN),
        _in_force("gerda-guardian", "walter-ward", READ, Basis.GUARDIAN),
        _in_force("gustav-general", "inga-infirm", DOCTOR | MOVING, Basis.GENERAL_POWER),
        _in_force("fanny-phone", "inga-infirm", frozenset({("moving", "contact")}), Basis.POWER),
        _in_force("flora-future", "frode-forgets", _of_a_child() | MOVING, Basis.FUTURE_POWER),
        _in_force("sigurd-signatory", COMPANY.id, MOVING, Basis.SIGNATORY),
        *_that_cannot_be_used(),
    )


def _that_cannot_be_used() -> tuple[Sheet, ...]:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return (
        Sheet(Paper("faris-father", "sami-son", WRITE, None, died=yesterday), Basis.WRITE_ACCESS),
        Sheet(Paper("elof-earlier", "erna-ended", READ, yesterday.date()), Basis.READ_ACCESS),
        Sheet(Paper("asta-asked", "willy-waiting", DOCTOR, None, signed=False), Basis.POWER),
        Sheet(Paper("asta-asked", "willy-waiting", READ, None, signed=False), Basis.READ_ACCESS),
    )


def _in_force(holder: str, grantor: str, words: frozenset[Act], basis: Basis) -> Sheet:
    return Sheet(Paper(grantor, holder, words, None), basis)


def _until_fifteen(parent: str, child: str, words: frozenset[Act]) -> Sheet:
    """Then the letters are the child's own, and the parents' right is over."""
    return Sheet(Paper(child, parent, words, eve_of_birthday(born(child), 15)), Basis.PARENT)


def _of_a_child() -> frozenset[Act]:
    return DOCTOR | HEALTH_CARD | RESIDENCE


def born(young: str) -> date:
    """Of the replacement number of somebody born in this century."""
    cpr = PEOPLE[young].cpr or ""
    return date(2000 + int(cpr[4:6]), int(cpr[2:4]), int(cpr[:2]) - 60)


def questions(about: tuple[Sheet, ...]) -> list[Asked]:
    """Every act under every mandate, by its holder; a few where nothing can be done at all."""
    now = datetime.now(UTC)
    return [
        Asked(0, number, sheet.paper.holder, act)
        for number, sheet in enumerate(about)
        for act in (FEW if objections_to_acting(sheet.paper, sheet.paper.holder, now) else ACTS)
    ]


def name_of(who: str) -> str:
    return COMPANY.name if who == COMPANY.id else PEOPLE[who].name


def in_words(acts: list[Act]) -> str:
    """Place by place: ``post read, serve; doctor read``."""
    places = dict.fromkeys(place for place, _ in ACTS)
    found = {place: [what for where, what in acts if where == place] for place in places}
    return "; ".join(f"{place} {', '.join(whats)}" for place, whats in found.items() if whats)
