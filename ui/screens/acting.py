"""For whom: the choice of a principal, why one cannot be chosen, and how acting ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kiosk.visit.acting import ActingEnded, ChoosingPrincipal, NotThisMandate
from kiosk.visit.mandates import Basis, Kind, Mandate, Standing
from kiosk.visit.people import Citizen
from kiosk.visit.receipts import Owed
from kiosk.visit.scope_words import BASES
from kiosk.visit.trouble import Trouble
from kiosk.visit.words import words
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated, ltr

STANDINGS: Final = {
    Standing.IN_FORCE: words("In force"),
    Standing.AWAITED: words("Not accepted yet"),
    Standing.DECLINED: words("Declined"),
    Standing.WITHDRAWN: words("Withdrawn"),
    Standing.EXPIRED: words("Expired"),
    Standing.GRANTOR_DEAD: words("The person has died"),
}

_OF_NO_USE: Final = words("Nothing can be done at this machine")


@dataclass(frozen=True, slots=True)
class PrincipalRow:
    """``why_not``: nothing, if the citizen can act for them today."""

    id: str = field(repr=False)
    name: str = field(repr=False)
    number: str = field(repr=False)
    what: str
    why_not: str
    company: bool
    spoken: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChoosingPrincipalScreen:
    """``asked``: that somebody waits for the citizen's answer; empty if nobody does."""

    me: str = field(repr=False)
    asked: str
    principals: tuple[PrincipalRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotThisMandateScreen:
    """``renewable``: the next step is to ask for another one. ``form``: or to do so on paper."""

    happened: str
    name: str = field(repr=False)
    what: str
    not_meant: str
    advice: str
    staff: str
    code: str
    drawing: str
    renewable: bool
    form: bool


@dataclass(frozen=True, slots=True)
class ActingEndedScreen:
    """``done``: what the receipt to the principal counts. ``sheets``: of the print that was stopped.

    ``renewable``: another one may be asked for.
    """

    happened: str
    not_meant: str
    advice: str
    sheets: str
    done: str
    staff: str
    code: str
    renewable: bool


def choosing_principal(place: ChoosingPrincipal, citizen: Citizen, tongue: Tongue) -> Scene:
    what = describing(tongue)
    received = sorted(place.mandates.received, key=lambda each: _why_not(each) != "")
    rows = tuple(_row(mandate, what(mandate), tongue) for mandate in received)
    return Scene(ChoosingPrincipalScreen(isolated(citizen.name), _asked(place, tongue), rows))


def _asked(place: ChoosingPrincipal, tongue: Tongue) -> str:
    if not place.mandates.asked:
        return ""
    return tongue.count(
        "{n} person waits for you to say yes or no.",
        "{n} people wait for you to say yes or no.",
        len({each.holder for each in place.mandates.asked}),
    )


def not_this_mandate(place: NotThisMandate, tongue: Tongue) -> Scene:
    mandate = place.mandate
    row = place.trouble.row.under(mandate.basis)
    return Scene(
        NotThisMandateScreen(
            happened=tongue.say(row.happened),
            name=isolated(mandate.grantor.name),
            what=described(mandate, tongue),
            not_meant=tongue.say(row.not_meant),
            advice=tongue.say(row.do_now),
            staff=" ".join(tongue.say(line) for line in row.staff),
            code=ltr(row.code),
            drawing="one-person" if place.trouble is Trouble.GRANTOR_DEAD else "trouble",
            renewable=place.renewable,
            form=place.on_paper,
        )
    )


def acting_ended(place: ActingEnded, owed: Owed | None, tongue: Tongue) -> Scene:
    row, deeds = place.trouble.row.under(place.basis), owed.deeds if owed else ()
    sheets = tongue.count(
        "The printer was stopped. {n} sheet came out.",
        "The printer was stopped. {n} sheets came out.",
        place.sheets_out or 0,
    )
    done = tongue.count(
        "The receipt that the person gets says {n} thing that you did.",
        "The receipt that the person gets says {n} things that you did.",
        len(deeds),
    )
    return Scene(
        ActingEndedScreen(
            happened=tongue.say(row.happened),
            not_meant=tongue.say(row.not_meant),
            advice=tongue.say(row.do_now),
            sheets="" if place.sheets_out is None else sheets,
            done=done if deeds else "",
            staff=" ".join(tongue.say(line) for line in row.staff),
            code=ltr(row.code),
            renewable=place.renewable,
        )
    )


def described(mandate: Mandate, tongue: Tongue) -> str:
    """On what basis, and until when."""
    basis = tongue.say(BASES[mandate.basis])
    if mandate.until is None:
        return basis
    return tongue.say("{basis}, until {day}", basis=basis, day=tongue.date_said(mandate.until))


def describing(tongue: Tongue) -> Callable[[Mandate], str]:
    """As :func:`described`, for a list: few days come up often, and to write one takes its time."""
    known: dict[tuple[Basis, date | None], str] = {}

    def describe(mandate: Mandate) -> str:
        key = (mandate.basis, mandate.until)
        if key not in known:
            known[key] = described(mandate, tongue)
        return known[key]

    return describe


def _why_not(mandate: Mandate) -> str:
    if mandate.standing is not Standing.IN_FORCE:
        return STANDINGS[mandate.standing]
    return "" if mandate.is_of_use_here else _OF_NO_USE


def _row(mandate: Mandate, what: str, tongue: Tongue) -> PrincipalRow:
    grantor = mandate.grantor
    why_not = tongue.say(_why_not(mandate))
    name, number = isolated(grantor.name), ltr(grantor.number)
    spoken = ", ".join(filter(None, (name, number, what, why_not)))
    return PrincipalRow(mandate.id, name, number, what, why_not, grantor.kind is Kind.COMPANY, spoken)
