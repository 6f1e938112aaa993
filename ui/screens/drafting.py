"""A mandate that is being written: one question on each screen, and everything once more before it is sent."""

from dataclasses import dataclass, field
from typing import assert_never

from kiosk.visit.delegating import (
    AskingOther,
    AskingOtherName,
    AskingScope,
    AskingUntil,
    AskingWhich,
    Drafting,
    Giving,
    Purpose,
    ReadingBack,
)
from kiosk.visit.mandates import (
    Area,
    PostRight,
    Privilege,
    ReadPost,
    Right,
    Term,
    WritePost,
    covers,
)
from kiosk.visit.people import LONGEST_NAME, Citizen, WrongName, WrongNumber
from kiosk.visit.scope_words import AREAS, RIGHTS
from ui.screens.mandate import FactRow, last_day, own_side, typed_side, what_about, who_for_whom
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated, ltr


@dataclass(frozen=True, slots=True)
class AskingWhichScreen:
    title: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    said: str


@dataclass(frozen=True, slots=True)
class TickRow:
    """``name`` stands in ``ticked`` of the screen while it is ticked. ``row`` and ``column`` count from 0."""

    name: str
    area: str
    right_name: str
    said: str
    spoken: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class AskingScopeScreen:
    """``ticked``: the names of the ticks that are set, one space before and behind each.

    So the rows stay the same while one ticks, and the focus stays where it is.
    """

    title: str
    areas: tuple[AreaRow, ...]
    ticks: tuple[TickRow, ...]
    ticked: str


@dataclass(frozen=True, slots=True)
class AllowedRow:
    said: str
    covered: bool


@dataclass(frozen=True, slots=True)
class AskingPostRightScreen:
    """``write``: what is chosen now. ``serving``: what both rights bring along."""

    title: str
    write: bool
    reading: tuple[AllowedRow, ...]
    writing: tuple[AllowedRow, ...]
    serving: str


@dataclass(frozen=True, slots=True)
class AskingOtherScreen:
    """``setback`` and ``advice`` are empty the first time."""

    title: str
    setback: str
    advice: str


@dataclass(frozen=True, slots=True)
class AskingOtherNameScreen:
    """``most``: so many signs can be typed. ``setback`` and ``advice`` are empty the first time."""

    title: str = field(repr=False)
    setback: str
    advice: str
    most: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """``until``: the last day as ISO 8601, for the answer."""

    said: str
    day: str
    until: str


@dataclass(frozen=True, slots=True)
class AskingUntilScreen:
    title: str
    terms: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class ReadingBackScreen:
    """``then``: what happens after the yes. ``caution``: what to know before; empty if nothing."""

    facts: tuple[FactRow, ...] = field(repr=False)
    then: str = field(repr=False)
    caution: str
    yes: str


def drafting(place: Drafting, citizen: Citizen, tongue: Tongue) -> Scene:
    match place:
        case AskingWhich():
            return Scene(AskingWhichScreen(_what(place.purpose, tongue)))
        case AskingScope(ticked=frozenset()):
            return _asking_scope(place, tongue)
        case AskingScope():
            return _asking_post_right(place, tongue)
        case AskingOther():
            return _asking_other(place, tongue)
        case AskingOtherName():
            return _asking_other_name(place, tongue)
        case AskingUntil():
            return _asking_until(place, tongue)
        case ReadingBack():
            return _reading_back(place, citizen, tongue)
        case _:
            assert_never(place)


def _what(purpose: Purpose, tongue: Tongue) -> str:
    if isinstance(purpose, Giving):
        return tongue.say("What do you want to let somebody do for you?")
    return tongue.say("What do you want to do for somebody?")


def _asking_scope(place: AskingScope, tongue: Tongue) -> Scene:
    title = tongue.say("What do you want to ask for?")
    if isinstance(place.back.purpose, Giving):
        title = tongue.say("What may the other person do?")
    ticks = tuple(
        _tick(Privilege(area, right), row, column, tongue)
        for row, area in enumerate(Area)
        for column, right in enumerate(Right)
    )
    areas = tuple(AreaRow(tongue.say(AREAS[area])) for area in Area)
    return Scene(AskingScopeScreen(title, areas, ticks, _ticked(place)))


def _tick(privilege: Privilege, row: int, column: int, tongue: Tongue) -> TickRow:
    said = tongue.say(RIGHTS[privilege.right])
    said = said[:1].upper() + said[1:]
    return TickRow(
        name=privilege.urn,
        area=privilege.area.value,
        right_name=privilege.right.value,
        said=said,
        spoken=f"{tongue.say(AREAS[privilege.area])}: {said}",
        row=row,
        column=column,
    )


def _ticked(place: AskingScope) -> str:
    if isinstance(place.ticked, PostRight):
        return ""
    return "".join(f" {urn} " for urn in sorted(privilege.urn for privilege in place.ticked))


def _asking_post_right(place: AskingScope, tongue: Tongue) -> Scene:
    title = tongue.say("What do you want to do with the person's letters?")
    serving = tongue.say("If the reader opens a legal notice, it counts as if the owner had read it.")
    if isinstance(place.back.purpose, Giving):
        title = tongue.say("What may the other person do with your letters?")
        serving = tongue.say("If the other person opens a legal notice, it counts as if you had read it.")
    return Scene(
        AskingPostRightScreen(
            title=title,
            write=place.ticked is PostRight.READ_AND_WRITE,
            reading=_allowed(PostRight.READ, tongue),
            writing=_allowed(PostRight.READ_AND_WRITE, tongue),
            serving=serving,
        )
    )


def _allowed(right: PostRight, tongue: Tongue) -> tuple[AllowedRow, ...]:
    acts = (
        (ReadPost.READ, tongue.say("Read and print all letters, also the old ones")),
        (WritePost.ANSWER, tongue.say("Answer letters")),
    )
    return tuple(AllowedRow(said, covers(right, act)) for act, said in acts)


def _asking_other(place: AskingOther, tongue: Tongue) -> Scene:
    title = tongue.say("Type the CPR number of the person you want to act for")
    if isinstance(place.back.back.purpose, Giving):
        title = tongue.say("Type the CPR number of the person who may act for you")
    return Scene(AskingOtherScreen(title, *_wrong(place.wrong, tongue)))


def _wrong(wrong: WrongNumber | None, tongue: Tongue) -> tuple[str, str]:
    match wrong:
        case None:
            return "", ""
        case WrongNumber.NOT_TEN_DIGITS:
            said = tongue.say("A CPR number has ten digits.")
            return said, tongue.say("Look at the number once more, and type all ten.")
        case WrongNumber.NO_SUCH_DAY:
            said = tongue.say("A CPR number begins with the day of birth. This one does not.")
            return said, tongue.say("Look at the first six digits once more: day, month and year.")
        case WrongNumber.ONES_OWN:
            return tongue.say("This is your own number."), tongue.say("Type the other person's number.")


def _asking_other_name(place: AskingOtherName, tongue: Tongue) -> Scene:
    number = ltr(place.cpr.shown)
    title = tongue.say("Type the full name of the person with the number {number}", number=number)
    return Scene(AskingOtherNameScreen(title, *_misnamed(place.wrong, tongue), LONGEST_NAME))


def _misnamed(wrong: WrongName | None, tongue: Tongue) -> tuple[str, str]:
    match wrong:
        case None:
            return "", ""
        case WrongName.NO_LETTERS:
            return tongue.say("A name has letters."), tongue.say("Type the first name and the last name.")
        case WrongName.TOO_LONG:
            advice = tongue.say("Type at most {n} characters.", n=tongue.number(LONGEST_NAME))
            return tongue.say("That is too long for a name."), advice


def _asking_until(place: AskingUntil, tongue: Tongue) -> Scene:
    rows = tuple(
        TermRow(
            _term(term, tongue), tongue.say("Until {day}", day=tongue.date_said(until)), until.isoformat()
        )
        for term, until in zip(Term, place.offered, strict=True)
    )
    return Scene(AskingUntilScreen(tongue.say("For how long?"), rows))


def _term(term: Term, tongue: Tongue) -> str:
    years, months = divmod(term.value, 12)
    if months:
        return tongue.count("{n} month", "{n} months", term.value)
    return tongue.count("{n} year", "{n} years", years)


def _reading_back(place: ReadingBack, citizen: Citizen, tongue: Tongue) -> Scene:
    draft, giving = place.draft, isinstance(place.purpose, Giving)
    me, other, name = own_side(citizen.name, tongue), typed_side(draft.name, draft.cpr), isolated(draft.name)
    facts = (
        *who_for_whom(*((other, me) if giving else (me, other)), tongue),
        *what_about(draft.scope, tongue),
        *last_day(draft.until, tongue),
    )
    if giving:
        then = tongue.say("You sign by logging in once more. Then {name} is asked to say yes.", name=name)
        return Scene(ReadingBackScreen(facts, then, _caution(place, tongue), tongue.say("Yes, sign")))
    then = tongue.say("{name} is asked. You can act when the answer is yes.", name=name)
    return Scene(ReadingBackScreen(facts, then, "", tongue.say("Yes, send it")))


def _caution(place: ReadingBack, tongue: Tongue) -> str:
    if not isinstance(place.draft.scope, PostRight):
        return ""
    return tongue.say("If the other person opens a legal notice, it counts as if you had read it.")
