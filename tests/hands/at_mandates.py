"""What a hand does at the mandates: goes there, writes one, looks at one, and answers."""

from kiosk.visit import states as s
from kiosk.visit.mandates import PostRight, Privilege, Standing
from kiosk.visit.scope_words import AREAS, RIGHTS
from tests.hands.visitor import Visitor


def goes_to_mandates(visitor: Visitor) -> s.AtMandates:
    """Whoever may act for nobody yet comes by the services."""
    here = visitor.story.until(s.InFolder | s.ChoosingPrincipal)
    visitor.glass.settle()
    if isinstance(here, s.InFolder):
        visitor.presses("services")
        visitor.until(s.AtServices)
    visitor.presses("mandates")
    return visitor.until(s.AtMandates)


def ticks(visitor: Visitor, privilege: Privilege) -> None:
    say = visitor.tongue.say
    right = say(RIGHTS[privilege.right])
    visitor.picks(f"{say(AREAS[privilege.area])}: {right[:1].upper()}{right[1:]}")


def names(visitor: Visitor, other: str, name: str = "") -> s.AskingUntil:
    person = visitor.person(other)
    visitor.until(s.AskingOther)
    visitor.types(person.cpr)
    visitor.until(s.AskingOtherName)
    visitor.types(name or person.name)
    return visitor.until(s.AskingUntil)


def for_a_year(visitor: Visitor) -> s.ReadingBack:
    visitor.picks(visitor.tongue.count("{n} year", "{n} years", 1))
    return visitor.until(s.ReadingBack)


def writes_access(
    visitor: Visitor, other: str, right: PostRight = PostRight.READ, name: str = ""
) -> s.ReadingBack:
    visitor.until(s.AskingWhich)
    visitor.presses("post")
    visitor.until(s.AskingScope)
    if right is PostRight.READ_AND_WRITE:
        visitor.presses("write")
    visitor.presses("next")
    names(visitor, other, name)
    return for_a_year(visitor)


def looks_at(visitor: Visitor, name: str) -> s.LookingAtMandate:
    visitor.picks(name)
    return visitor.until(s.LookingAtMandate)


def to_the_list(visitor: Visitor) -> s.AtMandates:
    visitor.presses("list")
    return visitor.until(s.AtMandates)


def standing(at: s.AtMandates, mandate_id: str) -> Standing:
    """As the register tells whoever is here."""
    found = at.mandates.find(mandate_id)
    assert found is not None
    return found.standing


def looks_at_what_is_asked(visitor: Visitor, name: str) -> s.LookingAtMandate:
    visitor.picks(name, visitor.tongue.say("Waiting for your answer"))
    return visitor.until(s.LookingAtMandate)


def begins_to(visitor: Visitor, change: str) -> s.AskingToChange:
    """Accept, decline or withdraw: it is asked once more."""
    visitor.presses(change)
    return visitor.until(s.AskingToChange)


def confirms(visitor: Visitor) -> s.MandateSent:
    visitor.presses("yes")
    return visitor.until(s.MandateSent)
