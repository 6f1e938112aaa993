"""From the letter to paper: how many sheets, how far, and how it ended."""

from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from kiosk.visit.mandates import Form
from kiosk.visit.paper import Outcome, PrintJob, Sides
from kiosk.visit.states import (
    AskingToPrint,
    Pages,
    Printable,
    Printed,
    Printing,
    Reading,
    ReceiptPages,
    ShowingForm,
)
from kiosk.visit.words import words
from ui.screens.scene import Scene
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class AskingToPrintScreen:
    """``may_choose``: more than one page, so two sides make sense."""

    title: str
    label: str = field(repr=False)
    pages: str
    sheets: str
    two_sided: bool
    may_choose: bool


@dataclass(frozen=True, slots=True)
class PrintingScreen:
    """``share`` of the pages that are out, 0 to 1. ``held``: what holds the printer up, in the citizen's words."""

    title: str
    pages: str
    share: float
    held: str
    advice: str
    staff: str
    code: str
    may_stop: bool


@dataclass(frozen=True, slots=True)
class PrintedScreen:
    """``drawing`` names the picture; ``again``: printing once more makes sense. ``back``: to what was printed.

    ``onward``: where there is nothing to go back to.
    """

    title: str
    said: str
    advice: str
    drawing: str
    again: bool
    back: str
    onward: str = ""


_BEING_PRINTED: Final = (
    words("The letter is being printed"),
    words("Your form is being printed"),
    words("The receipt is being printed"),
)
_PRINTED: Final = (
    words("The letter is printed"),
    words("Your form is printed"),
    words("The receipt is printed"),
)
_NOT_TO_THE_END: Final = (
    words("The letter was not printed to the end"),
    words("The form was not printed to the end"),
    words("The receipt was not printed to the end"),
)
_BACK: Final = (words("Back to the letter"), words("Back to the form"), words("Go on without"))
"""Of a letter, of a form, of a receipt."""


def _of(pages: Printable, letter: str, form: str, receipt: str) -> str:
    match pages:
        case Reading():
            return letter
        case ShowingForm():
            return form
        case ReceiptPages():
            return receipt


def asking_to_print(place: AskingToPrint, tongue: Tongue) -> Scene:
    pages = place.back.pressed.pages
    sheets = PrintJob(b"", pages, place.sides).sheets
    title = tongue.say("Do you want to print the letter?")
    said = tongue.count("The letter has {n} page.", "The letter has {n} pages.", pages)
    if isinstance(place.back, ShowingForm):
        title = tongue.say("Do you want to print the form?")
        said = tongue.count("The form has {n} page.", "The form has {n} pages.", pages)
    model = AskingToPrintScreen(
        title=title,
        label=_label(place.back, tongue),
        pages=said,
        sheets=tongue.count("{n} sheet of paper", "{n} sheets of paper", sheets),
        two_sided=place.sides is Sides.TWO,
        may_choose=pages > 1,
    )
    return Scene(model)


def _label(pages: Pages, tongue: Tongue) -> str:
    return pages.letter.head.label if isinstance(pages, Reading) else tongue.say("Form to be signed by hand")


def printing(place: Printing, tongue: Tongue) -> Scene:
    done, pages = place.progress.pages_done, place.back.pressed.pages
    held = place.progress.held_by
    model = PrintingScreen(
        title=_printing_title(place, tongue),
        pages=_pages_out(done, pages, tongue),
        share=min(1.0, done / pages),
        held=f"{tongue.say(held.row.happened)} {tongue.say(held.row.not_meant)}" if held else "",
        advice=tongue.say(held.row.do_now) if held else "",
        staff=" ".join(tongue.say(line) for line in held.row.staff) if held else "",
        code=held.row.code if held else "",
        may_stop=not place.stopping,
    )
    return Scene(model)


def _pages_out(done: int, pages: int, tongue: Tongue) -> str:
    """Two numbers, each of which bends words of its own: 1 of 3 pages is out."""
    of_pages = tongue.count("of {n} page", "of {n} pages", pages)
    return tongue.count("{n} {of_pages} is out", "{n} {of_pages} are out", done, of_pages=of_pages)


def _printing_title(place: Printing, tongue: Tongue) -> str:
    if place.stopping:
        return tongue.say("The printing is being stopped")
    if place.progress.held_by:
        return tongue.say("The printer is waiting")
    return tongue.say(_of(place.back, *_BEING_PRINTED))


def printed(place: Printed, tongue: Tongue) -> Scene:
    """Says what the printer said, and no more."""
    title, said, advice = _ended(place, tongue)
    complete = place.result.outcome is Outcome.PRINTED
    back = tongue.say(_of(place.back, *_BACK))
    drawing = "pages" if complete else "printer"
    model = PrintedScreen(title, said, advice, drawing, again=not complete, back=back)
    if isinstance(place.back, ReceiptPages) and complete:
        return Scene(replace(model, back="", onward=tongue.say("Go on")))
    return Scene(model)


def _ended(place: Printed, tongue: Tongue) -> tuple[str, str, str]:
    """What happened, what came out, and what to do now."""
    done = place.result.pages_done
    out = tongue.count("{n} page came out.", "{n} pages came out.", done)
    match place.result.outcome:
        case Outcome.PRINTED:
            return tongue.say(_of(place.back, *_PRINTED)), out, _next(place.back, tongue)
        case Outcome.STOPPED:
            title = tongue.say("The printing was stopped")
            if done:
                return title, out, _take(tongue)
            wait = tongue.say("A sheet may still come out. Wait a moment, and take what comes.")
            return title, tongue.say("So far no page has come out."), wait
        case Outcome.FAILED:
            return _failed(place, tongue)
        case Outcome.UNKNOWN:
            return (
                tongue.say("We do not know if everything was printed"),
                tongue.say("The printer stopped answering while it was printing."),
                tongue.say("Look at the printer and count your pages. Ask the staff if pages are missing."),
            )
        case _:
            assert_never(place.result.outcome)


def _take(tongue: Tongue) -> str:
    return tongue.say("Take your pages from the printer now.")


def _next(pages: Printable, tongue: Tongue) -> str:
    match pages:
        case Reading():
            return _take(tongue)
        case ReceiptPages():
            return tongue.say("Take it along, and pass it on.")
        case ShowingForm(form=Form.AUTHORISATION_TO_SIGN):
            return tongue.say(
                "Take all pages home. The other person signs, and you hand them in at the desk."
            )
        case ShowingForm():
            return tongue.say("Take all pages, sign by hand, and hand them in at the desk.")


def _failed(place: Printed, tongue: Tongue) -> tuple[str, str, str]:
    title = tongue.say(_of(place.back, *_NOT_TO_THE_END))
    some = tongue.count(
        "Only {done} of {n} page came out.",
        "Only {done} of {n} pages came out.",
        place.back.pressed.pages,
        done=tongue.number(place.result.pages_done),
    )
    return title, some, tongue.say("Take the pages that are there. Print again, or ask the staff.")
