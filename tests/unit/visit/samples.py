"""One sample of every state and of every event, found by walking the unions: a new one without a sample fails."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.limits import Limits, Pace
from kiosk.visit.mandates import Deed, DeedKind, Form, Mandate, Mechanism, PostRight
from kiosk.visit.moves import inside_of
from kiosk.visit.paper import Outcome, Picture, PrintResult, Progress, Receipt, Sides
from kiosk.visit.searching import Misfit
from kiosk.visit.secrets import Secret
from kiosk.visit.step import step
from kiosk.visit.trouble import Trouble
from tests import cast, delegates, principals

ORDER = 40
LOOK, END = ORDER - 2, ORDER - 1
FOLDER = s.InFolder(cast.MAILBOX, cast.FOLDERS, cast.LETTERS)
FOUND = replace(FOLDER, letters=replace(cast.LETTERS, sought=Secret("boligstøtte")))
READING = s.Reading(FOLDER, cast.letter(documents=2), 0, cast.PRESSED, 1, 100, cast.PICTURE, wanted=ORDER)
PIN = s.AskingPin(cast.CARD, b"nonce", 3, timer=ORDER)
LEGAL = cast.LEGAL


JOB = s.Unfinished(ORDER, 3, Sides.ONE, 1)
DEED = Deed(DeedKind.LETTER_READ, principals.NOW)


def session(*, card: bool = True, under: Mandate | None = None) -> s.Session:
    certificate = cast.CARD if card else None
    return s.Session(cast.ANNA, cast.grant(), certificate, acting=principals.acting(under) if under else None)


WAYS = (
    s.InvitingCard(),
    s.ReadingCard(ORDER),
    s.ShowingCard(ORDER, cast.CARD, 3),
    PIN,
    s.CardSigning(ORDER, PIN),
    s.ProvingCard(ORDER, cast.CARD),
    s.AskingUserId(),
    s.CheckingUserId(ORDER),
    s.AskingCode(),
    s.CheckingCode(ORDER),
    s.AskingPassword(),
    s.CheckingPassword(ORDER),
)
SINCE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PLACES = (
    s.TakingLease(ORDER),
    s.AskingToMove(SINCE),
    s.OpeningMailbox(ORDER),
    FOUND,
    s.ListingLetters(ORDER, FOUND, e.ListPageChosen(1)),
    s.AskingSearch(FOUND, Misfit.TOO_SHORT),
    s.AskingToServe(FOLDER, LEGAL),
    s.ServingLetter(ORDER, FOLDER, LEGAL),
    s.FetchingLetter(ORDER, FOLDER, cast.head()),
    s.OpeningDocument(ORDER, FOLDER, cast.letter(documents=2), 0),
    READING,
    s.AskingPrinter(ORDER, READING),
    s.AskingToPrint(READING, Sides.TWO),
    s.Printing(ORDER, READING, Sides.TWO, Progress(1, None)),
    s.Printed(READING, Sides.TWO, PrintResult(Outcome.PRINTED, 3)),
    s.Hindered(Trouble.MAILBOX_DOWN, FOLDER, e.ListPageChosen(1), cast.letter(documents=2)),
)
CHOICE = s.ChoosingPrincipal(principals.MANDATES)
CHOOSING = (
    s.AskingForMandates(ORDER),
    CHOICE,
    s.BeginningToAct(ORDER, principals.KARENS_POST, CHOICE),
    s.NotThisMandate(Trouble.MANDATE_EXPIRED, principals.ENDED, CHOICE),
    s.ActingEnded(Trouble.MANDATE_WITHDRAWN, 1),
)
AT_SERVICES = (
    s.AtServices(),
    s.AskingToDo(principals.CHOOSE_DOCTOR),
    s.DoingErrand(ORDER, principals.CHOOSE_DOCTOR),
    s.ErrandDone(principals.CHOOSE_DOCTOR, "sag-1"),
)
READ_BACK = delegates.read_back(FOLDER)
MANDATES = READ_BACK.mandates
LOOKING = s.LookingAtMandate(MANDATES, delegates.WANTED)
DELEGATING = (
    s.FetchingMandates(ORDER, FOLDER),
    MANDATES,
    s.ExplainingMandates(MANDATES),
    READ_BACK.back.back.back.back.back,
    READ_BACK.back.back.back.back,
    READ_BACK.back.back.back,
    READ_BACK.back.back,
    READ_BACK.back,
    READ_BACK,
    LOOKING,
    s.AskingToChange(LOOKING, s.Accepting()),
    s.SigningMandate(READ_BACK, s.Identifying(PIN)),
    s.SendingMandate(ORDER, READ_BACK, cast.grant()),
    s.MandateSent(MANDATES, delegates.GIVEN, s.Giving()),
)
ASKING_WHICH_FORM = s.AskingWhichForm(CHOICE)
FORM = s.ChoosingForm(READ_BACK, Mechanism.POWER)
ON_FORM = (
    FORM,
    s.ComposingForm(ORDER, FORM, Form.AUTHORISATION),
    s.ShowingForm(FORM, Form.AUTHORISATION, cast.PRESSED, 1, 100, cast.PICTURE, wanted=ORDER),
)
OWED = s.Owed(ORDER, principals.KARENS_POST, (DEED,))
OFFER = s.OfferingReceipt(OWED, s.Onward.FOR_WHOM)
OFFER_AT_THE_END = s.OfferingReceipt(OWED, s.Onward.LEAVE)
RECEIPT = s.ReceiptPages(OFFER, cast.PRESSED)
ON_RECEIPT = (
    s.TellingPrincipal(ORDER, OWED, s.Onward.FOR_WHOM),
    OFFER,
    s.ComposingReceipt(ORDER, OFFER),
    s.AskingPrinter(ORDER, RECEIPT),
    s.Printing(ORDER, RECEIPT, Sides.TWO, Progress(1, None)),
    s.Printed(RECEIPT, Sides.TWO, PrintResult(Outcome.PRINTED, 3)),
    s.Hindered(Trouble.PAPER_OUT, OFFER, e.PrintAsked()),
)
AT_POST = PLACES[2:]
ENDING = s.ActingEnding(Trouble.MANDATE_WITHDRAWN, JOB)


def for_another() -> tuple[s.SignedIn, ...]:
    """At the mailbox and at the services of somebody else."""
    post, power = session(under=principals.KARENS_POST), session(under=principals.KARENS_DOCTOR)
    return (
        *(s.SignedIn(post, place) for place in (*AT_POST, ENDING)),
        *(s.SignedIn(power, place) for place in AT_SERVICES),
    )


def states() -> tuple[s.State, ...]:
    inside = s.SignedIn(session(), FOLDER)
    away = s.Away(inside, ORDER, ORDER + 1, SINCE)
    return (
        s.Welcome(),
        *map(s.Identifying, WAYS),
        s.Refused(Trouble.CARD_EXPIRED, card_in=True),
        *(
            s.SignedIn(session(), place)
            for place in (
                *PLACES,
                *CHOOSING,
                *AT_SERVICES,
                *DELEGATING,
                ASKING_WHICH_FORM,
                *ON_FORM,
                *ON_RECEIPT,
            )
        ),
        *for_another(),
        s.AtTwoScreens(inside, SINCE),
        s.Covered(inside, ORDER, ORDER + 1),
        away,
        s.Returning(away, s.Identifying(PIN)),
        s.Warned(inside, ORDER, ORDER + 1),
        s.Leaving(ORDER, ORDER + 1, s.Tally(), s.Why.ASKED, card_in=True),
        s.TakingThings(ORDER, card_in=False, receipt=Receipt(0, 0, 2, logged_out=True), why=s.Why.ASKED),
        s.Goodbye(ORDER, cast.RECEIPT, s.Why.ASKED),
        s.Ended(),
    )


def visit(state: s.State) -> s.Visit:
    """Who acts for somebody is looked up; a receipt that is waited for is under way."""
    there = s.Visit(Limits(), state, "da", ORDER + 1, card_in=True, at=principals.NOW)
    inside = inside_of(state)
    if inside and isinstance(inside.place, s.TellingPrincipal):
        there = replace(there, telling=s.Telling((s.ReceiptSent(OWED.order, OWED.mandate.reference),)))
    acts = inside and inside.session.acting and not isinstance(inside.place, s.ActingEnding)
    return replace(there, mandate=LOOK, acting_ends=END) if acts else there


def through(start: s.Visit, *events: e.Event) -> s.Visit:
    for event in events:
        start, _ = step(start, event)
    return start


def inside(place: s.Place, *, card: bool = True, under: Mandate | None = None) -> s.Visit:
    return visit(s.SignedIn(session(card=card, under=under), place))


def name(state: s.State) -> str:
    match state:
        case s.Identifying(way):
            return type(way).__name__
        case s.SignedIn(_, place) if place in ON_RECEIPT[3:]:
            return f"{type(place).__name__} of a receipt"
        case s.SignedIn(at, place):
            return type(place).__name__ + (" for another" if at.acting else "")
        case _:
            return type(state).__name__


def events() -> tuple[e.Event, ...]:
    """Answers carry the order that the samples wait for."""
    secret = Secret("123456")
    return (
        e.LanguageChosen("ar"),
        e.PaceChosen(Pace.UNHURRIED),
        e.CardWayChosen(),
        e.CodeWayChosen(),
        e.PinGiven(secret),
        e.UserIdGiven(secret),
        e.CodeGiven(secret),
        e.PasswordGiven(secret),
        e.MovingAccepted(),
        e.FolderChosen("folder-2"),
        e.ListPageChosen(1),
        e.SearchAsked(),
        e.SearchGiven(secret),
        e.SearchCleared(),
        e.LetterChosen("letter-1"),
        e.ServingAccepted(),
        e.DocumentChosen(1),
        e.PageTurned(2),
        e.Zoomed(200),
        e.PrintAsked(),
        e.SidesChosen(Sides.ONE),
        e.PrintConfirmed(),
        e.PrintStopped(),
        e.WentBack(),
        e.TriedAgain(),
        e.EndAsked(),
        e.StillHere(),
        e.VoiceForgone(),
        e.CoverAsked(),
        e.CameBack(),
        e.ThingsTaken(),
        e.MyselfChosen(),
        e.PrincipalChosen(principals.KARENS_POST.id),
        e.SwitchAsked(),
        e.ServicesAsked(),
        e.PostAsked(),
        e.ErrandChosen(principals.CHOOSE_DOCTOR),
        e.ErrandConfirmed(),
        e.MandatesAsked(),
        e.ExplanationAsked(),
        e.GivingChosen(),
        e.RequestingChosen(),
        e.PowerChosen(),
        e.PostAccessChosen(),
        e.PrivilegeTicked(principals.SEE_DOCTOR),
        e.PostRightChosen(PostRight.READ),
        e.ScopeConfirmed(),
        e.OtherCprGiven(Secret(delegates.DORTES_CPR.digits)),
        e.OtherNameGiven(Secret(delegates.DORTE.name)),
        e.UntilChosen(delegates.IN_A_YEAR),
        e.SigningAsked(),
        e.MandateChosen(principals.KARENS_POST.id),
        e.AcceptingAsked(),
        e.DecliningAsked(),
        e.WithdrawingAsked(),
        e.FormAsked(),
        e.FormChosen(Form.AUTHORISATION),
        e.CardSeen(mute=False),
        e.CardGone(),
        e.SecondCardSeen(),
        e.ReaderLost(Trouble.READER_GONE),
        e.ReaderFound(),
        e.TimeIsShort(),
        e.VoiceGone(),
        e.TimeCame(ORDER),
        e.CardRead(ORDER, cast.CARD, 3),
        e.NonceGiven(ORDER, b"nonce"),
        e.CardSigned(ORDER, b"signature"),
        e.CodeWanted(ORDER),
        e.PasswordWanted(ORDER),
        e.LoggedIn(ORDER, cast.ANNA, cast.grant()),
        e.LeaseTaken(ORDER, timedelta(seconds=10)),
        e.FoundElsewhere(ORDER, SINCE),
        e.MailboxOpened(ORDER, cast.OPENED),
        e.LettersListed(ORDER, cast.LETTERS),
        e.LetterServed(ORDER),
        e.LetterFetched(ORDER, cast.letter()),
        e.FileFetched(ORDER, b"bytes"),
        e.FilePressed(ORDER, cast.PRESSED),
        e.PageDrawn(ORDER, Picture(2, 1, 1, bytes(3))),
        e.LetterMarkedRead(ORDER),
        e.PrinterReady(ORDER),
        e.PrintProgressed(ORDER, Progress(2, Trouble.PAPER_OUT)),
        e.PrintEnded(ORDER, PrintResult(Outcome.UNKNOWN, 2)),
        e.VisitClosed(ORDER, cast.RECEIPT),
        e.MandatesListed(ORDER, principals.MANDATES),
        e.ActingBegun(ORDER, principals.grant(principals.KAREN), principals.AN_HOUR),
        e.MandateStands(LOOK),
        e.ErrandAnswered(ORDER, "sag-1"),
        e.MandateTaken(ORDER, principals.KARENS_POST),
        e.PrincipalTold(ORDER),
        e.TroubleCame(ORDER, Trouble.PIN_WRONG, 2, timedelta(minutes=1)),
    )


def unions() -> tuple[set[type], set[type]]:
    """The kinds of state (with the ways and places inside them) and the kinds of event."""
    wrapped = {s.Identifying, s.SignedIn}
    kinds = {*get_args(s.State), *get_args(s.Way), *get_args(s.Place)} - wrapped
    return kinds, set(get_args(e.Event))


def place(now: s.Visit) -> s.Place:
    assert isinstance(now.state, s.SignedIn)
    return now.state.place


def acting(now: s.Visit) -> s.ForAnother | None:
    assert isinstance(now.state, s.SignedIn)
    return now.state.session.acting
