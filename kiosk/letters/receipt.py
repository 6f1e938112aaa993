"""The receipt for the one who was acted for: what was done, when, and how often; never what it was about."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, assert_never

from kiosk.letters.blocks import Block, Cell, Heads, Paragraph, Part, Table
from kiosk.letters.speech import Tongue, bold, called, day, feet, heading, plain, row, unturned, versions
from kiosk.visit.danish import danish_day
from kiosk.visit.mandates import Deed, DeedKind, Mandate
from kiosk.visit.scope_words import AREAS, BASES
from kiosk.visit.words import words

TITLE: Final = words("What was done for you")


def receipt(mandate: Mandate, deeds: tuple[Deed, ...], tongue: Tongue, danish: Tongue) -> tuple[Part, ...]:
    """In the language of the one it is for, and in Danish."""
    return tuple(
        Part(each.code, _blocks(mandate, deeds, each), feet(each, danish))
        for each in versions(tongue, danish)
    )


def _blocks(mandate: Mandate, deeds: tuple[Deed, ...], tongue: Tongue) -> tuple[Block, ...]:
    say = tongue.say
    said = say(
        "{holder} acted for {grantor} on {day}, at a machine in citizen service.",
        holder=called(mandate.holder.name),
        grantor=called(mandate.grantor.name),
        day=day(tongue, _day_of(deeds[0])),
    )
    return (
        heading(say(TITLE), 1),
        plain(said),
        _table(deeds, tongue),
        plain(
            say(
                "This receipt says what was done. It does not say what the letters and the matters were about."
            )
        ),
        heading(say("What allowed it?")),
        Table(_facts(mandate, tongue)),
        heading(say("Did you not know about this?")),
        *_ways_out(mandate, say),
    )


def _ways_out(mandate: Mandate, say: Callable[[str], str]) -> Iterator[Paragraph]:
    yield plain(say("Ask the staff of citizen service. They tell you what you can do."))
    if mandate.can_be_withdrawn:
        yield plain(say("You can take it back at any time: at the machine or at the desk."))


def _table(deeds: tuple[Deed, ...], tongue: Tongue) -> Table:
    head = tuple(
        Cell((bold(text),), heads=Heads.COLUMN) for text in (tongue.say("Time"), tongue.say("What was done"))
    )
    first = _day_of(deeds[0])
    return Table((head, *(_row(deed, first, tongue) for deed in deeds)))


def _row(deed: Deed, first: date, tongue: Tongue) -> tuple[Cell, Cell]:
    """The day only where it is another than the one that the receipt begins with."""
    when = tongue.time_of(deed.at)
    if _day_of(deed) != first:
        when = f"{day(tongue, _day_of(deed))} {when}"
    return Cell((plain(when),)), Cell((plain(_said(deed, tongue)),))


def _said(deed: Deed, tongue: Tongue) -> str:
    say, count = tongue.say, tongue.count
    match deed.kind:
        case DeedKind.MAILBOX_OPENED:
            return say("The mailbox was opened, and its lists of letters looked at")
        case DeedKind.LETTERS_SEARCHED:
            return say("Letters were searched for by words")
        case DeedKind.LETTER_READ:
            return count("{n} letter was read", "{n} letters were read", deed.count)
        case DeedKind.LETTER_SERVED:
            return count(
                "{n} legal notice was opened, and so served",
                "{n} legal notices were opened, and so served",
                deed.count,
            )
        case DeedKind.LETTER_SERVED_PERHAPS:
            return say("Perhaps a legal notice was opened, and so served. The answer did not come")
        case DeedKind.SHEETS_PRINTED:
            return count("{n} sheet was printed", "{n} sheets were printed", deed.count)
        case DeedKind.SHEETS_PERHAPS:
            return count(
                "Perhaps {n} more sheet was printed", "Perhaps {n} more sheets were printed", deed.count
            )
        case DeedKind.MATTER_SEEN:
            return say("Looked at: {area}", area=_area(deed, say))
        case DeedKind.MATTER_HANDLED:
            return say("Handled: {area}", area=_area(deed, say))
        case DeedKind.MATTER_HANDLED_PERHAPS:
            return say("Perhaps handled: {area}. The answer did not come", area=_area(deed, say))
        case _:
            assert_never(deed.kind)


def _area(deed: Deed, say: Callable[[str], str]) -> str:
    return say(AREAS[deed.area]) if deed.area else ""


def _facts(mandate: Mandate, tongue: Tongue) -> tuple[tuple[Cell, ...], ...]:
    say = tongue.say
    facts = [
        row(say("Basis"), bold(say(BASES[mandate.basis]))),
        row(say("Reference"), bold(unturned(mandate.reference.name))),
    ]
    if mandate.until:
        facts.append(row(say("Last day"), bold(day(tongue, mandate.until))))
    return tuple(facts)


def _day_of(deed: Deed) -> date:
    return danish_day(deed.at)
