"""Made-up people who act for each other, for the screens."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.visit.acting import (
    ActingEnded,
    AskingForMandates,
    AskingToDo,
    AtServices,
    BeginningToAct,
    ChoosingPrincipal,
    ErrandDone,
    ForAnother,
    NotThisMandate,
    ReceiptSent,
    Telling,
)
from kiosk.visit.events import PrintAsked
from kiosk.visit.mandates import (
    Area,
    Basis,
    Deed,
    DeedKind,
    Kind,
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
from kiosk.visit.paper import Outcome, Pressed, PrintResult, Progress, Sides
from kiosk.visit.people import Grant
from kiosk.visit.places import Hindered, Place, Printed, Printing
from kiosk.visit.receipts import OfferingReceipt, Onward, Owed, ReceiptPages, TellingPrincipal
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MAJA = Party("Maja Winther", "070541-••••")
KAREN = Party("Karen Winther", "120338-••••")
UNCLE = Party("Hans-Christian Frederik Vestergaard-Rasmussen", "010150-••••")
LONGEST = Party(" ".join(["Wilhelmina-Antoinette Gyldenkrone"] * 4) + " Å", "010150-••••")
COMPANY = Party("Winther & Søn Blomster ApS", "12345678", Kind.COMPANY)

DOCTOR = frozenset({Privilege(Area.DOCTOR, Right.READ), Privilege(Area.DOCTOR, Right.HANDLE)})
MOVING = frozenset(Privilege(Area.MOVING, right) for right in Right)


def mandate(
    number: int,
    grantor: Party,
    basis: Basis,
    scope: Scope,
    until: date | None,
    standing: Standing = Standing.IN_FORCE,
) -> Mandate:
    return Mandate(
        f"mandate-{number}", Reference(f"ABCDEFG{number}"), grantor, MAJA, basis, scope, until, standing, 1
    )


POST = mandate(2, KAREN, Basis.READ_ACCESS, PostRight.READ, date(2027, 6, 30))
POWER = mandate(3, KAREN, Basis.POWER, DOCTOR, date(2027, 6, 30))
RECEIVED = (
    POST,
    POWER,
    mandate(4, UNCLE, Basis.WRITE_ACCESS, PostRight.READ_AND_WRITE, date(2028, 12, 31)),
    mandate(5, COMPANY, Basis.SIGNATORY, PostRight.READ_AND_WRITE, None),
    mandate(6, Party("Ole Nabo", "030360-••••"), Basis.POWER, DOCTOR, date(2026, 11, 1), Standing.EXPIRED),
    mandate(
        7, Party("Grethe Sand", "050550-••••"), Basis.READ_ACCESS, PostRight.READ, None, Standing.AWAITED
    ),
    mandate(
        8,
        Party("Poul Winther", "020235-••••"),
        Basis.READ_ACCESS,
        PostRight.READ,
        None,
        Standing.GRANTOR_DEAD,
    ),
    mandate(
        9,
        Party("Rigmor Toft", "110744-••••"),
        Basis.POWER,
        frozenset({Privilege(Area.MOVING, Right.CONTACT)}),
        date(2027, 3, 1),
    ),
)
OF_A_CHILD = mandate(
    9,
    Party("Frida Winther", "201111-••••"),
    Basis.PARENT,
    PostRight.READ,
    date(2026, 11, 19),
    Standing.EXPIRED,
)
CHOICE = ChoosingPrincipal(Mandates(RECEIVED))
ASKED = (replace(RECEIVED[0], id="asked", standing=Standing.AWAITED, awaits_me=True),)
DEEDS = (Deed(DeedKind.LETTER_READ, NOON), Deed(DeedKind.SHEETS_PRINTED, NOON, 2))


def acting(under: Mandate) -> ForAnother:
    return ForAnother(under, Grant(Secret("token"), Secret("token")), NOON.replace(year=2027), DEEDS)


OWED = Owed(1, POST, DEEDS)
OWED_TO_A_LONG_NAME = Owed(2, RECEIVED[2], DEEDS)
OFFER = OfferingReceipt(OWED, Onward.FOR_WHOM)
TELLING = Telling((ReceiptSent(1, None, trouble=Trouble.MAILBOX_CLOSED),))


def receipt_places(pressed: Pressed) -> dict[str, Place]:
    """From the end of acting to the paper."""
    pages = ReceiptPages(OFFER, pressed)
    return {
        "telling-principal": TellingPrincipal(1, OWED, Onward.FOR_WHOM),
        "offering-receipt": OFFER,
        "offering-receipt-late": OfferingReceipt(OWED_TO_A_LONG_NAME, Onward.LEAVE),
        "printing-receipt": Printing(1, pages, Sides.ONE, Progress(0, None)),
        "printed-receipt": Printed(pages, Sides.ONE, PrintResult(Outcome.PRINTED, pressed.pages)),
        "printed-receipt-failed": Printed(pages, Sides.ONE, PrintResult(Outcome.FAILED, 0)),
        "trouble-receipt-no-paper": Hindered(Trouble.PAPER_OUT, OFFER, PrintAsked()),
    }


ENDED = ActingEnded(Trouble.MANDATE_WITHDRAWN, 1)
PLACES = {
    "choosing-principal": CHOICE,
    "choosing-principal-asked": replace(CHOICE, mandates=Mandates(RECEIVED[:3], ASKED)),
    "choosing-principal-only-asked": ChoosingPrincipal(Mandates(given=ASKED)),
    "asking-for-mandates": AskingForMandates(1, switching=True),
    "beginning-to-act": BeginningToAct(1, POST, CHOICE),
    "not-this-mandate": NotThisMandate(Trouble.MANDATE_EXPIRED, RECEIVED[4], CHOICE),
    "not-this-mandate-awaited": NotThisMandate(Trouble.MANDATE_AWAITED, RECEIVED[5], CHOICE),
    "not-this-mandate-withdrawn": NotThisMandate(
        Trouble.MANDATE_WITHDRAWN, replace(POST, standing=Standing.WITHDRAWN), CHOICE
    ),
    "not-this-mandate-of-a-parent": NotThisMandate(Trouble.MANDATE_EXPIRED, OF_A_CHILD, CHOICE),
    "not-this-mandate-of-a-guardian": NotThisMandate(
        Trouble.MANDATE_WITHDRAWN,
        mandate(2, Party("Walter Skov", "050331-••••"), Basis.GUARDIAN, DOCTOR, None, Standing.WITHDRAWN),
        CHOICE,
    ),
    "not-this-mandate-dead": NotThisMandate(Trouble.GRANTOR_DEAD, RECEIVED[6], CHOICE),
    "not-this-mandate-of-no-use": NotThisMandate(Trouble.MANDATE_OF_NO_USE, RECEIVED[7], CHOICE),
    "at-services": AtServices(),
}
PLACES_UNDER_POWER = {
    "acting-at-services": AtServices(),
    "asking-to-do": AskingToDo(Privilege(Area.DOCTOR, Right.HANDLE)),
    "errand-done": ErrandDone(Privilege(Area.DOCTOR, Right.HANDLE), "LV-2026-0417"),
}
UNDER_POWER = acting(POWER)
UNDER_POST = acting(POST)
FOR_A_COMPANY = acting(RECEIVED[3])
FOR_A_LONG_NAME = acting(RECEIVED[2])
FOR_A_CHILD = acting(replace(OF_A_CHILD, scope=DOCTOR, standing=Standing.IN_FORCE, until=date(2026, 12, 19)))
FOR_A_WARD = acting(mandate(2, Party("Walter Skov", "050331-••••"), Basis.GUARDIAN, DOCTOR, None))
BY_A_FUTURE_POWER = acting(mandate(2, KAREN, Basis.FUTURE_POWER, DOCTOR, None))
FOR_THE_LONGEST_NAME = acting(mandate(3, LONGEST, Basis.POWER, MOVING, date(2027, 6, 30)))
NOT_COVERED = Hindered(Trouble.MANDATE_NOT_COVERING, AtServices())
NOT_COVERING = {
    "acting-trouble": UNDER_POWER,
    "acting-trouble-of-a-parent": FOR_A_CHILD,
    "acting-trouble-of-a-guardian": FOR_A_WARD,
    "acting-trouble-of-a-signatory": FOR_A_COMPANY,
    "acting-trouble-of-a-future-power": BY_A_FUTURE_POWER,
    "acting-trouble-longest": FOR_THE_LONGEST_NAME,
}
