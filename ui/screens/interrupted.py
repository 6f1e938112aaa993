"""Trouble, a pulled card, a long silence."""

from dataclasses import dataclass, field, replace

from kiosk.visit.events import PostAsked, PrintAsked
from kiosk.visit.limits import Pace
from kiosk.visit.states import (
    AtServices,
    ChoosingPrincipal,
    Covered,
    ForAnother,
    Hindered,
    Refused,
    Setback,
    Visit,
    Warned,
)
from kiosk.visit.trouble import Trouble
from kiosk.visit.troubles.row import Mender, Row, Then
from kiosk.visit.words import words
from ui.screens.letter import DocumentRow, document_rows
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated, ltr


@dataclass(frozen=True, slots=True)
class TroubleScreen:
    """``again``, ``back``, ``code_way``, ``end``: which buttons make sense. ``staff`` is for whoever comes to help.

    ``mandates``: to ask somebody to be allowed to act; ``form``: to do so on paper. ``look``: to see how it stands.
    ``services`` and ``affairs``: what is left without a mailbox, the services and the citizen's own mandates.
    ``more``: to ask the principal for more; ``first``: what has to end before that, or before a form.
    """

    happened: str = field(repr=False)
    not_meant: str
    advice: str = field(repr=False)
    wait: str
    staff: str
    code: str
    documents: tuple[DocumentRow, ...] = field(repr=False)
    again: bool
    back: bool
    start_over: bool
    code_way: bool
    end: bool
    mandates: bool = False
    form: bool = False
    look: bool = False
    services: bool = False
    affairs: bool = False
    more: bool = False
    first: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CoveredScreen:
    """``hidden``: whose letters; nobody is named."""

    title: str
    hidden: str
    advice: str
    reading: bool


@dataclass(frozen=True, slots=True)
class WarnedScreen:
    """``unhurried``: more time was given already."""

    unhurried: bool


_CARD_CODES = ("K", "R")
_PUT_IN = words("Put your card back in")
_GO_ON = words("With your card you go on where you were. Otherwise the visit ends by itself.")
_READER_FIRST = words(
    "You go on when the card reader works again and your card is in. Otherwise the visit ends by itself."
)


def hindered(place: Hindered, acting: ForAnother | None, tongue: Tongue) -> Scene:
    again, back = place.said is not None, place.before is not None
    rows = document_rows(place.letter, None) if place.letter else ()
    row = place.trouble.row.under(acting.mandate.basis) if acting else place.trouble.row
    model = _for_another(_trouble(row, tongue, "", rows, again=again, back=back), place, acting, tongue)
    if isinstance(place.said, PrintAsked):
        return Scene(_unprinted(model, place, tongue))
    choosing = isinstance(place.before, ChoosingPrincipal)
    missing = place.trouble is Trouble.MANDATE_MISSING
    model = _elsewhere(model, place, own=acting is None)
    if acting and place.trouble is Trouble.MANDATE_NOT_COVERING:
        return Scene(_with_ways_to_more(model, acting, tongue))
    return Scene(replace(model, mandates=missing, form=choosing))


def _with_ways_to_more(model: TroubleScreen, acting: ForAnother, tongue: Tongue) -> TroubleScreen:
    """Whoever could give it is asked by the citizen themselves, who acts for nobody then."""
    more, form = acting.can_ask_for_more, acting.can_show_more_on_paper
    return replace(model, more=more, form=form, first=acting_ends_first(tongue) if form else "")


def acting_ends_first(tongue: Tongue) -> str:
    return tongue.say("You ask as yourself. You stop acting for this person first.")


def _for_another(
    model: TroubleScreen, place: Hindered, acting: ForAnother | None, tongue: Tongue
) -> TroubleScreen:
    """Whose mailbox it is, and who may speak for them."""
    other = place.trouble.row.of_another
    if acting is None or other is None:
        return model
    principal = isolated(acting.mandate.grantor.name)
    happened = tongue.say(other.happened, principal=principal) or model.happened
    return replace(model, happened=happened, advice=tongue.say(other.do_now, principal=principal))


def _elsewhere(model: TroubleScreen, place: Hindered, *, own: bool) -> TroubleScreen:
    """Where no mailbox opens, and where nobody knows what came of an order."""
    if place.trouble is Trouble.OUTCOME_UNKNOWN:
        return replace(model, look=model.again, again=False)
    no_mailbox = place.trouble.row.code.startswith("P") or isinstance(place.said, PostAsked)
    if not (no_mailbox and isinstance(place.before, AtServices)):
        return model
    return replace(model, back=False, services=True, affairs=own)


def _unprinted(model: TroubleScreen, place: Hindered, tongue: Tongue) -> TroubleScreen:
    """A printer that halts before anything was sent to it does not go on by itself."""
    trouble = place.trouble
    advice = tongue.say("Ask the staff to look at the printer, then try again.")
    if trouble is Trouble.PRINTER_FULL:
        advice = tongue.say("Take the pages out of the tray, then try again.")
    not_meant = tongue.say("Nothing has been printed yet, and nothing is lost.")
    return replace(
        model, not_meant=not_meant, advice=advice if trouble.row.then is Then.BACK else model.advice
    )


def refused(state: Refused, tongue: Tongue) -> Scene:
    wait = ""
    if state.minutes:
        wait = tongue.count(
            "You can try again in {n} minute.", "You can try again in {n} minutes.", state.minutes
        )
    row = state.trouble.row
    passing = row.then is Then.AGAIN
    return Scene(
        _trouble(
            row,
            tongue,
            wait,
            (),
            again=passing or (state.card_in and row.mender is not Mender.STAFF),
            start_over=not passing,
            code_way=row.code.startswith(_CARD_CODES) or _is_perhaps_for_work(state),
        )
    )


def _is_perhaps_for_work(state: Refused) -> bool:
    """A card that is nobody's as a citizen; at home the same person has another login."""
    return state.card_in and state.trouble is Trouble.NO_CPR


def _trouble(
    row: Row,
    tongue: Tongue,
    wait: str,
    documents: tuple[DocumentRow, ...],
    *,
    again: bool = False,
    back: bool = False,
    start_over: bool = False,
    code_way: bool = False,
) -> TroubleScreen:
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
    title, advice = _way_back(visit, state)
    hidden = tongue.say("Your letters are covered, so nobody can see them.")
    if state.kept.session.acting:
        hidden = tongue.say("The letters of the person you act for are covered, so nobody can see them.")
    model = CoveredScreen(tongue.say(title), hidden, tongue.say(advice), state.reading is not None)
    return Scene(model, countdown=visit.limits.cover, occasion=state.timer)


def _way_back(visit: Visit, state: Covered) -> tuple[str, str]:
    """Title and advice: a card that is in, or a reader that is gone, is not to be asked for."""
    match visit.reader, state.setback:
        case Trouble() as lost, _:
            return lost.row.happened, _READER_FIRST
        case None, Setback(trouble) if visit.card_in:
            return trouble.row.happened, trouble.row.do_now
        case None, Setback(trouble):
            return _PUT_IN, trouble.row.do_now
        case _:
            return words("We are looking at your card") if state.reading else _PUT_IN, _GO_ON


def warned(visit: Visit, state: Warned) -> Scene:
    model = WarnedScreen(visit.pace is Pace.UNHURRIED)
    return Scene(model, countdown=visit.limits.warning, occasion=state.timer)
