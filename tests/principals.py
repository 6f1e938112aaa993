"""Invented people whom Anna may act for, and what they let her do. Numbers as a screen may show them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.visit.acting import ForAnother
from kiosk.visit.mandates import (
    Area,
    Basis,
    Mandate,
    Mandates,
    Party,
    PostRight,
    Privilege,
    Reference,
    Right,
    Scope,
    Standing,
)
from kiosk.visit.people import ActingGrant, Pseudonym
from kiosk.visit.post import Folder, FolderType, LetterList, Mailbox, OpenedMailbox
from kiosk.visit.secrets import Secret
from tests import cast

ANNA = Party("Anna Testborg", "670541-••••")
KAREN = Party("Karen Karen-Prøveby", "720344-••••")
OTTO = Party("Otto Onkelsen", "650938-••••", language="en")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)

SEE_DOCTOR = Privilege(Area.DOCTOR, Right.READ)
CHOOSE_DOCTOR = Privilege(Area.DOCTOR, Right.HANDLE)
PHONE_DOCTOR = Privilege(Area.DOCTOR, Right.CONTACT)
MOVE_HOUSE = Privilege(Area.MOVING, Right.HANDLE)


def mandate(
    of: Party, scope: Scope, letters: str, standing: Standing = Standing.IN_FORCE, *, awaits_me: bool = False
) -> Mandate:
    basis = Basis.READ_ACCESS if isinstance(scope, PostRight) else Basis.POWER
    until = date(2027, 3, 31)
    return Mandate(f"id-{letters}", Reference(letters), of, ANNA, basis, scope, until, standing, 1, awaits_me)


KARENS_POST = mandate(KAREN, PostRight.READ, "KARENP23")
KARENS_DOCTOR = mandate(KAREN, frozenset({SEE_DOCTOR, CHOOSE_DOCTOR, PHONE_DOCTOR}), "KARENQ23")
OTTOS_POST = mandate(OTTO, PostRight.READ_AND_WRITE, "QTTQP234")
ENDED = replace(
    mandate(OTTO, frozenset({MOVE_HOUSE}), "QTTQX234", Standing.EXPIRED), ended_on=date(2026, 11, 20)
)
MANDATES = Mandates((KARENS_POST, KARENS_DOCTOR, OTTOS_POST, ENDED))


HELPER = Pseudonym("3f0c9a52-6d1e-5b7a-9c44-0a1b2c3d4e5f")
PRINCIPALS = {
    KAREN.name: Pseudonym("7a41d0c8-12ab-5e6f-8b90-5d6c7b8a9f01"),
    OTTO.name: Pseudonym("c25e8b17-90fd-5a3c-a6d2-1f2e3d4c5b6a"),
}


def grant(of: Party) -> ActingGrant:
    token, nothing = Secret(f"the right to act for {of.name}"), Secret(f"about {of.name}")
    return ActingGrant(token, nothing, HELPER, PRINCIPALS.get(of.name))


def acting(under: Mandate) -> ForAnother:
    return ForAnother(under, grant(under.grantor), NOW + AN_HOUR)


def mailbox(of: Party) -> OpenedMailbox:
    folders = (Folder(f"folder of {of.name}", FolderType.INBOX, "Indbakke", 1, 2),)
    letters = LetterList(folders[0].id, (cast.head(), cast.LEGAL), 0, 1, 2)
    return OpenedMailbox(Mailbox(f"mailbox of {of.name}", of.name), folders, letters)
