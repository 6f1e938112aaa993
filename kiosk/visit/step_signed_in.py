"""Inside: what holds at every place of a session, and which chapter a place belongs to."""

from typing import assert_never

from kiosk.visit.effects import OpenMailbox, RingChime, Wake
from kiosk.visit.events import (
    CardGone,
    CoverAsked,
    DocumentChosen,
    EndAsked,
    Event,
    ReaderLost,
    TimeIsShort,
    TriedAgain,
    WentBack,
)
from kiosk.visit.moves import Move, cover, leave, move, number, stay, warn
from kiosk.visit.states import (
    AskingPrinter,
    AskingToMove,
    AskingToPrint,
    AskingToServe,
    Covered,
    FetchingLetter,
    Hindered,
    InFolder,
    ListingLetters,
    OpeningDocument,
    OpeningMailbox,
    Printed,
    Printing,
    Reading,
    ServingLetter,
    SignedIn,
    TakingLease,
    Visit,
    Why,
)
from kiosk.visit.step_lease import step_coming_in
from kiosk.visit.step_letter import open_document, step_letter
from kiosk.visit.step_mailbox import step_mailbox
from kiosk.visit.step_paper import step_paper


def step_signed_in(visit: Visit, state: SignedIn, event: Event) -> Move:
    """A pulled card covers, so does one key, silence warns, the End button ends, at every place alike."""
    match event:
        case CardGone() | ReaderLost() if state.session.certificate is not None:
            timer = number(visit)
            return move(visit, Covered(state, timer), RingChime(), Wake(timer, visit.limits.cover))
        case CoverAsked():
            return cover(visit, state)
        case EndAsked():
            return leave(visit, Why.ASKED, state)
        case TimeIsShort():
            return warn(visit, state)
        case _:
            return _step_place(visit, state, event)


def _step_place(visit: Visit, state: SignedIn, event: Event) -> Move:
    match state.place:
        case TakingLease() | AskingToMove() as place:
            return step_coming_in(visit, state, place, event)
        case OpeningMailbox() | InFolder() | ListingLetters() | AskingToServe() | ServingLetter() as place:
            return step_mailbox(visit, state, place, event)
        case FetchingLetter() | OpeningDocument() | Reading() as place:
            return step_letter(visit, state, place, event)
        case AskingPrinter() | AskingToPrint() | Printing() | Printed() as place:
            return step_paper(visit, state, place, event)
        case Hindered() as place:
            return _step_hindered(visit, state, place, event)
        case _:
            assert_never(state.place)


def _step_hindered(visit: Visit, state: SignedIn, place: Hindered, event: Event) -> Move:
    match event:
        case TriedAgain() if place.said is not None:
            return _say_again(visit, state, place)
        case WentBack() if place.before is not None:
            return move(visit, SignedIn(state.session, place.before))
        case DocumentChosen(index) if place.letter is not None and isinstance(place.before, InFolder):
            return open_document(visit, state, place.before, place.letter, index)
        case _:
            return stay(visit)


def _say_again(visit: Visit, state: SignedIn, place: Hindered) -> Move:
    """Go back to where it was said and say it again; before the mailbox was open, open it."""
    if place.before is None or place.said is None:
        order = number(visit)
        opening = SignedIn(state.session, OpeningMailbox(order))
        return move(visit, opening, OpenMailbox(order, state.session.grant))
    return step_signed_in(visit, SignedIn(state.session, place.before), place.said)
