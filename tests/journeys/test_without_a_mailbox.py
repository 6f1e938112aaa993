"""Whoever has no mailbox, or finds it closed just now, still comes to the services and to their mandates."""

import pytest

from kiosk.visit import events as e
from kiosk.visit import states as s
from kiosk.visit.mandates import Standing, Term
from kiosk.visit.secrets import Secret
from kiosk.visit.trouble import Trouble
from tests.journeys.story import Story
from tests.principals import SEE_DOCTOR

WITHOUT = {"emma-exempt": Trouble.MAILBOX_EXEMPT, "carl-closed": Trouble.MAILBOX_CLOSED}


def comes(story: Story, person: str) -> s.Hindered:
    says = story.says
    says(e.CodeWayChosen(), e.UserIdGiven(story.world.user_id(person)))
    story.until(s.AskingCode)
    says(e.CodeGiven(story.world.code(person)))
    story.until(s.AskingPassword)
    says(e.PasswordGiven(story.world.password(person)))
    return story.until(s.Hindered)


def signs_by_code(story: Story, person: str) -> None:
    def asks(way: type) -> s.SigningMandate:
        return story.until(
            s.SigningMandate, lambda at: isinstance(at.proof, s.Identifying) and isinstance(at.proof.way, way)
        )

    asks(s.AskingUserId)
    story.says(e.UserIdGiven(story.world.user_id(person)))
    asks(s.AskingCode)
    story.says(e.CodeGiven(story.world.code(person)))
    asks(s.AskingPassword)
    story.says(e.PasswordGiven(story.world.password(person)))


@pytest.mark.parametrize(("person", "trouble"), WITHOUT.items(), ids=WITHOUT)
def test_who_has_no_mailbox_does_an_errand(story: Story, person: str, trouble: Trouble) -> None:
    assert comes(story, person).trouble is trouble
    story.says(e.WentBack(), e.ErrandChosen(SEE_DOCTOR), e.ErrandConfirmed())
    story.until(s.ErrandDone)


@pytest.mark.parametrize("person", WITHOUT)
def test_who_has_no_mailbox_can_let_somebody_act_and_take_it_back(story: Story, person: str) -> None:
    comes(story, person)
    dina = story.world.people["dina-daughter"]
    story.says(e.MandatesAsked())
    story.until(s.AtMandates)
    story.says(e.GivingChosen(), e.PowerChosen(), e.PrivilegeTicked(SEE_DOCTOR), e.ScopeConfirmed())
    story.says(e.OtherCprGiven(Secret(dina.cpr)), e.OtherNameGiven(Secret(dina.name)))
    story.says(e.UntilChosen(Term.ONE_YEAR.last_day(story.clock.now().date())), e.SigningAsked())
    signs_by_code(story, person)
    mandate = story.until(s.MandateSent).mandate
    story.says(e.WentBack())
    story.until(s.AtMandates)
    story.says(e.MandateChosen(mandate.id), e.WithdrawingAsked(), e.SigningAsked())
    assert story.until(s.MandateSent).mandate.standing is Standing.WITHDRAWN


def test_while_digital_post_is_down_the_rest_goes_on_and_the_letters_come_back(story: Story) -> None:
    town = story.world.town.client
    town.switch(post_down=True)
    assert comes(story, "anna").trouble is Trouble.MAILBOX_DOWN
    story.says(e.MandatesAsked())
    story.until(s.AtMandates)
    story.says(e.WentBack())
    story.until(s.AtServices)
    story.says(e.PostAsked())
    story.until(s.Hindered)
    town.switch(post_down=False)
    story.says(e.TriedAgain())
    story.until(s.InFolder)
