"""The citizen's own mandates: the list, one of them, and what has become of it."""

from dataclasses import dataclass, field
from typing import assert_never

from kiosk.visit.delegating import (
    Accepting,
    AskingToChange,
    AtMandates,
    Declining,
    Giving,
    LookingAtMandate,
    MandateSent,
    Requesting,
    Withdrawing,
)
from kiosk.visit.mandates import Kind, Mandate, Party, Reference, Standing
from ui.screens.acting import STANDINGS, describing
from ui.screens.mandate import FactRow, facts_of, shortened, what_until
from ui.screens.scene import Scene
from ui.tongue import Tongue, isolated, ltr


@dataclass(frozen=True, slots=True)
class MandateRow:
    """``group``: the heading that it stands under. ``why_not``: why it is not in force; nothing, if it is."""

    id: str = field(repr=False)
    name: str = field(repr=False)
    number: str = field(repr=False)
    what: str
    why_not: str
    company: bool
    group: str
    spoken: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AtMandatesScreen:
    mandates: tuple[MandateRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExplainingMandatesScreen:
    pass


@dataclass(frozen=True, slots=True)
class LookingAtMandateScreen:
    """``answer``: it waits for a yes or no. ``end``: what the button that ends it says; empty where nobody here can."""

    title: str = field(repr=False)
    stands: str = field(repr=False)
    facts: tuple[FactRow, ...] = field(repr=False)
    remark: str
    answer: bool
    end: str


@dataclass(frozen=True, slots=True)
class AskingToChangeScreen:
    """``then``: what comes of the yes. ``ends``: it ends something."""

    title: str = field(repr=False)
    facts: tuple[FactRow, ...] = field(repr=False)
    then: str = field(repr=False)
    yes: str
    ends: bool


@dataclass(frozen=True, slots=True)
class MandateSentScreen:
    """``may_act``: the citizen can act for somebody from now on."""

    title: str
    said: str = field(repr=False)
    remark: str
    reference: str
    may_act: bool


def at_mandates(place: AtMandates, tongue: Tongue) -> Scene:
    """What waits for an answer comes first, and what has ended last."""
    given, received = place.mandates.given, place.mandates.received
    mine = [(mandate, mandate.holder) for mandate in given]
    theirs = [(mandate, mandate.grantor) for mandate in received]
    waiting = [pair for pair in (*mine, *theirs) if pair[0].awaits_me]
    groups = (
        (tongue.say("Waiting for your answer"), waiting),
        (tongue.say("You have given"), _settled(mine)),
        (tongue.say("You have received"), _settled(theirs)),
    )
    what = describing(tongue)
    rows = (_row(*pair, what(pair[0]), group, tongue) for group, pairs in groups for pair in pairs)
    return Scene(AtMandatesScreen(tuple(rows)))


def _settled(pairs: list[tuple[Mandate, Party]]) -> list[tuple[Mandate, Party]]:
    rest = [pair for pair in pairs if not pair[0].awaits_me]
    return sorted(rest, key=lambda pair: pair[0].standing is not Standing.IN_FORCE)


def _row(mandate: Mandate, other: Party, what: str, group: str, tongue: Tongue) -> MandateRow:
    name, number = isolated(other.name), ltr(other.number)
    settled = mandate.awaits_me or mandate.standing is Standing.IN_FORCE
    why_not = "" if settled else tongue.say(STANDINGS[mandate.standing])
    spoken = ", ".join(filter(None, (group, name, number, what, why_not)))
    return MandateRow(mandate.id, name, number, what, why_not, other.kind is Kind.COMPANY, group, spoken)


def looking(place: LookingAtMandate, tongue: Tongue) -> Scene:
    mandate = place.mandate
    model = LookingAtMandateScreen(
        title=_question(place, tongue),
        stands=_stands(place, tongue),
        facts=(*facts_of(mandate, place.given, tongue), _called(mandate, tongue)),
        remark=_made_elsewhere(mandate, tongue),
        answer=mandate.awaits_me,
        end=_end(place, tongue) if mandate.can_be_withdrawn else "",
    )
    return Scene(model)


def _other(place: LookingAtMandate) -> str:
    return isolated(_name_of_other(place))


def _other_short(place: LookingAtMandate) -> str:
    """For a title, under which the whole name stands."""
    return isolated(shortened(_name_of_other(place)))


def _name_of_other(place: LookingAtMandate) -> str:
    return place.mandate.holder.name if place.given else place.mandate.grantor.name


def _question(place: LookingAtMandate, tongue: Tongue) -> str:
    name = _other_short(place)
    match place.mandate.awaits_me, place.given:
        case True, True:
            return tongue.say("May {name} act for you?", name=name)
        case True, False:
            return tongue.say("Do you want to act for {name}?", name=name)
        case False, True:
            return tongue.say("What {name} may do for you", name=name)
        case _:
            return tongue.say("What you may do for {name}", name=name)


def _stands(place: LookingAtMandate, tongue: Tongue) -> str:
    match place.mandate.standing:
        case Standing.IN_FORCE:
            return tongue.say("It is in force.")
        case Standing.AWAITED if place.mandate.awaits_me:
            return tongue.say("It waits for your answer.")
        case Standing.AWAITED:
            return tongue.say("It waits for an answer from {name}.", name=_other(place))
        case Standing.DECLINED:
            return tongue.say("The answer was no.")
        case Standing.WITHDRAWN:
            return tongue.say("It has been taken back.")
        case Standing.EXPIRED:
            return tongue.say("Its last day has passed.")
        case Standing.GRANTOR_DEAD:
            return tongue.say("The person has died, and it ended then.")


def _called(mandate: Mandate, tongue: Tongue) -> FactRow:
    return FactRow(tongue.say("Reference"), _printed(mandate.reference))


def _printed(reference: Reference) -> str:
    return ltr(f"{reference.name[:4]} {reference.name[4:]}")


def _made_elsewhere(mandate: Mandate, tongue: Tongue) -> str:
    lives = mandate.standing is Standing.IN_FORCE
    if not lives or mandate.can_be_withdrawn:
        return ""
    return tongue.say("It was not made here, so it cannot be taken back here. Ask the staff.")


def _end(place: LookingAtMandate, tongue: Tongue) -> str:
    return tongue.say("Take it back") if place.given else tongue.say("Give it back")


def asking_to_change(place: AskingToChange, tongue: Tongue) -> Scene:
    title, then, yes = _consequence(place, tongue)
    ends = isinstance(place.change, Withdrawing)
    facts = what_until(place.mandate, tongue)
    if isinstance(place.change, Accepting):
        facts = facts_of(place.mandate, place.back.given, tongue)
    return Scene(AskingToChangeScreen(title, facts, then, yes, ends))


def _consequence(place: AskingToChange, tongue: Tongue) -> tuple[str, str, str]:
    """The question, what comes of the yes, and the yes."""
    name, short = _other(place.back), _other_short(place.back)
    match place.change:
        case Accepting():
            return _acceptance(place, name, short, tongue)
        case Declining():
            return (
                tongue.say("Do you want to say no to {name}?", name=short),
                tongue.say("{name} can see that you said no. You need not say why.", name=name),
                tongue.say("I say no"),
            )
        case Withdrawing():
            return _withdrawal(place, name, short, tongue)


def _acceptance(place: AskingToChange, name: str, short: str, tongue: Tongue) -> tuple[str, str, str]:
    if place.back.given:
        return (
            tongue.say("May {name} act for you?", name=short),
            tongue.say("You sign by logging in once more. You can take it back at any time."),
            tongue.say("Yes, sign"),
        )
    return (
        tongue.say("Do you want to act for {name}?", name=short),
        tongue.say("You can act for {name} at once. You can give it back at any time.", name=name),
        tongue.say("I say yes"),
    )


def _withdrawal(place: AskingToChange, name: str, short: str, tongue: Tongue) -> tuple[str, str, str]:
    done = tongue.say("What has been done until now is not undone.")
    if place.back.given:
        stops = tongue.say("From now on, {name} can do nothing for you.", name=name)
        title = tongue.say("Do you want to take it back from {name}?", name=short)
        return title, f"{stops} {done}", tongue.say("Yes, take it back")
    stops = tongue.say("From now on, you can do nothing for {name}.", name=name)
    title = tongue.say("Do you want to give it back to {name}?", name=short)
    return title, f"{stops} {done}", tongue.say("Yes, give it back")


def mandate_sent(place: MandateSent, tongue: Tongue) -> Scene:
    title, said = _came_of_it(place, tongue)
    drafted = isinstance(place.sent, Giving | Requesting)
    remark = tongue.say("We tell nobody whether there is such a person. So nobody can try that out here.")
    in_force = place.mandate.standing is Standing.IN_FORCE
    model = MandateSentScreen(
        title=title,
        said=said,
        remark=remark if drafted else "",
        reference=_printed(place.mandate.reference),
        may_act=isinstance(place.sent, Accepting) and in_force and not _given(place),
    )
    return Scene(model)


def _given(place: MandateSent) -> bool:
    """The citizen is the one whom the other acts for."""
    if isinstance(place.sent, Giving | Requesting):
        return isinstance(place.sent, Giving)
    return any(each.id == place.mandate.id for each in place.back.mandates.given)


def _came_of_it(place: MandateSent, tongue: Tongue) -> tuple[str, str]:
    mandate, given = place.mandate, _given(place)
    name = isolated(mandate.holder.name if given else mandate.grantor.name)
    match place.sent:
        case Giving() | Requesting():
            title = tongue.say("You have signed") if given else tongue.say("Your request is sent")
            return title, tongue.say(
                "If name and number belong together, {name} can say yes or no at the next login.", name=name
            )
        case Accepting():
            return tongue.say("You have said yes"), _begins(given, mandate, name, tongue)
        case Declining():
            return tongue.say("You have said no"), tongue.say("{name} can see it.", name=name)
        case Withdrawing() if given:
            stops = tongue.say("From now on, {name} can do nothing for you.", name=name)
            return tongue.say("You have taken it back"), stops
        case Withdrawing():
            stops = tongue.say("From now on, you can do nothing for {name}.", name=name)
            return tongue.say("You have given it back"), stops
        case _:
            assert_never(place.sent)


def _begins(given: bool, mandate: Mandate, name: str, tongue: Tongue) -> str:
    match mandate.standing:
        case Standing.AWAITED:
            return tongue.say("It waits for an answer from {name}.", name=name)
        case Standing.IN_FORCE if given:
            return tongue.say("{name} can act for you from now on.", name=name)
        case Standing.IN_FORCE:
            return tongue.say("You can act for {name} from now on.", name=name)
        case Standing.GRANTOR_DEAD if not given:
            return tongue.say("{name} has died in the meantime. We are sorry for your loss.", name=name)
        case _:
            return tongue.say("But it does not hold any more: it has ended in the meantime.")
