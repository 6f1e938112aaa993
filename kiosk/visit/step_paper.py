"""From the page on the glass to the page in the hand."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.deeds import printed
from kiosk.visit.effects import Print, StopPrinting
from kiosk.visit.events import (
    Event,
    PrintAsked,
    PrintConfirmed,
    PrintEnded,
    PrinterReady,
    PrintProgressed,
    PrintStopped,
    SidesChosen,
    TroubleCame,
    WentBack,
)
from kiosk.visit.moves import Move, move, number, stay
from kiosk.visit.paper import PrintJob, Progress, Sides
from kiosk.visit.places import OnPaper
from kiosk.visit.states import (
    AskingPrinter,
    AskingToPrint,
    Hindered,
    Pages,
    Printed,
    Printing,
    SignedIn,
    Visit,
)
from kiosk.visit.trouble import Trouble


def step_paper(visit: Visit, state: SignedIn, place: OnPaper, event: Event) -> Move:
    match place:
        case AskingPrinter():
            return _step_asking_printer(visit, state, place, event)
        case AskingToPrint():
            return _step_asking_to_print(visit, state, place, event)
        case Printing():
            return _step_printing(visit, state, place, event)
        case Printed():
            return _step_printed(visit, state, place, event)
        case _:
            assert_never(place)


def _step_asking_printer(visit: Visit, state: SignedIn, place: AskingPrinter, event: Event) -> Move:
    match event:
        case PrinterReady(order) if order == place.order:
            sides = Sides.TWO if place.back.pressed.pages > 1 else Sides.ONE
            return move(visit, SignedIn(state.session, AskingToPrint(place.back, sides)))
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case TroubleCame(order, trouble) if order == place.order:
            return _not_printed(visit, state, place.back, trouble)
        case _:
            return stay(visit)


def _not_printed(visit: Visit, state: SignedIn, back: Pages, trouble: Trouble) -> Move:
    """Nothing has gone out yet: whatever the trouble, mending it and asking again makes sense."""
    return move(visit, SignedIn(state.session, Hindered(trouble, back, PrintAsked())))


def _step_asking_to_print(visit: Visit, state: SignedIn, place: AskingToPrint, event: Event) -> Move:
    match event:
        case SidesChosen(sides):
            return move(visit, SignedIn(state.session, replace(place, sides=sides)))
        case PrintConfirmed():
            return _print(visit, state, place)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case _:
            return stay(visit)


def _print(visit: Visit, state: SignedIn, place: AskingToPrint) -> Move:
    order = number(visit)
    pressed = place.back.pressed
    printing = Printing(order, place.back, place.sides, Progress(0, None))
    job = PrintJob(pressed.pdf, pressed.pages, place.sides)
    return move(visit, SignedIn(state.session, printing), Print(order, job))


def _step_printing(visit: Visit, state: SignedIn, place: Printing, event: Event) -> Move:
    match event:
        case PrintProgressed(order, progress) if order == place.order:
            return move(visit, SignedIn(state.session, replace(place, progress=progress)))
        case PrintStopped() if not place.stopping:
            return move(visit, SignedIn(state.session, replace(place, stopping=True)), StopPrinting())
        case PrintEnded(order, result) if order == place.order:
            session = printed(visit, state.session, place.back.pressed.pages, place.sides, result)
            return move(visit, SignedIn(session, Printed(place.back, place.sides, result)))
        case TroubleCame(order, trouble) if order == place.order:
            return _not_printed(visit, state, place.back, trouble)
        case _:
            return stay(visit)


def _step_printed(visit: Visit, state: SignedIn, place: Printed, event: Event) -> Move:
    match event:
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case PrintAsked():
            return _ask_again(visit, state, place)
        case _:
            return stay(visit)


def _ask_again(visit: Visit, state: SignedIn, place: Printed) -> Move:
    return move(visit, SignedIn(state.session, AskingToPrint(place.back, place.sides)))
