"""Trouble, a pulled card, a long silence."""

from dataclasses import dataclass, field

from kiosk.visit.states import Covered, Hindered, Refused, Visit, Warned
from kiosk.visit.trouble import Trouble
from ui.screens.letter import DocumentRow, document_rows
from ui.screens.scene import Scene
from ui.tongue import Tongue, ltr


@dataclass(frozen=True, slots=True)
class TroubleScreen:
    """``again``, ``back``, ``code_way``: which buttons make sense. ``staff`` is for whoever comes to help."""

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


@dataclass(frozen=True, slots=True)
class CoveredScreen:
    title: str
    reading: bool


@dataclass(frozen=True, slots=True)
class WarnedScreen:
    pass


_CARD_CODES = ("K", "R")


def hindered(place: Hindered, tongue: Tongue) -> Scene:
    again, back = place.said is not None, place.before is not None
    rows = document_rows(place.letter, None) if place.letter else ()
    return Scene(_trouble(place.trouble, tongue, "", rows, again=again, back=back))


def refused(state: Refused, tongue: Tongue) -> Scene:
    wait = ""
    if state.minutes:
        wait = tongue.count(
            "You can try again in {n} minute.", "You can try again in {n} minutes.", state.minutes
        )
    by_card = state.trouble.row.code.startswith(_CARD_CODES)
    return Scene(_trouble(state.trouble, tongue, wait, (), start_over=True, code_way=by_card))


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
    )


def covered(visit: Visit, state: Covered, tongue: Tongue) -> Scene:
    reading = state.reading is not None
    title = tongue.say("We are looking at your card") if reading else tongue.say("Put your card back in")
    return Scene(CoveredScreen(title, reading), countdown=visit.limits.cover, occasion=state.timer)


def warned(visit: Visit, _state: Warned) -> Scene:
    return Scene(WarnedScreen(), countdown=visit.limits.warning)
