"""From the letter to paper: how many sheets, how far, and how it ended."""

from dataclasses import dataclass, field
from typing import assert_never

from kiosk.visit.paper import Outcome, PrintJob, Sides
from kiosk.visit.states import AskingToPrint, Pages, Printed, Printing, Reading
from ui.screens.scene import Scene
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class AskingToPrintScreen:
    """``may_choose``: more than one page, so two sides make sense."""

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
    """``drawing`` names the picture; ``again``: printing once more makes sense."""

    title: str
    said: str
    advice: str
    drawing: str
    again: bool


def asking_to_print(place: AskingToPrint, tongue: Tongue) -> Scene:
    pages = place.back.pressed.pages
    sheets = PrintJob(b"", pages, place.sides).sheets
    model = AskingToPrintScreen(
        label=_label(place.back, tongue),
        pages=tongue.count("The letter has {n} page.", "The letter has {n} pages.", pages),
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
    return tongue.say("Your letter is being printed")


def printed(place: Printed, tongue: Tongue) -> Scene:
    """Says what the printer said, and no more."""
    done, pages = place.result.pages_done, place.back.pressed.pages
    out = tongue.count("{n} page came out.", "{n} pages came out.", done)
    take = tongue.say("Take your pages from the printer now.")
    match place.result.outcome:
        case Outcome.PRINTED:
            model = PrintedScreen(tongue.say("Your letter is printed"), out, take, "pages", again=False)
        case Outcome.STOPPED:
            none = tongue.say("So far no page has come out.")
            wait = tongue.say("A sheet may still come out. Wait a moment, and take what comes.")
            said, advice = (out, take) if done else (none, wait)
            model = PrintedScreen(tongue.say("The printing was stopped"), said, advice, "printer", again=True)
        case Outcome.FAILED:
            some = tongue.count(
                "Only {done} of {n} page came out.",
                "Only {done} of {n} pages came out.",
                pages,
                done=tongue.number(done),
            )
            ask = tongue.say("Take the pages that are there. Print again, or ask the staff.")
            model = PrintedScreen(
                tongue.say("The letter was not printed to the end"), some, ask, "printer", again=True
            )
        case Outcome.UNKNOWN:
            model = PrintedScreen(
                tongue.say("We do not know if everything was printed"),
                tongue.say("The printer stopped answering while it was printing."),
                tongue.say("Look at the printer and count your pages. Ask the staff if pages are missing."),
                "printer",
                again=True,
            )
        case _:
            assert_never(place.result.outcome)
    return Scene(model)
