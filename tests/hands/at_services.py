"""What a hand does at the services: picks an errand, and has it done."""

from kiosk.visit import states as s
from kiosk.visit.mandates import Area
from kiosk.visit.scope_words import AREAS
from tests.hands.visitor import Visitor


def picks_errand(visitor: Visitor, said: str, area: Area) -> None:
    say = visitor.tongue.say
    visitor.picks(say(said, area=say(AREAS[area])))


def does(visitor: Visitor, said: str, area: Area) -> s.ErrandDone:
    picks_errand(visitor, said, area)
    visitor.until(s.AskingToDo)
    visitor.presses("confirm")
    return visitor.until(s.ErrandDone)


def orders(visitor: Visitor, area: Area) -> s.ErrandDone:
    done = does(visitor, "{area}: handle it", area)
    visitor.sees("It is done", "The service calls it:")
    assert done.reference in visitor.reads()
    return done
