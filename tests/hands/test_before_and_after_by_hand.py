"""What is said before somebody else is served, who cannot sign, who is second, and what the principal is told."""

from kiosk.visit import states as s
from kiosk.visit.mandates import Area, DeedKind, Standing
from kiosk.visit.trouble import Trouble
from tests.hands.at_mandates import (
    begins_to,
    goes_to_mandates,
    looks_at,
    looks_at_what_is_asked,
    standing,
    writes_access,
)
from tests.hands.at_services import does
from tests.hands.manners import in_the_other_three, in_three_manners
from ui.tongue import isolated

SERVED = "When you open this letter, it is served on %1. The law says that %1 has received it today."


@in_three_manners
def test_dina_is_told_that_the_letter_from_the_court_would_serve_karen(visitor):
    visitor.logs_in("dina-daughter")
    folder = visitor.chooses(s.InFolder, "Karen Lindqvist", visitor.tongue.say("Read access to Digital Post"))
    legal = next(head for head in folder.letters.heads if head.must_ask_before_opening)
    visitor.picks(legal.label)
    visitor.until(s.AskingToServe)
    visitor.sees("Stop and think: this is a legal notice")
    assert visitor.tongue.say(SERVED).replace("%1", isolated("Karen Lindqvist")) in visitor.reads()
    visitor.presses("back")
    after = visitor.until(s.InFolder)
    assert next(head for head in after.letters.heads if head.id == legal.id).must_ask_before_opening
    assert DeedKind.LETTER_READ not in {deed.kind for deed in visitor.deeds}
    visitor.leaves()


@in_the_other_three
def test_nadia_reads_in_her_own_mailbox_what_dina_has_done_for_her(visitors):
    dina = visitors()
    dina.logs_in("dina-daughter")
    dina.chooses(s.AtServices, "Nadia Warsame")
    does(dina, "{area}: see how it stands", Area.RESIDENCE)
    dina.sees("Here is your answer")
    assert dina.leaves().receipt.told == 1

    nadia = visitors()
    nadia.logs_in("nadia-neighbour")
    nadia.until(s.InFolder)
    nadia.picks("Receipt: what somebody has done for you")
    read = nadia.until(s.Reading)
    assert "Dina Lindqvist" in read.pressed.text
    nadia.leaves()


@in_three_manners
def test_dina_cannot_sign_for_nadia(visitors):
    dina = visitors()
    dina.logs_in("dina-daughter")
    goes_to_mandates(dina)
    dina.presses("request")
    writes_access(dina, "nadia-neighbour")
    dina.presses("sign")
    asked = dina.until(s.MandateSent).mandate
    dina.leaves()

    nadia = visitors()
    nadia.logs_in("nadia-neighbour")
    goes_to_mandates(nadia)
    looks_at_what_is_asked(nadia, "Dina Lindqvist")
    begins_to(nadia, "accept")
    nadia.presses("yes")
    nadia.signs_by_code("dina-daughter")
    refused = nadia.until(s.SigningMandate, lambda at: isinstance(at.proof, s.Refused))
    assert refused.proof.trouble is Trouble.ANOTHER_PERSON
    nadia.sees("Nothing has been signed and nothing has been sent.")
    nadia.sees("Only the person whose visit it is can sign. Nobody can do it for them.")
    nadia.leaves()

    nadia = visitors()
    nadia.logs_in("nadia-neighbour")
    assert standing(goes_to_mandates(nadia), asked.id) is Standing.AWAITED
    nadia.leaves()


@in_the_other_three
def test_a_wrong_name_is_answered_as_a_right_one_is_and_reaches_nobody(visitors):
    anna = visitors()
    anna.logs_in_by_card("anna")
    goes_to_mandates(anna)
    anna.presses("give")
    writes_access(anna, "dina-daughter", name="Somebody Else")
    anna.presses("sign")
    anna.signs_by_card("anna")
    sent = anna.until(s.MandateSent).mandate
    anna.sees("You have signed")
    anna.sees("We tell nobody whether there is such a person. So nobody can try that out here.")
    anna.leaves()

    dina = visitors()
    dina.logs_in("dina-daughter")
    assert goes_to_mandates(dina).mandates.find(sent.id) is None
    assert "Anna" not in dina.reads()
    dina.leaves()


def test_ulrik_is_second_to_change_a_mandate_and_is_told(visitor):
    visitor.logs_in("ulrik-uncle")
    goes_to_mandates(visitor)
    held = looks_at(visitor, "Dina Lindqvist").mandate
    begins_to(visitor, "withdraw")
    visitor.world.town.client.switch(mandate_changed=True)
    visitor.presses("yes")
    assert visitor.until(s.Hindered).trouble is Trouble.MANDATE_CHANGED
    visitor.sees("Somebody has changed this in the meantime.", "Look at it once more, and choose again.")
    visitor.presses("again")
    assert visitor.until(s.AtMandates).mandates.find(held.id).version > held.version
    visitor.leaves()
