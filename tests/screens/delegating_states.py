"""Made-up mandates that somebody gives, asks for, answers, signs and prints, for the screens."""

from dataclasses import replace
from datetime import date

from kiosk.visit.acting import ChoosingPrincipal
from kiosk.visit.delegating import (
    Accepting,
    AskingOther,
    AskingOtherName,
    AskingScope,
    AskingToChange,
    AskingUntil,
    AskingWhich,
    AskingWhichForm,
    AtMandates,
    Change,
    Declining,
    ExplainingMandates,
    FetchingMandates,
    Giving,
    LookingAtMandate,
    MandateSent,
    Purpose,
    ReadingBack,
    Requesting,
    SendingMandate,
    SigningMandate,
    Withdrawing,
)
from kiosk.visit.events import PrintAsked
from kiosk.visit.forms import ChoosingForm, ComposingForm, NeedingForm, ShowingForm
from kiosk.visit.mandates import (
    Area,
    Basis,
    Form,
    Mandate,
    Mandates,
    Mechanism,
    Party,
    PostRight,
    Privilege,
    Reference,
    Right,
    Scope,
    Standing,
)
from kiosk.visit.paper import Outcome, Picture, Pressed, PrintResult, Progress, Sides
from kiosk.visit.people import Cpr, WrongName, WrongNumber
from kiosk.visit.states import (
    AskingPin,
    AskingToPrint,
    AskingUserId,
    Hindered,
    Identifying,
    InvitingCard,
    Place,
    Printed,
    Printing,
    ProvingCard,
    Refused,
    Setback,
)
from kiosk.visit.trouble import Trouble
from tests.screens.acting_states import DOCTOR, KAREN, LONGEST, MAJA, POST, POWER, RECEIVED

TODAY = date(2026, 11, 20)
BO = Party("Bo Berg", "610150-••••")
ASTRID = Party("Astrid Sommer", "640388-••••")
LONG = Party(
    "Hans-Christian Frederik Alexander Vestergaard-Rasmussen af Søndergård og Lillelund", "010150-••••"
)
EVERYTHING = frozenset(Privilege(area, right) for area in Area for right in Right)


def given(
    number: int,
    holder: Party,
    scope: Scope,
    standing: Standing = Standing.IN_FORCE,
    *,
    awaits_me: bool = False,
) -> Mandate:
    basis = Basis.POWER if isinstance(scope, frozenset) else Basis.READ_ACCESS
    return Mandate(
        f"given-{number}",
        Reference(f"HJKLMNP{number}"),
        MAJA,
        holder,
        basis,
        scope,
        date(2027, 11, 20),
        standing,
        1,
        awaits_me,
    )


TO_BO = given(2, BO, PostRight.READ)
TO_EVERYBODY = given(3, LONG, EVERYTHING)
TO_THE_LONGEST = given(7, LONGEST, EVERYTHING)
ASKED = given(4, ASTRID, DOCTOR, Standing.AWAITED, awaits_me=True)
UNANSWERED = given(5, KAREN, DOCTOR, Standing.AWAITED)
TAKEN_BACK = given(6, BO, DOCTOR, Standing.WITHDRAWN)
OFFERED = replace(POST, id="offered", standing=Standing.AWAITED, awaits_me=True)
MANDATES = Mandates(
    (OFFERED, *RECEIVED), (TO_BO, TO_EVERYBODY, TO_THE_LONGEST, ASKED, UNANSWERED, TAKEN_BACK)
)
CHOICE = ChoosingPrincipal(MANDATES)
LIST = AtMandates(CHOICE, MANDATES)


def many(count: int) -> AtMandates:
    return AtMandates(CHOICE, Mandates(tuple(replace(POST, id=f"mandate-{n}") for n in range(count))))


def looking(mandate: Mandate) -> LookingAtMandate:
    return LookingAtMandate(LIST, mandate)


def changing(mandate: Mandate, change: Change) -> AskingToChange:
    return AskingToChange(looking(mandate), change)


def sent(mandate: Mandate, change: Purpose | Change) -> MandateSent:
    return MandateSent(LIST, replace(mandate, awaits_me=False), change)


def scope(purpose: Purpose, ticked: Scope) -> AskingScope:
    return AskingScope(AskingWhich(LIST, purpose), ticked)


def until(asking: AskingScope, name: str) -> AskingUntil:
    return AskingUntil(AskingOtherName(AskingOther(asking), Cpr("6101501234")), name, TODAY)


def read_back(asking: AskingScope, name: str = "Bo Berg") -> ReadingBack:
    return ReadingBack(until(asking, name), date(2027, 11, 20))


GIVEN_POST = scope(Giving(), PostRight.READ)
GIVEN_POWER = scope(Giving(), DOCTOR)
ASKED_POWER = scope(Requesting(), EVERYTHING)
SIGNED = read_back(GIVEN_POST)
REQUESTED = read_back(ASKED_POWER, LONG.name)


def form_places(picture: Picture) -> dict[str, Place]:
    """A form on the glass and on its way to paper: three pages that look like ``picture``."""
    pressed = Pressed(b"%PDF", 3, "", picture)

    def showing(back: NeedingForm, mechanism: Mechanism, form: Form) -> ShowingForm:
        return ShowingForm(ChoosingForm(back, mechanism), form, pressed, page=1, zoom=100, picture=picture)

    to_sign = showing(SIGNED, Mechanism.POST, Form.AUTHORISATION)
    to_take_along = showing(REQUESTED, Mechanism.POWER, Form.AUTHORISATION_TO_SIGN)
    which = AskingWhichForm(CHOICE)
    return {
        "asking-which-form": which,
        "choosing-form": ChoosingForm(REQUESTED, Mechanism.POWER),
        "choosing-form-to-give": ChoosingForm(SIGNED, Mechanism.POST),
        "choosing-form-empty": ChoosingForm(which, Mechanism.POST),
        "composing-form": ComposingForm(1, ChoosingForm(SIGNED, Mechanism.POST), Form.AUTHORISATION),
        "showing-form": to_sign,
        "showing-form-to-take-along": replace(to_take_along, page=2, zoom=200, wanted=9),
        "asking-to-print-form": AskingToPrint(to_sign, Sides.TWO),
        "printing-form": Printing(1, to_sign, Sides.TWO, Progress(1, None)),
        "printed-form": Printed(to_sign, Sides.TWO, PrintResult(Outcome.PRINTED, 3)),
        "printed-form-to-take-along": Printed(to_take_along, Sides.TWO, PrintResult(Outcome.PRINTED, 3)),
        "trouble-form-not-printed": Hindered(Trouble.PAPER_OUT, to_sign, PrintAsked()),
        "printed-form-failed": Printed(to_sign, Sides.TWO, PrintResult(Outcome.FAILED, 1)),
    }


PLACES: dict[str, Place] = {
    "trouble-mandate-missing": Hindered(Trouble.MANDATE_MISSING, ChoosingPrincipal(Mandates())),
    "fetching-mandates": FetchingMandates(1, CHOICE),
    "at-mandates": LIST,
    "at-mandates-empty": AtMandates(CHOICE, Mandates()),
    "explaining-mandates": ExplainingMandates(LIST),
    "asking-which": AskingWhich(LIST, Giving()),
    "asking-which-to-request": AskingWhich(LIST, Requesting()),
    "asking-scope": scope(Giving(), frozenset()),
    "asking-scope-ticked": GIVEN_POWER,
    "asking-scope-to-request": ASKED_POWER,
    "asking-post-right": GIVEN_POST,
    "asking-post-right-to-write": scope(Requesting(), PostRight.READ_AND_WRITE),
    "asking-other": AskingOther(GIVEN_POST),
    "asking-other-to-request": AskingOther(ASKED_POWER),
    "asking-other-too-short": AskingOther(GIVEN_POST, WrongNumber.NOT_TEN_DIGITS),
    "asking-other-no-such-day": AskingOther(GIVEN_POST, WrongNumber.NO_SUCH_DAY),
    "asking-other-ones-own": AskingOther(GIVEN_POST, WrongNumber.ONES_OWN),
    "asking-other-name-no-letters": AskingOtherName(
        AskingOther(GIVEN_POST), Cpr("6101501234"), WrongName.NO_LETTERS
    ),
    "asking-other-name": until(GIVEN_POST, "").back,
    "asking-until": until(GIVEN_POST, "Bo Berg"),
    "reading-back": SIGNED,
    "reading-back-power": read_back(GIVEN_POWER),
    "reading-back-to-request": REQUESTED,
    "looking-at-mandate": looking(TO_BO),
    "looking-at-mandate-received": looking(POWER),
    "looking-at-mandate-asked-for": looking(ASKED),
    "looking-at-mandate-offered": looking(OFFERED),
    "looking-at-mandate-unanswered": looking(UNANSWERED),
    "looking-at-mandate-made-elsewhere": looking(RECEIVED[3]),
    "looking-at-mandate-ended": looking(TAKEN_BACK),
    "looking-at-mandate-of-the-dead": looking(RECEIVED[6]),
    "looking-at-mandate-long": looking(TO_EVERYBODY),
    "looking-at-mandate-longest": looking(TO_THE_LONGEST),
    "asking-to-withdraw-longest": changing(TO_THE_LONGEST, Withdrawing()),
    "reading-back-longest": read_back(scope(Giving(), EVERYTHING), LONGEST.name),
    "signing-mandate-longest": SigningMandate(
        changing(TO_THE_LONGEST, Accepting()), Identifying(AskingUserId(Setback(Trouble.USER_UNKNOWN)))
    ),
    "asking-to-sign": changing(ASKED, Accepting()),
    "asking-to-accept": changing(OFFERED, Accepting()),
    "asking-to-decline": changing(ASKED, Declining()),
    "asking-to-withdraw": changing(TO_EVERYBODY, Withdrawing()),
    "asking-to-give-back": changing(POWER, Withdrawing()),
    "signing-mandate": SigningMandate(SIGNED, Identifying(InvitingCard())),
    "signing-mandate-pin": SigningMandate(SIGNED, Identifying(AskingPin(b"certificate", b"nonce", 3, 1))),
    "signing-mandate-code": SigningMandate(changing(TO_EVERYBODY, Accepting()), Identifying(AskingUserId())),
    "signing-mandate-proving": SigningMandate(SIGNED, Identifying(ProvingCard(1, b"certificate"))),
    "signing-mandate-another": SigningMandate(SIGNED, Refused(Trouble.ANOTHER_PERSON, card_in=True)),
    "signing-mandate-refused": SigningMandate(SIGNED, Refused(Trouble.LOGIN_SERVICE_DOWN, card_in=True)),
    "sending-mandate": SendingMandate(1, SIGNED),
    "mandate-signed": sent(replace(TO_BO, standing=Standing.AWAITED), Giving()),
    "mandate-requested": sent(replace(OFFERED, awaits_me=False), Requesting()),
    "mandate-accepted": sent(replace(OFFERED, standing=Standing.IN_FORCE), Accepting()),
    "mandate-accepted-to-give": sent(replace(ASKED, standing=Standing.IN_FORCE), Accepting()),
    "mandate-declined": sent(replace(ASKED, standing=Standing.DECLINED), Declining()),
    "mandate-withdrawn": sent(replace(TO_EVERYBODY, standing=Standing.WITHDRAWN), Withdrawing()),
    "mandate-given-back": sent(replace(POWER, standing=Standing.WITHDRAWN), Withdrawing()),
}
