"""Trouble, a pulled card, a long silence."""

from dataclasses import dataclass, field, replace

from kiosk.visit.events import PrintAsked
from kiosk.visit.limits import Pace
from kiosk.visit.states import Covered, Hindered, Refused, Visit, Warned
from kiosk.visit.trouble import Then, Trouble
from ui.screens.letter import DocumentRow, document_rows
from ui.screens.scene import Scene
from ui.tongue import Tongue, ltr


@dataclass(frozen=True, slots=True)
class TroubleScreen:
    """``again``, ``back``, ``code_way``, ``end``: which buttons make sense. ``staff`` is for whoever comes to help."""

    happened: str
    not_meant: str
    advice: str
    wait: str
    staff: str
    code: str
    documents: tuple[DocumentRow, ...] = field(repr=False)
    again: bool
    back: bool
    start_over: bool
    code_way: bool
    end: bool


@dataclass(frozen=True, slots=True)
class CoveredScreen:
    title: str
    reading: bool


@dataclass(frozen=True, slots=True)
class WarnedScreen:
    """``unhurried``: more time was given already."""

    unhurried: bool


_CARD_CODES = ("K", "R")


def hindered(place: Hindered, tongue: Tongue) -> Scene:
    again, back = place.said is not None, place.before is not None
    rows = document_rows(place.letter, None) if place.letter else ()
    model = _trouble(place.trouble, tongue, "", rows, again=again, back=back)
    return Scene(_unprinted(model, place.trouble, tongue) if isinstance(place.said, PrintAsked) else model)


def _unprinted(model: TroubleScreen, trouble: Trouble, tongue: Tongue) -> TroubleScreen:
    """A printer that halts before anything was sent to it does not go on by itself."""
    advice = tongue.say("Ask the staff to look at the printer, then try again.")
    if trouble is Trouble.PRINTER_FULL:
        advice = tongue.say("Take the pages out of the tray, then try again.")
    not_meant = tongue.say("Nothing has been printed yet. Your letter is still there.")
    return replace(
        model, not_meant=not_meant, advice=advice if trouble.row.then is Then.BACK else model.advice
    )


def refused(state: Refused, tongue: Tongue) -> Scene:
    wait = ""
    if state.minutes:
        wait = tongue.count(
            "You can try again in {n} minute.", "You can try again in {n} minutes.", state.minutes
        )
    by_card = state.trouble.row.code.startswith(_CARD_CODES)
    passing = state.trouble.row.then is Then.AGAIN
    again = passing or state.card_in
    return Scene(
        _trouble(state.trouble, tongue, wait, (), again=again, start_over=not passing, code_way=by_card)
    )


def _trouble(
    trouble: Trouble,
    tongue: Tongue,
    wait: str,
    documents: tuple[DocumentRow, ...],
    *,
    again: bool = False,
    back: bool = False,
    start_over: bool = False,
    code_way: bool = False,
) -> TroubleScreen:
    row = trouble.row
    return TroubleScreen(
        happened=tongue.say(row.happened),
        not_meant=tongue.say(row.not_meant),
        advice=tongue.say(row.do_now),
        wait=wait,
        staff=" ".join(tongue.say(line) for line in row.staff),
        code=ltr(row.code),
        documents=documents,
        again=again,
        back=back,
        start_over=start_over,
        code_way=code_way,
        end=not (again or back or start_over),
    )


def covered(visit: Visit, state: Covered, tongue: Tongue) -> Scene:
    reading = state.reading is not None
    title = tongue.say("We are looking at your card") if reading else tongue.say("Put your card back in")
    return Scene(CoveredScreen(title, reading), countdown=visit.limits.cover, occasion=state.timer)


def warned(visit: Visit, state: Warned) -> Scene:
    model = WarnedScreen(visit.pace is Pace.UNHURRIED)
    return Scene(model, countdown=visit.limits.warning, occasion=state.timer)
