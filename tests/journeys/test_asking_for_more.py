"""From what a mandate does not cover to being allowed it, at the real town: acting ends before anything is asked."""

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.forms import OnForm
from kiosk.visit.mandates import Area, Mandate, Privilege, Right, Standing
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story, Visits
from tests.journeys.test_acting_for_somebody import acts_for, comes, does, goes_on_without, session
from tests.journeys.test_the_life_of_a_mandate import goes_to_mandates, writes
from tests.journeys.test_without_a_mailbox import signs_by_code
from tests.principals import MOVE_HOUSE

SEE, ORDER = (Privilege(Area.RESIDENCE, right) for right in (Right.READ, Right.HANDLE))


def is_told_that_it_is_not_covered(story: Story, privilege: Privilege) -> None:
    story.says(e.ErrandChosen(privilege))
    assert story.until(s.Hindered).trouble is Trouble.MANDATE_NOT_COVERING


def asks_nadia(story: Story, privilege: Privilege) -> Mandate:
    story.says(e.RequestingChosen())
    writes(story, "nadia-neighbour", e.PowerChosen(), e.PrivilegeTicked(privilege))
    story.says(e.SigningAsked())
    return story.until(s.MandateSent).mandate


def is_at_a_form(story: Story) -> bool:
    return isinstance(story.until(object, lambda here: isinstance(here, OnForm)), OnForm)


def test_dina_asks_nadia_for_more_and_may_do_it_at_her_next_visit(visits: Visits) -> None:
    dina = visits()
    comes(dina, "dina-daughter")
    acts_for(dina, "Nadia Warsame", s.AtServices)
    does(dina, SEE)
    is_told_that_it_is_not_covered(dina, ORDER)
    goes_to_mandates(dina)
    assert session(dina).acting is None
    asked = asks_nadia(dina, ORDER)
    receipt = dina.leaves().receipt
    assert (receipt.deeds, receipt.told, receipt.untold) == (1, 1, 0)

    nadia = visits()
    comes(nadia, "nadia-neighbour")
    goes_to_mandates(nadia)
    nadia.says(e.MandateChosen(asked.id), e.AcceptingAsked(), e.SigningAsked())
    signs_by_code(nadia, "nadia-neighbour")
    assert nadia.until(s.MandateSent).mandate.standing is Standing.IN_FORCE
    nadia.leaves()

    dina = visits()
    comes(dina, "dina-daughter")
    dina.says(e.PrincipalChosen(asked.id))
    dina.until(s.AtServices)
    does(dina, ORDER)


def test_gustav_takes_a_form_along_instead(story: Story) -> None:
    comes(story, "gustav-general")
    acts_for(story, "Inga Holt", s.AtServices)
    is_told_that_it_is_not_covered(story, ORDER)
    story.says(e.FormAsked())
    assert is_at_a_form(story)
    assert session(story).acting is None


def test_petra_is_not_sent_to_ask_her_child(story: Story) -> None:
    comes(story, "petra-parent")
    acts_for(story, "Fie Dahl", s.AtServices)
    is_told_that_it_is_not_covered(story, MOVE_HOUSE)
    story.says(e.MandatesAsked(), e.FormAsked(), e.WentBack())
    story.until(s.AtServices)
    assert session(story).acting is not None


def test_while_the_register_is_down_the_receipt_is_offered_on_paper_and_then_the_form(story: Story) -> None:
    comes(story, "dina-daughter")
    acts_for(story, "Nadia Warsame", s.AtServices)
    does(story, SEE)
    story.world.town.client.switch(mandates_down=True)
    story.says(e.FormAsked())
    goes_on_without(story)
    assert story.until(s.Hindered).trouble is Trouble.MANDATES_DOWN
    story.says(e.FormAsked())
    assert is_at_a_form(story)
