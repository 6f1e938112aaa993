"""From the page on the glass to the page in the hand."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.deeds import handed_out, printed
from kiosk.visit.effects import AskPrinter, ClosePress, Print, StopPrinting
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
from kiosk.visit.moves import Move, go, move, number, stay
from kiosk.visit.paper import Outcome, PrintJob, PrintResult, Progress, Sides
from kiosk.visit.places import OnPaper
from kiosk.visit.states import (
    AskingPrinter,
    AskingToPrint,
    Hindered,
    Printable,
    Printed,
    Printing,
    ReceiptPages,
    SignedIn,
    Visit,
)
from kiosk.visit.step_receipt import go_on
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
            return _ready(visit, state, place.back)
        case WentBack():
            return _turn_away(visit, state, place.back)
        case TroubleCame(order, trouble) if order == place.order:
            return _not_printed(visit, state, place.back, trouble)
        case _:
            return stay(visit)


def _ready(visit: Visit, state: SignedIn, back: Printable) -> Move:
    """Of a receipt it is clear already that it is to be printed."""
    sides = Sides.TWO if back.pressed.pages > 1 else Sides.ONE
    if isinstance(back, ReceiptPages):
        return _print(visit, state, back, sides)
    return move(visit, SignedIn(state.session, AskingToPrint(back, sides)))


def _turn_away(visit: Visit, state: SignedIn, back: Printable) -> Move:
    if isinstance(back, ReceiptPages):
        return go(visit, state, back.back, ClosePress())
    return go(visit, state, back)


def _not_printed(visit: Visit, state: SignedIn, back: Printable, trouble: Trouble) -> Move:
    """Nothing has gone out yet: whatever the trouble, mending it and asking again makes sense."""
    before = back.back if isinstance(back, ReceiptPages) else back
    return move(visit, SignedIn(state.session, Hindered(trouble, before, PrintAsked())))


def _step_asking_to_print(visit: Visit, state: SignedIn, place: AskingToPrint, event: Event) -> Move:
    match event:
        case SidesChosen(sides):
            return move(visit, SignedIn(state.session, replace(place, sides=sides)))
        case PrintConfirmed():
            return _print(visit, state, place.back, place.sides)
        case WentBack():
            return move(visit, SignedIn(state.session, place.back))
        case _:
            return stay(visit)


def _print(visit: Visit, state: SignedIn, back: Printable, sides: Sides) -> Move:
    order = number(visit)
    printing = Printing(order, back, sides, Progress(0, None))
    job = PrintJob(back.pressed.pdf, back.pressed.pages, sides)
    return move(visit, SignedIn(state.session, printing), Print(order, job))


def _step_printing(visit: Visit, state: SignedIn, place: Printing, event: Event) -> Move:
    match event:
        case PrintProgressed(order, progress) if order == place.order:
            return move(visit, SignedIn(state.session, replace(place, progress=progress)))
        case PrintStopped() if not place.stopping:
            return move(visit, SignedIn(state.session, replace(place, stopping=True)), StopPrinting())
        case PrintEnded(order, result) if order == place.order:
            session = printed(visit, state.session, place.back.pressed.pages, place.sides, result)
            out = Printed(place.back, place.sides, result)
            return move(_out(visit, place.back, result), SignedIn(session, out))
        case TroubleCame(order, trouble) if order == place.order:
            return _not_printed(visit, state, place.back, trouble)
        case _:
            return stay(visit)


def _out(visit: Visit, printed: Printable, result: PrintResult) -> Visit:
    if isinstance(printed, ReceiptPages) and result.outcome is Outcome.PRINTED:
        return handed_out(visit, printed.back.owed.order)
    return visit


def _step_printed(visit: Visit, state: SignedIn, place: Printed, event: Event) -> Move:
    match event:
        case WentBack():
            return _go_on(visit, state, place.back)
        case PrintAsked():
            return _ask_again(visit, state, place.back, place.sides)
        case _:
            return stay(visit)


def _go_on(visit: Visit, state: SignedIn, back: Printable) -> Move:
    if isinstance(back, ReceiptPages):
        return go_on(visit, state, back.back.onward)
    return go(visit, state, back)


def _ask_again(visit: Visit, state: SignedIn, back: Printable, sides: Sides) -> Move:
    if isinstance(back, ReceiptPages):
        order = number(visit)
        return move(visit, SignedIn(state.session, AskingPrinter(order, back)), AskPrinter(order))
    return move(visit, SignedIn(state.session, AskingToPrint(back, sides)))
