"""Who has grown up a little, whose right is over or not yet there, whose basis is another one, and who works here."""

import pytest

from kiosk.visit import states as s
from kiosk.visit.mandates import Area, DeedKind, Standing
from kiosk.visit.trouble import Trouble
from tests.hands.at_services import orders, picks_errand
from tests.hands.manners import in_the_other_three
from tests.hands.visitor import Visitor

NOT_COVERED = "Not covered by: {basis}"


def may_not_order(visitor: Visitor, area: Area, basis: str) -> None:
    """It stands there, grey, with the reason beside it; who touches it is told once more."""
    visitor.sees(visitor.tongue.say(NOT_COVERED, basis=visitor.tongue.say(basis)))
    picks_errand(visitor, "{area}: handle it", area)
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_NOT_COVERING
    visitor.sees("Your right to act for this person does not cover this.")
    visitor.presses("back")
    visitor.until(s.AtServices)


def goes_on_for_herself(visitor: Visitor) -> s.InFolder:
    visitor.presses("back")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    return visitor.until(s.InFolder)


def is_told_why(visitor: Visitor, name: str, *said: str) -> s.NotThisMandate:
    visitor.picks(name)
    told = visitor.until(s.NotThisMandate)
    visitor.sees(*said)
    assert name in visitor.reads()
    return told


@in_the_other_three
def test_anna_is_told_that_nobody_has_let_her_act_and_how_to_ask(visitor):
    visitor.logs_in("anna")
    visitor.until(s.InFolder)
    visitor.presses("forOthers")
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_MISSING
    visitor.sees("Nobody has let you act for them yet.")
    visitor.sees("You can ask somebody here, or print a form that they sign.")
    visitor.presses("mandates")
    visitor.until(s.AtMandates)
    visitor.sees("You have given nothing, and nobody has given you anything.")
    visitor.leaves()


def test_erna_is_told_that_her_right_has_ended_and_opens_her_own_letters(visitor):
    visitor.logs_in("erna-ended")
    visitor.until(s.ChoosingPrincipal)
    visitor.sees("Expired")
    told = is_told_why(
        visitor,
        "Elof Toft",
        "Your right to act for this person has ended. Its last day has passed.",
        "Ask the person for a new one. You can do it here.",
    )
    assert told.trouble is Trouble.MANDATE_EXPIRED
    assert goes_on_for_herself(visitor).mailbox.owner_name == "Erna Toft"
    assert "Elof" not in visitor.reads()
    assert visitor.leaves().receipt.deeds == 0


@in_the_other_three
def test_willy_waits_for_asta_and_has_an_answer_to_give_himself(visitor):
    visitor.logs_in("willy-waiting")
    choice = visitor.until(s.ChoosingPrincipal)
    assert {it.standing for it in choice.mandates.received} == {Standing.AWAITED}
    visitor.sees("Not accepted yet")
    told = is_told_why(visitor, "Asta Juhl", "It can be used as soon as both of you have said yes.")
    assert told.trouble is Trouble.MANDATE_AWAITED
    assert goes_on_for_herself(visitor).mailbox.owner_name == "Willy Juhl"
    visitor.leaves()


def test_frida_is_fifteen_and_reads_her_own_letters(visitor):
    visitor.logs_in("frida-fifteen")
    assert visitor.until(s.InFolder).mailbox.owner_name == "Frida Dahl"
    assert "Petra" not in visitor.reads()
    visitor.leaves()


def test_poul_is_told_that_frida_decides_herself_now_and_still_acts_for_fie(visitor):
    visitor.logs_in("poul-parent")
    visitor.until(s.ChoosingPrincipal)
    assert "Sofus" not in visitor.reads()
    told = is_told_why(
        visitor,
        "Frida Dahl",
        "At 15 young people get a mailbox of their own. They can let you read it, here or at home.",
    )
    assert told.trouble is Trouble.MANDATE_EXPIRED
    visitor.presses("back")
    visitor.chooses(s.AtServices, "Fie Dahl")
    orders(visitor, Area.DOCTOR)
    visitor.presses("end")
    visitor.until(s.OfferingReceipt)
    receipt = visitor.leaves().receipt
    assert (receipt.deeds, receipt.untold) == (1, 1)


def test_fie_is_fourteen_and_has_no_mailbox_but_services(visitor):
    visitor.logs_in("fie-fourteen")
    assert visitor.until(s.Hindered).trouble is Trouble.MAILBOX_NOT_YET
    visitor.sees("You get a mailbox of your own when you turn 15.")
    visitor.sees("Until then, letters about you come to your parents. Ask them, or ask the staff.")
    visitor.sees("A parent can log in here and print them. At 15 the mailbox is made by itself.")
    visitor.presses("services")
    visitor.until(s.AtServices)
    visitor.leaves()


@in_the_other_three
def test_petra_reads_the_letter_about_fie_among_her_own(visitor):
    visitor.logs_in("petra-parent")
    visitor.until(s.ChoosingPrincipal)
    visitor.presses("myself")
    assert visitor.until(s.InFolder).mailbox.owner_name == "Petra Dahl"
    visitor.picks("Dit barn er indkaldt til tandlægen")
    visitor.until(s.Reading)
    visitor.leaves()


def test_gustav_does_what_the_general_power_names_and_reads_no_letters(visitor):
    visitor.logs_in("gustav-general")
    visitor.until(s.ChoosingPrincipal)
    visitor.sees("General power of attorney")
    visitor.picks("Inga Holt")
    visitor.until(s.AtServices)
    visitor.hears("You are {me}. You act for {principal}.", me="Gustav Holt", principal="Inga Holt")
    may_not_order(visitor, Area.HEALTH_CARD, "General power of attorney")
    orders(visitor, Area.MOVING)
    assert [deed.kind for deed in visitor.deeds] == [DeedKind.MATTER_HANDLED]
    assert visitor.leaves().receipt.told == 1


def test_fanny_may_only_phone_for_inga_and_reads_it_in_the_list(visitor):
    visitor.logs_in("fanny-phone")
    visitor.until(s.ChoosingPrincipal)
    visitor.sees("Nothing can be done at this machine")
    told = is_told_why(
        visitor,
        "Inga Holt",
        "You may act for this person, but not at this machine.",
        "Ask the staff where you can do it.",
    )
    assert told.trouble is Trouble.MANDATE_OF_NO_USE
    assert goes_on_for_herself(visitor).mailbox.owner_name == "Fanny Thrane"
    assert visitor.leaves().receipt.deeds == 0


def test_flora_decides_for_frode_who_cannot_any_more(visitor):
    visitor.logs_in("flora-future")
    visitor.until(s.ChoosingPrincipal)
    visitor.sees("Future power of attorney")
    visitor.picks("Frode Steen")
    visitor.until(s.AtServices)
    visitor.hears("You are {me}. You act for {principal}.", me="Flora Steen", principal="Frode Steen")
    may_not_order(visitor, Area.RESIDENCE, "Future power of attorney")
    orders(visitor, Area.HEALTH_CARD)
    assert visitor.leaves().receipt.told == 1


@pytest.mark.parametrize("person", ["stine-staff", "torben-staff"])
def test_whoever_works_here_opens_nothing_of_a_citizens_with_a_staff_card(visitor, person):
    visitor.logs_in_by_card(person)
    assert visitor.until(s.Refused).trouble is Trouble.NO_CPR
    visitor.sees("Your login has no CPR number, so there is no mailbox to open.")
    assert not isinstance(visitor.story.runner.visit.state, s.SignedIn)
    assert not {"services", "mandates", "forOthers"} & {item.objectName() for item in visitor.glass.items()}
    visitor.sees("Is it a card for work? Then use your own card or code device. Otherwise ask the staff.")
    visitor.picks(visitor.tongue.say("I have a code device"))
    visitor.until(s.AskingUserId)
    visitor.leaves()


@in_the_other_three
def test_no_code_device_is_a_staff_members(visitor):
    """Who types the name of somebody who works here gets no further than a stranger does."""
    visitor.picks(visitor.tongue.say("I have a code device"))
    visitor.types("stine-staff")
    visitor.until(s.AskingUserId, lambda way: way.setback is not None)
    visitor.sees(Trouble.USER_UNKNOWN.row.happened)
    visitor.leaves()
