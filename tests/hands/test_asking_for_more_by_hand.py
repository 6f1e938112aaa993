"""Whoever may not do a thing for somebody finds the way to be allowed to, by hand; acting ends before."""

from kiosk.visit import states as s
from kiosk.visit.forms import OnForm
from kiosk.visit.mandates import Area, Privilege, Right
from kiosk.visit.scope_words import AREAS
from kiosk.visit.trouble import Trouble
from tests.hands.at_mandates import for_a_year, names, ticks
from tests.hands.at_services import does, picks_errand
from tests.hands.manners import in_the_other_three, in_three_manners
from tests.hands.visitor import Visitor

HANDLE = "{area}: handle it"
BAND = "You are {me}. You act for {principal}."


def acts_for_nobody(visitor: Visitor) -> bool:
    return visitor.story.runner.visit.state.session.acting is None


def test_dina_may_not_order_it_for_nadia_and_asks_her_for_more(visitor):
    visitor.logs_in("dina-daughter")
    visitor.chooses(s.AtServices, "Nadia Warsame")
    does(visitor, "{area}: see how it stands", Area.RESIDENCE)
    visitor.presses("services")
    visitor.until(s.AtServices)
    picks_errand(visitor, HANDLE, Area.RESIDENCE)
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_NOT_COVERING
    visitor.sees("You ask as yourself. You stop acting for this person first.")
    visitor.presses("more")
    visitor.until(s.AtMandates)
    assert acts_for_nobody(visitor)
    visitor.presses("request")
    visitor.until(s.AskingWhich)
    visitor.presses("power")
    visitor.until(s.AskingScope)
    ticks(visitor, Privilege(Area.RESIDENCE, Right.HANDLE))
    visitor.presses("next")
    names(visitor, "nadia-neighbour")
    for_a_year(visitor)
    visitor.presses("sign")
    visitor.until(s.MandateSent)
    visitor.sees("Your request is sent")
    receipt = visitor.leaves().receipt
    assert (receipt.deeds, receipt.told, receipt.untold) == (1, 1, 0)


@in_three_manners
def test_gustav_prints_a_form_from_the_list_of_what_he_may_do(visitor):
    visitor.logs_in("gustav-general")
    visitor.chooses(s.AtServices, "Inga Holt")
    visitor.hears(BAND, me="Gustav Holt", principal="Inga Holt")
    visitor.presses("scope")
    phoning = visitor.tongue.say("{area}: by phone or in person", area=visitor.tongue.say(AREAS[Area.DOCTOR]))
    assert phoning in visitor.reads()
    visitor.presses("scopeForm")
    visitor.until(object, lambda here: isinstance(here, OnForm))
    assert acts_for_nobody(visitor)
    visitor.leaves()


@in_the_other_three
def test_petra_reads_what_holds_for_her_child_and_is_not_sent_to_ask_it(visitor):
    visitor.logs_in("petra-parent")
    visitor.chooses(s.AtServices, "Fie Dahl")
    picks_errand(visitor, HANDLE, Area.MOVING)
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_NOT_COVERING
    visitor.sees("Choose something that it covers. The law says what parents may do for a child.")
    visitor.sees(
        "A child cannot give a parent more. For anything else, refer to the office that it is about."
    )
    assert not {"more", "form"} & {item.objectName() for item in visitor.glass.items() if item.isVisible()}
    visitor.presses("back")
    visitor.until(s.AtServices)
    visitor.leaves()
